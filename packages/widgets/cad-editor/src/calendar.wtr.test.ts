import {expect} from '@open-wc/testing';
import {fakeClock} from '@deskwire/testing';
import {focused, leaks, overflows, unmountAll} from '@deskwire/testing/widgets.js';

import {act, inForcedColours, type Acting} from './acting.harness.js';
import {aDeskThatSaves} from './cad-editor.harness.js';
import {loadPicker} from './picker-loader.js';

const PROMISED = 'Promised pay date';
const OPEN = `Choose a date for ${PROMISED}`;

/** The name of the day that has the focus; the digit that is seen is hidden from assistive technology. */
const day = ({harness}: Acting): string =>
  /^gridcell "\d+ (.*)"$/.exec(harness.focused)?.[1] ?? harness.focused;

const open = async ({harness}: Acting, name = OPEN): Promise<void> => {
  await harness.click('button', name);
  await loadPicker();
  await harness.settled();
};

describe('the calendar of the data editor', () => {
  before(async () => {
    await loadPicker();
  });
  afterEach(() => {
    unmountAll();
    for (const guard of document.querySelectorAll('dw-cad-leave-guard')) guard.parentElement?.remove();
  });

  it('[CAD-5] opens from its icon with the focus on the chosen day, and gives it back by Escape', async () => {
    const acting = await act();
    const {harness, box} = acting;
    await open(acting);
    expect(harness.find('dialog', OPEN)).not.to.equal(undefined);
    expect(day(acting)).to.equal('Friday, 20 November 2026');
    expect(focused()?.getAttribute('aria-selected')).to.equal('true');
    await harness.press('Escape');
    expect(harness.find('dialog')).to.equal(undefined);
    expect(harness.focused).to.equal(`button "${OPEN}"`);
    expect(box(PROMISED).value).to.equal('2026-11-20');
  });

  it('[CAD-5] is gone through by keys, and puts an ISO date into the field', async () => {
    const acting = await act();
    const {harness, box, desk, save} = acting;
    await open(acting);
    for (const [key, expected] of [
      ['ArrowRight', 'Saturday, 21 November 2026'],
      ['ArrowDown', 'Saturday, 28 November 2026'],
      ['Home', 'Sunday, 22 November 2026'],
      ['End', 'Saturday, 28 November 2026'],
      ['PageDown', 'Monday, 28 December 2026'],
      ['Shift+PageUp', 'Sunday, 28 December 2025'],
      ['PageUp', 'Friday, 28 November 2025'],
      ['ArrowUp', 'Friday, 21 November 2025'],
      ['ArrowLeft', 'Thursday, 20 November 2025'],
    ] as const) {
      await harness.press(key);
      expect(day(acting), key).to.equal(expected);
    }
    await harness.press('Enter');
    expect(harness.find('dialog')).to.equal(undefined);
    expect(box(PROMISED).value).to.equal('2025-11-20');
    expect(harness.focused).to.equal(`button "${OPEN}"`);
    await save();
    expect(desk.last).to.deep.include({edits: [{name: 'promised', value: '2025-11-20', base: 1}]});
  });

  it('[CAD-5] opens from the field, in which typing goes on; the calendar follows what is typed', async () => {
    const acting = await act();
    const {harness, box, fill} = acting;
    box(PROMISED).focus();
    box(PROMISED).click();
    await harness.settled();
    expect(harness.find('dialog', OPEN)).not.to.equal(undefined);
    expect(harness.focused).to.equal(`textbox "${PROMISED}"`);
    await fill(PROMISED, '2027-02-03');
    expect(harness.find('heading', 'February 2027')).not.to.equal(undefined);
    await harness.press('ArrowDown');
    await harness.press('Escape');
    expect(harness.find('dialog')).to.equal(undefined);
  });

  it('[CAD-5] opens by Arrow Down in the field', async () => {
    const acting = await act();
    const {harness, box} = acting;
    box(PROMISED).focus();
    await harness.press('ArrowDown');
    await harness.settled();
    expect(day(acting)).to.equal('Friday, 20 November 2026');
  });

  it('[CAD-5] takes a day and a time for a date-time, and keeps its seconds and offset', async () => {
    const desk = aDeskThatSaves();
    const acting = await act(desk);
    const {harness, fill, save} = acting;
    await fill('Call back at', '2026-11-27 14:30:15+09:00');
    await harness.press('Tab');
    await open(acting, 'Choose a date and time for Call back at');
    await harness.click('gridcell', /Monday, 30 November 2026$/);
    const time = harness.get('textbox', 'Time') as HTMLInputElement;
    expect(time.value).to.equal('14:30');
    time.value = '09:15';
    time.dispatchEvent(new Event('change', {bubbles: true}));
    await harness.settled();
    await harness.click('button', 'Done');
    expect(harness.find('dialog')).to.equal(undefined);
    await save();
    expect(desk.last).to.deep.include({
      edits: [{name: 'callback', value: '2026-11-30T09:15:15+09:00', base: 1}],
    });
  });

  it('turns the arrows where the writing runs from right to left', async () => {
    const acting = await act(aDeskThatSaves(), {dir: 'rtl'});
    await open(acting);
    await acting.harness.press('ArrowLeft');
    expect(day(acting)).to.equal('Saturday, 21 November 2026');
  });

  it('has the months and days of the language', async () => {
    const acting = await act(aDeskThatSaves(), {locale: 'ko'});
    await open(acting, '납부 약속일 날짜 선택');
    expect(acting.harness.find('heading', '2026년 11월')).not.to.equal(undefined);
    expect(day(acting)).to.equal('2026년 11월 20일 금요일');
    await acting.harness.click('button', '다음 달');
    expect(acting.harness.find('heading', '2026년 12월')).not.to.equal(undefined);
  });

  it('begins with today where nothing is chosen', async () => {
    const acting = await act(aDeskThatSaves(), {time: fakeClock()});
    await acting.fill(PROMISED, '');
    await open(acting);
    expect(focused()?.getAttribute('aria-current')).to.equal('date');
  });

  it('is accessible, fits, and keeps dates out of attributes', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const acting = await act(aDeskThatSaves(), {theme, width: 320});
      await open(acting);
      await expect(acting.element).to.be.accessible();
      expect(leaks(acting.element, ['2026-11-20', '20 November'])).to.deep.equal([]);
      expect(overflows(acting.element)).to.deep.equal([]);
      unmountAll();
    }
  });

  it('shows what is chosen in forced colours', async function (this: Mocha.Context) {
    // The drivers of the others cannot pretend them.
    if (!/Chrom/.test(navigator.userAgent)) this.skip();
    await inForcedColours(async () => {
      const acting = await act();
      await open(acting);
      const on = focused() as HTMLElement;
      const other = acting.harness.get('gridcell', /Saturday, 21 November 2026$/);
      expect(getComputedStyle(on).backgroundColor).not.to.equal(getComputedStyle(other).backgroundColor);
    });
  });
});
