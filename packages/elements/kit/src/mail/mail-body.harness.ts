import type {Attachment, Mail} from '@deskwire/domain';
import {anActive, fakeStream, NOON, type FakeStream} from '@deskwire/testing';

import {provideContext} from '../context/provide.js';
import {streamContext} from '../contexts.js';

import type {MailBodyElement} from './mail-body.element.js';
import type {MailBodyState} from './mail-body.events.js';
import {defineMailBody} from './register.js';

/** Waits, milliseconds. */
export const aTimePasses = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** A mail that a customer wrote. */
export const aMail = (set: Partial<Mail> = {}): Mail => ({
  id: 'mail-1',
  messageId: '<mail-1@hanbit.example>',
  at: NOON,
  direction: 'in',
  from: {name: 'Jung Da-in', address: 'dain.jung@hanbit.example'},
  to: [{address: 'billing@carrier.example'}],
  cc: [],
  subject: 'Refund request',
  text: 'Hello',
  attachments: [],
  ...set,
});

/** An image that came with a mail. */
export const anImage = (set: Partial<Attachment> = {}): Attachment => ({
  id: 'file-1',
  name: 'picture.png',
  type: 'image/png',
  size: 70,
  inline: true,
  contentId: 'picture@hanbit.example',
  ...set,
});

/** The smallest picture there is, with a red dot. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const places = new Set<HTMLElement>();

/** A mail in the page. */
export interface MailBodyStage {
  readonly element: MailBodyElement;
  readonly place: HTMLElement;
  readonly stream: FakeStream;
  /** Every state that was told. */
  readonly told: MailBodyState[];
  /** The frame's document. */
  readonly doc: Document;
  /** What can be read in the frame. */
  readonly text: string;
}

/** How it is put there. */
export interface MailBodySettings {
  readonly set?: Partial<MailBodyElement>;
  readonly locale?: string;
  readonly theme?: string;
  readonly width?: number;
  readonly stream?: FakeStream;
  readonly parent?: Node & ParentNode;
}

/** Puts a mail into the page and waits until it stands there. */
export const mountMail = async (
  mail: Partial<Mail>,
  {
    set = {},
    locale = 'en',
    theme = 'light',
    width = 720,
    parent = document.body,
    ...given
  }: MailBodySettings = {},
): Promise<MailBodyStage> => {
  defineMailBody();
  const stream = given.stream ?? fakeStream({interactions: [anActive({id: 'email-1', channel: 'email'})]});
  const place = document.createElement('div');
  place.lang = locale;
  place.dataset['dwTheme'] = theme;
  place.style.width = `${width}px`;
  provideContext(place, streamContext, stream.handle);
  const element = document.createElement('dw-mail-body');
  const told: MailBodyState[] = [];
  element.addEventListener('dw-mail-body-state', ({detail}) => told.push(detail));
  Object.assign(element, {interactionId: 'email-1', mail: aMail(mail)}, set);
  place.append(element);
  parent.append(place);
  places.add(place);
  await element.updateComplete;
  const docOf = (): Document => {
    const doc = element.shadowRoot?.querySelector('iframe')?.contentDocument;
    if (!doc) throw new Error('There is no frame.');
    return doc;
  };
  return {
    element,
    place,
    stream,
    told,
    get doc() {
      return docOf();
    },
    get text() {
      return docOf().body.innerText;
    },
  };
};

/** Takes all of them out of the page again. */
export const unmountMails = (): void => {
  for (const place of places) place.remove();
  places.clear();
};
