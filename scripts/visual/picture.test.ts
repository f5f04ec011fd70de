import {describe, expect, it} from 'vitest';
import {screenshot, seen} from './fixture/screenshot.mjs';
import {difference, keep, pixelsOf, read} from './picture.mjs';

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const grey: Rgb = [200, 204, 210];
/** A grey box on white that begins at this x; below it, nothing. */
const box = (left: number, colour: Rgb = grey) =>
  screenshot(40, 60, (x: number, y: number) => (y < 20 && x >= left && x < left + 20 ? colour : white));
/** More colours than a kept picture has. */
const rainbow = (shift = 0, level?: number) =>
  screenshot(64, 64, (x: number, y: number) => [(x * 4 + shift) & 255, y * 4, (x * y) & 255], level);

describe('a kept picture', () => {
  it('ends a little below the last thing that is shown', () => {
    expect(pixelsOf(box(10))).toMatchObject({width: 40, height: 28});
    expect(read(keep(box(10)))).toMatchObject({width: 40, height: 28, exact: 2, moved: 0});
  });

  it('is made of the same bytes each time, and can be read by others', () => {
    const kept = keep(rainbow());
    expect(keep(rainbow()).equals(kept)).toBe(true);
    expect(seen(kept)).toMatchObject({width: 64, height: 64});
  });

  it('has few colours, and says how far the others were moved', () => {
    const kept = read(keep(rainbow()));
    expect(kept.palette).toHaveLength(16);
    expect(kept.exact).toBe(10);
    expect(kept.moved).toBeGreaterThan(0);
  });
});

describe('difference', () => {
  it('finds none between a screenshot and its kept picture, whatever bytes it came in', () => {
    expect(difference(keep(box(10)), box(10))).toBeUndefined();
    expect(difference(keep(rainbow(0, 9)), rainbow(0, 0))).toBeUndefined();
  });

  it('overlooks what two processors round differently, and nothing more', () => {
    expect(difference(keep(box(10)), box(10, [202, 202, 210]))).toBeUndefined();
    expect(difference(keep(box(10)), box(10, [203, 204, 210]))?.reason).toBe('400 pixels differ');
  });

  it('finds a shift by one pixel, and shows where', () => {
    const found = difference(keep(box(10)), box(11));
    expect(found?.reason).toBe('40 pixels differ');
    const shown = seen(found?.picture);
    expect(shown.at(10, 0)).toEqual([220, 0, 40]);
    expect(shown.at(15, 0)).not.toEqual([220, 0, 40]);
  });

  it('overlooks three stray pixels, and finds four', () => {
    const dash = (length: number) =>
      screenshot(40, 60, (x: number, y: number) => (y === 50 || (y === 3 && x < length) ? grey : white));
    expect(difference(keep(dash(0)), dash(3))).toBeUndefined();
    expect(difference(keep(dash(0)), dash(4))?.reason).toBe('4 pixels differ');
  });

  it('finds a little of another colour in what has been snapped', () => {
    const thin = (tinge: number) =>
      screenshot(64, 64, (x: number, y: number) =>
        y < 50 ? [y - (y % 5), 0, 0] : [x * 4, y * 4, (x < 8 ? 100 + tinge : 100) + y - 50],
      );
    expect(difference(keep(thin(0)), thin(4))?.reason).toBe('a colour differs a little where it is thin');
    expect(difference(keep(thin(0)), thin(0))).toBeUndefined();
  });

  it('names both sizes where they differ', () => {
    const taller = screenshot(40, 60, (x: number, y: number) => (y < 22 && x > 10 ? grey : white));
    expect(difference(keep(box(10)), taller)).toEqual({reason: 'it is 40 × 30 px, and was 40 × 28 px'});
  });

  it('refuses a picture that something else has written', () => {
    expect(() => difference(box(10), box(10))).toThrow('not a picture that was kept by this command');
  });
});
