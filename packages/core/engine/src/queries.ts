import {
  refuse,
  type AgentId,
  type Answers,
  type Channel,
  type DirectoryAgent,
  type Interaction,
  type InteractionId,
  type Label,
  type Message,
  type Query,
  type QueryType,
  type Refusal,
  type RefusalCode,
  type TenantConfig,
  type Who,
} from '@deskwire/domain';
import type {AgentState, Centre} from './centre.js';
import {given} from './given.js';
import {isHistoryQuery, type HistoryQuery} from './history.js';
import {refOf} from './refs.js';
import {canReceive, isIn} from './routing.js';
import {permitView} from './snapshot.js';

/** What became of a query. */
export type QueryOutcome<T extends QueryType = QueryType> =
  {readonly ok: true; readonly answer: Answers[T]} | {readonly ok: false; readonly refusal: Refusal};

/** Messages that are too old for the centre, oldest first; whoever keeps them answers. */
export type Archive = (interactionId: InteractionId) => readonly Message[];

/** At most this many messages at once, whatever was asked for. */
const MOST_MESSAGES = 200;

const yes = (answer: Answers[QueryType]): QueryOutcome => ({ok: true, answer});
const no = (code: RefusalCode, params?: Refusal['params']): QueryOutcome => ({
  ok: false,
  refusal: refuse(code, params),
});

type MessagesBefore = Extract<Query, {type: 'messages.before'}>;

const messagesBefore = (
  interaction: Interaction | undefined,
  {messageId, limit}: MessagesBefore,
  archive: Archive,
): QueryOutcome => {
  if (interaction?.content.kind !== 'chat') return no('DW_INTERACTION_UNKNOWN');
  const all = [...archive(interaction.id), ...interaction.content.transcript.messages];
  const end = all.findIndex(({id}) => id === messageId);
  if (end < 0) return no('DW_INPUT_INVALID', {field: 'messageId'});
  const begin = Math.max(0, end - Math.min(Math.max(1, Math.floor(limit)), MOST_MESSAGES));
  return yes({messages: all.slice(begin, end), earlier: begin});
};

/** What an agent is to the others. What they do comes before what they chose, and RONA before both. */
export const stateOf = ({presence, work}: AgentState): DirectoryAgent['state'] => {
  if (presence.state === 'signed-out' || presence.state === 'rona') return presence.state;
  if (work.some(({phase}) => phase === 'active')) return 'engaged';
  return work.some(({phase}) => phase === 'wrap-up') ? 'wrap-up' : presence.state;
};

const reasonOf = ({config}: Centre, agent: AgentState): Label | undefined => {
  const {presence} = agent;
  return presence.state === 'idle' && stateOf(agent) === 'idle'
    ? config.tenant.idleReasons.find(({id}) => id === presence.reasonId)?.label
    : undefined;
};

/** A list about one contact: its channel decides what is in it. Without one, calls are meant where that matters. */
interface About {
  readonly interactionId?: InteractionId;
  readonly channel?: Channel;
}

const rowOf = (
  centre: Centre,
  agent: AgentState,
  {interactionId = '', channel = 'voice'}: About,
): DirectoryAgent => ({
  kind: 'agent',
  agent: refOf(agent.profile),
  state: stateOf(agent),
  ...given('reason', reasonOf(centre, agent)),
  canReceive: canReceive(agent, channel) && !isIn(agent, interactionId),
});

const agents = (centre: Centre, own: AgentId, about: About): readonly DirectoryAgent[] =>
  [...centre.agents.values()]
    .filter(({profile}) => profile.id !== own)
    .map((agent) => rowOf(centre, agent, about));

const fits =
  ({channel}: About) =>
  (one: {readonly channel: Channel}): boolean =>
    channel === undefined || one.channel === channel;

type Directory = Exclude<Query, MessagesBefore | HistoryQuery>;

/** An outdial call goes to a queue only where admin allows it (XFER-12). */
const mayGoToQueue = (
  interaction: Interaction | undefined,
  {queueTransferForOutdial}: TenantConfig,
): boolean => interaction?.origin !== 'outdial' || queueTransferForOutdial;

const directory = (centre: Centre, own: AgentId, {type}: Directory, about: About): QueryOutcome => {
  const {tenant, numbers = []} = centre.config;
  switch (type) {
    case 'directory.agents':
      return yes({agents: agents(centre, own, about)});
    case 'directory.queues':
      return yes({queues: tenant.queues.filter(fits(about)).map(({id, name}) => ({id, name}))});
    case 'directory.entry-points': {
      const entryPoints = tenant.entryPoints.filter(fits(about));
      return yes({
        entryPoints: entryPoints.map(({id, name, number}) => ({id, name, ...given('number', number)})),
      });
    }
    case 'directory.numbers':
      return yes({numbers});
    default:
      return no('DW_CAPABILITY_MISSING', {query: type});
  }
};

/**
 * Lists, as far as this caller may know them: what a gateway and a simulator answer alike. A customer may only look back
 * in their own conversation. A list about a contact is for those who take part in it. Queries about the past are for
 * whoever keeps it: see `answerHistory`.
 */
export const answerQuery = (
  centre: Centre,
  who: Who,
  query: Query,
  archive: Archive = () => [],
): QueryOutcome => {
  if (isHistoryQuery(query)) return no('DW_CAPABILITY_MISSING', {query: query.type});
  const {interactions, presence} = permitView(centre, who);
  if (query.type === 'messages.before') {
    return messagesBefore(interactions.get(query.interactionId), query, archive);
  }
  if (who.kind === 'customer') return no('DW_ROLE_CUSTOMER');
  if (presence.state === 'signed-out') return no('DW_AGENT_SIGNED_OUT');
  const interactionId = 'interactionId' in query ? query.interactionId : undefined;
  if (interactionId === undefined) return directory(centre, who.agentId, query, {});
  const interaction = interactions.get(interactionId);
  if (!interaction) return no('DW_INTERACTION_UNKNOWN');
  const {channel} = interaction;
  if (query.type === 'directory.queues' && !mayGoToQueue(interaction, centre.config.tenant))
    return yes({queues: []});
  return directory(centre, who.agentId, query, {interactionId, channel});
};
