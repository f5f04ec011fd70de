// React 19: properties and events of elements are its own business, nothing is wrapped.
import {createRoot} from 'react-dom/client';

import {connect} from '../backend.js';
import {App} from './app.js';

const backend = await connect();
createRoot(document.body).render(<App backend={backend} />);
