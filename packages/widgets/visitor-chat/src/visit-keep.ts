import {EMPTY_VISIT, VISIT_FIELDS, type VisitValues} from './visit-form.js';

/** Where a form outlives a reload of its tab. */
const NAME = 'deskwire:visit';

const isValues = (value: unknown): value is VisitValues =>
  typeof value === 'object' &&
  value !== null &&
  VISIT_FIELDS.every((field) => typeof (value as Partial<VisitValues>)[field] === 'string');

const use = <T>(act: (storage: Storage) => T): T | undefined => {
  try {
    return act(globalThis.sessionStorage);
  } catch {
    // Storage is shut or full: memory serves until the page goes.
    return undefined;
  }
};

/** What was typed into the form before the page was loaded again. */
export const keptVisit = (): VisitValues | undefined => {
  const value = use((storage): unknown => JSON.parse(storage.getItem(NAME) ?? 'null'));
  return isValues(value) ? value : undefined;
};

/** Keeps what was typed for this tab; an empty form leaves nothing behind. */
export const keepVisit = (values: VisitValues = EMPTY_VISIT): void => {
  const isEmpty = VISIT_FIELDS.every((field) => values[field] === '');
  use((storage) => {
    if (isEmpty) storage.removeItem(NAME);
    else storage.setItem(NAME, JSON.stringify(values));
  });
};
