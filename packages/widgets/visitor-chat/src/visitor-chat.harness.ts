import type {Interaction, Message, RefusalCode, Transcript} from '@deskwire/domain';
import {refuse} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, aMessage, anActive, anEngagement, NOON} from '@deskwire/testing/fixtures.js';
import {mountWidget, textOf, type Harness, type MountOptions} from '@deskwire/testing/widgets.js';

import './define.js';
import type {VisitForm} from './visit-form.js';
import type {VisitorChatElement} from './visitor-chat.element.js';

// What the tests of the visitor's chat share: a conversation, a host, and what a visitor does.

/** The tag. */
export const TAG = 'dw-visitor-chat';
/** The visitor’s stream belongs to their conversation. */
export const VIEWER = {kind: 'customer', interactionId: 'chat-1'} as const;
/** The visitor. */
export const me = {kind: 'customer', name: 'Hana Seo'} as const;
/** The agent. */
export const agent = {kind: 'agent', id: AGENT.id, name: AGENT.name} as const;
/** The company’s assistant. */
export const bot = {kind: 'bot', name: 'Robi'} as const;

/** A message. */
export const say = (id: string, from: Message['from'], text: string, set: Partial<Message> = {}): Message =>
  aMessage({id, from, text, at: NOON - 60_000, ...set});
/** What was said before an agent came. */
export const TALK = [
  say('b1', bot, 'Hello, I am Robi.'),
  say('c1', me, 'I was charged twice'),
  say('b2', bot, 'I connect you to an agent.'),
];
/** The agent’s part. */
export const there = anEngagement({phase: 'active', since: NOON, acceptedAt: NOON});

/** A conversation with the agent in it. */
export const aChat = (set: Partial<Interaction> = {}, transcript: Partial<Transcript> = {}): Interaction =>
  anActive({
    channel: 'chat',
    customer: {name: 'Hana Seo'},
    engagements: [there],
    content: {kind: 'chat', transcript: {messages: TALK, earlier: 0, ...transcript}},
    ...set,
  });
/** The visitor’s stream, with their conversation. */
export const visit = (chat: Interaction | undefined = aChat(), options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({...options, snapshot: {viewer: VIEWER, interactions: chat ? [chat] : [], ...options.snapshot}});
/** A stream on which the conversation is not there yet. */
export const noVisit = (): FakeStream => fakeStream({snapshot: {viewer: VIEWER}});
/** The conversation, as it is told anew. */
export const shown = (interaction: Interaction) =>
  ({type: 'interaction.shown', interactionId: interaction.id, interaction}) as const;
/** A message, as it is told. */
export const posted = (message: Message) =>
  ({type: 'message.posted', interactionId: 'chat-1', message}) as const;
/** The end, as it is told. */
export const endedBy = (by: 'agent' | 'customer') =>
  ({type: 'interaction.ended', interactionId: 'chat-1', ending: {at: NOON, by, reason: 'ended'}}) as const;

/** Every event that a page can hear. */
export const EVENTS = [
  'dw-visit-request',
  'dw-visit-done',
  'dw-new-visit-request',
  'dw-visitor-message-request',
  'dw-visitor-message-done',
  'dw-leave-request',
  'dw-leave-done',
] as const;

/** The element in a page, with what was heard of it. */
export const mount = async (stream?: FakeStream, options: MountOptions<VisitorChatElement> = {}) => {
  const mounted = await mountWidget<VisitorChatElement>(TAG, {...(stream && {stream}), ...options});
  const heard: string[] = [];
  for (const type of EVENTS) mounted.element.addEventListener(type, () => heard.push(type));
  return {...mounted, heard};
};

/** What a host does: it remembers what it was asked, and answers when the test says so. */
export class Host {
  readonly asked: VisitForm[] = [];
  #answer: {readonly resolve: () => void; readonly reject: (reason: unknown) => void} | undefined;

  readonly start = (form: VisitForm): Promise<void> => {
    this.asked.push(form);
    return new Promise<void>((resolve, reject) => {
      this.#answer = {resolve, reject};
    });
  };

  say(): void {
    this.#answer?.resolve();
  }

  refuse(code: RefusalCode, params?: Readonly<Record<string, string>>): void {
    this.#answer?.reject(Object.assign(new Error(code), {refusal: refuse(code, params)}));
  }
}

/** A text box by its name. */
export const field = (harness: Harness, name: string | RegExp): HTMLInputElement =>
  harness.get('textbox', name) as HTMLInputElement;
/** Puts a text into a box, as a browser does it. */
export const write = async (harness: Harness, name: string | RegExp, text: string): Promise<void> => {
  const box = field(harness, name);
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await harness.settled();
};
/** Fills in what the form needs. */
export const fillIn = async (harness: Harness): Promise<void> => {
  await write(harness, 'Name', 'Hana Seo');
  await write(harness, 'How can we help?', 'Where is my parcel?');
};
/** The commands that were sent, without what marks things as read. */
export const sent = (stream: FakeStream): readonly unknown[] =>
  stream.sent.map(({command}) => command).filter(({type}) => type !== 'interaction.read');
/** The id of an open command. */
export const openId = (stream: FakeStream, type: string): string =>
  stream.open.find(({command}) => command.type === type)?.id ?? '';
/** What was read out. */
export const readOut = (): string => {
  const announcer = document.querySelector('dw-announcer');
  return announcer ? textOf(announcer) : '';
};
