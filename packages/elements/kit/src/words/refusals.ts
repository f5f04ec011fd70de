import type {Refusal, RefusalCode} from '@deskwire/domain';

import type {Locale} from '../contexts.js';

import {fill} from './catalogue.js';
import {agentRefusals} from './refusals/agent.js';
import {cadRefusals} from './refusals/cad.js';
import {callRefusals} from './refusals/call.js';
import {campaignRefusals} from './refusals/campaign.js';
import {commonRefusals} from './refusals/common.js';
import {connectionRefusals} from './refusals/connection.js';
import {consultRefusals} from './refusals/consult.js';
import {contactRefusals} from './refusals/contact.js';
import {conversationRefusals} from './refusals/conversation.js';
import {dialRefusals} from './refusals/dial.js';
import {fileRefusals} from './refusals/file.js';
import {historyRefusals} from './refusals/history.js';
import {targetRefusals} from './refusals/target.js';
import {wrapUpRefusals} from './refusals/wrap-up.js';

/** What each refusal says to the person who meets it: what stands in the way, and what to do where something can be. */
export type RefusalWords = Readonly<Record<RefusalCode, string>>;

const wordsIn = (locale: Locale): RefusalWords => ({
  ...commonRefusals[locale],
  ...connectionRefusals[locale],
  ...agentRefusals[locale],
  ...contactRefusals[locale],
  ...callRefusals[locale],
  ...consultRefusals[locale],
  ...targetRefusals[locale],
  ...dialRefusals[locale],
  ...campaignRefusals[locale],
  ...historyRefusals[locale],
  ...wrapUpRefusals[locale],
  ...conversationRefusals[locale],
  ...fileRefusals[locale],
  ...cadRefusals[locale],
});

/** Exhaustive by type: a new code does not compile until it has words in both languages. */
export const refusalWords: Readonly<Record<Locale, RefusalWords>> = /* @__PURE__ */ (() => ({
  en: wordsIn('en'),
  ko: wordsIn('ko'),
}))();

/** A refusal in words. A code of a newer bundle that this one does not know says that the server refused. */
export const refusalText = (locale: Locale, {code, params}: Refusal): string =>
  fill(locale, refusalWords[locale][code] ?? refusalWords[locale].DW_SERVER_FAILED, params);
