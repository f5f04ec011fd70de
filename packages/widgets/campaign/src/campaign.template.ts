import {html, nothing, type TemplateResult} from 'lit';
import type {Campaign, Refusal} from '@deskwire/domain';
import {campaignIcon, infoIcon, type SearchListChange} from '@deskwire/kit';

import type {CampaignView} from './campaign.view.js';
import {iconRefusalText, type Words} from './campaign.words.js';

/** What the icon is rendered with. */
export interface IconScene {
  readonly words: Words;
  /** The dialog is open. */
  readonly isOpen: boolean;
  /** The menu, or the reason, hangs from the icon. */
  readonly hangs: boolean;
  /** A contact is being fetched. */
  readonly isPending: boolean;
  press(): void;
}

/** Why no contact can be asked for; undefined: it can, or there is one to be opened. */
export const iconRefusal = ({contact, next}: CampaignView): Refusal | undefined =>
  contact || !next.shown ? undefined : next.refusal;

const nameOf = ({contact}: CampaignView, words: Words): string => {
  if (!contact) return words.t('contact');
  return words.t(contact.stage === 'preview' ? 'contactWaits' : 'contactRings');
};

/** The icon; with the time of a contact that waits behind it. */
export const campaignIconButton = (view: CampaignView, scene: IconScene): TemplateResult => {
  const {words, isOpen, hangs, isPending} = scene;
  const refusal = iconRefusal(view);
  const reason = refusal ? iconRefusalText(words, refusal) : '';
  const {contact} = view;
  const waits = contact && !isOpen;
  const opensMenu = !contact && view.campaigns.length > 1;
  return html`<button
      class="btn anchor ${waits ? 'waits ringing' : 'icon'}"
      part="button"
      type="button"
      title=${reason ? `${words.t('contact')}: ${reason}` : words.t('contact')}
      aria-haspopup=${refusal ? nothing : opensMenu ? 'listbox' : 'dialog'}
      aria-expanded=${refusal ? nothing : String(isOpen || hangs)}
      aria-disabled=${refusal ? 'true' : nothing}
      aria-busy=${isPending ? 'true' : nothing}
      aria-describedby=${reason ? 'why' : nothing}
      @click=${scene.press}
    >
      ${isPending ? html`<span class="spin"></span>` : campaignIcon}<span class="hidden-text"
        >${nameOf(view, words)}</span
      >
      ${waits ? html`<dw-timer .since=${contact.since} .label=${words.t('time')}></dw-timer>` : nothing}
    </button>
    <span id="why" hidden>${reason}</span>`;
};

/** What hangs from the icon: why it is off, or the campaigns to choose from. */
export const campaignPopover = (view: CampaignView, scene: IconScene, menu: unknown): TemplateResult => {
  const refusal = iconRefusal(view);
  const content = refusal
    ? html`<p class="reason small" role="status">${infoIcon}${iconRefusalText(scene.words, refusal)}</p>`
    : html`<h2 class="caption">${scene.words.t('choose')}</h2>
        ${menu}`;
  return html`<div class="popover top" part="menu" popover="manual">${scene.hangs ? content : nothing}</div>`;
};

/** From so many campaigns on, the menu has a search. */
const SEARCH_FROM = 7;

/** The campaigns to choose from. */
export const campaignMenu = (
  words: Words,
  campaigns: readonly Pick<Campaign, 'id' | 'name'>[],
  choose: (campaignId: string) => void,
): TemplateResult =>
  html`<dw-search-list
    .items=${campaigns.map(({id, name}) => ({value: id, text: name, icon: campaignIcon}))}
    .selected=${[]}
    ?searchable=${campaigns.length >= SEARCH_FROM}
    .label=${words.t('choose')}
    .placeholder=${words.t('find')}
    .emptyText=${words.t('none')}
    @dw-change=${({detail}: CustomEvent<SearchListChange>) => {
      if (detail.picked !== undefined) choose(detail.picked);
    }}
  ></dw-search-list>`;
