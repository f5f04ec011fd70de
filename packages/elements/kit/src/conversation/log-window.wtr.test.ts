import {expect, nextFrame, waitUntil} from '@open-wc/testing';
import {deepElements, settled, unmountAll} from '@deskwire/testing/widgets.js';

import {
  blank,
  customer,
  gap,
  inSight,
  itemsOf,
  logInput,
  many,
  me,
  mountLog,
  say,
  scrollTo,
  talk,
} from './conversation.harness.js';

const COUNT = 100_000;
const HUNDRED_THOUSAND = talk(COUNT);
/** How exactly a place is kept ten million px down, px: Firefox counts in single precision there. */
const GRAIN = 'MozAppearance' in document.documentElement.style ? 4 : 1;
/** All elements of a log, its own included. */
const nodes = (log: Element): number => deepElements(log).length;
const newest = (scroller: HTMLElement): string =>
  itemsOf(scroller).at(-1)?.querySelector('.text')?.textContent ?? '';

/** The item under the eye that begins in sight, and where. */
const eye = (scroller: HTMLElement): readonly [string, number] => {
  const [found] = [...inSight(scroller)].filter(([, top]) => top >= 0);
  if (!found) throw new Error('nothing is in sight');
  return found;
};

describe('where the reader of a log is', () => {
  afterEach(() => {
    unmountAll();
    document.querySelector('dw-announcer')?.remove();
  });

  describe('at the end', () => {
    it('is from the beginning, and stays there when something is added', async () => {
      const {scroller, show, log} = await mountLog({messages: many(60)});
      expect(gap(scroller)).to.be.lessThan(2);
      await show({messages: many(80)});
      expect(gap(scroller)).to.be.lessThan(2);
      expect(log.isAtEnd).to.equal(true);
    });

    it('stays there when the box below grows', async () => {
      const {scroller, log} = await mountLog({messages: many(60)});
      log.style.height = '180px';
      await waitUntil(() => scroller.clientHeight <= 180 && gap(scroller) < 2, 'at the end again');
    });

    it('stays there when what is shown grows by itself, as with a font that comes late', async () => {
      const {scroller, log} = await mountLog({messages: many(60)});
      const before = scroller.scrollHeight;
      for (const text of log.renderRoot.querySelectorAll<HTMLElement>('.text'))
        text.style.lineHeight = '40px';
      await waitUntil(() => scroller.scrollHeight > before && gap(scroller) < 2, 'at the end again');
      expect(log.isAtEnd).to.equal(true);
    });

    it('stays there over 200 messages, of a hundred thousand', async () => {
      const {scroller, show, log} = await mountLog({messages: HUNDRED_THOUSAND});
      for (let more = 1; more <= 200; more += 1) {
        await show({messages: [...HUNDRED_THOUSAND, ...talk(more, COUNT)]});
        expect(gap(scroller), `after ${more}`).to.be.lessThan(1 + GRAIN);
        expect(newest(scroller)).to.equal(talk(1, COUNT + more - 1)[0]?.text);
        expect(nodes(log)).to.be.lessThan(300);
        expect(blank(scroller)).to.equal(0);
      }
    }).timeout(30_000);

    it('begins there in another conversation', async () => {
      const {scroller, element} = await mountLog({messages: talk(500)});
      await scrollTo(scroller, 0);
      element.conversation = 'chat-2';
      element.input = logInput({messages: talk(700)});
      await settled(element);
      expect(gap(scroller)).to.be.lessThan(2);
      expect(newest(scroller)).to.equal(talk(1, 699)[0]?.text);
    });

    it('is found again when a log is shown that was not', async () => {
      const {scroller, show, element} = await mountLog({messages: talk(500)});
      element.hidden = true;
      await show({messages: talk(600)});
      element.hidden = false;
      await waitUntil(() => scroller.clientHeight > 0 && gap(scroller) < 2, 'at the end again');
      await waitUntil(() => newest(scroller) === talk(1, 599)[0]?.text, 'the newest message');
    });
  });

  describe('further up', () => {
    it('stays put, and is told what is new below', async () => {
      const {scroller, show, harness, log} = await mountLog({messages: many(60)});
      await scrollTo(scroller, 200);
      expect(log.isAtEnd).to.equal(false);
      await show({messages: [...many(60), say('a', customer), say('b', me), say('c', customer)]});
      expect(scroller.scrollTop).to.equal(200);
      await harness.click('button', '2 new messages');
      expect(gap(scroller)).to.be.lessThan(2);
      await waitUntil(() => !harness.find('button', /new messages|Latest/), 'nothing more is below');
      expect(harness.focused).to.equal('log "Conversation"');
    });

    for (const top of [300, 20_000, 3_000_000]) {
      it(`keeps the row under the eye when older messages are put in front, at ${top} px`, async () => {
        const {scroller, show} = await mountLog({messages: HUNDRED_THOUSAND, earlier: 600});
        await scrollTo(scroller, top);
        const [word, before] = eye(scroller);
        for (let more = 1; more <= 3; more += 1) {
          const older = talk(more * 200, -more * 200);
          await show({messages: [...older, ...HUNDRED_THOUSAND], earlier: 600 - more * 200});
          expect(inSight(scroller).get(word)).to.be.closeTo(before, 1);
          await nextFrame();
          expect(inSight(scroller).get(word)).to.be.closeTo(before, 1);
          expect(blank(scroller)).to.equal(0);
        }
      });
    }

    it('keeps the row under the eye when a reader goes to the very top, above messages lower than most', async () => {
      const {scroller} = await mountLog({messages: [...many(12), ...talk(5_000)]});
      const isShort = (): boolean => [...inSight(scroller).keys()].includes('message');
      await scrollTo(scroller, 1_500);
      for (let turns = 0; turns < 20 && !isShort(); turns += 1)
        await scrollTo(scroller, scroller.scrollTop - 200);
      scroller.scrollTop = 0;
      const [first] = itemsOf(scroller);
      const before = first?.getBoundingClientRect().top ?? NaN;
      for (let frames = 0; frames < 5; frames += 1) await nextFrame();
      expect(first?.isConnected).to.equal(true);
      expect(first?.getBoundingClientRect().top).to.be.closeTo(before, 1);
    });

    it('keeps what is read where it is when a day turns out to have begun before', async () => {
      const {scroller, show} = await mountLog({messages: talk(60), earlier: 3});
      await scrollTo(scroller, 0);
      const top = (): number => scroller.querySelector('.text')?.getBoundingClientRect().top ?? NaN;
      const text = scroller.querySelector<HTMLElement>('.text');
      const before = top();
      await show({messages: talk(63, -3), earlier: 0});
      expect(text?.getBoundingClientRect().top).to.be.closeTo(before, 1);
      expect(scroller.querySelectorAll('.mark').length).to.equal(1);
    });

    it('keeps the row under the eye when messages are added below', async () => {
      const {scroller, show} = await mountLog({messages: HUNDRED_THOUSAND});
      await scrollTo(scroller, 3_000_000);
      const [word, before] = eye(scroller);
      await show({messages: [...HUNDRED_THOUSAND, ...talk(50, COUNT)]});
      expect(inSight(scroller).get(word)).to.be.closeTo(before, 1);
    });

    it('keeps the row under the eye when the log gets another width', async () => {
      const {scroller, container} = await mountLog({messages: HUNDRED_THOUSAND});
      await scrollTo(scroller, 3_000_000);
      const [word] = [...inSight(scroller)][0] ?? [''];
      container.style.width = '330px';
      await waitUntil(() => scroller.clientWidth < 331, 'narrower');
      await nextFrame();
      expect([...inSight(scroller).keys()][0]).to.equal(word);
      await waitUntil(() => blank(scroller) === 0, 'nothing is blank');
    });

    it('keeps the first row in sight where it is when what is shown grows by itself', async () => {
      const {scroller, log} = await mountLog({messages: HUNDRED_THOUSAND});
      await scrollTo(scroller, 3_000_000);
      const [word, before] = [...inSight(scroller)][0] ?? ['', NaN];
      const height = itemsOf(scroller)[0]?.offsetHeight ?? NaN;
      for (const text of log.renderRoot.querySelectorAll<HTMLElement>('.text'))
        text.style.lineHeight = '40px';
      await waitUntil(() => (itemsOf(scroller)[0]?.offsetHeight ?? NaN) > height, 'larger');
      await nextFrame();
      expect(inSight(scroller).get(word)).to.be.closeTo(before, 1);
    });

    it('keeps its place when the element is put somewhere else', async () => {
      const {scroller, element, container} = await mountLog({messages: HUNDRED_THOUSAND});
      await scrollTo(scroller, 3_000_000);
      const [word, before] = eye(scroller);
      element.remove();
      container.append(element);
      await settled(element);
      expect(inSight(scroller).get(word)).to.be.closeTo(before, 1);
    });
  });

  describe('on the way', () => {
    for (const [count, exactly] of [
      [20_000, 1],
      [COUNT, GRAIN],
    ] as const) {
      it(`moves by as much as is scrolled, and sees no blank place, in ${count} messages`, async () => {
        const {scroller, log} = await mountLog({messages: talk(count)});
        await scrollTo(scroller, scroller.scrollTop - 400);
        for (let step = 0; step < 60; step += 1) {
          const by = step < 40 ? -137 : 173;
          const seen = inSight(scroller);
          await scrollTo(scroller, scroller.scrollTop + by);
          expect(blank(scroller), `step ${step}`).to.equal(0);
          const now = inSight(scroller);
          for (const [word, top] of seen) {
            const there = now.get(word);
            if (there !== undefined) expect(there, `step ${step}`).to.be.closeTo(top - by, exactly);
          }
          expect(nodes(log)).to.be.lessThan(300);
        }
      }).timeout(15_000);
    }

    it('comes by keyboard to the first message of a hundred thousand, and back', async () => {
      const {scroller, harness, log} = await mountLog({messages: HUNDRED_THOUSAND});
      await harness.focus('log', 'Conversation');
      await harness.press('Home');
      await nextFrame();
      expect([...inSight(scroller).keys()][0]).to.equal('0');
      expect(scroller.scrollTop).to.equal(0);
      expect(log.isAtEnd).to.equal(false);
      await harness.press('End');
      await nextFrame();
      expect(newest(scroller)).to.equal(HUNDRED_THOUSAND.at(-1)?.text);
      expect(gap(scroller)).to.be.lessThan(2);
    });

    it('comes by the arrow and page keys wherever they lead', async () => {
      const {scroller, harness} = await mountLog({messages: HUNDRED_THOUSAND});
      await harness.focus('log', 'Conversation');
      const end = scroller.scrollTop;
      await harness.press('PageUp');
      await waitUntil(() => scroller.scrollTop < end - 200, 'a page up');
      await harness.press('ArrowUp');
      await waitUntil(() => scroller.scrollTop < end - 250, 'a line up');
      expect(blank(scroller)).to.equal(0);
    });

    it('comes by the scroll bar into the middle, and to the top', async () => {
      const {scroller} = await mountLog({messages: HUNDRED_THOUSAND});
      await scrollTo(scroller, scroller.scrollHeight / 2);
      await waitUntil(() => blank(scroller) === 0, 'items in the middle');
      expect(Number([...inSight(scroller).keys()][0])).to.be.within(35_000, 65_000);
      await scrollTo(scroller, 0);
      await waitUntil(() => inSight(scroller).has('0'), 'the first message');
      expect(blank(scroller)).to.be.lessThan(60);
    });

    it('keeps the focus in the log when the link that had it is scrolled away', async () => {
      const messages = talk(500).map((one, at) => (at === 499 ? {...one, text: 'https://example.com'} : one));
      const {scroller, harness} = await mountLog({messages});
      harness.get('link').focus();
      // Some engines bring what has the focus into sight with the next frame.
      await nextFrame();
      await scrollTo(scroller, scroller.scrollTop - 4_000);
      await waitUntil(() => !harness.find('link'), 'the link is gone');
      expect(harness.focused).to.equal('log "Conversation"');
    });

    it('keeps what is selected while one scrolls on', async () => {
      const {scroller} = await mountLog({messages: talk(500)});
      const selection = document.getSelection();
      const texts = itemsOf(scroller).map((item) => item.querySelector('.text'));
      const [from, to] = [texts.at(-2)?.firstChild, texts.at(-1)?.firstChild];
      if (!selection || !from || !to) throw new Error('nothing to select');
      selection.setBaseAndExtent(from, 0, to, 3);
      for (let step = 0; step < 6; step += 1) await scrollTo(scroller, scroller.scrollTop - 300);
      expect(from.isConnected && to.isConnected).to.equal(true);
      selection.removeAllRanges();
      for (let step = 0; step < 6; step += 1) await scrollTo(scroller, scroller.scrollTop - 300);
      expect(to.isConnected).to.equal(false);
    });
  });

  it('has all of it in the document where that is little', async () => {
    const {scroller} = await mountLog({messages: talk(100)});
    expect(itemsOf(scroller).length).to.equal(100);
  });
});
