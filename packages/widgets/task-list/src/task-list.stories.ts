import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleCall,
  sampleChat,
  sampleMail,
  samplePlainChat,
  Simulator,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import '@deskwire/desk/define.js';

import './define.js';
import type {TaskListElement} from './task-list.element.js';
import type {TaskSelectedEvent} from './task-list.events.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

/** What happens at a desk, once it is live. */
type Happens = (simulator: Simulator, agent: Colleague) => void;

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

const show = (happens: Happens, language: unknown): TemplateResult => {
  const name: SampleLanguage = language === 'ko' ? 'ko' : 'en';
  const simulator = new Simulator({language: name, connectDelayMs: 0});
  running.add(simulator);
  const begin = once(() => {
    const agent = simulator.colleague('yoon');
    agent.does({type: 'agent.set-state', to: {state: 'available'}});
    happens(simulator, agent);
  });
  return html`<dw-desk .port=${simulator.port('yoon')} @dw-connection-changed=${begin}>
    <dw-task-list></dw-task-list>
  </dw-desk>`;
};

/** A call on hold, an answered chat with something unread, a mail in wrap-up, and a chat that waits. */
const day: Happens = (simulator, agent) => {
  const {language} = simulator;
  const call = simulator.callArrives(sampleCall(language));
  const chat = simulator.chatArrives(sampleChat(language));
  const mail = simulator.mailArrives(sampleMail(language));
  simulator.after(50, () => {
    for (const id of [call, chat, mail]) agent.accepts(id);
    agent.holds(call);
    agent.ends(mail);
    simulator.chatArrives(samplePlainChat(language));
  });
};

const requests: Happens = (simulator) => {
  const {language} = simulator;
  simulator.callArrives(sampleCall(language));
  simulator.chatArrives(samplePlainChat(language));
  simulator.mailArrives(sampleMail(language));
};

const connecting: Happens = (simulator) => {
  simulator.connectsAfter(Infinity);
  requests(simulator, simulator.colleague('yoon'));
};

const meta: Meta = {
  title: 'Widgets/dw-task-list',
  component: 'dw-task-list',
  beforeEach: () => stopAll,
  render: (_, {globals}) => show(day, globals['language']),
};
export default meta;

const listIn = (canvas: HTMLElement): TaskListElement => {
  const list = canvas.querySelector('dw-task-list');
  if (!list) throw new Error('no list');
  return list;
};

const rowsIn = (canvas: HTMLElement): readonly HTMLElement[] => [
  ...(listIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? []),
];

const hasRows = (canvas: HTMLElement, count: number): Promise<void> =>
  waitFor(() => expect(rowsIn(canvas)).toHaveLength(count), {timeout: 3000});

const story = (happens: Happens, count: number): StoryObj => ({
  render: (_, {globals}) => show(happens, globals['language']),
  play: ({canvasElement}) => hasRows(canvasElement, count),
});

/** Calls, chats and mails in every phase. */
export const Playground: StoryObj = {play: ({canvasElement}) => hasRows(canvasElement, 4)};

/** What rings and what waits. */
export const Requests: StoryObj = story(requests, 3);

/** The agent's phone and page are being reached. */
export const Connecting: StoryObj = story(connecting, 3);

/** Nothing to do. */
export const Empty: StoryObj = story(() => undefined, 0);

/** One Tab stop; the arrows move, Enter chooses and tells the page. */
export const Behaviours: StoryObj = {
  play: async ({canvasElement}) => {
    await hasRows(canvasElement, 4);
    const chosen: string[] = [];
    listIn(canvasElement).addEventListener('dw-task-selected', ({detail}: TaskSelectedEvent) =>
      chosen.push(detail.interactionId),
    );
    rowsIn(canvasElement)[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect(chosen).toHaveLength(1);
    await waitFor(() => expect(rowsIn(canvasElement)[2]?.getAttribute('aria-selected')).toBe('true'));
    await userEvent.keyboard('{Home}');
    await expect(listIn(canvasElement).shadowRoot?.activeElement).toBe(rowsIn(canvasElement)[0]);
    await expect(rowsIn(canvasElement)[2]?.getAttribute('aria-selected')).toBe('true');
  },
};

/** A listbox with a name; what is unread is said in words. */
export const Accessibility: StoryObj = {
  play: async ({canvasElement}) => {
    await hasRows(canvasElement, 4);
    const root = listIn(canvasElement).shadowRoot;
    const name = root?.querySelector('[role="listbox"]')?.getAttribute('aria-labelledby') ?? '';
    await expect(root?.getElementById(name)).toBeTruthy();
    await expect(rowsIn(canvasElement).filter(({tabIndex}) => tabIndex === 0)).toHaveLength(1);
    await expect(root?.querySelector('.badge .hidden-text')?.textContent).toMatch(/unread|읽지 않음/);
  },
};
