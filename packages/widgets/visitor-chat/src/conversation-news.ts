import type {LanguageController} from '@deskwire/kit';

import type {talkWords} from './conversation.messages.js';
import type {ChatView, Occurrence} from './conversation.view.js';

/** The language controller of a conversation. */
export type TalkLanguage = LanguageController<typeof talkWords.en>;

/** What happened, in words. */
export const occurrenceText = (occurrence: Occurrence, language: TalkLanguage): string => {
  switch (occurrence.kind) {
    case 'joined':
      return language.t('joined', {name: occurrence.name});
    case 'left':
      return language.t('agentLeft', {name: occurrence.name});
    default:
      return language.t(occurrence.kind);
  }
};

/** What those who wait are told. */
export const soonText = ({wasServed}: ChatView, language: TalkLanguage): string =>
  language.t(wasServed ? 'soonAgain' : 'soon');

/**
 * What is to be read out after a change: who came and went, how it ended, that one waits. The log reads out messages.
 * @param sawLoss Whether the visitor was shown that the connection was lost.
 */
export const newsOf = (
  before: ChatView | undefined,
  now: ChatView,
  sawLoss: boolean,
  language: TalkLanguage,
): readonly string[] => {
  const same = before?.interactionId === now.interactionId ? before : undefined;
  const known = new Set(same?.occurrences.map(({key}) => key));
  const happened = same ? now.occurrences.filter(({key}) => !known.has(key)) : [];
  const news = happened.map((one) => occurrenceText(one, language));
  if (now.phase === 'waiting' && same?.phase !== 'waiting') news.push(soonText(now, language));
  if (sawLoss && !now.isReconnecting && !now.loss) news.push(language.t('restored'));
  return news;
};
