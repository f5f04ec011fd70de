import {CAD_MAX_LENGTH, CAD_MAX_VARIABLES} from './cad.js';
import type {Command, CommandOf} from './command.js';
import type {TenantConfig} from './config.js';
import type {Target} from './interaction.js';
import {checkOutdialNumber, isOwnNumber} from './dial-plan.js';
import {GUIDE_MAX_QUESTIONS, GUIDE_REPLY_MAX_LENGTH} from './guide.js';
import {isMailbox} from './mail-address.js';
import {checkNumber, dialled} from './number.js';
import type {Channel} from './party.js';
import {refuse, type Refusal} from './refusal.js';

/** At most this many UTF-16 units in one chat message (CHAT-2). */
export const MESSAGE_MAX_LENGTH = 1_000;
/** At most this many UTF-16 units in the text of one mail. */
export const MAIL_MAX_LENGTH = 200_000;
/** At most this many recipients in the Cc of one mail. */
export const CC_MAX = 50;
/** At most this many UTF-16 units in a wrap-up note. */
export const NOTE_MAX_LENGTH = 1_000;

const checkMessage = ({text, attachmentIds = []}: CommandOf<'message.send'>): Refusal | undefined => {
  if (text.trim() === '' && attachmentIds.length === 0) return refuse('DW_MESSAGE_EMPTY');
  return text.length > MESSAGE_MAX_LENGTH
    ? refuse('DW_MESSAGE_TOO_LONG', {max: MESSAGE_MAX_LENGTH, length: text.length})
    : undefined;
};

const checkMail = ({mail}: CommandOf<'mail.send'>): Refusal | undefined => {
  if (mail.text.trim() === '' && mail.html === undefined) return refuse('DW_MAIL_EMPTY');
  if (mail.kind === 'quick-reply' && mail.html !== undefined)
    return refuse('DW_INPUT_INVALID', {field: 'html'});
  if (mail.cc.length > CC_MAX) return refuse('DW_MAIL_RECIPIENTS', {max: CC_MAX});
  if (!mail.cc.every(isMailbox)) return refuse('DW_MAIL_ADDRESS');
  return mail.text.length > MAIL_MAX_LENGTH || (mail.html?.length ?? 0) > MAIL_MAX_LENGTH * 5
    ? refuse('DW_MAIL_TOO_LONG', {max: MAIL_MAX_LENGTH, length: mail.text.length})
    : undefined;
};

const checkWrapUp = (
  {reasonIds, note}: CommandOf<'wrap-up.submit'>,
  tenant: TenantConfig,
  channel: Channel | undefined,
): Refusal | undefined => {
  if (note !== undefined && note.length > NOTE_MAX_LENGTH) return refuse('DW_INPUT_INVALID', {field: 'note'});
  const policy = channel && tenant.wrapUp[channel];
  const allowed = policy?.reasonIds ?? tenant.wrapUpReasons.map(({id}) => id);
  if (reasonIds.length === 0) return refuse('DW_WRAPUP_REASON_REQUIRED');
  if (reasonIds.length > 1 && policy?.multiple !== true) return refuse('DW_WRAPUP_ONE_REASON');
  return new Set(reasonIds).size === reasonIds.length && reasonIds.every((id) => allowed.includes(id))
    ? undefined
    : refuse('DW_WRAPUP_REASON_UNKNOWN');
};

/** Two edits of one variable in one save: nobody could say which one is meant. */
const checkCad = ({edits}: CommandOf<'cad.save'>): Refusal | undefined => {
  const names = new Set(edits.map(({name}) => name));
  if (edits.length === 0 || edits.length > CAD_MAX_VARIABLES || names.size < edits.length)
    return refuse('DW_INPUT_INVALID', {field: 'edits'});
  const tooLong = edits.find(({value}) => value.length > CAD_MAX_LENGTH);
  return tooLong && refuse('DW_CAD_TOO_LONG', {name: tooLong.name, max: CAD_MAX_LENGTH});
};

/** A dial number that can be dialled, and that is no way back into the contact centre (XFER-6, XFER-7). */
const checkTarget = (to: Target, tenant: TenantConfig): Refusal | undefined => {
  if (to.kind !== 'number') return undefined;
  return isOwnNumber(tenant, to.number) ? refuse('DW_NUMBER_ENTRY_POINT') : checkNumber(dialled(to.number));
};

const checkOutdial = ({number, ani}: CommandOf<'outdial.call'>, tenant: TenantConfig): Refusal | undefined =>
  ani !== undefined && !tenant.outdial.anis.some((one) => one.number === ani)
    ? refuse('DW_ANI_UNKNOWN')
    : checkOutdialNumber(dialled(number), tenant);

/** The way through the guide is the engine's to check: `checkReplies` needs the campaign. */
const checkGuideSize = ({replies}: CommandOf<'call-guide.submit'>): Refusal | undefined => {
  if (replies.length > GUIDE_MAX_QUESTIONS) return refuse('DW_INPUT_INVALID', {field: 'replies'});
  const tooLong = replies.find(({answer}) => answer.length > GUIDE_REPLY_MAX_LENGTH);
  return (
    tooLong &&
    refuse('DW_GUIDE_REPLY_TOO_LONG', {questionId: tooLong.questionId, max: GUIDE_REPLY_MAX_LENGTH})
  );
};

/**
 * Checks what was typed: the part of a command that `permit` does not look at. Used by the widgets before sending and
 * by the engine before deciding.
 * @param channel The channel of the interaction that the command is about, where it is about one.
 */
export const checkCommand = (
  command: Command,
  tenant: TenantConfig,
  channel?: Channel,
): Refusal | undefined => {
  switch (command.type) {
    case 'message.send':
      return checkMessage(command);
    case 'mail.send':
      return checkMail(command);
    case 'wrap-up.submit':
      return checkWrapUp(command, tenant, channel);
    case 'cad.save':
      return checkCad(command);
    case 'interaction.transfer':
    case 'consult.start':
      return checkTarget(command.to, tenant);
    case 'outdial.call':
      return checkOutdial(command, tenant);
    case 'call-guide.submit':
      return checkGuideSize(command);
    case 'call.dtmf':
      return /^[0-9*#A-D]{1,32}$/.test(command.digits)
        ? undefined
        : refuse('DW_INPUT_INVALID', {field: 'digits'});
    default:
      return undefined;
  }
};
