import {
  aDiallingProfile,
  fakeStream,
  FakeHistory,
  type FakeStream,
  type FakeStreamOptions,
} from '@deskwire/testing';
import {mountWidget, textOf, type MountOptions, type Mounted} from '@deskwire/testing/widgets.js';

import type {ContactHistoryElement} from './contact-history.element.js';
import type {HistoryBase} from './history.base.js';
import type {HistoryElement} from './history.element.js';

/** A history in its place, with the past and the desk in a test's hand. */
export interface Scene<E extends HistoryBase> extends Mounted<E> {
  readonly past: FakeHistory;
  readonly desk: FakeStream;
}

type Options<E extends HTMLElement> = Omit<MountOptions<E>, 'stream'> & {
  readonly past?: FakeHistory;
  readonly desk?: FakeStreamOptions;
};

const mountOn = async <E extends HistoryBase>(tag: string, options: Options<E>): Promise<Scene<E>> => {
  const {past = new FakeHistory(), desk: set = {}, ...more} = options;
  const snapshot = {profile: aDiallingProfile(), interactions: set.interactions ?? [], ...set.snapshot};
  const desk = fakeStream({answer: past.answer, ...set, snapshot});
  const mounted = await mountWidget<E>(tag, {stream: desk, ...more});
  return {...mounted, past, desk};
};

/** The agent's own history. */
export const mountHistory = (options: Options<HistoryElement> = {}): Promise<Scene<HistoryElement>> =>
  mountOn('dw-history', options);

/** The history of a customer. */
export const mountContactHistory = (
  options: Options<ContactHistoryElement> = {},
): Promise<Scene<ContactHistoryElement>> => mountOn('dw-contact-history', options);

/** The rows of contacts that are rendered. */
export const rowsOf = ({element}: Mounted<HistoryBase>): readonly HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? []),
];

/** What they say. */
export const rowTexts = (scene: Mounted<HistoryBase>): readonly string[] => rowsOf(scene).map(textOf);

/** The list, which scrolls. */
export const listOf = ({element}: Mounted<HistoryBase>): HTMLElement => {
  const list = element.shadowRoot?.querySelector<HTMLElement>('.list');
  if (!list) throw new Error('no list');
  return list;
};

/** Scrolls the list as a wheel does, and waits until it stands. */
export const scrollTo = async (scene: Mounted<HistoryBase>, offset: number): Promise<void> => {
  const list = listOf(scene);
  list.scrollTop = offset;
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  await scene.harness.settled();
};

/** The row that has the focus, or is about what has it. */
export const focusedRow = ({element}: Mounted<HistoryBase>): HTMLElement | undefined =>
  element.shadowRoot?.activeElement?.closest<HTMLElement>('.row') ?? undefined;

/** Puts the focus where Tab comes into the list. */
export const enterList = ({element}: Mounted<HistoryBase>): void => {
  element.shadowRoot?.querySelector<HTMLElement>('.list [tabindex="0"]')?.focus();
};
