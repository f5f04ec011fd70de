/** Rows of the table of edit distances, one letter of `a` after the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({length: b.length + 1}, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const swap = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const LONGEST_COMPARED = 60;
const MOST_LISTED = 12;

/** The known name that was probably meant; undefined where none is near. */
export const nearest = (typed: string, known: Iterable<string>): string | undefined => {
  if (typed.length > LONGEST_COMPARED) return undefined;
  const wanted = typed.toLowerCase();
  const near = [...known]
    .filter((one) => one.length <= LONGEST_COMPARED)
    .map((one) => ({one, by: distance(wanted, one.toLowerCase())}))
    .filter(({one, by}) => by < one.length && by <= Math.ceil(one.length / 3))
    .sort((a, b) => a.by - b.by);
  return near[0]?.one;
};

/** A sentence that helps on from a name that is not known: the near one, else all of them, if they are few. */
export const didYouMean = (typed: string, known: Iterable<string>): string => {
  const all = [...known];
  const found = nearest(typed, all);
  if (found !== undefined) return `Did you mean "${found}"?`;
  if (!all.length) return 'There is none.';
  const some = all.slice(0, MOST_LISTED).map((one) => `"${one}"`);
  return `Known: ${some.join(', ')}${all.length > some.length ? ' and others' : ''}.`;
};
