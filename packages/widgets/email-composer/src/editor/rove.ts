import {isComposingKey} from '@deskwire/kit';

/** Which way the writing runs turns which way an arrow goes. */
const stepOf = (key: string, columns: number, isRtl: boolean): number | undefined => {
  if (key === 'ArrowRight') return isRtl ? -1 : 1;
  if (key === 'ArrowLeft') return isRtl ? 1 : -1;
  if (key === 'ArrowDown') return columns;
  return key === 'ArrowUp' ? -columns : undefined;
};

/** What of a key event it reads. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'isComposing' | 'keyCode'>;

/**
 * Where the arrows, Home and End lead from one of several items in rows. In a single row it goes round; in several it stops
 * at the edges, so that nobody gets lost. `columns`: items per row; none: all in one row.
 * @returns The index to go to; undefined for other keys.
 */
export const roveTo = (
  event: KeyPress,
  at: number,
  count: number,
  {columns, isRtl = false}: {readonly columns?: number; readonly isRtl?: boolean} = {},
): number | undefined => {
  if (isComposingKey(event) || count === 0) return undefined;
  if (event.key === 'Home') return columns ? at - (at % columns) : 0;
  if (event.key === 'End')
    return columns ? Math.min(count - 1, at - (at % columns) + columns - 1) : count - 1;
  const step = stepOf(event.key, columns ?? 0, isRtl);
  if (!step) return undefined;
  if (!columns) return (at + step + count) % count;
  const isAlong = Math.abs(step) === 1 && columns > 1;
  const to = at + step;
  const isIn = to >= 0 && to < count && (!isAlong || Math.trunc(to / columns) === Math.trunc(at / columns));
  return isIn ? to : at;
};
