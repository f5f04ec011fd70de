// Angular: standalone components that say CUSTOM_ELEMENTS_SCHEMA; nothing is wrapped.
import {bootstrapApplication} from '@angular/platform-browser';

import {connect} from '../backend.js';

import {App, BACKEND} from './app.js';

const backend = await connect();
await bootstrapApplication(App, {providers: [{provide: BACKEND, useValue: backend}]});
