import type {Fact, Refusal} from '@deskwire/domain';
import type {Centre, Input} from '@deskwire/engine';

import {signedOutAt} from '../auth/sessions.js';
import {outboxChangeOf} from '../channels/email/outgoing.js';
import {historyOf} from '../history/history-rows.js';
import type {Batch, DoneCommand, HistoryChange} from '../store/index.js';
import {callerName} from './caller.js';
import {contactsDone} from './campaign-progress.js';
import {FlushFiles, type UnsentFiles} from './flush-files.js';
import {waitingSince} from './recover.js';

/** What became of an input. */
export type Outcome = {readonly ok: true} | {readonly ok: false; readonly refusal: Refusal};

/** Facts that were stored, with the centre around the step that made them. */
export interface Told {
  readonly before: Centre;
  readonly after: Centre;
  readonly facts: readonly Fact[];
}

/** Changes beside the facts that must become true together with them, or not at all. */
export type Alongside = Partial<Pick<Batch, 'inbox' | 'outbox' | 'files' | 'meta'>>;

/** An input in line. */
export interface Queued {
  readonly input: Input;
  readonly alongside: Alongside;
  readonly settle: (outcome: Outcome) => void;
}

/** One step of the engine. */
export type Step = (
  centre: Centre,
  input: Input,
) => {readonly centre: Centre; readonly facts: readonly Fact[]; readonly result: Outcome};

/** The command of an input, as the store remembers it; undefined for what is not a command. */
export const doneCommand = ({input}: Queued): DoneCommand | undefined =>
  input.kind === 'command' ? {caller: callerName(input.who), id: input.id} : undefined;

/** One text for one command of one caller. */
export const doneKey = ({caller, id}: DoneCommand): string => `${caller}\n${id}`;

/** Outgoing mails that facts brought about or took back: kept in the same moment, so that none is forgotten or made up. */
const outboxOf = (facts: readonly Fact[], {input}: Queued, before: Centre): Batch['outbox'] =>
  facts.flatMap((fact) => {
    if (fact.type === 'mail.recalled') return [{kind: 'recall' as const, id: fact.mailId}];
    if (fact.type !== 'mail.queued') return [];
    const isSend = input.kind === 'command' && input.command.type === 'mail.send';
    const answered = isSend ? input.command.mail.inReplyTo : undefined;
    return [outboxChangeOf(fact, before.interactions.get(fact.interactionId), answered)];
  });

const signOutsOf = (facts: readonly Fact[]): Batch['meta'] =>
  Object.assign(
    {},
    ...facts.map((fact) =>
      fact.type === 'agent.state-changed' && fact.presence.state === 'signed-out'
        ? signedOutAt(fact.agentId, fact.at)
        : {},
    ),
  ) as Batch['meta'];

const closedBy = (facts: readonly Fact[], {interactions}: Centre): readonly string[] => {
  const touched = new Set(facts.flatMap((fact) => ('interactionId' in fact ? [fact.interactionId] : [])));
  return [...touched].filter((id) => !interactions.has(id));
};

/** One flush while it is put together: the steps that were taken, and the one batch that they come to. */
export class Flush {
  readonly #before: Centre;
  readonly #step: Step;
  readonly #done: Set<string>;
  readonly #facts: Fact[] = [];
  readonly #commands: DoneCommand[] = [];
  readonly #alongside: Alongside[] = [];
  readonly #history: HistoryChange[] = [];
  readonly #contactsDone: string[] = [];
  readonly #files: FlushFiles;
  readonly told: Told[] = [];
  readonly outcomes: (readonly [Queued, Outcome])[] = [];
  /** The centre after the steps so far. */
  centre: Centre;

  /** @param done Keys of the commands that were done in earlier flushes. */
  constructor(centre: Centre, done: Iterable<string>, unsent: UnsentFiles, step: Step) {
    this.#before = centre;
    this.centre = centre;
    this.#done = new Set(done);
    this.#files = new FlushFiles(unsent);
    this.#step = step;
  }

  /** Steps through one input. A command that was done before is answered and not done again. */
  take(queued: Queued): void {
    const command = doneCommand(queued);
    if (command && this.#done.has(doneKey(command))) {
      this.outcomes.push([queued, {ok: true}]);
      return;
    }
    const {centre, facts, result} = this.#step(this.centre, this.#files.fill(queued.input));
    this.outcomes.push([queued, result]);
    if (!result.ok) return;
    const before = this.centre;
    if (facts.length) this.told.push({before, after: centre, facts});
    this.centre = centre;
    this.#facts.push(...facts);
    this.#history.push(...historyOf(before, centre, facts));
    this.#contactsDone.push(...contactsDone(before, centre, facts));
    this.#files.add(facts, queued.alongside.files);
    this.#alongside.push({outbox: outboxOf(facts, queued, before)}, queued.alongside);
    if (!command) return;
    this.#done.add(doneKey(command));
    this.#commands.push(command);
  }

  /** Everything that has to become true. */
  batch(): Batch {
    const meta = Object.assign({}, ...this.#alongside.map((one) => one.meta)) as Batch['meta'];
    return {
      facts: this.#facts,
      done: this.#commands,
      closed: closedBy(this.#facts, this.centre),
      inbox: this.#alongside.flatMap(({inbox = []}) => inbox),
      outbox: this.#alongside.flatMap(({outbox = []}) => outbox),
      files: this.#files.changes,
      history: this.#history,
      contactsDone: this.#contactsDone,
      meta: {...meta, ...waitingSince(this.#before, this.centre), ...signOutsOf(this.#facts)},
    };
  }
}
