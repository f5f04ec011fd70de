// A table of controls: device, flags and kind of contact, and which controls a peer's desk shows.
import {check, notApplicable} from './score.mjs';

const CHANNELS = [
  [/email/i, 'email'],
  [/social/i, 'social'],
  [/chat/i, 'chat'],
  [/tele|voice/i, 'voice'],
];
const channelOf = ({title, task_hints: hints}) =>
  CHANNELS.find(([words]) => words.test(/media type is (\S+)/.exec(title)?.[1] ?? hints.join(' ')))?.[1] ??
  'voice';

const STATIONS = {
  BROWSER: {kind: 'browser-phone', dn: '2001'},
  EXTENSION: {kind: 'desk-phone', dn: '2001'},
  AGENT_DN: {kind: 'desk-phone', dn: '2001'},
};

/** A flag that is off takes these commands from what the backend can do. */
const FLAGS = {
  isEndCallEnabled: ['interaction.end'],
  isEndConsultEnabled: ['consult.end'],
};

/** The commands behind a control. It is there where one of them is possible while the contact rings or is handled. */
const CONTROLS = {
  accept: ['interaction.accept'],
  decline: ['interaction.decline'],
  end: ['interaction.end'],
  muteUnmute: ['call.mute', 'call.unmute'],
  holdResume: ['call.hold', 'call.resume'],
  consult: ['consult.start'],
  transfer: ['interaction.transfer'],
  wrapup: ['wrap-up.submit'],
  pauseResumeRecording: ['recording.pause', 'recording.resume'],
  endConsult: ['consult.end'],
};
/** Their table has it beside the consult that leads to it: whether it can ever be done is what is compared. */
const SOMETIME = {conference: 'conference.start'};

const NO_PHONE = 'a browser desk without a browser phone: our agents sign in with a phone that there is';

/** Judges a row of the control table. */
export function controlJudge({Hall, Desk, agentOf, domain: {permit}}) {
  const deskOf = (channel, station, without) => {
    const tenant = {recording: {enabled: true, privacyShield: true}};
    const hall = new Hall({tenant, agents: [agentOf('ann', {station}), agentOf('bob')]}).available('ann');
    const interactionId = hall.rings(channel, 'ann');
    const views = [new Desk({kind: 'agent', agentId: 'ann'}, hall).state];
    hall.picksUp(interactionId, 'ann');
    views.push(new Desk({kind: 'agent', agentId: 'ann'}, hall).state);
    const commands = views[0].capabilities.commands.filter((command) => !without.includes(command));
    const capable = views.map((view) => ({...view, capabilities: {...view.capabilities, commands}}));
    const may = (type) =>
      capable.map((view) => permit(view, {type, interactionId}, {kind: 'agent', agentId: 'ann'}));
    return {may};
  };

  const shown = ({may}, control) =>
    control in SOMETIME
      ? may(SOMETIME[control]).some(({ok, refusal}) => ok || refusal.kind === 'state')
      : CONTROLS[control].some((type) => may(type).some(({ok}) => ok));

  return (row) => {
    const {title, device, flags, expected} = row;
    const about = {input: title};
    const station = STATIONS[device];
    if (!station) return {...about, ...notApplicable(`we have no device like ${device}`)};
    const channel = channelOf(row);
    if (device === 'BROWSER' && flags.webRtcEnabled === false && channel === 'voice')
      return {...about, ...notApplicable(NO_PHONE)};
    const without = Object.keys(FLAGS).flatMap((flag) => (flags[flag] === false ? FLAGS[flag] : []));
    const desk = deskOf(channel, station, without);
    const known = Object.keys(expected).filter((control) => control in CONTROLS || control in SOMETIME);
    return {
      ...about,
      checks: known.map((control) => check(control, expected[control], shown(desk, control))),
    };
  };
}
