import type {AgentCase, Answer} from './case.js';
import type {Ask} from './command.js';
import type {Talk, Target} from './interaction.js';
import {needs} from './rules-agent.js';
import {active, onlyOn, owner} from './rules-contact.js';

/** Refuses where this is not a call that the agent owns and handles now. */
export const ownCall = (asked: AgentCase): Answer => onlyOn(asked, 'voice') ?? owner(asked) ?? active(asked);

/** Where it should go, while that is known: a button asks before a target is chosen. */
export const targetKind = ({to}: Ask): Target['kind'] | undefined =>
  to && 'kind' in to ? to.kind : undefined;

const hold = (asked: AgentCase): Answer => {
  const wrong = ownCall(asked);
  if (wrong) return wrong;
  const {talk} = asked.interaction;
  switch (talk.kind) {
    case 'together':
      return undefined;
    case 'consult':
      return talk.hears === 'customer' ? undefined : 'DW_CALL_HELD';
    case 'conference':
    case 'conference-requested':
      return 'DW_CALL_IN_CONFERENCE';
    case 'hold':
    case 'consult-requested':
      return 'DW_CALL_HELD';
    default:
      return 'DW_INTERACTION_NOT_ACTIVE';
  }
};

const resume = (asked: AgentCase): Answer => {
  const wrong = ownCall(asked);
  if (wrong) return wrong;
  const {talk} = asked.interaction;
  if (talk.kind === 'hold') return undefined;
  if (talk.kind === 'consult') return talk.hears === 'consulted' ? undefined : 'DW_CALL_NOT_HELD';
  return talk.kind === 'consult-requested' ? 'DW_CONSULT_NOT_ACCEPTED' : 'DW_CALL_NOT_HELD';
};

/** What stands in the way of ending or blindly transferring, by arrangement. */
const busyTalk = (talk: Talk): Answer => {
  if (talk.kind === 'consult-requested' || talk.kind === 'consult') return 'DW_CALL_IN_CONSULT';
  return talk.kind === 'conference' || talk.kind === 'conference-requested'
    ? 'DW_CALL_IN_CONFERENCE'
    : undefined;
};

const end = (asked: AgentCase): Answer => {
  const wrong = owner(asked) ?? active(asked);
  if (wrong) return wrong;
  const {talk, channel} = asked.interaction;
  if (channel !== 'voice') return undefined;
  return talk.kind === 'hold' ? 'DW_CALL_HELD' : busyTalk(talk);
};

/** A mail goes to a queue only, a chat to a queue or an agent, an outdial call to a queue where admin allows it. */
const takes = ({interaction, tenant}: AgentCase, kind: Target['kind']): boolean => {
  if (interaction.channel === 'email') return kind === 'queue';
  if (interaction.channel !== 'voice') return kind === 'queue' || kind === 'agent';
  return kind !== 'queue' || interaction.origin !== 'outdial' || tenant.queueTransferForOutdial;
};

const transferKind = (asked: AgentCase): Answer => {
  const kind = targetKind(asked.ask);
  return kind === undefined || takes(asked, kind) ? undefined : 'DW_TARGET_KIND';
};

/** A call that is still being dialled cannot be passed on: there is nobody to hear who comes next. */
const connected = ({interaction}: AgentCase): Answer =>
  interaction.talk.kind === 'none' ? 'DW_INTERACTION_NOT_ACTIVE' : undefined;

const transfer = (asked: AgentCase): Answer =>
  needs(asked.profile, 'transfer') ??
  owner(asked) ??
  transferKind(asked) ??
  active(asked) ??
  connected(asked) ??
  busyTalk(asked.interaction.talk);

const privacyShield = (asked: AgentCase): Answer => {
  const {recording} = asked.tenant;
  if (!recording.enabled || !recording.privacyShield) return 'DW_PERMISSION_OFF';
  return needs(asked.profile, 'recording') ?? ownCall(asked);
};

const pauseRecording = (asked: AgentCase): Answer => {
  const wrong = privacyShield(asked);
  if (wrong) return wrong;
  const {state} = asked.interaction.recording;
  if (state === 'paused') return 'DW_RECORDING_PAUSED';
  return state === 'on' ? undefined : 'DW_RECORDING_OFF';
};

const resumeRecording = (asked: AgentCase): Answer =>
  privacyShield(asked) ??
  (asked.interaction.recording.state === 'paused' ? undefined : 'DW_RECORDING_NOT_PAUSED');

/** Muting is the microphone's business: any agent who talks may, on a browser phone. */
const microphone = (asked: AgentCase): Answer => {
  const wrong = onlyOn(asked, 'voice');
  if (wrong) return wrong;
  return asked.profile.station.kind === 'browser-phone' ? active(asked) : 'DW_PERMISSION_OFF';
};

const mute = (asked: AgentCase): Answer =>
  microphone(asked) ?? (asked.engagement.muted === true ? 'DW_CALL_MUTED' : undefined);

const unmute = (asked: AgentCase): Answer =>
  microphone(asked) ?? (asked.engagement.muted === true ? undefined : 'DW_CALL_NOT_MUTED');

/** Digits go to whoever the agent hears; to a held customer they would say nothing. */
const dtmf = (asked: AgentCase): Answer => {
  const wrong = ownCall(asked);
  if (wrong) return wrong;
  const {kind} = asked.interaction.talk;
  if (kind === 'none') return 'DW_INTERACTION_NOT_ACTIVE';
  return kind === 'hold' || kind === 'consult-requested' ? 'DW_CALL_HELD' : undefined;
};

/** Rules about a call, and about ending or passing on any contact. */
export const callRules = {
  'interaction.end': {about: 'interaction', answer: end},
  'interaction.transfer': {about: 'interaction', answer: transfer},
  'call.hold': {about: 'interaction', answer: hold},
  'call.resume': {about: 'interaction', answer: resume},
  'call.mute': {about: 'interaction', answer: mute},
  'call.unmute': {about: 'interaction', answer: unmute},
  'call.dtmf': {about: 'interaction', answer: dtmf},
  'recording.pause': {about: 'interaction', answer: pauseRecording},
  'recording.resume': {about: 'interaction', answer: resumeRecording},
} as const satisfies Record<string, {about: 'interaction'; answer: (asked: AgentCase) => Answer}>;
