import {defineElement, defineTimer} from '@deskwire/kit';

import {TaskListElement} from './task-list.element.js';
// For its types: whoever registers the element hears its events by name.
import './task-list.events.js';

defineTimer();
defineElement('dw-task-list', TaskListElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-task-list': TaskListElement;
  }
}
