import type {Talk} from './interaction.js';
import type {AgentCase, Answer} from './permit.js';
import {needs} from './rules-agent.js';
import {active, onlyOn} from './rules-contact.js';

/** Refuses anybody but the agent who owns the interaction. */
export const owner = ({engagement}: AgentCase): Answer =>
  engagement.role === 'owner' ? undefined : 'DW_CONSULT_NOT_OWNER';

const ownCall = (asked: AgentCase): Answer => onlyOn(asked, 'voice') ?? owner(asked) ?? active(asked);

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

const transfer = (asked: AgentCase): Answer => {
  const wrong = needs(asked.profile, 'transfer') ?? owner(asked) ?? active(asked);
  if (wrong) return wrong;
  const {ask, interaction, tenant} = asked;
  const kind = ask.to && 'kind' in ask.to ? ask.to.kind : undefined;
  if (interaction.channel === 'email' && kind !== undefined && kind !== 'queue') return 'DW_TARGET_KIND';
  if (interaction.channel !== 'voice' && (kind === 'number' || kind === 'entry-point'))
    return 'DW_TARGET_KIND';
  if (kind === 'queue' && interaction.origin === 'outdial' && !tenant.queueTransferForOutdial)
    return 'DW_TARGET_KIND';
  return busyTalk(interaction.talk);
};

const pauseRecording = (asked: AgentCase): Answer => {
  const {recording} = asked.tenant;
  if (!recording.enabled || !recording.privacyShield) return 'DW_PERMISSION_OFF';
  const wrong = needs(asked.profile, 'recording') ?? ownCall(asked);
  if (wrong) return wrong;
  const {state} = asked.interaction.recording;
  if (state === 'paused') return 'DW_RECORDING_PAUSED';
  return state === 'on' ? undefined : 'DW_RECORDING_OFF';
};

const resumeRecording = (asked: AgentCase): Answer => {
  const {recording} = asked.tenant;
  if (!recording.enabled || !recording.privacyShield) return 'DW_PERMISSION_OFF';
  const wrong = needs(asked.profile, 'recording') ?? ownCall(asked);
  if (wrong) return wrong;
  return asked.interaction.recording.state === 'paused' ? undefined : 'DW_RECORDING_NOT_PAUSED';
};

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

const dtmf = (asked: AgentCase): Answer => ownCall(asked);

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
