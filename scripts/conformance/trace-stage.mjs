// A call of agent 1, ann, with a customer, and what a peer's state machine calls its states and events.

const OUTSIDE = {kind: 'number', number: '+82325550119'};
/** Whom the call of agent 1 can go to. */
export const AGENT_2 = {kind: 'agent', agentId: 'bob'};
/** Ann is on the call: bob is who is found. */
const QUEUE = {kind: 'queue', queueId: 'experts'};

/** Such a phone can say that it was answered before it said that it rings. */
const DESK_PHONE = {kind: 'desk-phone', dn: '2002'};

const recording = {enabled: true, privacyShield: true};

/** The hall, two desks that are told everything twice, and the call. */
export class Stage {
  #consult = AGENT_2;
  #isOutOfOrder = false;
  #given = [];
  #again = () => {};
  /** The viewer's states and the recording's so far. */
  states = [];
  recordings = [];

  constructor({Hall, Desk, agentOf}, {target, viewer, isOutOfOrder}) {
    const tenant = {recording, endConsult: 'return', consultToQueue: true};
    const bob = agentOf('bob', isOutOfOrder ? {station: DESK_PHONE} : {});
    this.hall = new Hall({tenant, agents: [agentOf('ann'), bob]}).available('ann', 'bob');
    this.viewer = viewer;
    this.#isOutOfOrder = isOutOfOrder;
    this.#consult = {queue: QUEUE, number: OUTSIDE}[target] ?? AGENT_2;
    this.desks = ['ann', 'bob'].map((agentId) => new Desk({kind: 'agent', agentId}, this.hall));
    this.hall.watch = (_before, {centre, facts}) => this.#tell(centre, facts);
    this.id = this.hall.rings('voice', 'ann');
    this.#listen();
  }

  /** Keeps what the engine is given, so that it can be given again. */
  #listen() {
    const {hall} = this;
    const run = hall.run.bind(hall);
    hall.run = (input) => {
      this.#given.push(input);
      return run(input);
    };
    this.#again = run;
  }

  /**
   * Gives the engine once more whatever an event was made of. It may refuse, and nothing may change.
   * @returns The inputs that changed the call.
   */
  repeat() {
    const inputs = this.#given.splice(0).filter(({kind}) => kind !== 'tick');
    return inputs.filter((input) => {
      const before = JSON.stringify(this.call);
      this.#again(input);
      return JSON.stringify(this.call) !== before;
    });
  }

  get call() {
    return this.hall.interaction(this.id);
  }

  get desk() {
    return this.desks.find(({who}) => who.agentId === this.viewer);
  }

  /** Each fact is heard twice: the second time nothing may change. */
  #tell(centre, facts) {
    for (const desk of this.desks)
      for (const fact of facts) {
        const told = desk.feed.push(undefined, centre, fact);
        desk.hear(told);
        const once = desk.state;
        desk.hear(told);
        this.repeatChanged ||=
          JSON.stringify([...once.interactions]) !== JSON.stringify([...desk.state.interactions]);
      }
  }

  /** Notes where the call is after an event. */
  note() {
    this.states.push(this.state);
    this.recordings.push(this.call.recording.state);
  }

  /** A desk that connects now must see what the one sees that was there all along. */
  seenLate(Desk) {
    return new Desk({kind: 'agent', agentId: this.viewer}, this.hall).state.interactions.get(this.id);
  }

  give(type, more = {}, by = 'ann') {
    this.hall.do(by, {type, interactionId: this.id, ...more});
  }

  /** A command that is refused is what a peer calls `…_FAILED`: nothing may come of it. */
  refused(type) {
    const {talk} = this.call;
    const {result} = this.hall.give('nobody', {type, interactionId: this.id});
    if (result.ok) throw new Error(`${type} by nobody was done`);
    if (this.call.talk !== talk) throw new Error(`a refused ${type} changed the call`);
  }

  answer() {
    this.hall.picksUp(this.id, 'ann');
  }

  /** Asks for whom the trace consults. */
  ask() {
    this.give('consult.start', {to: this.#consult});
    if (this.#consult !== OUTSIDE && !this.#isOutOfOrder) this.hall.run(this.#ringing);
  }

  get #ringing() {
    return {kind: 'signal', signal: {type: 'station.ringing', interactionId: this.id, agentId: 'bob'}};
  }

  joins() {
    if (this.#consult === OUTSIDE) {
      const legId = this.hall.lineOf(this.id);
      this.hall.tell({type: 'number.answered', interactionId: this.id, legId});
    } else this.hall.picksUp(this.id, 'bob');
    if (this.#isOutOfOrder) this.hall.run(this.#ringing);
  }

  /** Every way for a consult to fail, by name. */
  failsBy(how) {
    const {hall, id: interactionId} = this;
    if (how === 'cancelled') return this.give('consult.cancel');
    if (this.#consult !== OUTSIDE) {
      if (how === 'missed') return hall.pass(120);
      return hall.tell({type: `station.${how}`, interactionId, agentId: 'bob'});
    }
    return hall.tell({type: 'number.failed', interactionId, legId: hall.lineOf(interactionId), reason: how});
  }

  /** What a peer would call the viewer's state. */
  get state() {
    const own = this.call.engagements.find(({agent}) => agent.id === this.viewer);
    if (!own || own.phase === 'done') return 'TERMINATED';
    if (own.phase === 'wrap-up') return 'WRAPPING_UP';
    if (own.phase !== 'active') return 'OFFERED';
    return {
      none: 'IDLE',
      together: 'CONNECTED',
      hold: 'HELD',
      'consult-requested': 'CONSULT_INITIATING',
      consult: 'CONSULTING',
      conference: 'CONFERENCING',
    }[this.call.talk.kind];
  }

  get isRinging() {
    return this.hall.engagement(this.id, 'ann')?.phase === 'offered';
  }

  get customerIsThere() {
    return this.call.legs.some(({party, presence}) => party.kind === 'customer' && presence === 'joined');
  }
}
