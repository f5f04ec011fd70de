import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import type {Colleague, Simulator} from '@deskwire/adapter-simulator';

import './define-call-guide.js';
import {hides, inside, newest, press, showDesk, shows, stopAll, type Scene} from './stage.harness.js';

const TAG = 'dw-call-guide';

/** The agent takes a contact and calls it, and the customer answers. */
const talks = (simulator: Simulator, agent: Colleague): void => {
  agent.takesContact('renewals');
  // Each phone rings a moment after it is asked to.
  simulator.after(20, () => {
    agent.callsContact();
    simulator.after(40, () => void simulator.customerPicksUp(simulator.openCall(agent.agentId) ?? ''));
  });
};
const talking: Scene = {happens: talks};

/** What the agent writes, in the language of the toolbar. */
const said = (words: Readonly<Record<'en' | 'ko', string>>): string =>
  words[document.documentElement.lang === 'ko' ? 'ko' : 'en'];
const DAMAGED = {en: 'A box of glass, 14 November', ko: '유리잔 한 상자, 11월 14일'} as const;
const AGAIN = {en: 'A box of glass. ', ko: '유리잔 한 상자가 깨졌습니다. '} as const;
const TOO_LONG = 1_024;

const choose = async (canvas: HTMLElement, index: number): Promise<void> => {
  await shows(canvas, TAG, 'input');
  inside(canvas, TAG, 'input')[index]?.click();
  await press(canvas, TAG, '.go');
};

const write = async (canvas: HTMLElement, words: string): Promise<void> => {
  const box = await shows(canvas, TAG, 'dw-text-area');
  await waitFor(() => expect(box.shadowRoot?.querySelector('textarea')).not.toBeNull());
  box.shadowRoot?.querySelector('textarea')?.focus();
  await userEvent.keyboard(words);
};

/** Past the holder, the satisfaction and the problem, to what was damaged. */
const toTheDamage = async (canvas: HTMLElement): Promise<void> => {
  await choose(canvas, 0);
  await choose(canvas, 2);
  await choose(canvas, 1);
  await shows(canvas, TAG, 'dw-text-area');
};

/** The whole way, to the summary. */
const toTheSummary = async (canvas: HTMLElement): Promise<void> => {
  await toTheDamage(canvas);
  await write(canvas, said(DAMAGED));
  await press(canvas, TAG, '.go');
  await choose(canvas, 1);
  await shows(canvas, TAG, 'dw-text-area');
  await press(canvas, TAG, '.go');
  await shows(canvas, TAG, '.steps');
};

const story = (
  scene: Scene,
  play: (canvas: HTMLElement) => Promise<unknown>,
  more: StoryObj = {},
): StoryObj => ({
  render: (_, {globals}) => showDesk(scene, globals['language'], html`<dw-call-guide></dw-call-guide>`),
  play: async ({canvasElement}) => {
    await play(canvasElement);
  },
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-call-guide',
  component: 'dw-call-guide',
  beforeEach: () => {
    stopAll();
    return stopAll;
  },
  render: (_, {globals}) => showDesk(talking, globals['language'], html`<dw-call-guide></dw-call-guide>`),
};
export default meta;

/** The first question of a guide that branches. */
export const Playground: StoryObj = story(talking, (canvas) => shows(canvas, TAG, 'input'));

/** An answer is chosen; from the second question on there is a way back, and one to the summary. */
export const Chosen: StoryObj = story(talking, async (canvas) => {
  await choose(canvas, 0);
  await waitFor(() => expect(inside(canvas, TAG, 'input')).toHaveLength(3));
  const second = inside(canvas, TAG, 'input')[1];
  second?.focus();
  second?.click();
  await waitFor(() => expect(inside(canvas, TAG, 'input:checked')).toHaveLength(1));
});

/** A question that is answered in writing. */
export const TextQuestion: StoryObj = story(talking, async (canvas) => {
  await toTheDamage(canvas);
  await write(canvas, said(DAMAGED));
});

/** Next without an answer. */
export const AnswerMissing: StoryObj = story(talking, async (canvas) => {
  await shows(canvas, TAG, 'input');
  await press(canvas, TAG, '.go');
  await waitFor(() => expect(inside(canvas, TAG, '.why')[0]?.innerText).not.toBe(''));
});

/** Over the limit nothing is cut, and nothing goes on. */
export const TooLong: StoryObj = story(talking, async (canvas) => {
  await toTheDamage(canvas);
  const box = (await shows(canvas, TAG, 'dw-text-area')) as HTMLElement & {insert(text: string): void};
  box.insert(said(AGAIN).repeat(64).slice(0, TOO_LONG));
  await press(canvas, TAG, '.go');
  await waitFor(() => expect(box.shadowRoot?.querySelector('.why')?.textContent).not.toBe(''));
});

/** Everything is answered. */
export const Summary: StoryObj = story(talking, toTheSummary);

/** Something is not: it is named, and one press away. */
export const SummaryIncomplete: StoryObj = story(talking, async (canvas) => {
  await choose(canvas, 0);
  await choose(canvas, 2);
  await press(canvas, TAG, '.foot dw-button[variant="ghost"]');
  await shows(canvas, TAG, '.danger');
});

/** The backend did not take it; the answers are still there. */
export const Refused: StoryObj = story(talking, async (canvas) => {
  await toTheSummary(canvas);
  newest().refusesNext('DW_SERVER_FAILED', 'call-guide.submit');
  await press(canvas, TAG, '.go');
  await shows(canvas, TAG, '.failure');
});

/** Submitted: to read only, with the time. */
export const Submitted: StoryObj = story(talking, async (canvas) => {
  await toTheSummary(canvas);
  await press(canvas, TAG, '.go');
  await hides(canvas, TAG, '.go');
  await shows(canvas, TAG, '.steps');
});

/** The call is over and the guide is not submitted: a reminder, with the time that automatic wrap-up leaves. */
export const WrapUpReminder: StoryObj = story(talking, async (canvas) => {
  await choose(canvas, 0);
  newest().colleague('yoon').ends();
  await shows(canvas, TAG, '.note.wrapup');
});

/** By keyboard alone: a way is left and found again, the answers with it, until the guide is submitted. */
export const Behaviours: StoryObj = story(talking, async (canvas) => {
  const first = await shows(canvas, TAG, 'input');
  first.focus();
  await userEvent.keyboard(' {Enter}');
  await waitFor(() => expect(inside(canvas, TAG, 'input')).toHaveLength(3));
  await userEvent.keyboard(' {Enter}');
  await waitFor(() => expect(inside(canvas, TAG, 'input')).toHaveLength(4));
  await userEvent.keyboard(' {Enter}');
  await shows(canvas, TAG, 'dw-text-area');
  await userEvent.keyboard('Prefers mornings{Enter}');
  await waitFor(() => expect(inside(canvas, TAG, '.step')).toHaveLength(4));
  await press(canvas, TAG, '.step:first-child dw-button');
  await choose(canvas, 1);
  await write(canvas, 'After six');
  await press(canvas, TAG, '.foot dw-button:first-child');
  await choose(canvas, 0);
  await press(canvas, TAG, '.foot dw-button[variant="ghost"]');
  await waitFor(() => expect(inside(canvas, TAG, '.steps')[0]?.innerText).toContain('Prefers mornings'));
  await expect(inside(canvas, TAG, '.steps')[0]?.innerText).not.toContain('After six');
  await press(canvas, TAG, '.go');
  await hides(canvas, TAG, '.go');
});

/** A radio group that is named by its question; the focus follows the agent from question to question. */
export const Accessibility: StoryObj = story(talking, async (canvas) => {
  const group = await shows(canvas, TAG, '[role="radiogroup"]');
  await expect(group.getAttribute('aria-labelledby')).toBe('position ask');
  await expect(document.activeElement).toBe(document.body);
  const root = group.getRootNode() as ShadowRoot;
  await choose(canvas, 0);
  await waitFor(() => expect(root.activeElement).toBe(inside(canvas, TAG, 'input')[0]));
});
