// The elements of this Storybook's own pages.
import {defineButton, defineElement} from '@deskwire/kit';

import './define-widgets.js';
import {AnatomyElement} from './anatomy.element.js';
import {CodeBlockElement} from './code-block.element.js';
import {CrmElement} from './crm/crm.element.js';
import {EventListElement} from './event-list.element.js';
import {LiveDeskElement} from './live-desk.element.js';
import {PictureElement} from './picture.element.js';
import {ScenarioBarElement} from './scenario-bar.element.js';
import {WelcomeElement} from './welcome.element.js';
import {WidgetPageElement} from './widget-page.element.js';

const VERSION = '0.1.0';

defineButton();
defineElement('home-anatomy', AnatomyElement, VERSION);
defineElement('home-picture', PictureElement, VERSION);
defineElement('home-code', CodeBlockElement, VERSION);
defineElement('home-events', EventListElement, VERSION);
defineElement('home-scenarios', ScenarioBarElement, VERSION);
defineElement('home-desk', LiveDeskElement, VERSION);
defineElement('home-crm', CrmElement, VERSION);
defineElement('home-welcome', WelcomeElement, VERSION);
defineElement('home-widget', WidgetPageElement, VERSION);

declare global {
  interface HTMLElementTagNameMap {
    'home-anatomy': AnatomyElement;
    'home-picture': PictureElement;
    'home-code': CodeBlockElement;
    'home-events': EventListElement;
    'home-scenarios': ScenarioBarElement;
    'home-desk': LiveDeskElement;
    'home-crm': CrmElement;
    'home-welcome': WelcomeElement;
    'home-widget': WidgetPageElement;
  }
}
