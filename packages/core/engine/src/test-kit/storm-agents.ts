// What agents do in a storm who know what they are doing.
import type {AgentId, Command, Interaction, InteractionId, Phase, Who} from '@deskwire/domain';
import type {Hall} from './hall.js';
import {stateOf, targetAt} from './storm-commands.js';
import {nextOfDial} from './storm-dialling.js';
import {anyAgent, command, interactionsOf, pick, pieces, signal, type Played} from './storm-reading.js';
import {arrive} from './storm-world.js';

/** Somebody who takes no work does again: else everybody would be in RONA before long. */
export const wake = (hall: Hall, a: number): Played => {
  const resting = [...hall.centre.agents.values()].filter(
    ({presence, connected}) => presence.state !== 'available' || !connected,
  );
  const agent = pick(resting, a);
  if (!agent) return {kind: 'time'};
  const {id: agentId} = agent.profile;
  if (!agent.connected) return signal({type: 'agent.connected', agentId});
  if (agent.presence.state === 'signed-out') return signal({type: 'agent.signed-in', agentId});
  return command({kind: 'agent', agentId}, stateOf(0));
};

const numberAnswers = (hall: Hall, {id: interactionId, legs}: Interaction): Played => {
  const leg = legs.find(({party, presence}) => party.kind === 'number' && presence === 'ringing');
  return leg ? signal({type: 'number.answered', interactionId, legId: leg.id}) : wake(hall, 0);
};

/** The request rings, or is answered where that is done. */
const answer = (hall: Hall, interactionId: InteractionId, agentId: AgentId, phase: Phase): Played => {
  if (phase === 'connecting') return signal({type: 'station.ringing', interactionId, agentId});
  const isPhone = hall.agent(agentId).profile.station.kind === 'desk-phone';
  return isPhone && hall.interaction(interactionId).channel === 'voice'
    ? signal({type: 'station.answered', interactionId, agentId})
    : command({kind: 'agent', agentId}, {type: 'interaction.accept', interactionId});
};

/** The next thing that somebody does in a call that is consulted about, or could be. */
export const consult = (hall: Hall, a: number, b: number, c: number): Played => {
  const calls = interactionsOf(hall).filter(({channel, talk}) => talk.kind !== 'none' && channel !== 'email');
  const call = pick(calls, a);
  const part = (role: string) => call?.engagements.find((one) => one.role === role && one.phase === 'active');
  const agentId = (part('owner') ?? part('consulted'))?.agent.id;
  if (!call || agentId === undefined) return arrive(hall, 0);
  const {id: interactionId, talk, engagements} = call;
  const asked = engagements.find(({role, phase}) => role === 'consulted' && phase !== 'done');
  const other = (asked ?? part('conferenced'))?.agent.id ?? agentId;
  const who = (id: AgentId): Who => ({kind: 'agent', agentId: id});
  const commands: Readonly<Record<string, readonly Command['type'][]>> = {
    'consult-requested': ['consult.cancel'],
    consult: [
      'consult.hold',
      'consult.resume',
      'consult.hold',
      'consult.transfer',
      'conference.start',
      'conference.start',
      'consult.end',
    ],
    conference: ['conference.end', 'call.mute', 'call.unmute', 'conference.transfer'],
    'conference-requested': ['consult.cancel'],
  };
  if (talk.kind === 'together' || talk.kind === 'hold') {
    const to = targetAt(c);
    const type = call.channel === 'voice' ? 'consult.start' : 'conference.start';
    return command(who(agentId), {type, interactionId, to});
  }
  if (asked && asked.phase !== 'active' && b % 8)
    return answer(hall, interactionId, asked.agent.id, asked.phase);
  if (talk.kind === 'consult-requested' && b % 4) return numberAnswers(hall, call);
  const type = pick(commands[talk.kind] ?? [], b) ?? 'consult.end';
  return command(who(c % 3 ? agentId : other), {type, interactionId} as Command);
};

/** An agent does what the situation asks for: else hardly anything would get as far as wrap-up. */
export const sensible = (hall: Hall, a: number, c: number): Played => {
  const part = pick(
    pieces(hall).filter(({phase}) => phase !== 'done'),
    a,
  );
  if (!part) return command({kind: 'agent', agentId: anyAgent(hall, a)}, stateOf(0));
  const {interactionId, agentId, phase} = part;
  const dialling = nextOfDial(hall.interaction(interactionId), agentId, c);
  if (dialling) return dialling;
  if (phase === 'connecting' || phase === 'offered') return answer(hall, interactionId, agentId, phase);
  const who: Who = {kind: 'agent', agentId};
  if (phase === 'wrap-up')
    return command(who, {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
  return c % 3
    ? command(who, {type: 'message.send', interactionId, text: 'Hello'})
    : command(who, {type: 'interaction.end', interactionId});
};
