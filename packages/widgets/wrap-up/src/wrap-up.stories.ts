import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleCall,
  sampleChat,
  sampleMail,
  sampleTenant,
  Simulator,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import type {TenantConfig} from '@deskwire/domain';
import '@deskwire/desk/define.js';

import './define.js';
import type {WrapUpElement} from './wrap-up.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
  sessionStorage.clear();
};

/** A desk, and what happens there once it is live. */
interface Scene {
  /** `yoon` has a browser phone, `han` a phone on the desk. */
  readonly agent?: 'yoon' | 'han';
  readonly tenant?: Partial<TenantConfig>;
  readonly happens: (simulator: Simulator, agent: Colleague) => void;
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

const show = ({agent = 'yoon', tenant = {}, happens}: Scene, locale: unknown): TemplateResult => {
  const language: SampleLanguage = locale === 'ko' ? 'ko' : 'en';
  const simulator = new Simulator({language, connectDelayMs: 0, tenant: sampleTenant(language, tenant)});
  running.add(simulator);
  const begin = once(() => {
    const colleague = simulator.colleague(agent);
    colleague.does({type: 'agent.set-state', to: {state: 'available'}});
    happens(simulator, colleague);
  });
  return html`<dw-desk .port=${simulator.port(agent)} @dw-connection-changed=${begin}>
    <dw-wrap-up></dw-wrap-up>
  </dw-desk>`;
};

/** Accepts what came in, and ends it. */
const through = (simulator: Simulator, agent: Colleague, ...ids: readonly string[]): void => {
  simulator.after(50, () => {
    for (const id of ids) {
      agent.accepts(id);
      agent.ends(id);
    }
  });
};

const call: Scene = {
  happens: (simulator, agent) => {
    through(simulator, agent, simulator.callArrives(sampleCall(simulator.language)));
  },
};
const chat: Scene = {
  tenant: {
    wrapUp: {
      ...sampleTenant('en').wrapUp,
      chat: {multiple: true, autoSeconds: 90, defaultReasonId: 'follow-up', extendable: true},
    },
  },
  happens: (simulator, agent) => {
    through(simulator, agent, simulator.chatArrives(sampleChat(simulator.language)));
  },
};
const calm: Scene = {
  happens: (simulator, agent) => {
    through(simulator, agent, simulator.mailArrives(sampleMail(simulator.language)));
  },
};
const several: Scene = {
  happens: (simulator, agent) => {
    const {language} = simulator;
    const ids = [
      simulator.callArrives(sampleCall(language)),
      simulator.chatArrives(sampleChat(language)),
      simulator.mailArrives(sampleMail(language)),
    ];
    through(simulator, agent, ...ids);
  },
};
const refused: Scene = {
  happens: (simulator, agent) => {
    call.happens(simulator, agent);
    simulator.refusesNext('DW_SERVER_FAILED', 'wrap-up.submit');
  },
};
/** The customer hung up; the receiver of the phone still lies beside it. */
const offHook: Scene = {
  agent: 'han',
  happens: (simulator) => {
    const id = simulator.callArrives(sampleCall(simulator.language));
    simulator.after(50, () => {
      simulator.phoneAnswers('han');
      simulator.handset('han', true);
      simulator.customerHangsUp(id);
    });
  },
};
const handsetOnly: Scene = {agent: 'han', happens: (simulator) => void simulator.handset('han', true)};

const dialogIn = (canvas: HTMLElement): WrapUpElement => {
  const dialog = canvas.querySelector('dw-wrap-up');
  if (!dialog) throw new Error('no dialog');
  return dialog;
};

const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(dialogIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const list = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(inside(canvas, 'dw-search-list')[0]?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const shows = (canvas: HTMLElement, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, selector).length).toBeGreaterThan(0), {timeout: 3000});

const press = (canvas: HTMLElement, selector: string): void => {
  inside(canvas, selector)[0]?.shadowRoot?.querySelector('button')?.click();
};

const choose = async (canvas: HTMLElement, ...indexes: readonly number[]): Promise<void> => {
  await shows(canvas, 'dw-search-list');
  await waitFor(() => expect(list(canvas, '[role="option"]').length).toBeGreaterThan(0));
  for (const index of indexes) {
    list(canvas, '[role="option"]')[index]?.click();
    await dialogIn(canvas).updateComplete;
  }
};

const story = (scene: Scene, until = '[role="dialog"]', more: StoryObj = {}): StoryObj => ({
  render: (_, {globals}) => show(scene, globals['language']),
  play: ({canvasElement}) => shows(canvasElement, until),
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-wrap-up',
  component: 'dw-wrap-up',
  beforeEach: () => {
    stopAll();
    return stopAll;
  },
  render: (_, {globals}) => show(call, globals['language']),
};
export default meta;

/** A call has ended; the countdown submits the default reason, and may be cancelled. */
export const Playground: StoryObj = story(call);

/** Several reasons for a chat, each as a chip. */
export const SeveralReasons: StoryObj = story(chat, '.chip', {
  play: async ({canvasElement}) => {
    await choose(canvasElement, 1, 2);
    await shows(canvasElement, '.chip');
  },
});

/** One reason is chosen. */
export const OneReason: StoryObj = story(call, '[role="dialog"]', {
  play: async ({canvasElement}) => {
    await choose(canvasElement, 2);
    await waitFor(() => expect(list(canvasElement, '.tick')).toHaveLength(1));
  },
});

/** Without automatic wrap-up. */
export const NoCountdown: StoryObj = story(calm);

/** More than one contact waits; the oldest comes first. */
export const MoreWaiting: StoryObj = story(several);

/** A search that finds nothing. */
export const NothingFound: StoryObj = story(call, '[role="dialog"]', {
  play: async ({canvasElement}) => {
    await shows(canvasElement, 'dw-search-list');
    const [field] = list(canvasElement, 'input');
    field?.focus();
    await userEvent.keyboard('zzz');
    await waitFor(() => expect(list(canvasElement, '[role="option"]')).toHaveLength(0));
  },
});

/** The backend did not take it; the choice is still there. */
export const Refused: StoryObj = story(refused, '.failure', {
  play: async ({canvasElement}) => {
    await choose(canvasElement, 0);
    press(canvasElement, '.submit');
    await shows(canvasElement, '.failure');
  },
});

/** A desk phone that must be hung up. */
export const HandsetOffTheHook: StoryObj = story(offHook, '.note');

/** The same once the wrap-up is done. */
export const HandsetOnly: StoryObj = story(handsetOnly, '.note');

/** Found by typing, chosen by Enter, submitted; the countdown is cancelled before; Escape closes nothing. */
export const Behaviours: StoryObj = story(call, '[role="dialog"]', {
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.countdown');
    await expect(document.activeElement).toBe(document.body);
    press(canvasElement, '.countdown dw-button');
    await waitFor(() => expect(inside(canvasElement, '.countdown')).toHaveLength(0));
    const [field] = list(canvasElement, 'input');
    field?.focus();
    const first = list(canvasElement, '[role="option"]')[3]?.innerText.trim() ?? '';
    await userEvent.keyboard(first);
    await waitFor(() => expect(list(canvasElement, '[role="option"]')).toHaveLength(1));
    await userEvent.keyboard('{Enter}{Escape}{Escape}');
    await expect(inside(canvasElement, '[role="dialog"]')).toHaveLength(1);
    press(canvasElement, '.submit');
    await waitFor(() => expect(inside(canvasElement, '[role="dialog"]')).toHaveLength(0));
  },
});

/** A named dialog that takes no focus; what stands in the way of submitting is said beside the button. */
export const Accessibility: StoryObj = story(call, '[role="dialog"]', {
  play: async ({canvasElement}) => {
    await shows(canvasElement, '[role="dialog"]');
    await expect(document.activeElement).toBe(document.body);
    const [dialog] = inside(canvasElement, '[role="dialog"]');
    await expect(dialog?.getAttribute('aria-labelledby')).toBe('title');
    const submit = inside(canvasElement, '.submit')[0]?.shadowRoot?.querySelector('button');
    await expect(submit?.getAttribute('aria-disabled')).toBe('true');
    await expect(inside(canvasElement, '.foot .muted')[0]?.innerText).not.toBe('');
  },
});
