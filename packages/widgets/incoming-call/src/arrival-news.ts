import type {RequestRow, RonaView} from './incoming-call.view.js';
import {arrivalText, type Words} from './request-texts.js';
import {MISSED} from './rona.template.js';

/** What assistive technology is told. RONA interrupts, since it holds up all work; a request waits its turn. */
export interface News {
  readonly key: string;
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
  /** Where it shows them: whoever looks elsewhere by now was perhaps out of earshot. */
  readonly place: Element;
}

const everything = (words: Words, {rows, rona, handsetOff, shortcut}: NewsInput): readonly News[] => {
  const reach = shortcut && ` ${words.t('reach', {key: shortcut})}`;
  const offered = rows.filter(({connecting}) => !connecting);
  return [
    ...(rona
      ? [
          {
            key: `rona ${rona.since}`,
            text: `${words.t(MISSED[rona.channel])}. ${words.t('choose')}${reach}`,
            urgency: 'assertive' as const,
          },
        ]
      : []),
    ...(handsetOff ? [{key: 'handset', text: words.t('handset'), urgency: 'polite' as const}] : []),
    ...offered.map((row) => ({
      key: `request ${row.id}`,
      text: `${arrivalText(words, row)}.${reach}`,
      urgency: 'polite' as const,
    })),
    // A call that the agent makes says how far it is.
    ...offered.flatMap(({id, stage, note}) =>
      stage && note ? [{key: `${note} ${id}`, text: words.t(note), urgency: 'polite' as const}] : [],
    ),
  ];
};

/** Finds what is new since it was asked last, so that each thing is told once in each place. */
export class ArrivalNews {
  #told: ReadonlySet<string> = new Set();
  #place: Element | undefined;

  /** What to tell now, most urgent first. */
  next(words: Words, input: NewsInput): readonly News[] {
    const all = everything(words, input);
    const fresh = all.filter(({key}) => input.place !== this.#place || !this.#told.has(key));
    this.#place = input.place;
    this.#told = new Set(all.map(({key}) => key));
    return fresh;
  }
}
