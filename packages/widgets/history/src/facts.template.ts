import {html, nothing, type TemplateResult} from 'lit';
import {durationText, phoneText, type LanguageController} from '@deskwire/kit';
import type {Campaign, GuideResult, HistoryEntry} from '@deskwire/domain';

import type {contentWords} from './content.messages.js';
import {repliedQuestions} from './guide-replies.js';
import type {HistoryScope} from './history.view.js';
import {outcomeWords} from './outcome.messages.js';

/** The language controller of a past contact. */
export type ContentLanguage = LanguageController<typeof contentWords.en>;

/** A point in time in full. */
export const FULL_DATE: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

type Fact = readonly [label: keyof typeof contentWords.en & string, value: unknown];

const customerText = ({customer}: HistoryEntry): string | undefined =>
  [customer.name, customer.id].find((text) => text?.trim());

const agentText = ({agent}: HistoryEntry): string | undefined =>
  agent && [agent.name, agent.team].filter(Boolean).join(' · ');

const whoFacts = (entry: HistoryEntry, language: ContentLanguage): readonly Fact[] => {
  const {channel, customer} = entry;
  const {number = '', email = ''} = customer;
  return [
    ['customer', customerText(entry) ?? (number || email ? undefined : language.t('unknown'))],
    [
      'number',
      channel === 'voice' && number ? html`<span class="num">${phoneText(number)}</span>` : undefined,
    ],
    ['address', channel === 'voice' || !email ? undefined : email],
  ];
};

const whatFacts = (entry: HistoryEntry, language: ContentLanguage): readonly Fact[] => {
  const {channel, subject, queue, origin, reasons, outcome} = entry;
  const reasonText = reasons.map((reason) => language.label(reason)).join(', ');
  return [
    ['subject', channel === 'email' ? (subject?.trim() ? subject : language.t('noSubject')) : undefined],
    ['origin', channel === 'voice' ? language.t(origin) : undefined],
    ['queue', queue?.name],
    ['agent', agentText(entry)],
    ['reasons', reasonText || undefined],
    ['outcome', outcome && outcomeWords[language.locale][outcome]],
  ];
};

const whenFacts = ({at, seconds}: HistoryEntry, language: ContentLanguage): readonly Fact[] => [
  // Between date and time it may wrap.
  ['arrived', language.time(at, FULL_DATE)],
  ['duration', seconds === undefined ? undefined : html`<span class="num">${durationText(seconds)}</span>`],
];

/** What is known of a contact. The list of a customer need not say who the customer is. */
export const factsTemplate = (
  entry: HistoryEntry,
  scope: HistoryScope,
  language: ContentLanguage,
): TemplateResult => {
  const facts = [
    ...(scope === 'mine' ? whoFacts(entry, language) : []),
    ...whatFacts(entry, language),
    ...whenFacts(entry, language),
  ];
  return html`<dl class="facts ${entry.channel === 'voice' ? 'list' : ''}">
    ${facts.map(([label, value]) =>
      value === undefined
        ? nothing
        : html`<div>
            <dt>${language.t(label as 'agent')}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`,
    )}
  </dl>`;
};

/** What the call guide brought. */
export const guideTemplate = (
  {by, at, replies}: GuideResult,
  campaigns: readonly Campaign[],
  language: ContentLanguage,
): TemplateResult => {
  const when = language.time(at, FULL_DATE);
  return html`<section class="guide" aria-labelledby="guide">
    <h3 id="guide">${language.t('guide')}</h3>
    <p class="meta">${language.t('guideBy', {name: by.name, when})}</p>
    <dl>
      ${repliedQuestions(campaigns, replies).map(
        ({question, answer}) =>
          html`<div>
            <dt>${question === undefined ? language.t('removedQuestion') : language.label(question)}</dt>
            <dd><bdi>${language.label(answer) || language.t('noReply')}</bdi></dd>
          </div>`,
      )}
    </dl>
  </section>`;
};
