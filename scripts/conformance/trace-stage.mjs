// A call of agent 1, ann, with a customer, and what a peer's state machine calls its states and events.

const OUTSIDE = {kind: 'number', number: '+82325550119'};
const AGENT_2 = {kind: 'agent', agentId: 'bob'};
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

const steps = {
  OFFERED: [],
  CONNECTED: ['answer'],
  HELD: ['answer', 'hold'],
  CONSULT_INITIATING: ['answer', 'ask'],
  CONSULTING: ['answer', 'ask', 'joins'],
  CONFERENCING: ['answer', 'ask', 'joins', 'merge'],
  WRAPPING_UP: ['answer', 'end'],
};

/** What an event does to the stage; nothing where the engine has no such moment. */
export const EVENTS = {
  // It rings on every new stage, and what a peer only tries or announces changes nothing here.
  TASK_INCOMING: () => {},
  TASK_OFFERED: () => {},
  ASSIGN: (stage) => (stage.isRinging ? stage.answer() : undefined),
  DECLINE: (stage) => stage.give('interaction.decline'),
  END: (stage) => stage.give('interaction.end'),
  ACCEPT: () => {},
  HOLD_INITIATED: () => {},
  HOLD_SUCCESS: (stage) => stage.give('call.hold'),
  HOLD_FAILED: (stage) => stage.refused('call.hold'),
  UNHOLD_INITIATED: () => {},
  UNHOLD_SUCCESS: (stage) => stage.give('call.resume'),
  UNHOLD_FAILED: (stage) => stage.refused('call.resume'),
  CONSULT: (stage) => stage.ask(),
  CONSULT_CREATED: () => {},
  CONSULT_SUCCESS: () => {},
  CONSULTING_ACTIVE: (stage) => (stage.call.talk.kind === 'consult' ? undefined : stage.joins()),
  CONSULT_END: (stage) => stage.give('consult.end', {}, stage.viewer),
  CONSULT_FAILED: (stage, how) => stage.failsBy(how),
  CTQ_CANCEL: (stage) => stage.failsBy('cancelled'),
  MERGE_TO_CONFERENCE: () => {},
  START_CONFERENCE: () => {},
  CONFERENCE_START: (stage) => stage.give('conference.start'),
  CONFERENCE_FAILED: (stage) => stage.refused('conference.start'),
  EXIT_CONFERENCE: () => {},
  EXIT_CONFERENCE_SUCCESS: (stage) => stage.give('conference.end', {}, stage.viewer),
  CONFERENCE_END: (stage) => stage.give('conference.end', {}, 'bob'),
  TRANSFER_CONFERENCE: () => {},
  TRANSFER_CONFERENCE_SUCCESS: (stage) => {
    if (stage.call.talk.kind === 'consult') stage.give('conference.start');
    stage.give(stage.viewer === 'ann' ? 'conference.transfer' : 'conference.end', {}, stage.viewer);
  },
  TRANSFER_SUCCESS: (stage) =>
    stage.give(
      ...(stage.call.talk.kind === 'consult'
        ? ['consult.transfer']
        : ['interaction.transfer', {to: AGENT_2}]),
    ),
  TRANSFER_FAILED: (stage) => stage.refused('interaction.transfer'),
  PAUSE_RECORDING: (stage) => stage.give('recording.pause'),
  RESUME_RECORDING: (stage) => stage.give('recording.resume'),
  RONA: (stage) => stage.hall.pass(120),
  CONTACT_ENDED: (stage) => stage.hall.tell({type: 'customer.gone', interactionId: stage.id}),
  TASK_WRAPUP: (stage) => (stage.call.ending ? undefined : stage.give('interaction.end')),
  WRAPUP_COMPLETE: (stage) => stage.give('wrap-up.submit', {reasonIds: ['resolved']}),
};

const MOVES = {
  answer: (stage) => stage.answer(),
  hold: EVENTS.HOLD_SUCCESS,
  ask: EVENTS.CONSULT,
  joins: EVENTS.CONSULTING_ACTIVE,
  merge: EVENTS.CONFERENCE_START,
  end: (stage) => stage.give('interaction.end'),
};

/** The states that a trace can begin in. */
export const STATES = Object.keys(steps);

/** Brings a new stage to a state. */
export function reach(stage, state) {
  for (const step of steps[state]) MOVES[step](stage);
}
