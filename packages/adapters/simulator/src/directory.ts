import {
  refuse,
  type AgentId,
  type Answers,
  type Channel,
  type DirectoryAgent,
  type InteractionId,
  type Label,
  type Message,
  type Query,
  type QueryType,
  type RefusalCode,
  type Who,
} from '@deskwire/domain';
import {canTake, permitView, type AgentState, type Centre} from '@deskwire/engine';
import type {QueryResult} from '@deskwire/stream';

/** What can be asked for beside the contact centre itself. */
export interface Shelf {
  /** Messages that are too old for the snapshot, oldest first. */
  readonly archive: ReadonlyMap<InteractionId, readonly Message[]>;
  readonly numbers: Answers['directory.numbers']['numbers'];
}

type Result = QueryResult;
const yes = (answer: Answers[QueryType]): Result => ({ok: true, answer});
const no = (code: RefusalCode, field?: string): Result => ({
  ok: false,
  refusal: field === undefined ? refuse(code) : refuse(code, {field}),
});

type MessagesBefore = Extract<Query, {type: 'messages.before'}>;
const MOST_MESSAGES = 200;

const messagesBefore = (centre: Centre, shelf: Shelf, who: Who, query: MessagesBefore): Result => {
  const found = permitView(centre, who).interactions.get(query.interactionId);
  if (found?.content.kind !== 'chat') return no('DW_INTERACTION_UNKNOWN');
  const all = [...(shelf.archive.get(found.id) ?? []), ...found.content.transcript.messages];
  const end = all.findIndex(({id}) => id === query.messageId);
  if (end < 0) return no('DW_INPUT_INVALID', 'messageId');
  const count = Math.min(Math.max(1, Math.floor(query.limit)), MOST_MESSAGES);
  const begin = Math.max(0, end - count);
  return yes({messages: all.slice(begin, end), earlier: begin});
};

const stateOf = ({presence, work}: AgentState): DirectoryAgent['state'] => {
  if (presence.state === 'signed-out' || presence.state === 'rona') return presence.state;
  if (work.some(({phase}) => phase === 'active')) return 'engaged';
  return work.some(({phase}) => phase === 'wrap-up') ? 'wrap-up' : presence.state;
};

const reasonOf = ({config}: Centre, {presence}: AgentState): Label | undefined =>
  presence.state === 'idle'
    ? config.tenant.idleReasons.find(({id}) => id === presence.reasonId)?.label
    : undefined;

const entryOf = (centre: Centre, agent: AgentState, channel: Channel): DirectoryAgent => {
  const {id, name, station, team} = agent.profile;
  const state = stateOf(agent);
  const reason = state === 'idle' ? reasonOf(centre, agent) : undefined;
  return {
    kind: 'agent',
    agent: {id, name, dn: station.dn, team: team.name},
    state,
    ...(reason === undefined ? {} : {reason}),
    canReceive: state !== 'wrap-up' && canTake(agent, channel),
  };
};

const agents = (centre: Centre, own: AgentId, interactionId: InteractionId | undefined): Result => {
  const channel = interactionId === undefined ? 'voice' : centre.interactions.get(interactionId)?.channel;
  if (!channel) return no('DW_INTERACTION_UNKNOWN');
  const others = [...centre.agents.values()].filter(({profile}) => profile.id !== own);
  return yes({agents: others.map((agent) => entryOf(centre, agent, channel))});
};

/** Lists and history, as far as this caller may know them. A customer may only look back in their own conversation. */
export const answerQuery = (centre: Centre, shelf: Shelf, who: Who, query: Query): Result => {
  if (query.type === 'messages.before') return messagesBefore(centre, shelf, who, query);
  if (who.kind === 'customer') return no('DW_ROLE_CUSTOMER');
  const {queues, entryPoints} = centre.config.tenant;
  switch (query.type) {
    case 'directory.agents':
      return agents(centre, who.agentId, query.interactionId);
    case 'directory.queues':
      return yes({queues: queues.map(({id, name}) => ({id, name}))});
    case 'directory.entry-points':
      return yes({
        entryPoints: entryPoints.map(({id, name, number}) => ({id, name, ...(number ? {number} : {})})),
      });
    case 'directory.numbers':
      return yes({numbers: shelf.numbers});
    default:
      return no('DW_CAPABILITY_MISSING');
  }
};
