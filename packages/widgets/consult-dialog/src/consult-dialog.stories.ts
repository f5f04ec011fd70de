import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleAgents,
  sampleCall,
  sampleTenant,
  Simulator,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import {createProfile, type AgentProfile, type TenantConfig} from '@deskwire/domain';
import type {DirectoryPickerElement} from '@deskwire/kit';
import '@deskwire/desk/define.js';
import '@deskwire/interaction-control/define.js';

import './define.js';
import type {ConsultDialogElement} from './consult-dialog.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};
const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

const TEAM: Readonly<Record<SampleLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    ['Kim Min-su', 'Roaming desk'],
    ['Kang Mun-sik', 'Billing tier 2'],
    ['Kim Mi-so', 'Retention'],
    ['Ko Myeong-su', 'Roaming desk'],
    ['Leo Brandt', 'Billing'],
  ],
  ko: [
    ['김민수', '로밍 전담'],
    ['강문식', '요금 2선'],
    ['김미소', '해지 방어'],
    ['고명수', '로밍 전담'],
    ['Leo Brandt', '요금'],
  ],
};

const agentsOf = (language: SampleLanguage, tenant: TenantConfig): readonly AgentProfile[] => [
  ...sampleAgents(language, tenant.queues),
  ...TEAM[language].map(([name, team], at) =>
    createProfile({
      id: `team-${at}`,
      name,
      team: {id: team, name: team},
      station: {kind: 'browser-phone', dn: `44${at + 10}`},
      queueIds: tenant.queues.map(({id}) => id),
    }),
  ),
];

/** A desk with a call that was answered, and what happens before the dialog opens. */
interface Scene {
  readonly tenant?: Partial<TenantConfig>;
  readonly before?: (simulator: Simulator) => void;
}

/** Two are available, one handles a call, one is at lunch, one has gone home. */
const shift = (simulator: Simulator, idleReasonId: string): void => {
  for (const at of [0, 1]) simulator.colleague(`team-${at}`).becomesAvailable();
  const engaged = simulator.colleague('team-2');
  simulator.colleague('team-3').goesIdle(idleReasonId);
  for (const at of [0, 1]) simulator.colleague(`team-${at}`).goesIdle(idleReasonId);
  engaged.becomesAvailable();
  const call = simulator.callArrives(sampleCall(simulator.language));
  simulator.after(50, () => {
    engaged.accepts(call);
    for (const at of [0, 1]) simulator.colleague(`team-${at}`).becomesAvailable();
  });
};

const begin = (scene: Scene, simulator: Simulator, open: (id: string) => void): void => {
  const agent = simulator.colleague('yoon');
  agent.does({type: 'agent.set-state', to: {state: 'available'}});
  const id = simulator.callArrives(sampleCall(simulator.language));
  simulator.after(50, () => {
    agent.accepts(id);
    shift(simulator, sampleTenant('en').idleReasons[0]?.id ?? '');
    scene.before?.(simulator);
    simulator.after(150, () => {
      open(id);
    });
  });
};

const show = (scene: Scene, language: unknown): TemplateResult => {
  const chosen = languageOf(language);
  const tenant = sampleTenant(chosen, scene.tenant);
  const simulator = new Simulator({
    language: chosen,
    tenant,
    connectDelayMs: 0,
    agents: agentsOf(chosen, tenant),
  });
  running.add(simulator);
  let began = false;
  const live = (event: CustomEvent<{status: {state: string}}>): void => {
    if (began || event.detail.status.state !== 'live') return;
    began = true;
    const desk = event.currentTarget as HTMLElement;
    begin(scene, simulator, (id) => desk.querySelector('dw-consult-dialog')?.open(id));
  };
  return html`<dw-desk
    .port=${simulator.port('yoon')}
    @dw-connection-changed=${live}
    @dw-consult-open=${({currentTarget, detail}: CustomEvent<{interactionId: string}>) => {
      (currentTarget as Element).querySelector('dw-consult-dialog')?.open(detail.interactionId);
    }}
  >
    <dw-interaction-control></dw-interaction-control>
    <dw-consult-dialog></dw-consult-dialog>
  </dw-desk>`;
};

const dialogIn = (canvas: HTMLElement): ConsultDialogElement => {
  const dialog = canvas.querySelector('dw-consult-dialog');
  if (!dialog) throw new Error('no dialog');
  return dialog;
};
const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(dialogIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const inPicker = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => {
  const [picker] = inside(canvas, 'dw-directory-picker') as readonly DirectoryPickerElement[];
  return [...(picker?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
};
const pane = (canvas: HTMLElement): string =>
  canvas.querySelector('dw-interaction-control')?.shadowRoot?.querySelector<HTMLElement>('[lang]')
    ?.innerText ?? '';
const listed = (canvas: HTMLElement): Promise<void> =>
  waitFor(() => expect(inPicker(canvas, '[role="option"]').length).toBeGreaterThan(0), {timeout: 5000});

const story = (scene: Scene, play = listed, more: StoryObj = {}): StoryObj => ({
  render: (_, {globals}) => show(scene, globals['language']),
  play: ({canvasElement}) => play(canvasElement),
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-consult-dialog',
  component: 'dw-consult-dialog',
  beforeEach: () => {
    stopAll();
    return stopAll;
  },
  render: (_, {globals}) => show({}, globals['language']),
};
export default meta;

/** Everybody with what they do; green only who can take it. "Consult" in the pane behind it opens it again. */
export const Playground: StoryObj = story({});

/** Found by initial consonants, and chosen. */
export const Chosen: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  await userEvent.keyboard(document.documentElement.lang === 'ko' ? 'ㄱㅁㅅ' : 'k m s');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(inPicker(canvas, '[aria-selected="true"][role="option"]')).toHaveLength(1));
});

/** Somebody who cannot take it is not chosen, and the dialog says why. */
export const CannotTakeIt: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const [away] = inPicker(canvas, '[aria-disabled="true"]');
  away?.click();
  await waitFor(() => expect(inPicker(canvas, '#note')[0]?.innerText).not.toBe(''));
  await expect(inPicker(canvas, '.option.on')).toHaveLength(0);
});

/** The customer is held already, and stays so. */
export const CustomerHeld: StoryObj = story({
  before: (simulator) => void simulator.colleague('yoon').holds(),
});

/** Admin wants no queue consulted. */
export const NoQueues: StoryObj = story({tenant: {consultToQueue: false}}, async (canvas) => {
  await listed(canvas);
  await expect(inPicker(canvas, '[role="tab"]')).toHaveLength(2);
});

/** A number from the address book. */
export const AddressBook: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  inPicker(canvas, '[role="tab"]')[2]?.click();
  const rows = '#panel-numbers [role="option"]';
  await waitFor(() => expect(inPicker(canvas, rows).length).toBeGreaterThan(0));
  inPicker(canvas, rows)[0]?.click();
  await waitFor(() => expect(inPicker(canvas, '#note')[0]?.innerText).toMatch(/\d{3}/));
});

/** Chosen and asked by keyboard; the pane shows the consult, and whoever was asked can accept it. */
export const Behaviours: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const [first] = inPicker(canvas, '.option .name');
  const name = first?.innerText ?? '';
  await userEvent.keyboard(name);
  await waitFor(() => expect(inPicker(canvas, '[role="option"]')).toHaveLength(1));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(inPicker(canvas, '.option.on')).toHaveLength(1));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0), {timeout: 3000});
  await waitFor(() => expect(pane(canvas)).toMatch(/Consult requested|상담 요청됨/));
  const [simulator] = running;
  const asked = [...TEAM.en, ...TEAM.ko].findIndex(([one]) => one === name) % TEAM.en.length;
  await waitFor(() => expect(simulator?.colleague(`team-${asked}`).accepts().ok).toBe(true));
  await waitFor(() => expect(pane(canvas)).toMatch(/Consulting|상담 중/));
});

/** A named dialog that is described by its consequence, walked round by Tab. */
export const Accessibility: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const [dialog] = inside(canvas, 'dialog');
  await expect(dialog?.getAttribute('aria-labelledby')).toBe('title');
  await expect(inside(canvas, '#consequence')[0]?.innerText).not.toBe('');
  await expect(dialogIn(canvas).matches(':focus-within')).toBe(true);
  for (const tab of inPicker(canvas, '[role="tab"]')) {
    tab.click();
    await waitFor(() =>
      expect(inPicker(canvas, `#${tab.getAttribute('aria-controls') ?? ''}:not([hidden])`)).toHaveLength(1),
    );
  }
});
