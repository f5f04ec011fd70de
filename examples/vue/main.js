// Vue 3: the compiler is told that `dw-` tags are elements (compilerOptions.isCustomElement); nothing is wrapped.
import {createApp} from 'vue';

import {connect} from '../backend.js';
import App from './app.vue';

createApp(App, {backend: await connect()}).mount(document.body);
