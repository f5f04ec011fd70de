import type {AgentCase, Answer} from './case.js';
import {failedMail, leavingMail} from './mail-thread.js';
import {active, onlyOn, owner} from './rules-contact.js';

/** In the wrap-up of whoever had the contact at its end, a reply that could not be delivered can be sent again (MAIL-11). */
const sendsAgain = ({engagement, interaction}: AgentCase): boolean => {
  const {ending} = interaction;
  return (
    engagement.phase === 'wrap-up' &&
    ending !== undefined &&
    engagement.since >= ending.at &&
    failedMail(interaction) !== undefined
  );
};

const send = (asked: AgentCase): Answer => {
  const wrong = onlyOn(asked, 'email') ?? owner(asked) ?? (sendsAgain(asked) ? undefined : active(asked));
  return wrong ?? (leavingMail(asked.interaction) ? 'DW_MAIL_LEAVING' : undefined);
};

const recall = (asked: AgentCase): Answer =>
  onlyOn(asked, 'email') ??
  owner(asked) ??
  active(asked) ??
  (leavingMail(asked.interaction) ? undefined : 'DW_MAIL_LEFT');

/** Rules about replying to mails. */
export const mailRules = {
  'mail.send': {about: 'interaction', answer: send},
  'mail.recall': {about: 'interaction', answer: recall},
} as const satisfies Record<string, {about: 'interaction'; answer: (asked: AgentCase) => Answer}>;
