// What agents can ask for about a call that they make, sensible or not, and about a few things that may cross it.
import type {AgentProfile, Command, CommandType, Interaction} from '@deskwire/domain';
import type {Move} from './move.js';
import {NUMBER} from './world.js';

const STARTS: readonly Command[] = [
  {type: 'outdial.call', number: NUMBER},
  {type: 'outdial.call', number: '12'},
  {type: 'campaign.next', campaignId: 'spring'},
  {type: 'campaign.next', campaignId: 'autumn'},
];

const OWN: readonly Command[] = [
  {type: 'agent.sign-out'},
  {type: 'agent.set-state', to: {state: 'available'}},
  {type: 'agent.set-state', to: {state: 'idle', reasonId: 'break'}},
];

const ABOUT: readonly CommandType[] = [
  'interaction.accept',
  'interaction.decline',
  'interaction.end',
  'call.hold',
  'outdial.cancel',
  'campaign.call',
  'campaign.skip',
];

const about = ({id: interactionId}: Interaction, other: string): readonly Command[] => [
  ...ABOUT.map((type) => ({type, interactionId}) as Command),
  {type: 'interaction.transfer', interactionId, to: {kind: 'agent', agentId: other}},
  {type: 'interaction.transfer', interactionId, to: {kind: 'queue', queueId: 'calls'}},
  {type: 'interaction.transfer', interactionId, to: {kind: 'entry-point', entryPointId: 'hotline'}},
  {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']},
  {type: 'call-guide.submit', interactionId, replies: [{questionId: 'q', answer: 'Well'}]},
  {type: 'call-guide.submit', interactionId, replies: []},
];

const by =
  (agentId: string) =>
  (command: Command): Move => ({kind: 'command', who: {kind: 'agent', agentId}, command});

/** Nobody calls anybody: how a call begins. */
export const DIAL_STARTS: readonly Move[] = ['ann', 'bob'].flatMap((id) => [...STARTS, ...OWN].map(by(id)));

/** Everything that anybody could ask for while there is a call; nobody begins a second one. */
export const dialCommands = (call: Interaction, agents: readonly AgentProfile[]): readonly Move[] =>
  agents.flatMap(({id}) => {
    const other = agents.find((one) => one.id !== id)?.id ?? id;
    const [outdial, ...more] = STARTS;
    const isIn = call.engagements.some(({agent, phase}) => agent.id === id && phase !== 'done');
    // Who is in it tries to begin another one, and is refused.
    const starts = isIn && outdial ? [outdial, ...more] : [];
    return [...OWN, ...about(call, other), ...starts].map(by(id));
  });
