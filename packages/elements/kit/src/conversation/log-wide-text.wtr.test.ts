import {expect} from '@open-wc/testing';
import {FAKE_START} from '@deskwire/testing';
import {mountWidget, unmountAll} from '@deskwire/testing/widgets.js';

import type {ConversationLogElement} from './log.element.js';
import type {LogInput} from './log-rows.js';
import {defineConversationLog} from './register.js';

defineConversationLog();

const inputOf = (text: string): LogInput => ({
  viewer: {kind: 'customer'},
  messages: [{id: 'm-1', at: FAKE_START, from: {kind: 'agent', id: 'agent-1', name: 'Mina Park'}, text}],
  earlier: 0,
  outgoing: [],
  events: [],
  foldsBot: false,
});

const mountLog = async (text: string): Promise<HTMLElement> => {
  const {element} = await mountWidget<ConversationLogElement>('dw-conversation-log', {
    width: 320,
    props: {input: inputOf(text)},
  });
  return element.renderRoot.querySelector<HTMLElement>('[role="log"]') as HTMLElement;
};

describe('a message that cannot be wrapped', () => {
  afterEach(unmountAll);

  /** One character as far as line breaks go; where a font lacks a mark, each mark has a width. */
  const stacked = (letter: string, ...marks: readonly string[]): string => letter + marks.join('').repeat(60);

  for (const [name, text] of Object.entries({
    'Thai marks': stacked('\u0e14', '\u0e49', '\u0e47'),
    'marks above and below': stacked('e', '\u031b', '\u0316', '\u0489', '\u035c'),
  })) {
    it(`never makes the log scroll to the side: ${name}`, async () => {
      const log = await mountLog(text);
      expect(log.querySelector('[id="text-m-1"]')?.textContent).to.equal(text);
      expect(log.scrollWidth).to.equal(log.clientWidth);
    });
  }
});
