// Traces of a state machine: `...STATE; EVENT(to); EVENT{flag}` and what came of it, in the peer's words.
import {check, notApplicable} from './score.mjs';
import {EVENTS, reach, STATES} from './trace-events.mjs';
import {Stage} from './trace-stage.mjs';

const FAILURES = ['declined', 'missed', 'failed', 'cancelled'];
/** Flags of an event that change what is tried. */
const FLAGS = {
  'isPaused:true': (stage) => {
    stage.give('recording.pause');
  },
};
/** Names that are both what a peer's event is called and what it is about. */
const CONSULTED = /consulted|secondary agent/i;

/** Whom the trace asks: a queue, an outside number, else an agent. */
const targetOf = (text) =>
  /\(queue\)/i.test(text) ? 'queue' : /external number/i.test(text) ? 'number' : 'agent';

/** Plain words that mean an event. */
const WORDS = [[/^merge\b/i, ['CONSULT', 'CONSULTING_ACTIVE', 'CONFERENCE_START'], 'CONNECTED']];

function spoken(part) {
  const found = WORDS.find(([words]) => words.test(part));
  return found ? {state: found[2], events: found[1].map((name) => ({name}))} : undefined;
}

/** One part of a trace: a state to begin in, or an event with its flags; undefined where nothing is known by that name. */
export function partOf(part) {
  const words = spoken(part);
  if (words) return words;
  const [, name = '', flags = ''] = /^(?:\.\.\.|.*\bin )?([A-Z_]{3,})[^{]*(?:\{([^}]*)\})?/.exec(part) ?? [];
  if (name in EVENTS) return {events: [{name, flags}]};
  return STATES.includes(name) || name === 'IDLE' ? {state: name, events: []} : undefined;
}

/** A trace as a state to begin in and events; undefined with the part that means nothing to us. */
export function readTrace(text) {
  const parts = text.split(';').map((part) => part.trim());
  const known = parts.map(partOf);
  const unknown = parts.find((_, index) => !known[index]);
  if (unknown !== undefined) return {unknown};
  const state = known.find((one) => one.state)?.state;
  return {state, events: known.flatMap(({events}) => events)};
}

/** What the controls are called, on the main leg and on the consult's. */
const CONTROLS = {
  main: {
    transfer: 'interaction.transfer',
    'blind transfer': 'interaction.transfer',
    end: 'interaction.end',
    hold: 'call.hold',
    consult: 'consult.start',
  },
  consult: {
    transfer: 'consult.transfer',
    conference: 'conference.start',
    'end-consult': 'consult.end',
    switch: ['consult.hold', 'consult.resume'],
  },
  either: {'exit conference': 'conference.end', 'end-consult': 'consult.end', merge: 'conference.start'},
};

/** Commands and whether one of them should be allowed, for each control that a clause names. */
function controlsIn(clause, leg) {
  const allowed = !/hidden|disabled/.test(clause);
  if (!/hidden|disabled|enabled|shown|available/.test(clause)) return [];
  const onLeg = /on the consult leg/.test(clause) ? 'consult' : leg;
  const names = {...CONTROLS.either, ...CONTROLS[onLeg]};
  const said = Object.keys(names).filter((name) => new RegExp(`(^|[\\s,:])${name}(?=[\\s,]|$)`).test(clause));
  const whole = said.filter((name) => !said.some((other) => other !== name && other.endsWith(` ${name}`)));
  return whole.map((name) => ({name, commands: [names[name]].flat(), allowed}));
}

/** `a, b visible but disabled, c hidden`: runs of names up to what is said of them. */
const runsOf = (text) => text.match(/.*?(?:hidden|visible but disabled|disabled|enabled|shown|$)/g) ?? [];

/** What should be allowed, by control. */
export function controlsOf(outcome) {
  let leg = 'main';
  return outcome.split(';').flatMap((clause) => {
    leg = /^\s*(main|consult):/.exec(clause)?.[1] ?? leg;
    return runsOf(clause).flatMap((run) => controlsIn(run, leg));
  });
}

/** States that an outcome names, in order; where it came from is not among them. */
const statesIn = (outcome) => outcome.replace(/\bfrom [A-Z_]+/g, '').match(/\b[A-Z_]{4,}\b/g) ?? [];

const RECORDINGS = {paused: 'paused', off: 'paused', on: 'on'};

/** How a recording goes, in order, where an outcome speaks of it. */
const recordingsIn = (row) =>
  /RECORDING|recording|isPaused/.test(`${row.events} ${row.outcome}`)
    ? (row.outcome.match(/\b(?:paused|off|on)\b/g) ?? []).map((word) => RECORDINGS[word])
    : [];

/** Whether these come in this order among those passed through, and the last one is the last. */
const endsThrough = (named, passed) => {
  let from = 0;
  const isInOrder = named.every((one) => (from = passed.indexOf(one, from) + 1) > 0);
  return isInOrder && named.at(-1) === passed.at(-1);
};

/** The way itself where it goes through what is named, so that a miss shows both. */
const through = (what, named, passed) =>
  named.length ? [check(what, named, endsThrough(named, passed) ? named : passed)] : [];

/** Judges a row of the state machine's traces. */
export function stateJudge(core) {
  const {permit} = core.domain;
  const may = ({desk, id, viewer}, type) =>
    permit(desk.state, {type, interactionId: id}, {kind: 'agent', agentId: viewer}).ok;

  const outcomes = (stage, row) => [
    ...through('states', statesIn(row.outcome), stage.states),
    ...through('recording', recordingsIn(row), stage.recordings),
    ...controlsOf(row.outcome).map(({name, commands, allowed}) =>
      check(
        `${name} (${commands.join(', ')})`,
        allowed,
        commands.some((command) => may(stage, command)),
      ),
    ),
  ];

  /** What holds whatever the trace says. */
  const always = (stage) => {
    const seen = stage.desk.state.interactions.get(stage.id);
    const late = stage.seenLate(core.Desk);
    return [
      check('told twice, nothing changes', false, stage.repeatChanged === true),
      check('a desk that comes late sees the same', seen, late),
    ];
  };

  const play = ({state, events}, row, how) => {
    const viewer =
      CONSULTED.test(`${row.events} ${row.outcome}`) && !/as initiator/.test(row.events) ? 'bob' : 'ann';
    const stage = new Stage(core, {
      viewer,
      target: targetOf(row.events),
      isOutOfOrder: /out of order/.test(row.events),
    });
    const isJoined = events.some(({name}) => name === 'CONSULTING_ACTIVE');
    if (state === 'IDLE' && viewer === 'bob' && isJoined) reach(stage, 'CONSULT_INITIATING');
    else if (state !== undefined && state !== 'IDLE') reach(stage, state);
    stage.note();
    stage.repeat();
    const safe = events.flatMap(({name, flags = ''}) => {
      EVENTS[name](stage, how);
      for (const flag of flags.split(',')) FLAGS[flag.trim()]?.(stage);
      stage.note();
      const again = check(`${name} given twice`, [], stage.repeat());
      const isConsultFailure = name === 'CONSULT_FAILED' || name === 'CTQ_CANCEL';
      return isConsultFailure
        ? [again, check(`customer is there after ${how}`, true, stage.customerIsThere)]
        : [again];
    });
    const named = outcomes(stage, row);
    return {named, checks: [...safe, ...named, ...always(stage)]};
  };

  return (row) => {
    const about = {kind: 'theirs-label', input: `${row.events} => ${row.outcome}`};
    const trace = readTrace(row.events);
    if (trace.unknown !== undefined)
      return {...about, ...notApplicable(`the engine has no moment like "${trace.unknown}"`)};
    const fails = trace.events.some(({name}) => name === 'CONSULT_FAILED');
    const played = (fails ? FAILURES : ['cancelled']).map((how) => play(trace, row, how));
    if (played.some(({named}) => !named.length))
      return {...about, ...notApplicable('its outcome names nothing that can be compared')};
    return {...about, checks: played.flatMap(({checks}) => checks)};
  };
}
