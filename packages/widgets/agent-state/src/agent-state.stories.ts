import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleCall,
  samplePlainChat,
  sampleTenant,
  Simulator,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import '@deskwire/desk/define.js';

import './define.js';
import type {AgentStateElement} from './agent-state.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

/** A contact centre with one desk, and what happens in it. */
interface Scene {
  /** How many idle reasons admin has named; all of the sample unless given. */
  readonly reasons?: number;
  readonly happens?: (simulator: Simulator, agent: Colleague) => void;
}

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

const show = ({reasons, happens}: Scene, language: unknown): TemplateResult => {
  const name: SampleLanguage = language === 'ko' ? 'ko' : 'en';
  const tenant = sampleTenant(name);
  const simulator = new Simulator({
    language: name,
    connectDelayMs: 0,
    tenant: {...tenant, idleReasons: tenant.idleReasons.slice(0, reasons)},
  });
  running.add(simulator);
  const begin = once(() => {
    happens?.(simulator, simulator.colleague('yoon'));
  });
  return html`<dw-desk .port=${simulator.port('yoon')} @dw-connection-changed=${begin}>
    <dw-agent-state></dw-agent-state>
  </dw-desk>`;
};

const available: NonNullable<Scene['happens']> = (_, agent) => {
  agent.does({type: 'agent.set-state', to: {state: 'available'}});
};
const ringing: NonNullable<Scene['happens']> = (simulator, agent) => {
  available(simulator, agent);
  simulator.chatArrives(samplePlainChat(simulator.language));
};
const talking: NonNullable<Scene['happens']> = (simulator, agent) => {
  available(simulator, agent);
  const id = simulator.callArrives(sampleCall(simulator.language));
  simulator.after(50, () => {
    agent.accepts(id);
  });
};
const wrappingUp: NonNullable<Scene['happens']> = (simulator, agent) => {
  talking(simulator, agent);
  simulator.after(100, () => {
    agent.ends();
  });
};
const missing: NonNullable<Scene['happens']> = (simulator, agent) => {
  available(simulator, agent);
  simulator.callArrives(sampleCall(simulator.language));
  simulator.after(50, () => {
    agent.declines();
  });
};

const meta: Meta = {
  title: 'Widgets/dw-agent-state',
  component: 'dw-agent-state',
  beforeEach: () => stopAll,
  render: (_, {globals}) => show({}, globals['language']),
};
export default meta;

const stateIn = (canvas: HTMLElement): AgentStateElement => {
  const state = canvas.querySelector('dw-agent-state');
  if (!state) throw new Error('no agent state');
  return state;
};

const buttonIn = (canvas: HTMLElement): HTMLElement | null | undefined =>
  stateIn(canvas).shadowRoot?.querySelector<HTMLElement>('.agent');

const says = (canvas: HTMLElement, text: RegExp): Promise<void> =>
  waitFor(() => expect(buttonIn(canvas)?.innerText).toMatch(text), {timeout: 3000});

const optionsIn = (canvas: HTMLElement): readonly HTMLElement[] => [
  ...(stateIn(canvas)
    .shadowRoot?.querySelector('dw-search-list')
    ?.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? []),
];

const open = async (canvas: HTMLElement): Promise<void> => {
  buttonIn(canvas)?.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(optionsIn(canvas).length).toBeGreaterThan(0));
};

const story = (scene: Scene, text: RegExp, opens = false): StoryObj => ({
  render: (_, {globals}) => show(scene, globals['language']),
  play: async ({canvasElement}) => {
    await says(canvasElement, text);
    if (opens) await open(canvasElement);
  },
  ...(opens ? {parameters: {docs: {story: {inline: false, height: '520px'}}}} : {}),
});

/** A sign-in begins in Idle. */
export const Playground: StoryObj = story({}, /Just signed in|방금 로그인/);

export const Available: StoryObj = story({happens: available}, /Available|사용 가능/);

/** What the work makes of it: the agent chooses nothing of this. */
export const Engaged: StoryObj = story({happens: talking}, /Engaged|통화 중/);

export const WrapUp: StoryObj = story({happens: wrappingUp}, /Wrap-up|후속 작업/);

/** A request was not answered. */
export const Rona: StoryObj = story({happens: missing}, /RONA/);

/** Signed out: there is nothing to choose. */
export const SignedOut: StoryObj = story(
  {happens: (_, agent) => void agent.does({type: 'agent.sign-out'})},
  /Signed out|로그아웃됨/,
);

/** From seven idle reasons on there is a search. */
export const OpenWithSearch: StoryObj = story({}, /Idle|유휴/, true);

export const OpenWithFewReasons: StoryObj = story({reasons: 4}, /Idle|유휴/, true);

/** What is chosen during a contact takes effect afterwards. */
export const OpenWhileEngaged: StoryObj = story({reasons: 4, happens: talking}, /Engaged|통화 중/, true);

/** Sign-out is refused while a request is up, and says why. */
export const SignOutRefused: StoryObj = story({reasons: 4, happens: ringing}, /Available|사용 가능/, true);

/** Found by what is typed, chosen with Enter, true when the backend says so; the focus comes back to the button. */
export const Behaviours: StoryObj = {
  play: async ({canvasElement, globals}) => {
    await says(canvasElement, /Idle|유휴/);
    await open(canvasElement);
    await userEvent.keyboard(globals['language'] === 'ko' ? 'ㅎㅇ' : 'meet');
    await waitFor(() => expect(optionsIn(canvasElement)).toHaveLength(1));
    await userEvent.keyboard('{Enter}');
    await says(canvasElement, /Meeting|회의/);
    await waitFor(() => expect(optionsIn(canvasElement)).toHaveLength(0));
    await expect(stateIn(canvasElement).shadowRoot?.activeElement).toBe(buttonIn(canvasElement));
  },
};

/** The button says whose state it shows and that it opens something; Escape gives the focus back. */
export const Accessibility: StoryObj = {
  play: async ({canvasElement}) => {
    await says(canvasElement, /Idle|유휴/);
    const button = buttonIn(canvasElement);
    await expect(button?.textContent).toMatch(/Agent state|상담사 상태/);
    await expect(button?.getAttribute('aria-expanded')).toBe('false');
    await open(canvasElement);
    await expect(button?.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(button?.getAttribute('aria-expanded')).toBe('false'));
    await expect(stateIn(canvasElement).shadowRoot?.activeElement).toBe(button);
  },
};
