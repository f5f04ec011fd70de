import {defineElement} from '@deskwire/kit';

import {CampaignElement} from './campaign.element.js';
// For its types: whoever registers the element hears its events by name.
import './campaign.events.js';

defineElement('dw-campaign', CampaignElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-campaign': CampaignElement;
  }
}
