import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleCall,
  sampleChat,
  sampleMail,
  samplePlainChat,
  sampleTenant,
  sampleUrgentCall,
  Simulator,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import '@deskwire/desk/define.js';

import './define.js';
import {FakeSystem} from './system.harness.js';
import {PLACEMENTS, type IncomingCallElement, type Placement} from './incoming-call.element.js';

interface Args {
  readonly placement: Placement;
  readonly shortcut: string;
  readonly muted: boolean;
}

/** A contact centre with one desk, and what happens in it. */
interface Scene {
  /** `yoon` has a browser phone, `han` a phone on the desk. */
  readonly agent?: 'yoon' | 'han';
  readonly tenant?: (language: SampleLanguage) => ReturnType<typeof sampleTenant>;
  readonly connectDelayMs?: number;
  readonly happens?: (simulator: Simulator, agent: Colleague) => void;
}

/** The browser around the page, where a story plays it. */
let system: FakeSystem | undefined;
const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

const simulatorOf = ({tenant, connectDelayMs = 300}: Scene, language: SampleLanguage): Simulator => {
  const simulator = new Simulator({language, connectDelayMs, ...(tenant && {tenant: tenant(language)})});
  running.add(simulator);
  return simulator;
};

const show = (scene: Scene, {placement, shortcut, muted}: Args, language: unknown): TemplateResult => {
  const {agent = 'yoon', happens} = scene;
  const simulator = simulatorOf(scene, languageOf(language));
  const begin = once(() => {
    const colleague = simulator.colleague(agent);
    colleague.does({type: 'agent.set-state', to: {state: 'available'}});
    happens?.(simulator, colleague);
  });
  return html`<dw-desk .port=${simulator.port(agent)} @dw-connection-changed=${begin}>
    <dw-incoming-call placement=${placement} shortcut=${shortcut} ?muted=${muted}></dw-incoming-call>
  </dw-desk>`;
};

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

const everyKind = (simulator: Simulator): void => {
  const {language} = simulator;
  simulator.mailArrives(sampleMail(language));
  simulator.chatArrives(samplePlainChat(language));
  simulator.chatArrives(sampleChat(language));
  simulator.callArrives(sampleUrgentCall());
};

/** What rings, on a station of either kind. */
const call: Scene = {happens: (simulator) => void simulator.callArrives(sampleUrgentCall())};
const busy: Scene = {agent: 'han', happens: everyKind};
const connecting: Scene = {connectDelayMs: Infinity, happens: everyKind};
const callback: Scene = {
  happens: (simulator) => void simulator.callArrives({...sampleUrgentCall(), origin: 'callback'}),
};
/** There can be no call at all: whoever accepts a callback is told so, and it comes again. */
const limit: Scene = {
  tenant: (language) => sampleTenant(language, {callLimits: {dataCentre: 500, tenant: 0}}),
  happens: (simulator, agent) => {
    simulator.callArrives({...sampleUrgentCall(), origin: 'callback'});
    simulator.after(900, () => {
      agent.accepts();
    });
  },
};
/** Han has a call, and asks Yoon. */
const consult: Scene = {
  tenant: (language) =>
    sampleTenant(language, {
      consultVariables: [
        {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
        {name: 'account-number', label: {en: 'Account number', ko: '계정 번호'}},
        {name: 'resident-id', label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'}},
      ],
    }),
  happens: (simulator, agent) => {
    const {tenant} = simulator.centre.config;
    agent.goesIdle(tenant.signInReasonId);
    const han = simulator.colleague('han');
    han.becomesAvailable();
    const interactionId = simulator.callArrives(sampleCall(simulator.language));
    simulator.after(400, () => {
      simulator.phoneAnswers('han');
      agent.becomesAvailable();
      han.does({type: 'consult.start', interactionId, to: {kind: 'agent', agentId: 'yoon'}});
    });
  },
};
const missed: Scene = {
  happens: (simulator, agent) => {
    simulator.callArrives(sampleUrgentCall());
    simulator.after(900, () => {
      agent.declines();
    });
  },
};
const handset: Scene = {agent: 'han', happens: (simulator) => void simulator.handset('han', true)};
const variables: Scene = {
  tenant: (language) =>
    sampleTenant(language, {
      popoverVariables: [
        {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
        {name: 'account-number', label: {en: 'Account number', ko: '계정 번호'}},
        {name: 'resident-id', label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'}},
      ],
    }),
  happens: (simulator) => void simulator.callArrives(sampleCall(simulator.language)),
};
const many: Scene = {
  happens: (simulator) => {
    const {language} = simulator;
    for (let mail = 0; mail < 4; mail += 1) simulator.mailArrives(sampleMail(language));
    for (let chat = 0; chat < 3; chat += 1) simulator.chatArrives(samplePlainChat(language));
  },
};

const meta: Meta<Args> = {
  title: 'Widgets/dw-incoming-call',
  component: 'dw-incoming-call',
  argTypes: {placement: {control: 'inline-radio', options: PLACEMENTS}},
  args: {placement: 'inline', shortcut: 'F8', muted: true},
  beforeEach: () => stopAll,
  render: (args, {globals}) => show(busy, args, globals['language']),
};
export default meta;

type Story = StoryObj<Args>;

const story = (scene: Scene, more: Story = {}): Story => ({
  render: (args, {globals}) => show(scene, args, globals['language']),
  play: ({canvasElement}) => arrived(canvasElement),
  ...more,
});

const trayIn = (canvas: HTMLElement): IncomingCallElement => {
  const tray = canvas.querySelector('dw-incoming-call');
  if (!tray) throw new Error('no tray');
  return tray;
};

const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(trayIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const textIn = (canvas: HTMLElement): string => inside(canvas, '.stack')[0]?.innerText ?? '';

/** Something is there, and stands where it belongs. */
const arrived = async (canvas: HTMLElement): Promise<void> => {
  await waitFor(() => expect(inside(canvas, '.surface').length).toBeGreaterThan(0), {timeout: 3000});
  const moving = inside(canvas, '*').flatMap((element) => element.getAnimations());
  const finite = moving.filter(({effect}) => Number.isFinite(effect?.getComputedTiming().endTime));
  await Promise.all(finite.map(({finished}) => finished));
};

const isOffered = (canvas: HTMLElement): Promise<void> =>
  waitFor(() => expect(inside(canvas, '.request:not(.waits)').length).toBeGreaterThan(0), {timeout: 3000});

/** Mails, chats and a call for an agent with a phone on the desk. */
export const Playground: Story = {play: ({canvasElement}) => arrived(canvasElement)};

/** As it stands in a page: in the top layer, at the lower end of the window. */
export const InTheTray: Story = story(busy, {
  args: {placement: 'tray'},
  parameters: {docs: {story: {inline: false, height: '560px'}}},
});

/** A browser phone answers and declines by itself. */
export const BrowserPhone: Story = story(call);

/** A customer who wants to be called back. */
export const Callback: Story = story(callback, {play: ({canvasElement}) => isOffered(canvasElement)});

/** No more calls can be made: the reason, and the callback is in its queue again. */
export const CallbackAtTheLimit: Story = story(limit, {
  play: async ({canvasElement}) => {
    await waitFor(() => expect(inside(canvasElement, '[part="notice"]')).toHaveLength(1), {timeout: 4000});
    await expect(textIn(canvasElement)).toContain('27');
    await isOffered(canvasElement);
    await arrived(canvasElement);
  },
});

/** A colleague asks: who they are, and what admin lets them pass on. A secure value is masked. */
export const ConsultRequest: Story = story(consult, {
  play: async ({canvasElement}) => {
    await isOffered(canvasElement);
    await expect(inside(canvasElement, '.request.consult')).toHaveLength(1);
    await arrived(canvasElement);
  },
});

/** The browser asks on a click; the agent who looks at another tab gets a notification, and a title that flashes. */
export const Notification: Story = story(call, {
  beforeEach: () => {
    system = new FakeSystem('default');
    return () => {
      system?.restore();
    };
  },
  play: async ({canvasElement}) => {
    const notify = () => inside(canvasElement, '.head .btn').find(({innerText}) => innerText !== '');
    await isOffered(canvasElement);
    await waitFor(() => expect(notify()).toBeDefined());
    await arrived(canvasElement);
    notify()?.click();
    await waitFor(() => expect(notify()).toBeUndefined());
    system?.looks('tab');
    await expect(system?.open).toHaveLength(1);
    await expect(document.title).toMatch(/^\(1\) /);
    system?.looks('here');
    await expect(system?.open).toHaveLength(0);
  },
});

/** The phone or the page is being reached. The rows have their final height. */
export const Connecting: Story = story(connecting);

/** Admin chose what a request shows. A secure value is masked. */
export const Variables: Story = story(variables);

/** Past five, pages. */
export const ManyRequests: Story = story(many);

/** A request was not answered: nothing arrives until the agent chooses. */
export const Rona: Story = story(missed, {
  play: async ({canvasElement}) => {
    await waitFor(() => expect(inside(canvasElement, '[role="alertdialog"]')).toHaveLength(1), {
      timeout: 4000,
    });
    await arrived(canvasElement);
  },
});

/** The handset still lies beside the phone. */
export const HandsetOffTheHook: Story = story(handset);

/** The browser lets no sound out before the agent has touched the page. */
export const SoundOff: Story = story(call, {
  args: {muted: false},
  play: async ({canvasElement}) => {
    const tray = trayIn(canvasElement);
    tray.ringDevices = () => ({makeContext: blockedContext, makeAudio: () => new Audio()});
    await isOffered(canvasElement);
    await waitFor(() => expect(inside(canvasElement, '.strip')).toHaveLength(1), {timeout: 2000});
    await arrived(canvasElement);
  },
});

/** A sound device that never starts. */
const blockedContext = (): AudioContext =>
  Object.assign(new EventTarget(), {
    state: 'suspended',
    resume: () => new Promise(() => undefined),
    close: () => Promise.resolve(),
    suspend: () => Promise.resolve(),
  }) as unknown as AudioContext;

/** One key leads to the first thing to do; what was connecting became a request; the answer closes the tray. */
export const Behaviours: Story = story(call, {
  play: async ({canvasElement}) => {
    await waitFor(() => expect(inside(canvasElement, '.request.waits')).toHaveLength(1), {timeout: 3000});
    const [row] = inside(canvasElement, '.request');
    await isOffered(canvasElement);
    await expect(inside(canvasElement, '.request')[0]).toBe(row);
    await expect(document.activeElement).toBe(document.body);
    await userEvent.keyboard('{F8}');
    await expect(trayIn(canvasElement).shadowRoot?.activeElement?.localName).toBe('dw-button');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(inside(canvasElement, '.surface')).toHaveLength(0));
  },
});

/** Each request is an article with a name; each button says whose request it is; nothing takes the focus. */
export const Accessibility: Story = story(busy, {
  play: async ({canvasElement}) => {
    await isOffered(canvasElement);
    await arrived(canvasElement);
    await expect(document.activeElement).toBe(document.body);
    const articles = inside(canvasElement, 'article');
    for (const article of articles) {
      const ids = article.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const names = ids.map((id) => trayIn(canvasElement).shadowRoot?.getElementById(id)?.innerText ?? '');
      await expect(names.join(' ').trim()).not.toBe('');
    }
    await expect(textIn(canvasElement)).toContain('F8');
  },
});
