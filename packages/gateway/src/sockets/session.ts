import type {Duplex} from 'node:stream';

import type {RawData, WebSocket} from 'ws';

import {refuse, type Refusal, type Who} from '@deskwire/domain';
import {answerQuery, isHistoryQuery, type HistoryQuery, type QueryOutcome} from '@deskwire/engine';
import {
  closeCodeOf,
  CLOSE_CODES,
  MESSAGE_BYTES,
  parseClientMessage,
  PROTOCOL_VERSION,
  type ClientMessage,
} from '@deskwire/protocol';

import type {Sessions} from '../auth/sessions.js';
import type {Bearer} from '../auth/tokens.js';
import type {Core} from '../core.js';
import {answerPast} from '../history/past.js';
import {safeError} from '../log.js';
import {RefusedError} from '../refused.js';
import type {Desks} from './desks.js';
import type {Feeds} from './feeds.js';
import type {SocketLimits} from './limits.js';
import {Outlet} from './outlet.js';
import type {SocketRates} from './rates.js';
import type {TypingRelay} from './typing-relay.js';

/** What a session needs beside the core. */
export interface SessionParts {
  readonly core: Core;
  readonly sessions: Sessions;
  readonly feeds: Feeds;
  readonly desks: Desks;
  readonly limits: SocketLimits;
  readonly rates: SocketRates;
  readonly typing: TypingRelay;
}

type Hello = Extract<ClientMessage, {type: 'hello'}>;

/** Messages that may come before the welcome. */
const EARLY_MESSAGES = 8;
/** The id of a message that is not going to be parsed. */
const HEAD = /^\{"type":"(command|query)","id":"([\w.:-]{1,64})"/;
const asText = (data: RawData): string => {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString();
};

/** One socket, from its hello to its end. Who is at the other end comes from the token and from nowhere else. */
export class Session {
  readonly #outlet: Outlet;
  readonly #parts: SessionParts;
  readonly #id: string;
  readonly #gone: () => void;
  /** While they are too fast only the first refusal is worth a line in the log. */
  #isTooFast = false;
  #bearer: Bearer | undefined;
  /** A stranger says hello, waits while the token is read, and is welcome. */
  #stage: 'stranger' | 'hello' | 'welcome' | 'over' = 'stranger';
  /** What came while the token was being read. */
  readonly #early: string[] = [];
  #silentFor = 0;
  #helloTimer: NodeJS.Timeout | undefined;
  #expiryTimer: NodeJS.Timeout | undefined;

  /**
   * @param connection What the socket was made of.
   * @param gone Called once, when nothing more will come of this session.
   */
  constructor(socket: WebSocket, connection: Duplex, parts: SessionParts, gone: () => void) {
    this.#outlet = new Outlet(socket, connection, parts.limits.maxBuffered, () => this.#drop());
    this.#parts = parts;
    this.#id = parts.core.newId();
    this.#gone = gone;
    const wait = parts.limits.helloSeconds * 1_000;
    this.#helloTimer = setTimeout(() => this.end(refuse('DW_AUTH_MISSING')), wait);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('close', () => this.#cleanUp());
    socket.on('error', (error) =>
      this.#parts.core.log.info({session: this.#id, error: safeError(error)}, 'socket error'),
    );
  }

  /** Who is at the other end; undefined before the welcome. */
  get who(): Who | undefined {
    return this.#stage === 'welcome' ? this.#bearer?.who : undefined;
  }

  /** Asks for a sign of life, and ends a session that gave none since the last two. */
  beat(): void {
    if (this.#stage !== 'welcome') return;
    if (this.#silentFor >= 2) return this.end(refuse('DW_SEND_OFFLINE'));
    this.#silentFor += 1;
    this.#outlet.send({type: 'ping'});
  }

  /** Ends the session: says why, then closes with the code that says the same. */
  end(refusal: Refusal): void {
    if (this.#stage === 'over') return;
    const code = closeCodeOf(refusal);
    this.#note('session ended', refusal);
    this.#outlet.send({type: 'refused', refusal, final: CLOSE_CODES[code].final});
    this.#close(code);
  }

  /** The gateway stops: the desks come back by themselves. */
  stop(): void {
    this.#close(1001);
  }

  #close(code: number): void {
    this.#outlet.close(code);
    this.#cleanUp();
  }

  /** A reader who does not keep up comes back and gets what they missed, or a snapshot. */
  #drop(): void {
    const refusal = refuse('DW_SEND_OFFLINE');
    this.#note('reader too slow', refusal);
    this.#close(closeCodeOf(refusal));
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#silentFor = 0;
    const text = isBinary ? '' : asText(data);
    if (this.#stage === 'welcome') this.#take(text);
    if (this.#stage === 'hello') this.#keepEarly(text);
    if (this.#stage === 'stranger') this.#meet(text);
  }

  /** A desk that writes on before the welcome is early, not wrong. */
  #keepEarly(text: string): void {
    if (this.#early.length < EARLY_MESSAGES && text.length <= MESSAGE_BYTES.customer) this.#early.push(text);
    else this.end(refuse('DW_WIRE_RATE'));
  }

  #meet(text: string): void {
    const parsed = parseClientMessage(text, 'stranger');
    if (!parsed.ok) return this.end(parsed.refusal);
    if (parsed.value.type === 'hello') void this.#hello(parsed.value);
  }

  async #hello({token, cursor}: Hello): Promise<void> {
    this.#stage = 'hello';
    clearTimeout(this.#helloTimer);
    const {sessions, desks, limits} = this.#parts;
    try {
      const bearer = await sessions.read(token);
      const {who} = bearer;
      if (desks.count(who) >= limits.maxDesks[who.kind]) throw new RefusedError('DW_WIRE_RATE');
      if (this.#isOver) return;
      this.#bearer = bearer;
      await desks.come(who);
      if (!this.#isOver) this.#welcome(bearer, cursor);
    } catch (error) {
      this.end(error instanceof RefusedError ? error.refusal : refuse('DW_SERVER_FAILED'));
    }
  }

  get #isOver(): boolean {
    return this.#stage === 'over';
  }

  #welcome(bearer: Bearer, cursor: Hello['cursor']): void {
    const {core, feeds, limits} = this.#parts;
    const {who, expiresAt} = bearer;
    const now = core.now();
    this.#stage = 'welcome';
    const left = Math.min(expiresAt - now, 2 ** 31 - 1);
    this.#expiryTimer = setTimeout(() => this.end(refuse('DW_AUTH_EXPIRED')), left);
    const {epoch, resumed, facts} = feeds.open(who, cursor, this.#outlet.write);
    const {heartbeatSeconds} = limits;
    this.#outlet.send({type: 'welcome', protocol: PROTOCOL_VERSION, epoch, now, heartbeatSeconds, resumed});
    if (facts.length) this.#outlet.send({type: 'facts', facts});
    core.log.info({session: this.#id, who: who.kind, resumed, facts: facts.length}, 'session began');
    for (const text of this.#early.splice(0)) this.#take(text);
  }

  #take(text: string): void {
    const who = this.who;
    if (!who) return;
    const head = HEAD.exec(text.slice(0, 128));
    if (!this.#parts.rates.message(who)) return this.#slowDown(who, head);
    this.#isTooFast = false;
    const parsed = parseClientMessage(text, who.kind);
    if (!parsed.ok) return this.#refuse(parsed.refusal, head?.[1], parsed.id);
    const message = parsed.value;
    if (message.type === 'command') void this.#command(who, message);
    if (message.type === 'query') void this.#query(who, message);
    if (message.type === 'typing') this.#parts.typing.tell(who, message);
  }

  async #command(who: Who, {id, command}: Extract<ClientMessage, {type: 'command'}>): Promise<void> {
    const {host} = this.#parts.core;
    const outcome = await host.submit({kind: 'command', who, id, command});
    this.#outlet.send({type: 'result', id, ...outcome});
    if (!outcome.ok) this.#note('command refused', outcome.refusal);
  }

  async #query(who: Who, {id, query}: Extract<ClientMessage, {type: 'query'}>): Promise<void> {
    const {core} = this.#parts;
    const answer = isHistoryQuery(query)
      ? await this.#past(who, query)
      : answerQuery(core.host.centre, who, query);
    this.#outlet.send({type: 'answer', id, ...answer});
    if (!answer.ok) this.#note('query refused', answer.refusal);
  }

  /** The store may be gone while it is asked: whoever asked is told so. */
  async #past(who: Who, query: HistoryQuery): Promise<QueryOutcome> {
    const {core} = this.#parts;
    try {
      return await answerPast(core, who, query);
    } catch (error) {
      core.log.error({session: this.#id, error: safeError(error)}, 'history failed');
      return {ok: false, refusal: refuse('DW_SERVER_FAILED')};
    }
  }

  #slowDown(who: Who, head: RegExpExecArray | null): void {
    const refusal = refuse('DW_WIRE_RATE');
    if (!this.#parts.rates.strike(who)) return this.end(refusal);
    if (this.#isTooFast) this.#parts.core.metrics.refused(refusal.code);
    else this.#note('too fast', refusal);
    this.#isTooFast = true;
    this.#answer(refusal, head?.[1], head?.[2]);
  }

  /** The session goes on: only this message was not taken. */
  #refuse(refusal: Refusal, kind: string | undefined, id: string | undefined): void {
    this.#note('message refused', refusal);
    this.#answer(refusal, kind, id);
  }

  #answer(refusal: Refusal, kind: string | undefined, id: string | undefined): void {
    if (id === undefined) this.#outlet.send({type: 'rejected', refusal});
    else if (kind === 'query') this.#outlet.send({type: 'answer', id, ok: false, refusal});
    else this.#outlet.send({type: 'result', id, ok: false, refusal});
  }

  #note(what: string, {code, params}: Refusal): void {
    const {core} = this.#parts;
    core.metrics.refused(code);
    const field = typeof params?.['field'] === 'string' ? {field: params['field']} : {};
    core.log.info({session: this.#id, who: this.who?.kind ?? 'stranger', code, ...field}, what);
  }

  #cleanUp(): void {
    if (this.#stage === 'over') return;
    this.#stage = 'over';
    clearTimeout(this.#helloTimer);
    clearTimeout(this.#expiryTimer);
    if (this.#bearer) {
      this.#parts.feeds.close(this.#bearer.who, this.#outlet.write);
      void this.#parts.desks.go(this.#bearer.who);
    }
    this.#gone();
  }
}
