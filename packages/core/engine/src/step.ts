import {
  checkCommand,
  permit,
  refuse,
  type Ask,
  type Command,
  type CommandId,
  type CommandType,
  type Fact,
  type Interaction,
  type Verdict,
  type Who,
} from '@deskwire/domain';
import {agentCommands, agentSignals} from './agents.js';
import {arrivalSignals} from './arrivals.js';
import {callCommands, callSignals} from './calls.js';
import type {Centre} from './centre.js';
import {chatCommands, chatSignals, customerCommands} from './chats.js';
import {runDue} from './due.js';
import type {AgentHandlers, ContactHandlers, CustomerHandlers, Decision, SignalHandlers} from './handlers.js';
import type {EngineEnv, Input, Signal} from './input.js';
import {mailCommands, mailSignals} from './mails.js';
import {offerCommands, offerSignals} from './offers.js';
import {route} from './routing.js';
import {permitView} from './snapshot.js';
import {Turn} from './turn.js';
import {wrapUpCommands} from './wrap-up.js';

const byAgent = agentCommands satisfies AgentHandlers;

const onContact = {
  ...offerCommands,
  ...callCommands,
  ...chatCommands,
  ...mailCommands,
  ...wrapUpCommands,
} satisfies ContactHandlers;

const onSignal: Required<SignalHandlers> = {
  ...arrivalSignals,
  ...offerSignals,
  ...callSignals,
  ...chatSignals,
  ...mailSignals,
  ...agentSignals,
};

/** What the engine can do. A backend's capabilities name these or fewer. */
export const ENGINE_COMMANDS: readonly CommandType[] = [
  ...new Set([...Object.keys(byAgent), ...Object.keys(onContact), ...Object.keys(customerCommands)]),
] as CommandType[];

/** What one input came to. Without facts, `centre` is the very one that was given. */
export interface Step {
  readonly centre: Centre;
  /** In order; a store keeps all of them or none. */
  readonly facts: readonly Fact[];
  readonly result: Verdict;
}

type Done = {readonly who: Who; readonly id: CommandId; readonly command: Command};
type Act = (turn: Turn, ...rest: readonly unknown[]) => Decision;

const unknown = ({type}: Command) => refuse('DW_CAPABILITY_MISSING', {command: type});

/** Handlers are looked up by name; the tables' types have made sure that a name's handler takes that command. */
const handlerOf = (
  table: AgentHandlers | ContactHandlers | CustomerHandlers,
  type: string,
): Act | undefined =>
  Object.hasOwn(table, type) ? ((table as Record<string, unknown>)[type] as Act) : undefined;

const act = (turn: Turn, {who, id, command}: Done, interaction: Interaction | undefined): Decision => {
  const asked = {id, command, interaction};
  if (who.kind === 'customer')
    return (handlerOf(customerCommands, command.type) ?? (() => unknown(command)))(turn, asked);
  const own = handlerOf(byAgent, command.type);
  if (own) return own(turn, who.agentId, command);
  return (handlerOf(onContact, command.type) ?? (() => unknown(command)))(turn, who.agentId, asked);
};

const decideCommand = (turn: Turn, done: Done): Decision => {
  const {who, command} = done;
  const verdict = permit(permitView(turn.draft, who), command as Ask, who);
  if (!verdict.ok) return verdict.refusal;
  const interaction = 'interactionId' in command ? turn.interaction(command.interactionId) : undefined;
  return checkCommand(command, turn.tenant, interaction?.channel) ?? act(turn, done, interaction);
};

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
