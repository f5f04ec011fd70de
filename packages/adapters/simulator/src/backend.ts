import {
  refuse,
  type CommandEnvelope,
  type CommandType,
  type InteractionId,
  type Query,
  type RefusalCode,
  type Who,
} from '@deskwire/domain';
import {answerHistory, answerQuery, isHistoryQuery, type History, type QueryOutcome} from '@deskwire/engine';
import type {CommandResult, QueryResult} from '@deskwire/stream';

import type {FileStore} from './chat/file-store.js';
import type {Notices} from './chat/notices.js';
import type {OlderMessages} from './chat/older-messages.js';
import type {Uploads} from './chat/uploads.js';
import type {Timers} from './clock.js';
import type {Host} from './host.js';
import {Ledger} from './ledger.js';
import type {SessionBackend} from './session.js';

/** What answers are made of. */
export interface BackendParts {
  readonly host: Host;
  readonly timers: Timers;
  readonly files: FileStore;
  readonly uploads: Uploads;
  readonly notices: Notices;
  /** What happened before. */
  readonly history: History;
  /** Messages of a conversation that are too old for a snapshot. */
  olderMessages(interactionId: InteractionId): OlderMessages;
}

/** Answers every caller, and sometimes wrongly, as the story wants it. */
export class Backend {
  readonly #parts: BackendParts;
  readonly #ledger = new Ledger();
  #refusal: {readonly code: RefusalCode; readonly type: CommandType | undefined} | undefined;
  #surprise: {readonly types: readonly CommandType[]; readonly happens: () => void} | undefined;

  constructor(parts: BackendParts) {
    this.#parts = parts;
  }

  /** What one caller can ask for. */
  for(who: Who): Omit<SessionBackend, 'over'> {
    const {files, uploads, notices} = this.#parts;
    return {
      command: (envelope) => this.#decide(who, envelope),
      query: (query) => this.#answer(who, query),
      upload: (offered, listener) => uploads.begin(who, offered, listener),
      download: (request) => files.give(who, request),
      notify: ({interactionId, isTyping}) => void notices.typing(who, interactionId, isTyping),
    };
  }

  /** The next command, or the next of one type, gets this no. */
  refuseNext(code: RefusalCode, type?: CommandType): void {
    this.#refusal = {code, type};
  }

  /** Something happens between the next command of one of these types and the decision about it. */
  beforeNext(types: readonly CommandType[], happens: () => void): void {
    this.#surprise = {types, happens};
  }

  #decide(who: Who, envelope: CommandEnvelope): CommandResult {
    const {id, command} = envelope;
    return this.#ledger.once(who, envelope, () => {
      this.#surpriseAt(command.type);
      return this.#takeRefusal(command.type) ?? this.#parts.host.take({kind: 'command', who, id, command});
    });
  }

  #surpriseAt(type: CommandType): void {
    const next = this.#surprise;
    if (!next?.types.includes(type)) return;
    this.#surprise = undefined;
    next.happens();
  }

  #takeRefusal(type: CommandType): CommandResult | undefined {
    const next = this.#refusal;
    if (!next || (next.type !== undefined && next.type !== type)) return undefined;
    this.#refusal = undefined;
    return {ok: false, refusal: refuse(next.code)};
  }

  #answer<Q extends Query>(who: Who, query: Q): QueryResult<Q['type']> {
    return this.#outcome(who, query) as QueryResult<Q['type']>;
  }

  #outcome(who: Who, query: Query): QueryOutcome {
    const {host, history, timers} = this.#parts;
    if (isHistoryQuery(query)) return answerHistory(host.centre, who, query, history, timers.now());
    if (query.type !== 'messages.before') return answerQuery(host.centre, who, query);
    const {messages, before} = this.#parts.olderMessages(query.interactionId).upTo(query.messageId);
    const outcome = answerQuery(host.centre, who, query, () => messages);
    if (!outcome.ok || !('messages' in outcome.answer)) return outcome;
    const {answer} = outcome;
    return {ok: true, answer: {...answer, earlier: answer.earlier + before}};
  }
}
