import {isSameNumber} from '@deskwire/domain';

import {Line, type LineAct, type LineView} from './line.js';
import type {CallId, LineNumber, MediaEvent, MediaLeg, MediaPort} from './media-port.js';

/** How long a customer's phone that nobody shows any more keeps its call: long enough for a reload or a restart. */
const KEEP_MS = 20_000;
const SWEEP_MS = 1_000;

/** What the switch needs from outside. */
export interface SwitchOptions {
  readonly now: () => number;
  readonly newId: () => string;
  /** Dial numbers of the phones on the agents' desks; every other number is outside. */
  readonly desks: readonly LineNumber[];
}

/** Phones that exist only here, each shown by a page or driven by requests. No sound: only who would hear whom. */
export class SimulatedSwitch implements MediaPort {
  readonly #options: SwitchOptions;
  readonly #lines = new Map<LineNumber, Line>();
  readonly #calls = new Map<CallId, ReadonlySet<LineNumber>>();
  #listener: (event: MediaEvent) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SwitchOptions) {
    this.#options = options;
  }

  listen(listener: (event: MediaEvent) => void): void {
    this.#listener = listener;
  }

  start(): void {
    this.#timer = setInterval(() => this.#giveUp(), SWEEP_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  arrange(callId: CallId, wanted: readonly MediaLeg[]): void {
    const legs = wanted.map((leg) => ({...leg, line: this.#line(leg.line).number}));
    for (const number of this.#calls.get(callId) ?? []) {
      if (!legs.some(({line}) => line === number)) this.#release(callId, number);
    }
    if (legs.length) this.#calls.set(callId, new Set(legs.map(({line}) => line)));
    else this.#calls.delete(callId);
    for (const [index, leg] of legs.entries()) {
      const isFirst = legs.findIndex(({line}) => line === leg.line) === index;
      if (isFirst) this.#connect(callId, leg);
      else if (leg.hears === 'ringing') this.#fail(callId, leg);
    }
  }

  /** A phone as it is. Phones exist as soon as somebody asks for them. */
  view(number: LineNumber): LineView {
    return this.#line(number).view;
  }

  /** Shows a phone: calls back now and with each change, until the way out is called. */
  show(number: LineNumber, watcher: (line: LineView) => void): () => void {
    const line = this.#line(number);
    line.keptUntil = Infinity;
    const stop = line.watch(watcher);
    watcher(line.view);
    return () => {
      stop();
      if (!line.watched) line.keptUntil = this.#options.now() + KEEP_MS;
    };
  }

  /** Somebody used the phone without a page: it is held for as long as nobody says otherwise. */
  hold(number: LineNumber): void {
    this.#line(number).keptUntil = Infinity;
  }

  /** Does what a person does with a phone. False where the phone cannot do that now. */
  act(number: LineNumber, act: LineAct, to?: LineNumber): boolean {
    const line = this.#line(number);
    switch (act) {
      case 'dial':
        return this.#dial(line, to);
      case 'ask-callback':
        return this.#askCallback(line, to);
      case 'answer':
        return this.#answer(line);
      case 'decline':
        return line.view.state === 'ringing' && this.#tell('declined', line);
      case 'hang-up':
        return this.#hangUp(line);
      case 'lift':
        return (
          line.kind === 'desk' && (line.view.state === 'ringing' ? this.#answer(line) : this.#lift(line))
        );
      case 'switch-off':
        return this.#switchOff(line);
      case 'switch-on':
        if (!line.view.switchedOff) return false;
        line.setPower(false);
        return true;
    }
  }

  #dial(line: Line, to: LineNumber | undefined): boolean {
    if (line.kind !== 'customer' || !line.isFree || to === undefined) return false;
    const callId = this.#options.newId();
    line.hear(callId, {side: 'customer', hears: 'waiting', peer: to});
    this.#calls.set(callId, new Set([line.number]));
    this.#emit({type: 'called', callId, from: line.number, to});
    return true;
  }

  /** The phone itself is not in a call for that: it rings when it is called. */
  #askCallback(line: Line, to: LineNumber | undefined): boolean {
    if (line.kind !== 'customer' || line.view.switchedOff || to === undefined) return false;
    this.#emit({type: 'callback-asked', callId: this.#options.newId(), from: line.number, to});
    return true;
  }

  #answer(line: Line): boolean {
    if (line.view.state !== 'ringing') return false;
    this.#tell('answered', line);
    return line.kind === 'desk' ? this.#lift(line) : true;
  }

  #lift(line: Line): boolean {
    if (line.view.offHook) return false;
    line.setHook(true);
    this.#emit({type: 'handset', line: line.number, offHook: true});
    return true;
  }

  #hangUp(line: Line): boolean {
    const {offHook, state} = line.view;
    if (state === 'ringing') return this.#tell('declined', line);
    const wasInCall = line.callId !== undefined && this.#tell('hung-up', line);
    if (!offHook) return wasInCall;
    line.setHook(false);
    this.#emit({type: 'handset', line: line.number, offHook: false});
    return true;
  }

  /** The battery is empty, the cable is out: what rings there cannot be reached, and who talks is gone. */
  #switchOff(line: Line): boolean {
    if (line.view.switchedOff) return false;
    this.#tell(line.view.state === 'ringing' ? 'failed' : 'hung-up', line);
    line.setPower(true);
    return true;
  }

  #connect(callId: CallId, leg: MediaLeg): void {
    const {line: number, side, hears} = leg;
    const line = this.#line(number);
    const isNew = line.callId !== callId;
    if (isNew && hears === 'ringing' && !line.isFree) return this.#fail(callId, leg);
    // A customer's phone that is new here was in this call before a restart: it has a while to come back.
    if (isNew && side === 'customer' && !line.watched) line.keptUntil = this.#options.now() + KEEP_MS;
    line.hear(callId, leg);
    if (isNew && hears === 'ringing') this.#emit({type: 'ringing', callId, line: number, side});
  }

  #fail(callId: CallId, {line, side}: MediaLeg): void {
    this.#emit({type: 'failed', callId, line, side});
  }

  #release(callId: CallId, number: LineNumber): void {
    const line = this.#lines.get(number);
    if (line?.callId === callId) line.release();
  }

  #tell(type: 'answered' | 'declined' | 'failed' | 'hung-up', {number, callId, side}: Line): boolean {
    if (callId !== undefined) this.#emit({type, callId, line: number, side});
    return callId !== undefined;
  }

  /** Never from within a call of ours: whoever arranges has finished before they hear of it. */
  #emit(event: MediaEvent): void {
    queueMicrotask(() => this.#listener(event));
  }

  #giveUp(): void {
    const now = this.#options.now();
    for (const line of this.#lines.values()) {
      if (line.kind !== 'customer' || line.keptUntil > now) continue;
      // A phone that rings is let ring: how long is the engine's to say. One that is off stays off.
      if (line.view.state === 'ringing' || line.view.switchedOff) continue;
      if (line.callId === undefined) this.#lines.delete(line.number);
      else this.#tell('hung-up', line);
      line.keptUntil = now + KEEP_MS;
    }
  }

  /** A line by any way of writing its number: a phone exists once, whatever was dialled to reach it. */
  #line(number: LineNumber): Line {
    const known = this.#lines.get(number);
    if (known) return known;
    for (const line of this.#lines.values()) if (isSameNumber(line.number, number)) return line;
    const {desks, now} = this.#options;
    const line = new Line(number, desks.includes(number) ? 'desk' : 'customer', now);
    this.#lines.set(number, line);
    return line;
  }
}
