import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleAgents,
  sampleCall,
  samplePlainChat,
  sampleTenant,
  Simulator,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import {createProfile, type AgentProfile, type RefusalCode, type TenantConfig} from '@deskwire/domain';
import {provideContext, streamContext, type DirectoryPickerElement} from '@deskwire/kit';
import {FakeDirectory, fakeStream, manyNumbers} from '@deskwire/testing';
import {anActive} from '@deskwire/testing/fixtures.js';
import '@deskwire/desk/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/wrap-up/define.js';

import './define.js';
import type {TransferDialogElement} from './transfer-dialog.element.js';

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
    ['Ko Myeong-su', 'Roaming desk'],
    ['Anna Berg', 'Retention'],
    ['Choi Ha-eun', 'Billing tier 2'],
    ['Jung Da-in', 'Retention'],
    ['Leo Brandt', 'Roaming desk'],
    ['Lee Seo-yeon', 'Billing'],
    ['Moon Sae', 'Billing'],
  ],
  ko: [
    ['김민수', '로밍 전담'],
    ['강문식', '요금 2선'],
    ['고명수', '로밍 전담'],
    ['김미소', '해지 방어'],
    ['최하은', '요금 2선'],
    ['정다인', '해지 방어'],
    ['Leo Brandt', '로밍 전담'],
    ['이서연', '요금'],
    ['문새', '요금'],
  ],
};

/** The sample agents, and more for a list that scrolls. */
const agentsOf = (language: SampleLanguage, tenant: TenantConfig): readonly AgentProfile[] => [
  ...sampleAgents(language, tenant.queues),
  ...TEAM[language].map(([name, team], at) =>
    createProfile({
      id: `team-${at}`,
      name,
      team: {id: team, name: team},
      station: {kind: 'browser-phone', dn: `44${at + 10}`},
    }),
  ),
];

/** A desk with a call that was answered, and what happens before the dialog opens. */
interface Scene {
  readonly tenant?: Partial<TenantConfig>;
  readonly free?: readonly number[];
  readonly manyNumbers?: boolean;
  readonly chat?: boolean;
  readonly before?: (simulator: Simulator) => void;
}

const simulatorOf = (scene: Scene, language: SampleLanguage): Simulator => {
  const tenant = sampleTenant(language, scene.tenant);
  const simulator = new Simulator({
    ...{language, tenant, connectDelayMs: 0, agents: agentsOf(language, tenant)},
    ...(scene.manyNumbers && {numbers: manyNumbers(50_000)}),
  });
  running.add(simulator);
  return simulator;
};

const begin = (scene: Scene, simulator: Simulator, open: (id: string) => void): void => {
  const agent = simulator.colleague('yoon');
  agent.does({type: 'agent.set-state', to: {state: 'available'}});
  const id = scene.chat
    ? simulator.chatArrives(samplePlainChat(simulator.language))
    : simulator.callArrives(sampleCall(simulator.language));
  simulator.after(50, () => {
    agent.accepts(id);
    for (const at of scene.free ?? [0, 1, 2, 3, 4, 5, 6, 7, 8])
      simulator.colleague(`team-${at}`).becomesAvailable();
    scene.before?.(simulator);
    open(id);
  });
};

const show = (scene: Scene, language: unknown): TemplateResult => {
  const simulator = simulatorOf(scene, languageOf(language));
  let began = false;
  const live = (event: CustomEvent<{status: {state: string}}>): void => {
    if (began || event.detail.status.state !== 'live') return;
    began = true;
    const desk = event.currentTarget as HTMLElement;
    begin(scene, simulator, (id) => desk.querySelector('dw-transfer-dialog')?.open(id));
  };
  return html`<dw-desk .port=${simulator.port('yoon')} @dw-connection-changed=${live}>
    <dw-interaction-control
      @dw-transfer-open=${({currentTarget, detail}: CustomEvent<{interactionId: string}>) => {
        (currentTarget as Element).parentElement
          ?.querySelector('dw-transfer-dialog')
          ?.open(detail.interactionId);
      }}
    ></dw-interaction-control>
    <dw-transfer-dialog></dw-transfer-dialog>
    <dw-wrap-up></dw-wrap-up>
  </dw-desk>`;
};

/** A directory that does what no simulated one does. */
const fake = (arrange: (directory: FakeDirectory) => void): HTMLElement => {
  const place = document.createElement('div');
  const directory = new FakeDirectory();
  arrange(directory);
  const stream = fakeStream({interactions: [anActive()], answer: directory.answer});
  provideContext(place, streamContext, stream.handle);
  const dialog = document.createElement('dw-transfer-dialog');
  dialog.interactionId = 'voice-1';
  place.append(dialog);
  return place;
};
const refusing = (code: RefusalCode) => (directory: FakeDirectory) => {
  directory.refuses = code;
};

const dialogIn = (canvas: HTMLElement): TransferDialogElement => {
  const dialog = canvas.querySelector('dw-transfer-dialog');
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
const opened = (canvas: HTMLElement): Promise<void> =>
  waitFor(() => expect(inside(canvas, 'dialog:popover-open')).toHaveLength(1), {timeout: 3000});
const listed = (canvas: HTMLElement): Promise<void> =>
  waitFor(() => expect(inPicker(canvas, '[role="option"]').length).toBeGreaterThan(0), {timeout: 5000});
const showTab = async (canvas: HTMLElement, at: number): Promise<void> => {
  await opened(canvas);
  await waitFor(() => expect(inPicker(canvas, '[role="tab"]').length).toBeGreaterThan(at), {timeout: 3000});
  inPicker(canvas, '[role="tab"]')[at]?.click();
  await waitFor(() => expect(inPicker(canvas, '[role="tab"]')[at]?.ariaSelected).toBe('true'));
  inPicker(canvas, 'input')[0]?.focus();
};
const note = (canvas: HTMLElement): string => inPicker(canvas, '#note')[0]?.innerText.trim() ?? '';

const story = (scene: Scene, play = listed, more: StoryObj = {}): StoryObj => ({
  render: (_, {globals}) => show(scene, globals['language']),
  play: ({canvasElement}) => play(canvasElement),
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-transfer-dialog',
  component: 'dw-transfer-dialog',
  beforeEach: () => {
    stopAll();
    return stopAll;
  },
  render: (_, {globals}) => show({}, globals['language']),
};
export default meta;

/** A call, and everybody who is available. "Transfer" in the pane behind it opens it again. */
export const Playground: StoryObj = story({});

/** Found by initial consonants, and chosen. */
export const Chosen: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const isKorean = document.documentElement.lang === 'ko';
  await userEvent.keyboard(isKorean ? 'ㄱㅁㅅ' : 'k m');
  await waitFor(() => expect(inPicker(canvas, '[role="option"]').length).toBeLessThan(5));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(inPicker(canvas, '[aria-selected="true"][role="option"]')).toHaveLength(1));
});

/** Nobody can take the call now. */
export const NobodyAvailable: StoryObj = story({free: []}, async (canvas) => {
  await opened(canvas);
  await waitFor(() => expect(inPicker(canvas, '.absence')).toHaveLength(1));
  await expect(inPicker(canvas, '[role="option"]')).toHaveLength(0);
});

/** Whoever one looks for is there, but not available. */
export const NotAvailable: StoryObj = story({free: [1, 3]}, async (canvas) => {
  await listed(canvas);
  await userEvent.keyboard('Leo');
  await waitFor(() => expect(inPicker(canvas, '.absence span')).toHaveLength(2));
});

/** Queues and entry points. */
export const Queues: StoryObj = story({}, async (canvas) => {
  await showTab(canvas, 1);
  await listed(canvas);
});

/** The address book. */
export const AddressBook: StoryObj = story({}, async (canvas) => {
  await showTab(canvas, 2);
  await listed(canvas);
});

/** An address book of 50,000 rows. */
export const AddressBookOf50000: StoryObj = story({manyNumbers: true}, async (canvas) => {
  await showTab(canvas, 2);
  await listed(canvas);
  await userEvent.keyboard('anna');
  await waitFor(() => expect(inPicker(canvas, 'mark').length).toBeGreaterThan(0));
  await expect(inPicker(canvas, '[role="option"]').length).toBeLessThan(20);
});

/** What would be dialled of what was pasted. */
export const NumberPasted: StoryObj = story({}, async (canvas) => {
  await showTab(canvas, 2);
  const field = inPicker(canvas, 'input')[0] as HTMLInputElement;
  field.value = 'tel:+82 (0)10-4827-1934';
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertFromPaste'}));
  await waitFor(() => expect(note(canvas)).toContain('+821048271934'));
});

/** Letters are not dialled, and it says so. */
export const LettersLeftOut: StoryObj = story({}, async (canvas) => {
  await showTab(canvas, 2);
  await userEvent.keyboard('1-800-FLOWERS');
  await waitFor(() => expect(note(canvas)).toContain('1800'));
});

/** A number that cannot be dialled. */
export const NumberRefused: StoryObj = story({}, async (canvas) => {
  await showTab(canvas, 2);
  await userEvent.keyboard('+1 415{Enter}');
  await waitFor(() => expect(inPicker(canvas, '[aria-invalid="true"]')).toHaveLength(1));
});

/** The list is on its way. */
export const Loading: StoryObj = story({}, opened, {
  render: () =>
    fake((directory) => {
      directory.holds = true;
    }),
});

/** The list could not be loaded: shown as such, never as an empty one. */
export const ListFailed: StoryObj = story(
  {},
  async (canvas) => {
    await opened(canvas);
    await waitFor(() => expect(inPicker(canvas, '[role="alert"] dw-button')).toHaveLength(1));
  },
  {render: () => fake(refusing('DW_SERVER_FAILED'))},
);

/** The list could not be refreshed: what is shown may be out of date. */
export const ListOutdated: StoryObj = story(
  {},
  async (canvas) => {
    await listed(canvas);
    inside(canvas, '.refresh')[0]?.click();
    await waitFor(() => expect(inPicker(canvas, '[role="alert"]')).toHaveLength(1));
    await expect(inPicker(canvas, '[role="option"]').length).toBeGreaterThan(0);
  },
  {
    render: () =>
      fake((directory) => {
        const {answer} = directory;
        let asked = 0;
        Object.assign(directory, {
          answer: (query: Parameters<typeof answer>[0]) =>
            (asked += 1) > 1 ? 'DW_SEND_TIMEOUT' : answer(query),
        });
      }),
  },
);

/** The transfer is under way: the backend has not answered yet. */
export const Pending: StoryObj = story(
  {
    before: (simulator) => {
      simulator.after(1500, () => {
        simulator.backendStalls();
      });
    },
  },
  async (canvas) => {
    await listed(canvas);
    await new Promise((resolve) => {
      setTimeout(resolve, 1600);
    });
    inPicker(canvas, '[role="option"]')[0]?.click();
    await waitFor(() => expect(inPicker(canvas, '.option.on')).toHaveLength(1));
    inside(canvas, '.commit')[0]?.click();
    await waitFor(() => expect(inside(canvas, '.commit')[0]).toHaveProperty('pending', true));
  },
);

/** Whoever was chosen has become busy between the list and the click. */
export const TargetBusy: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const [first] = inPicker(canvas, '[role="option"]');
  first?.click();
  await waitFor(() => expect(inPicker(canvas, '.option.on')).toHaveLength(1));
  const name = inPicker(canvas, '.option.on .name')[0]?.innerText ?? '';
  const [simulator] = running;
  const team = [...TEAM.en, ...TEAM.ko].findIndex(([one]) => one === name) % TEAM.en.length;
  simulator?.colleague(`team-${team}`).goesIdle(sampleTenant('en').idleReasons[0]?.id ?? '');
  inside(canvas, '.commit')[0]?.click();
  await waitFor(() => expect(inside(canvas, '.failure')).toHaveLength(1), {timeout: 3000});
  await expect(inside(canvas, '.failure')[0]?.innerText).toContain(name);
  await waitFor(() =>
    expect(
      inPicker(canvas, '.option')
        .map(({innerText}) => innerText)
        .join(),
    ).not.toContain(name),
  );
});

/** A chat goes to a queue or to an agent, and there is no number to dial. */
export const Chat: StoryObj = story({chat: true}, async (canvas) => {
  await listed(canvas);
  await expect(inPicker(canvas, '[role="tab"]')).toHaveLength(2);
});

/** By keyboard alone: found, chosen, sent; the dialog closes, the wrap-up opens, and the call rings at the other desk. */
export const Behaviours: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  await userEvent.keyboard('Leo');
  await waitFor(() => expect(inPicker(canvas, '[role="option"]')).toHaveLength(1));
  await userEvent.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0), {timeout: 3000});
  await waitFor(() =>
    expect(canvas.querySelector('dw-wrap-up')?.shadowRoot?.querySelector('[role="dialog"]')).toBeTruthy(),
  );
  const [simulator] = running;
  await waitFor(() => expect(simulator?.colleague('team-6').accepts().ok).toBe(true));
});

/** A named dialog that is described by its consequence, with the focus in its search; Escape gives the focus back. */
export const Accessibility: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const [dialog] = inside(canvas, 'dialog');
  await expect(dialog?.getAttribute('aria-labelledby')).toBe('title');
  await expect(inside(canvas, '#consequence')[0]?.innerText).not.toBe('');
  const pane = canvas.querySelector('dw-interaction-control')?.shadowRoot;
  const opener = [...(pane?.querySelectorAll('dw-button') ?? [])].find(
    (button) => button.innerText.trim() === inside(canvas, '.commit')[0]?.innerText.trim(),
  );
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0));
  opener?.focus();
  opener?.click();
  await opened(canvas);
  await waitFor(() => expect(dialogIn(canvas).matches(':focus-within')).toBe(true));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0));
  await expect(opener?.matches(':focus-within')).toBe(true);
});
