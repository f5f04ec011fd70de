// A conversation as it really travels: what one side says as bytes on the wire, through the gateway's reader, the engine and
// each side's feed, as bytes again, through the desk's reader and its reducer.

const AGENT = {id: 'agent-1', name: 'Mina Park'};
const ID = 'chat-1';

const AUTHORS = {customer: {kind: 'customer'}, agent: {kind: 'agent', ...AGENT}};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
/** Over the socket: text frames are UTF-8. */
const sent = (text) => decoder.decode(encoder.encode(text));

/** One side: hears its feed as bytes, and reduces it. */
class Side {
  #core;
  #feed;
  #state;

  constructor(core, who, hall) {
    this.#core = core;
    this.#feed = new core.engine.DeskFeed(who, 'epoch');
    this.#state = core.domain.EMPTY_DESK;
    this.#hear([this.#feed.hydrate(hall.centre, hall.now)]);
  }

  push(before, after, fact) {
    this.#hear(this.#feed.push(before, after, fact));
  }

  get messages() {
    return this.#state.interactions.get(ID)?.content.transcript.messages ?? [];
  }

  #hear(facts) {
    if (facts.length === 0) return;
    const {protocol, domain} = this.#core;
    const parsed = protocol.parseServerMessage(sent(protocol.encode({type: 'facts', facts})));
    if (!parsed.ok) throw new Error(`A fact cannot be read: ${JSON.stringify(parsed.refusal)}`);
    this.#state = parsed.value.facts.reduce(domain.reduce, this.#state);
  }
}

/** A chat between the agent and a customer, who both have their page open. */
export class Talk {
  #core;
  #hall;
  #count = 0;
  desk;
  page;

  constructor(core) {
    this.#core = core;
    this.#hall = new core.Hall({agents: [core.agentOf(AGENT.id, {name: AGENT.name})]}).available(AGENT.id);
    this.#hall.handled('chat', AGENT.id, ID);
    this.desk = new Side(core, {kind: 'agent', agentId: AGENT.id}, this.#hall);
    this.page = new Side(core, {kind: 'customer', interactionId: ID}, this.#hall);
    this.#hall.watch = (before, {centre, facts}) => {
      for (const fact of facts) for (const side of [this.desk, this.page]) side.push(before, centre, fact);
    };
  }

  /** Says a text. @returns The code of the refusal, where the reader or the engine refuses it. */
  say(from, text) {
    const {protocol} = this.#core;
    const id = `say-${(this.#count += 1)}`;
    this.#hall.now += 1_000;
    const command = {type: 'message.send', interactionId: ID, text};
    const parsed = protocol.parseClientMessage(
      encoder.encode(protocol.encode({type: 'command', id, command})),
      from,
    );
    if (!parsed.ok) return parsed.refusal.code;
    const who = from === 'agent' ? {kind: 'agent', agentId: AGENT.id} : {kind: 'customer', interactionId: ID};
    const {result} = this.#hall.run({kind: 'command', who, id, command: parsed.value.command});
    return result.ok ? undefined : result.refusal.code;
  }
}

/** The turns of a row, said by whom; each text of a row without turns is said by both. */
export function turnsOf(row) {
  const {turns, q, a, text, clusters} = row;
  if (turns) return turns.filter(({role}) => role === 'agent' || role === 'customer');
  if (q !== undefined)
    return [
      {role: 'customer', text: q},
      {role: 'agent', text: a},
    ];
  const said = text ?? clusters?.join('');
  return said === undefined ? [] : ['customer', 'agent'].map((role) => ({role, text: said}));
}

const TOO_LONG = 'DW_MESSAGE_TOO_LONG';

/** What another backend may carry although we do not send it: a text that is too long. It has to be shown all the same. */
const longOf = (turns, refusals, key) =>
  turns.flatMap(({role, text}, index) =>
    refusals[index] === TOO_LONG
      ? [{id: `${key}-long-${index}`, at: Date.UTC(2026, 0, 15), text, from: AUTHORS[role]}]
      : [],
  );

/**
 * Says a row's turns over the wire.
 * @param key Begins the ids of its messages, so that several rows can be shown as one conversation.
 * @returns What was said and refused; what each side has then; and what each is to be shown.
 */
export function journey(core, row, key) {
  const talk = new Talk(core);
  const turns = turnsOf(row);
  const refusals = turns.map(({role, text}) => talk.say(role, text));
  const named = (messages) => messages.map((message, index) => ({...message, id: `${key}-${index}`}));
  const [desk, page] = [named(talk.desk.messages), named(talk.page.messages)];
  const long = longOf(turns, refusals, key);
  return {
    turns,
    refusals,
    taken: turns.filter((_, index) => refusals[index] === undefined),
    desk,
    page,
    shown: {desk: [...desk, ...long], page: [...page, ...long]},
  };
}
