import {
  engagementOf,
  isOpen,
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
  type Who,
} from '@deskwire/domain';
import {canTake, type AgentState, type Centre} from '@deskwire/engine';

/** What became of a query. */
export type QueryOutcome =
  {readonly ok: true; readonly answer: Answers[QueryType]} | {readonly ok: false; readonly refusal: Refusal};

/** Answers a query of this caller. */
export type Answerer = (who: Who, query: Query) => QueryOutcome;

const no = (refusal: Refusal): QueryOutcome => ({ok: false, refusal});
const yes = (answer: Answers[QueryType]): QueryOutcome => ({ok: true, answer});

const maySee = (interaction: Interaction, who: Who): boolean => {
  if (who.kind === 'customer') return interaction.id === who.interactionId;
  const engagement = engagementOf(interaction, who.agentId);
  return engagement !== undefined && isOpen(engagement);
};

const transcriptOf = ({content}: Interaction): readonly Message[] =>
  content.kind === 'chat' ? content.transcript.messages : [];

type MessagesBefore = Extract<Query, {type: 'messages.before'}>;
const MOST_MESSAGES = 200;

const messagesBefore = (centre: Centre, who: Who, query: MessagesBefore): QueryOutcome => {
  const interaction = centre.interactions.get(query.interactionId);
  if (!interaction || !maySee(interaction, who)) return no(refuse('DW_INTERACTION_UNKNOWN'));
  const all = transcriptOf(interaction);
  const end = all.findIndex(({id}) => id === query.messageId);
  if (end < 0) return no(refuse('DW_INPUT_INVALID', {field: 'messageId'}));
  const begin = Math.max(0, end - Math.min(Math.max(1, query.limit), MOST_MESSAGES));
  return yes({messages: all.slice(begin, end), earlier: begin});
};

const stateOf = ({presence, work}: AgentState): DirectoryAgent['state'] => {
  if (presence.state === 'signed-out' || presence.state === 'rona') return presence.state;
  if (work.some(({phase}) => phase === 'active')) return 'engaged';
  return work.some(({phase}) => phase === 'wrap-up') ? 'wrap-up' : presence.state;
};

const reasonOf = (centre: Centre, {presence}: AgentState): Label | undefined =>
  presence.state === 'idle'
    ? centre.config.tenant.idleReasons.find(({id}) => id === presence.reasonId)?.label
    : undefined;

const asEntry = (centre: Centre, agent: AgentState, channel: Channel): DirectoryAgent => {
  const {id, name, station, team} = agent.profile;
  const reason = reasonOf(centre, agent);
  return {
    kind: 'agent',
    agent: {id, name, dn: station.dn, team: team.name},
    state: stateOf(agent),
    ...(reason === undefined ? {} : {reason}),
    canReceive: canTake(agent, channel),
  };
};

const agents = (centre: Centre, own: AgentId, interactionId: InteractionId | undefined): QueryOutcome => {
  const channel = interactionId === undefined ? 'voice' : centre.interactions.get(interactionId)?.channel;
  if (!channel) return no(refuse('DW_INTERACTION_UNKNOWN'));
  const others = [...centre.agents.values()].filter(({profile}) => profile.id !== own);
  return yes({agents: others.map((agent) => asEntry(centre, agent, channel))});
};

/** Lists and history, as far as this caller may know them. A customer may only look back in their own conversation. */
export const answerQuery = (centre: Centre, who: Who, query: Query): QueryOutcome => {
  if (query.type === 'messages.before') return messagesBefore(centre, who, query);
  if (who.kind === 'customer') return no(refuse('DW_ROLE_CUSTOMER'));
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
      return yes({numbers: []});
  }
};
