import {expect} from '@open-wc/testing';
import {fakeClock} from '@deskwire/testing/fake-clock.js';
import {mountWidget, unmountAll} from '@deskwire/testing/widgets.js';

import {defineTimer} from './register.js';
import type {TimerElement} from './timer.element.js';

defineTimer();

describe('dw-timer', () => {
  afterEach(unmountAll);

  it('counts up by desk time', async () => {
    const time = fakeClock(1_000_000);
    const {harness} = await mountWidget<TimerElement>('dw-timer', {
      time,
      props: {since: 1_000_000 - 252_000},
    });
    expect(harness.text).to.equal('04:12');
    time.advance(3000);
    await harness.settled();
    expect(harness.text).to.equal('04:15');
    time.advance(3_600_000);
    await harness.settled();
    expect(harness.text).to.equal('1:04:15');
  });

  it('counts down to zero and stays there', async () => {
    const time = fakeClock(1_000_000);
    const {harness} = await mountWidget<TimerElement>('dw-timer', {time, props: {until: 1_002_000}});
    expect(harness.text).to.equal('00:02');
    time.advance(1005);
    await harness.settled();
    expect(harness.text).to.equal('00:01');
    time.advance(10_000);
    await harness.settled();
    expect(harness.text).to.equal('00:00');
  });

  it('is a timer with a name, and says nothing by itself', async () => {
    const props = {since: 0, label: 'Call time'};
    const {harness} = await mountWidget<TimerElement>('dw-timer', {props});
    expect(harness.get('timer', 'Call time').closest('[aria-live]')).to.equal(null);
  });

  it('leaves no timer behind', async () => {
    const time = fakeClock();
    const {element} = await mountWidget<TimerElement>('dw-timer', {time, props: {since: 0}});
    expect(time.waiting).to.equal(1);
    element.remove();
    expect(time.waiting).to.equal(0);
  });

  it('does not move its neighbours as its digits change', async () => {
    const time = fakeClock(11_000);
    const {element, harness} = await mountWidget<TimerElement>('dw-timer', {time, props: {since: 0}});
    element.style.font = '13px sans-serif';
    const {width} = element.getBoundingClientRect();
    time.advance(25_000);
    await harness.settled();
    expect(element.getBoundingClientRect().width).to.equal(width);
  });

  it('says nothing without a time', async () => {
    const {harness} = await mountWidget('dw-timer');
    expect(harness.text).to.equal('');
  });
});
