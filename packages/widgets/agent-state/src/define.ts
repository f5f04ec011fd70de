import {defineElement, defineTimer} from '@deskwire/kit';

import {AgentStateElement} from './agent-state.element.js';
// For its types: whoever registers the element hears its events by name.
import './agent-state.events.js';

defineTimer();
defineElement('dw-agent-state', AgentStateElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-agent-state': AgentStateElement;
  }
}
