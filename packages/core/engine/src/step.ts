import type {Fact, Verdict} from '@deskwire/domain';
import {agentSignals} from './agents.js';
import {arrivalSignals} from './arrivals.js';
import {flowSignals} from './cad.js';
import {callSignals} from './calls.js';
import type {Centre} from './centre.js';
import {chatSignals} from './chats.js';
import {decideCommand} from './commands.js';
import {customerSignals} from './dialled.js';
import {runDue} from './due.js';
import type {Decision, SignalHandlers} from './handlers.js';
import type {EngineEnv, Input, Signal} from './input.js';
import {mailSignals} from './mails.js';
import {offerSignals} from './offers.js';
import {outsideSignals} from './outside.js';
import {route} from './routing.js';
import {Turn} from './turn.js';

const onSignal: SignalHandlers = {
  ...arrivalSignals,
  ...offerSignals,
  ...callSignals,
  ...outsideSignals,
  ...customerSignals,
  ...chatSignals,
  ...mailSignals,
  ...flowSignals,
  ...agentSignals,
};

/** What one input came to. Without facts, `centre` is the very one that was given. */
export interface Step {
  readonly centre: Centre;
  /** In order. A store keeps all of them or none. */
  readonly facts: readonly Fact[];
  readonly result: Verdict;
}

const decideSignal = (turn: Turn, signal: Signal): Decision =>
  (onSignal[signal.type] as (turn: Turn, signal: Signal) => Decision)(turn, signal);

const decide = (turn: Turn, input: Input): Decision => {
  if (input.kind === 'command') return decideCommand(turn, input);
  if (input.kind === 'signal') return decideSignal(turn, input.signal);
  runDue(turn);
  return undefined;
};

/**
 * The engine: decides what one input makes true. Pure: the same centre, input and environment come to the same facts.
 * A refusal changes nothing. Commands are judged by the domain's `permit` and `checkCommand`, whoever sent them.
 */
export const step = (centre: Centre, input: Input, env: EngineEnv): Step => {
  const turn = new Turn(centre, env, input.kind === 'command' ? input.id : undefined);
  const refusal = decide(turn, input);
  if (refusal) return {centre, facts: [], result: {ok: false, refusal}};
  turn.cause = undefined;
  route(turn);
  const {facts} = turn;
  return {centre: facts.length ? turn.draft.done() : centre, facts, result: {ok: true}};
};
