/** Maps a list; the very same list where no element changed, so that watchers who compare identities stay asleep. */
export const mapSame = <T>(list: readonly T[], to: (item: T) => T): readonly T[] => {
  let changed = false;
  const next = list.map((item) => {
    const now = to(item);
    changed ||= now !== item;
    return now;
  });
  return changed ? next : list;
};

/** Replaces the item with the same id in its place, or appends it. */
export const putById = <T extends {readonly id: string}>(list: readonly T[], item: T): readonly T[] =>
  list.some(({id}) => id === item.id)
    ? list.map((old) => (old.id === item.id ? item : old))
    : [...list, item];
