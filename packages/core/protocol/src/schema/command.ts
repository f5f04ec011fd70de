import * as v from 'valibot';

import {LIMITS} from '../limits.js';
import {count, id, line, list, maybe, target, text} from './basics.js';
import {guideReplies, mailbox} from './content.js';

const on = {interactionId: id};
const chosenState = v.variant('state', [
  v.object({state: v.literal('available')}),
  v.object({state: v.literal('idle'), reasonId: id}),
]);

const outgoingMail = v.object({
  kind: v.picklist(['quick-reply', 'reply', 'reply-all']),
  inReplyTo: id,
  cc: list(mailbox, LIMITS.few),
  text: text(LIMITS.mailText),
  html: maybe(text(LIMITS.mailHtml)),
  attachmentIds: list(id, LIMITS.few),
  quotes: v.boolean(),
});

/** Every command, with what it carries. Keys that are not named here are dropped. */
export const command = v.variant('type', [
  v.object({type: v.literal('agent.set-state'), to: chosenState}),
  v.object({type: v.literal('agent.sign-out')}),
  v.object({type: v.literal('interaction.accept'), ...on}),
  v.object({type: v.literal('interaction.decline'), ...on}),
  v.object({type: v.literal('interaction.end'), ...on}),
  v.object({type: v.literal('interaction.transfer'), ...on, to: target}),
  v.object({type: v.literal('interaction.read'), ...on}),
  v.object({type: v.literal('call.hold'), ...on}),
  v.object({type: v.literal('call.resume'), ...on}),
  v.object({type: v.literal('call.mute'), ...on}),
  v.object({type: v.literal('call.unmute'), ...on}),
  v.object({type: v.literal('call.dtmf'), ...on, digits: text(LIMITS.commandId)}),
  v.object({type: v.literal('recording.pause'), ...on}),
  v.object({type: v.literal('recording.resume'), ...on}),
  v.object({type: v.literal('consult.start'), ...on, to: target}),
  v.object({type: v.literal('consult.cancel'), ...on}),
  v.object({type: v.literal('consult.hold'), ...on}),
  v.object({type: v.literal('consult.resume'), ...on}),
  v.object({type: v.literal('consult.end'), ...on}),
  v.object({type: v.literal('consult.transfer'), ...on}),
  v.object({type: v.literal('conference.start'), ...on, to: maybe(target)}),
  v.object({type: v.literal('conference.end'), ...on}),
  v.object({type: v.literal('conference.transfer'), ...on}),
  v.object({
    type: v.literal('wrap-up.submit'),
    ...on,
    reasonIds: list(id, LIMITS.few),
    note: maybe(text(LIMITS.note)),
  }),
  v.object({type: v.literal('wrap-up.extend'), ...on}),
  v.object({
    type: v.literal('message.send'),
    ...on,
    text: text(LIMITS.message),
    attachmentIds: maybe(list(id, LIMITS.few)),
  }),
  v.object({type: v.literal('mail.send'), ...on, mail: outgoingMail}),
  v.object({type: v.literal('mail.recall'), ...on, mailId: id}),
  v.object({
    type: v.literal('cad.save'),
    ...on,
    edits: list(v.object({name: line, value: text(LIMITS.cadValue), base: count}), LIMITS.variables),
  }),
  v.object({type: v.literal('outdial.call'), number: line, ani: maybe(line)}),
  v.object({type: v.literal('outdial.cancel'), ...on}),
  v.object({type: v.literal('campaign.next'), campaignId: id}),
  v.object({type: v.literal('campaign.call'), ...on}),
  v.object({type: v.literal('campaign.skip'), ...on}),
  v.object({type: v.literal('call-guide.submit'), ...on, replies: guideReplies}),
  v.object({type: v.literal('customer.leave'), ...on}),
]);
