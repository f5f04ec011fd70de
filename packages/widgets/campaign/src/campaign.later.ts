import {html, type TemplateResult} from 'lit';
import type {Campaign} from '@deskwire/domain';
import {campaignIcon, defineButton, defineSearchList, type SearchListChange} from '@deskwire/kit';

import type {Words} from './campaign.words.js';

export {outdialText} from '@deskwire/kit';
export {dialogContent} from './dialog-content.template.js';

/** From so many campaigns on, the menu has a search. */
const SEARCH_FROM = 7;

/** Registers what is in the menu and in the dialog. */
export const defineParts = (): void => {
  defineButton();
  defineSearchList();
};

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
