import {LengthSheet, type LengthRule} from '../styles/length-sheet.js';

/** Where the rows of a list stand, px. */
export interface Runway {
  /** Of the list, which scrolls. */
  readonly height: number;
  /** Of all its rows. */
  readonly length: number;
  /** Where the rows in sight begin. */
  readonly sight: number;
  /** Where the active row is, when it is not in sight. */
  readonly stray: number;
}

const RULES: Readonly<Record<keyof Runway, LengthRule>> = {
  height: ['.list', 'block-size'],
  length: ['.runway', 'block-size'],
  sight: ['.sight', 'inset-block-start'],
  stray: ['.stray', 'inset-block-start'],
};

/** The lengths of a list of which only the rows in sight are rendered. */
export class RunwaySheet extends LengthSheet<keyof Runway> {
  constructor(root: ShadowRoot) {
    super(root, RULES);
  }
}
