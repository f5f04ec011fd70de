import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleCall,
  sampleTenant,
  sampleUrgentCall,
  Simulator,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import type {Interaction, InteractionId} from '@deskwire/domain';
import {provideContext, streamContext} from '@deskwire/kit';
import {fakeStream} from '@deskwire/testing';
import {aHeldCall, anActive} from '@deskwire/testing/fixtures.js';
import '@deskwire/desk/define.js';

import './define.js';
import type {InteractionControlElement} from './interaction-control.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

/** What happens at a desk to a call that has come in and rings. */
type Happens = (simulator: Simulator, agent: Colleague, call: InteractionId) => void;

const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

const show = (happens: Happens, language: unknown, arrival = sampleCall): TemplateResult => {
  const simulator = new Simulator({language: languageOf(language), connectDelayMs: 0});
  running.add(simulator);
  const begin = once(() => {
    const agent = simulator.colleague('yoon');
    agent.does({type: 'agent.set-state', to: {state: 'available'}});
    const call = simulator.callArrives(arrival(simulator.language));
    simulator.after(50, () => {
      happens(simulator, agent, call);
    });
  });
  return html`<dw-desk .port=${simulator.port('yoon')} @dw-connection-changed=${begin}>
    <dw-interaction-control><p slot="empty">…</p></dw-interaction-control>
  </dw-desk>`;
};

const answered: Happens = (_, agent, call) => void agent.accepts(call);
const held: Happens = (_, agent, call) => {
  agent.accepts(call);
  agent.holds(call);
};
const ended: Happens = (_, agent, call) => {
  agent.accepts(call);
  agent.ends(call);
};

/** What the simulated contact centre does not do yet, on a desk that is only told so. */
const recorded = (make: (set: Partial<Interaction>) => Interaction, recording: Interaction['recording']) => {
  const place = document.createElement('div');
  const stream = fakeStream({
    interactions: [make({recording, createdAt: Date.now() - 252_000})],
    snapshot: {tenant: sampleTenant('en')},
    now: () => Date.now(),
  });
  provideContext(place, streamContext, stream.handle);
  place.append(document.createElement('dw-interaction-control'));
  return place;
};

const paneIn = (canvas: HTMLElement): InteractionControlElement => {
  const pane = canvas.querySelector('dw-interaction-control');
  if (!pane) throw new Error('no pane');
  return pane;
};

const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(paneIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const button = (canvas: HTMLElement, selector: string): HTMLButtonElement => {
  const native = inside(canvas, selector)[0]?.shadowRoot?.querySelector('button');
  if (!native) throw new Error(`no button ${selector}`);
  return native;
};

const shows = (canvas: HTMLElement, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, selector).length).toBeGreaterThan(0), {timeout: 3000});

const story = (happens: Happens, until = '.identity', more: StoryObj = {}): StoryObj => ({
  render: (_, {globals}) => show(happens, globals['language']),
  play: ({canvasElement}) => shows(canvasElement, until),
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-interaction-control',
  component: 'dw-interaction-control',
  beforeEach: () => stopAll,
  render: (_, {globals}) => show(answered, globals['language']),
};
export default meta;

/** A call that was answered. */
export const Playground: StoryObj = story(answered);

/** The customer is on hold: End is off and says why. */
export const OnHold: StoryObj = story(held, '.state.hold');

/** The number is all that is known. */
export const NumberOnly: StoryObj = story(answered, '.identity', {
  render: (_, {globals}) => show(answered, globals['language'], () => sampleUrgentCall()),
});

/** It rings and was not answered yet; the tray answers it, not the pane. */
export const Ringing: StoryObj = story(() => undefined, '.state.ringing', {
  play: async ({canvasElement}) => {
    const pane = paneIn(canvasElement);
    const desk = canvasElement.querySelector('dw-desk');
    await waitFor(() => expect(desk?.stream?.snapshot().interactions.size).toBe(1));
    pane.interactionId = [...(desk?.stream?.snapshot().interactions.keys() ?? [])][0];
    await shows(canvasElement, '.state.ringing');
  },
});

/** The call is over and waits for its wrap-up. */
export const WrapUp: StoryObj = story(ended, '.state.wrapup');

/** Nothing to do. */
export const Empty: StoryObj = story(() => undefined, 'slot[name="empty"]');

/** What was asked is under way: nothing is shown as done before it is. */
export const Pending: StoryObj = story(answered, '.identity', {
  render: (_, {globals}) =>
    show((simulator, agent, call) => {
      agent.accepts(call);
      simulator.after(100, () => {
        simulator.backendStalls();
      });
    }, globals['language']),
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.hold-button');
    await new Promise((resolve) => setTimeout(resolve, 200));
    button(canvasElement, '.hold-button').click();
    await waitFor(() => expect(button(canvasElement, '.hold-button').getAttribute('aria-busy')).toBe('true'));
  },
});

/** The backend said no, or nothing. */
export const Refused: StoryObj = story(answered, '.identity', {
  render: (_, {globals}) =>
    show((simulator, agent, call) => {
      agent.accepts(call);
      simulator.refusesNext('DW_SERVER_FAILED', 'call.hold');
    }, globals['language']),
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.hold-button');
    button(canvasElement, '.hold-button').click();
    await shows(canvasElement, '.failure');
  },
});

/** The call is recorded, and the agent may pause that. */
export const Recording: StoryObj = {
  render: () => recorded(anActive, {state: 'on', since: Date.now()}),
  play: ({canvasElement}) => shows(canvasElement, '.rec'),
};

/** Recording is paused and starts again by itself. */
export const RecordingPaused: StoryObj = {
  render: () => recorded(aHeldCall, {state: 'paused', since: Date.now(), resumeAt: Date.now() + 23_000}),
  play: ({canvasElement}) => shows(canvasElement, '.strip.recording'),
};

/** Hold, Resume, End by keyboard; the label changes under the focus, and End waits for Resume. */
export const Behaviours: StoryObj = story(answered, '.identity', {
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.hold-button');
    const before = button(canvasElement, '.hold-button');
    const width = before.getBoundingClientRect().width;
    before.focus();
    await userEvent.keyboard('{Enter}');
    await shows(canvasElement, '.state.hold');
    await expect(button(canvasElement, '.hold-button')).toBe(before);
    await expect(before.getBoundingClientRect().width).toBe(width);
    await expect(button(canvasElement, '.end').getAttribute('aria-disabled')).toBe('true');
    await userEvent.keyboard('{Enter}');
    await shows(canvasElement, '.state.active');
    button(canvasElement, '.end').focus();
    await userEvent.keyboard('{Enter}');
    await shows(canvasElement, '.state.wrapup');
  },
});

/** A named region; a disabled End stays in the order of Tab and carries its reason. */
export const Accessibility: StoryObj = story(held, '.state.hold', {
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.state.hold');
    await expect(inside(canvasElement, 'section')[0]?.getAttribute('aria-label')).toBeTruthy();
    const end = button(canvasElement, '.end');
    end.focus();
    await expect(inside(canvasElement, '.end')[0]?.shadowRoot?.activeElement).toBe(end);
    const root = end.getRootNode() as ShadowRoot;
    const reason = root.getElementById(end.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
    await expect(reason).not.toBe('');
    await expect(inside(canvasElement, '.strip').map(({innerText}) => innerText.trim())).toContain(reason);
  },
});
