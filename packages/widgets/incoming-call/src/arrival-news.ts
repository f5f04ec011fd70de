import type {RequestRow, RonaView} from './incoming-call.view.js';
import {arrivalText, type Words} from './request-texts.js';
import {MISSED} from './rona.template.js';

/** What assistive technology is told. RONA interrupts, since it holds up all work; a request waits its turn. */
export interface News {
  readonly text: string;
  readonly urgency: 'polite' | 'assertive';
}

/** What the tray shows now. */
export interface NewsInput {
  readonly rows: readonly RequestRow[];
  readonly rona: RonaView | undefined;
  readonly handsetOff: boolean;
  /** As the person reads it; empty: none. */
  readonly shortcut: string;
}

/** Finds what is new since it was asked last, so that each thing is told once. */
export class ArrivalNews {
  #requests: ReadonlySet<string> = new Set();
  #rona: number | undefined;
  #handsetOff = false;

  /** What to tell now, most urgent first. */
  next(words: Words, {rows, rona, handsetOff, shortcut}: NewsInput): readonly News[] {
    const reach = shortcut ? ` ${words.t('reach', {key: shortcut})}` : '';
    const offered = rows.filter(({connecting}) => !connecting);
    const fresh = offered.filter(({id}) => !this.#requests.has(id));
    const isNewRona = rona !== undefined && rona.since !== this.#rona;
    const isNewHandset = handsetOff && !this.#handsetOff;
    this.#requests = new Set(offered.map(({id}) => id));
    this.#rona = rona?.since;
    this.#handsetOff = handsetOff;
    return [
      ...(isNewRona ? [this.#ronaNews(words, rona, reach)] : []),
      ...(isNewHandset ? [{text: words.t('handset'), urgency: 'polite'} as const] : []),
      ...(fresh.length ? [this.#requestNews(words, fresh, reach)] : []),
    ];
  }

  #ronaNews(words: Words, {channel}: RonaView, reach: string): News {
    return {text: `${words.t(MISSED[channel])}. ${words.t('choose')}${reach}`, urgency: 'assertive'};
  }

  #requestNews(words: Words, fresh: readonly RequestRow[], reach: string): News {
    const [only] = fresh;
    const text =
      fresh.length === 1 && only ? arrivalText(words, only) : words.t('several', {count: fresh.length});
    return {text: `${text}.${reach}`, urgency: 'polite'};
  }
}
