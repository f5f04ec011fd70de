/** A place in a text that is filled on use: `{{name}}`. */
export const PLACE = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The places that are still to be filled, as they stand in a text. */
export const blanksIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([place]) => place)),
];
