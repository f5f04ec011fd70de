/** A property where there is a value, nothing where there is none: for types whose absent is not undefined. */
export const given = <K extends string, V>(
  key: K,
  value: V | undefined,
): {readonly [P in K]: V} | Record<never, never> => (value === undefined ? {} : {[key]: value});
