import {nextFrame, oneEvent} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {Author, Message} from '@deskwire/domain';
import {FAKE_START} from '@deskwire/testing';
import {mountWidget, settled, textOf, type Mounted} from '@deskwire/testing/widgets.js';

import {defineElement} from '../define-element.js';
import {DeskwireElement} from '../element.js';

import type {ConversationLogElement} from './log.element.js';
import type {LogInput} from './log-rows.js';
import {defineComposeBox, defineConversationLog} from './register.js';

const HOUR = 3_600_000;
/** Who the agent talks with. */
export const customer: Author & {kind: 'customer'} = {kind: 'customer', name: 'Hana Seo'};
/** The agent who looks at the log. */
export const me: Author & {kind: 'agent'} = {kind: 'agent', id: 'agent-1', name: 'Mina Park'};
/** The customer's virtual assistant. */
export const bot: Author = {kind: 'bot', name: 'Robi'};

/** A message, an hour ago. */
export const say = (id: string, from: Author, text = id, set: Partial<Message> = {}): Message => ({
  id,
  at: FAKE_START - HOUR,
  from,
  text,
  ...set,
});

/** Messages of one line each. */
export const many = (count: number, from = 0): readonly Message[] =>
  Array.from({length: count}, (_, index) => {
    const number = from + index;
    return say(`message ${number}`, number % 3 ? customer : me);
  });

/** Messages of 1 to 60 words, in turns, over years: each is as high as it is in every run. */
export const talk = (count: number, from = 0): readonly Message[] =>
  Array.from({length: count}, (_, index) => {
    const number = from + index;
    const words = 1 + ((Math.abs(number) * 37) % 60);
    const at = FAKE_START - HOUR - (1_000_000 - number) * 60_000;
    return say(`m${number}`, number % 5 < 3 ? customer : me, `${number}${' word'.repeat(words)}`, {at});
  });

/** What a log is made of: nothing, and what is said here. */
export const logInput = (set: Partial<LogInput> = {}): LogInput => ({
  viewer: {kind: 'agent', id: 'agent-1', name: 'Mina Park'},
  messages: [],
  earlier: 0,
  outgoing: [],
  events: [],
  foldsBot: true,
  ...set,
});

/** A card with a log and a box, as a widget holds them. */
export class ProbeElement extends DeskwireElement {
  /** What the log is made of. */
  @property({attribute: false}) input: LogInput = logInput();
  /** Which conversation it is. */
  @property({attribute: false}) conversation = 'chat-1';
  /** Older messages are on their way. */
  @property({attribute: false}) loading = false;
  /** Files that are. */
  @property({attribute: false}) fetching: ReadonlySet<string> = new Set();
  /** What stands in the box. */
  @property({attribute: false}) value = '';
  /** Why nothing can be written. */
  @property({attribute: false}) closed = '';
  /** The events that were fired, with what they are about. */
  readonly heard: string[] = [];

  protected override render(): TemplateResult {
    const hear = (event: Event) => {
      const {id, text, file} = ((event as CustomEvent).detail ?? {}) as {
        id?: string;
        text?: string;
        file?: {id: string};
      };
      this.heard.push([event.type, id ?? text ?? file?.id].filter((part) => part !== undefined).join(' '));
    };
    return html`<dw-conversation-log
        .conversation=${this.conversation}
        .input=${this.input}
        .customer=${'Hana Seo'}
        .loading=${this.loading}
        .fetching=${this.fetching}
        @dw-log-earlier=${hear}
        @dw-log-retry=${hear}
        @dw-log-edit=${hear}
        @dw-log-file=${hear}
      ></dw-conversation-log
      ><dw-compose-box
        .value=${this.value}
        .closed=${this.closed}
        .placeholder=${'Write here'}
        @dw-compose-send=${hear}
      ></dw-compose-box>`;
  }
}

defineConversationLog();
defineComposeBox();
defineElement('dw-conversation-probe', ProbeElement, '0.1.0');

declare global {
  interface HTMLElementTagNameMap {
    'dw-conversation-probe': ProbeElement;
  }
}

/** A log that is in the page. */
export interface MountedLog extends Mounted<ProbeElement> {
  readonly log: ConversationLogElement;
  readonly scroller: HTMLElement;
  /** Changes what the log is made of. */
  show(next: Partial<LogInput>): Promise<void>;
}

/** Puts a log of 300 px into the page. */
export const mountLog = async (
  set: Partial<LogInput> = {},
  {width = 420, dir = 'ltr'}: {width?: number; dir?: 'ltr' | 'rtl'} = {},
): Promise<MountedLog> => {
  const mounted = await mountWidget<ProbeElement>('dw-conversation-probe', {
    width,
    dir,
    props: {input: logInput(set)},
  });
  const log = mounted.element.renderRoot.querySelector('dw-conversation-log');
  const scroller = log?.renderRoot.querySelector<HTMLElement>('.log');
  if (!log || !scroller) throw new Error('no log');
  log.style.height = '300px';
  await settled(mounted.element);
  await nextFrame();
  const show = async (next: Partial<LogInput>): Promise<void> => {
    mounted.element.input = {...mounted.element.input, ...next};
    await settled(mounted.element);
  };
  return {...mounted, log, scroller, show};
};

/** How far the end is below what is in sight, px. */
export const gap = ({scrollHeight, scrollTop, clientHeight}: HTMLElement): number =>
  scrollHeight - scrollTop - clientHeight;

/** As a reader scrolls: engines tell it in their own time. */
export const scrollTo = async (scroller: HTMLElement, top: number): Promise<void> => {
  const told = oneEvent(scroller, 'scroll');
  scroller.scrollTop = top;
  await told;
  await nextFrame();
};

/** What is read out at the moment. */
export const said = (): string => {
  const announcer = document.querySelector('dw-announcer');
  return announcer ? textOf(announcer) : '';
};

/** Those that stand in the document. */
export const itemsOf = (scroller: HTMLElement): readonly HTMLElement[] => [
  ...scroller.querySelectorAll<HTMLElement>('article'),
];

/** The items that are in sight, by the first word of their text, with where they begin below the top of the log, px. */
export const inSight = (scroller: HTMLElement): ReadonlyMap<string, number> => {
  const {top, bottom} = scroller.getBoundingClientRect();
  const items = itemsOf(scroller).map((item) => {
    const box = item.getBoundingClientRect();
    const word = item.querySelector('.text')?.textContent?.split(' ')[0] ?? '';
    return {word, from: box.top - top, to: box.bottom - top};
  });
  return new Map(
    items.filter(({from, to}) => to > 0 && from < bottom - top).map(({word, from}) => [word, from]),
  );
};

/** How much of the empty places, which stand for items that are not in the document, is in sight, px. */
export const blank = (scroller: HTMLElement): number => {
  const {top, bottom} = scroller.getBoundingClientRect();
  const places = [...scroller.querySelectorAll('.above, .below')].map((place) =>
    place.getBoundingClientRect(),
  );
  const inSight = places.map((place) => Math.min(place.bottom, bottom) - Math.max(place.top, top));
  return inSight.reduce((sum, height) => sum + Math.max(0, height), 0);
};
