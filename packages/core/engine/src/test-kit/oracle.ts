// What a command should come to, told by the requirements and not by the engine's own handlers.
import {
  checkCadValue,
  checkCommand,
  checkReplies,
  permit,
  type AgentId,
  type CadEdit,
  type Channel,
  type Command,
  type Instant,
  type Interaction,
  type OutgoingMail,
  type RefusalCode,
  type Target,
  type Verdict,
  type Who,
} from '@deskwire/domain';
import type {AgentState, Centre} from '../centre.js';
import {contactKey} from '../contact-lists.js';
import {permitView} from '../snapshot.js';

const isFreeFor = ({profile, presence, connected, handset, work}: AgentState, channel: Channel): boolean => {
  const same = work.filter((one) => one.channel === channel);
  const isMixed = work.some((one) => (one.channel === 'voice') !== (channel === 'voice'));
  return (
    presence.state === 'available' &&
    connected &&
    same.length < profile.capacity[channel] &&
    !(profile.blending === 'exclusive' && isMixed) &&
    !(channel === 'voice' && profile.station.kind === 'desk-phone' && handset.offHook) &&
    work.every(({phase}) => phase !== 'wrap-up')
  );
};

/** Lines to the world outside. */
export const linesOf = ({interactions}: Centre): number =>
  [...interactions.values()]
    .filter(({channel}) => channel === 'voice')
    .flatMap(({legs}) => legs)
    .filter(({party, presence}) => party.kind !== 'agent' && presence !== 'gone').length;

const agentCode = (
  centre: Centre,
  by: AgentId,
  one: Interaction,
  agentId: AgentId,
): RefusalCode | undefined => {
  const agent = centre.agents.get(agentId);
  if (!agent) return 'DW_TARGET_UNKNOWN';
  if (agentId === by) return 'DW_TARGET_SELF';
  const isIn = one.engagements.some((part) => part.agent.id === agentId && part.phase !== 'done');
  return isFreeFor(agent, one.channel) && !isIn ? undefined : 'DW_TARGET_UNAVAILABLE';
};

/** Whether there can be one more line. */
const lineCode = (centre: Centre): RefusalCode | undefined =>
  linesOf(centre) < centre.config.tenant.callLimits.tenant ? undefined : 'DW_CALL_LIMIT_TENANT';

const targetCode = (centre: Centre, by: AgentId, one: Interaction, to: Target): RefusalCode | undefined => {
  const {queues, entryPoints} = centre.config.tenant;
  const fits = ({channel}: {readonly channel: Channel}) => channel === one.channel;
  switch (to.kind) {
    case 'agent':
      return agentCode(centre, by, one, to.agentId);
    case 'queue':
      return queues.filter(fits).some(({id}) => id === to.queueId) ? undefined : 'DW_TARGET_UNKNOWN';
    case 'entry-point':
      return entryPoints.filter(fits).some(({id}) => id === to.entryPointId)
        ? undefined
        : 'DW_TARGET_UNKNOWN';
    case 'number':
      return lineCode(centre);
  }
};

const askedFor = (
  command: Command,
  {channel}: Interaction,
): {readonly to: Target | undefined} | undefined => {
  if (command.type === 'interaction.transfer' || command.type === 'consult.start') return {to: command.to};
  return command.type === 'conference.start' && channel !== 'voice' ? {to: command.to} : undefined;
};

/** One edit of each name, of a variable that is there, with a value that it can have. */
const editsCode = ({cad}: Interaction, edits: readonly CadEdit[]): RefusalCode | undefined => {
  for (const [index, {name, value}] of edits.entries()) {
    const variable = cad.find((one) => one.name === name);
    if (!variable) return 'DW_CAD_UNKNOWN';
    const wrong = checkCadValue(variable, value);
    if (wrong) return wrong.code;
    if (edits.findIndex((one) => one.name === name) < index) return 'DW_INPUT_INVALID';
  }
  return undefined;
};

/** Whether some contact of the list is neither done nor with somebody. */
const hasContact = ({config, contacts}: Centre, campaignId: string): boolean =>
  (config.contacts?.[campaignId] ?? []).some(
    ({id}) => (contacts.marks.get(contactKey(campaignId, id))?.state ?? 'free') === 'free',
  );

/** What an agent asks for without any contact. */
const ownCode = (centre: Centre, by: AgentId, command: Command): RefusalCode | undefined => {
  if (command.type === 'outdial.call') return lineCode(centre);
  if (command.type !== 'campaign.next') return undefined;
  const team = centre.agents.get(by)?.profile.team.id ?? '';
  const campaign = centre.config.tenant.campaigns.find(({id}) => id === command.campaignId);
  if (!campaign?.teams.includes(team)) return 'DW_CAMPAIGN_UNKNOWN';
  return hasContact(centre, campaign.id) ? undefined : 'DW_CAMPAIGN_EMPTY';
};

/** A reply to a mail that is there; no file and no image in a storm is. */
const replyCode = (
  {content}: Interaction,
  {inReplyTo, attachmentIds, html}: OutgoingMail,
): RefusalCode | undefined => {
  const mails = content.kind === 'email' ? content.thread.mails : [];
  if (mails.every(({id}) => id !== inReplyTo)) return 'DW_MAIL_UNKNOWN';
  return attachmentIds.length > 0 || html !== undefined ? 'DW_FILE_UNKNOWN' : undefined;
};

/** Somebody looks at the clock and at what the mail said of itself. */
const recallCode = ({content}: Interaction, mailId: string, now: Instant): RefusalCode | undefined => {
  const mail = content.kind === 'email' ? content.thread.mails.find(({id}) => id === mailId) : undefined;
  if (!mail) return 'DW_MAIL_UNKNOWN';
  return mail.delivery === 'sending' && (mail.leavesAt ?? 0) > now ? undefined : 'DW_MAIL_LEFT';
};

const contactCode = (
  centre: Centre,
  by: AgentId,
  one: Interaction,
  command: Command,
  now: Instant,
): RefusalCode | undefined => {
  if (command.type === 'cad.save') return editsCode(one, command.edits);
  if (command.type === 'campaign.call') return lineCode(centre);
  if (command.type === 'call-guide.submit') {
    const {guide = []} = centre.config.tenant.campaigns.find(({id}) => id === one.campaignId) ?? {};
    return checkReplies(guide, command.replies)?.code;
  }
  if (command.type === 'mail.send') return replyCode(one, command.mail);
  if (command.type === 'mail.recall') return recallCode(one, command.mailId, now);
  const asked = askedFor(command, one);
  if (!asked) return undefined;
  return asked.to ? targetCode(centre, by, one, asked.to) : 'DW_TARGET_UNKNOWN';
};

/** `ok`, or the code of the no that this command must get. What time it is matters to mails alone. */
export const foresee = (centre: Centre, who: Who, command: Command, now: Instant = 0): 'ok' | RefusalCode => {
  const verdict: Verdict = permit(permitView(centre, who), command, who);
  if (!verdict.ok) return verdict.refusal.code;
  const one = 'interactionId' in command ? centre.interactions.get(command.interactionId) : undefined;
  const typed = checkCommand(command, centre.config.tenant, one?.channel);
  if (typed) return typed.code;
  if (who.kind === 'customer') return 'ok';
  const code = one
    ? contactCode(centre, who.agentId, one, command, now)
    : ownCode(centre, who.agentId, command);
  return code ?? 'ok';
};
