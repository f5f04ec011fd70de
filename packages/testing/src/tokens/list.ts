import {LINE_CONTRAST, TEXT_CONTRAST} from '../contrast.js';

/** Surfaces and lines, in the order of the sheet. */
export const SWATCHES = [
  'surface',
  'surface-sunken',
  'surface-hover',
  'surface-pressed',
  'surface-raised',
  'border',
  'border-control',
  'text-disabled',
  'text',
  'text-secondary',
  'text-muted',
  'accent',
] as const;

/** The states that have a colour of their own. */
export const STATES = [
  'ringing',
  'active',
  'hold',
  'consult',
  'conference',
  'wrapup',
  'rona',
  'available',
  'idle',
  'danger',
  'secure',
] as const;

/** Two colours that meet on screen, by token, and the contrast that they need. */
export interface Pair {
  readonly front: string;
  readonly back: string;
  readonly limit: number;
}

const on = (front: string, backs: readonly string[], limit = TEXT_CONTRAST): readonly Pair[] =>
  backs.map((back) => ({front, back, limit}));

/** Text and lines on everything that they stand on. */
export const TEXT_PAIRS: readonly Pair[] = [
  ...on('text', [
    'surface',
    'surface-sunken',
    'surface-hover',
    'surface-pressed',
    'surface-raised',
    'accent-tint',
  ]),
  ...on('text-secondary', ['surface', 'surface-hover', 'surface-raised']),
  ...on('text-muted', [
    'surface',
    'surface-sunken',
    'surface-hover',
    'surface-raised',
    'accent-tint',
    'state-ringing-tint',
  ]),
  ...on('accent', [
    'surface',
    'surface-sunken',
    'surface-raised',
    'accent-tint',
    'state-ringing-tint',
    'state-hold-tint',
  ]),
  ...on('on-accent', ['accent', 'accent-hover', 'accent-pressed']),
  ...on('border-control', ['surface', 'surface-raised'], LINE_CONTRAST),
];

/** The columns of the table of states: the state's colour, or the text, on what. */
export const statePairs = (state: string): readonly Pair[] => [
  ...on(`state-${state}`, ['surface', 'surface-raised', `state-${state}-tint`]),
  ...on('text', [`state-${state}-tint`]),
  ...on(`state-${state}`, ['accent-tint']),
];

/** Everything that is measured. */
export const ALL_PAIRS: readonly Pair[] = [...TEXT_PAIRS, ...STATES.flatMap(statePairs)];

/** Every colour that some pair needs. */
export const MEASURED: readonly string[] = [
  ...new Set([...SWATCHES, ...ALL_PAIRS.flatMap(({front, back}) => [front, back])]),
];
