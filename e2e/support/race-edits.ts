import type {Random} from './random.js';
import type {Edit} from './racer.js';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2030, 0, 1);

interface Field {
  readonly name: string;
  readonly label: string;
  /** A value that is written in this turn and in no other. */
  readonly text: (turn: number, chance: Random) => string;
  /** How the English desk writes it in a sentence. */
  readonly shown: (text: string) => string;
}

const asIs = (text: string): string => text;
const number = (text: string): string => Number(text).toLocaleString('en');
const date = (text: string): string =>
  new Date(text).toLocaleDateString('en-GB', {dateStyle: 'medium', timeZone: 'UTC'});

/** The variables of a call in the demo that are typed, of every type. */
const FIELDS: readonly Field[] = [
  {
    name: 'plan',
    label: 'Plan',
    text: (turn, chance) => `요금제 ${turn} ${'가나다라마'.slice(chance.below(5))}`,
    shown: asIs,
  },
  {name: 'parcels', label: 'Parcels this month', text: (turn) => `${turn}`, shown: number},
  {
    name: 'balance',
    label: 'Open balance',
    text: (turn, chance) => `${turn}.${1 + chance.below(9)}`,
    shown: number,
  },
  {
    name: 'due-date',
    label: 'Due date',
    text: (turn) => new Date(FIRST_DAY + turn * DAY).toISOString().slice(0, 10),
    shown: date,
  },
  {
    name: 'note',
    label: 'Note',
    text: (turn, chance) => `<b>${turn}</b> 😀 ${chance.below(1_000)}`,
    shown: asIs,
  },
];

/** One to three edits of one turn. */
export const editsOf = (turn: number, chance: Random): readonly Edit[] =>
  chance.some(FIELDS, 1 + chance.below(3)).map(({name, label, text: textOf, shown}) => {
    const text = textOf(turn, chance);
    return {name, label, text, shown: shown(text)};
  });
