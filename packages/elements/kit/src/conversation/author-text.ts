import type {Author} from '@deskwire/domain';

import type {LanguageController} from '../controllers/language-controller.js';
import {botIcon, type Icon} from '../icons.js';

import type {conversationWords} from './conversation.messages.js';

/** The language controller of a log. */
export type LogLanguage = LanguageController<typeof conversationWords.en>;

/** How those are called of whom a message does not say it. */
export interface Names {
  readonly language: LogLanguage;
  readonly customer: string;
  /** Empty: as an agent calls the assistant. */
  readonly assistant: string;
}

/** Who wrote it, as the log says it; empty for the system. */
export const authorText = (from: Author, mine: boolean, {language, customer, assistant}: Names): string => {
  switch (from.kind) {
    case 'agent':
      return mine ? language.t('you', {name: from.name}) : from.name;
    case 'customer':
      return mine ? language.t('youAlone') : from.name || customer || language.t('customer');
    case 'bot':
      return assistant || language.t('bot');
    default:
      return '';
  }
};

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (locale: string): Intl.Segmenter => {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale);
  segmenters.set(locale, known);
  return known;
};

/** What stands in the author's circle: the first character of the name as people see it, or the assistant's icon. */
export const authorInitial = (from: Author, names: Names): string | Icon => {
  if (from.kind === 'bot') return botIcon;
  const name = from.kind === 'agent' ? from.name : authorText(from, false, names);
  const [first] = segmenterOf(names.language.locale).segment(name.trim());
  return first?.segment.toUpperCase() ?? '';
};
