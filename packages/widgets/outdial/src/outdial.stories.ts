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
import type {AgentId, AgentProfile, Permission, RefusalCode, TenantConfig} from '@deskwire/domain';
import {provideContext, streamContext} from '@deskwire/kit';
import {FakeDirectory, manyNumbers} from '@deskwire/testing';
import '@deskwire/desk/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/wrap-up/define.js';

import './define.js';
import type {OutdialElement} from './outdial.element.js';
import {outdialStream} from './stage.harness.js';
import type {TelLinks} from './tel-links.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};
const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

/** A number that every rule of the sample's dial plan takes. */
const NUMBER = '0221550133';

/** A desk, and what there is before the agent does anything. */
interface Scene {
  readonly at?: AgentId;
  readonly tenant?: (tenant: TenantConfig) => Partial<TenantConfig>;
  readonly permissions?: readonly Permission[];
  readonly numbers?: ReturnType<typeof manyNumbers>;
  readonly telLinks?: TelLinks;
  readonly hideButton?: boolean;
  /** What happens when the desk is live. */
  readonly begins?: (simulator: Simulator) => void;
}

const agentsOf = (
  {permissions}: Scene,
  language: SampleLanguage,
  tenant: TenantConfig,
): readonly AgentProfile[] =>
  sampleAgents(language, tenant.queues).map((agent) => ({...agent, ...(permissions && {permissions})}));

const simulatorOf = (scene: Scene, language: SampleLanguage): Simulator => {
  const plain = sampleTenant(language);
  const tenant = sampleTenant(language, scene.tenant?.(plain));
  const simulator = new Simulator({
    ...{language, tenant, connectDelayMs: 400, agents: agentsOf(scene, language, tenant)},
    ...(scene.numbers && {numbers: scene.numbers}),
  });
  simulator.picksUpAfter(600);
  running.add(simulator);
  return simulator;
};

const LINK = {en: 'Call our office: ', ko: '사무실로 전화: '} as const;

const show = (scene: Scene, globals: unknown): TemplateResult => {
  const language = languageOf(globals);
  const simulator = simulatorOf(scene, language);
  let began = false;
  const live = ({detail}: CustomEvent<{status: {state: string}}>): void => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    scene.begins?.(simulator);
  };
  return html`<dw-desk .port=${simulator.port(scene.at ?? 'yoon')} @dw-connection-changed=${live}>
    <dw-outdial .telLinks=${scene.telLinks} ?hide-button=${scene.hideButton ?? false}></dw-outdial>
    ${scene.telLinks ? html`<p>${LINK[language]}<a href="tel:+82-2-2155-0133;ext=12">02-2155-0133</a></p>` : ''}
    <dw-interaction-control style="margin-block-start: 12px"></dw-interaction-control>
    <dw-wrap-up style="margin-block-start: 12px"></dw-wrap-up>
  </dw-desk>`;
};

/** A directory, or a backend, that does what no simulated one does. */
const fake = (arrange: (directory: FakeDirectory) => void): HTMLElement => {
  const place = document.createElement('div');
  const directory = new FakeDirectory();
  arrange(directory);
  provideContext(place, streamContext, outdialStream({directory}).handle);
  place.append(document.createElement('dw-outdial'));
  return place;
};
const refusing = (code: RefusalCode) => (directory: FakeDirectory) => {
  directory.refuses = code;
};

const outdialIn = (canvas: HTMLElement): OutdialElement => {
  const outdial = canvas.querySelector('dw-outdial');
  if (!outdial) throw new Error('no outdial');
  return outdial;
};
const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(outdialIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const below = (canvas: HTMLElement, part: string, selector: string): readonly HTMLElement[] => [
  ...(inside(canvas, part)[0]?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const inPicker = (canvas: HTMLElement, selector: string) => below(canvas, 'dw-directory-picker', selector);
const inPad = (canvas: HTMLElement, selector: string) => below(canvas, 'dw-dialpad', selector);
const note = (canvas: HTMLElement): string => inPad(canvas, '.said')[0]?.innerText.trim() ?? '';

const there = async (canvas: HTMLElement): Promise<HTMLElement> => {
  await waitFor(() => expect(inside(canvas, 'dw-button.anchor')).toHaveLength(1));
  return inside(canvas, 'dw-button.anchor')[0] as HTMLElement;
};
const opened = async (canvas: HTMLElement): Promise<void> => {
  (await there(canvas)).click();
  await waitFor(() => expect(inside(canvas, 'dialog:popover-open .foot')).toHaveLength(1), {timeout: 3000});
};
const listed = async (canvas: HTMLElement): Promise<void> => {
  await opened(canvas);
  await waitFor(() => expect(inPicker(canvas, '[role="option"]').length).toBeGreaterThan(0), {timeout: 5000});
};
const onDialpad = async (canvas: HTMLElement, keys = ''): Promise<void> => {
  await opened(canvas);
  inside(canvas, '#tab-pad')[0]?.click();
  await waitFor(() => expect(inPad(canvas, '.digit')).toHaveLength(12));
  for (const key of keys) inPad(canvas, `.digit[data-key="${key}"]`)[0]?.click();
};
const call = (canvas: HTMLElement): void => {
  inside(canvas, '.commit')[0]?.click();
};
const failed = async (canvas: HTMLElement, text: RegExp): Promise<void> => {
  await waitFor(() => expect(inside(canvas, '.failure')).toHaveLength(1), {timeout: 3000});
  await expect(inside(canvas, '.failure')[0]?.innerText).toMatch(text);
};
const noticed = async (canvas: HTMLElement, text: RegExp): Promise<void> => {
  await waitFor(() => expect(inside(canvas, '.notice:popover-open')).toHaveLength(1), {timeout: 4000});
  await expect(inside(canvas, '.notice')[0]?.innerText).toMatch(text);
};
const dialled = async (canvas: HTMLElement): Promise<void> => {
  await onDialpad(canvas, NUMBER);
  call(canvas);
};

const story = (
  scene: Scene,
  play?: (canvas: HTMLElement) => Promise<void>,
  more: StoryObj = {},
): StoryObj => ({
  render: (_, {globals}) => show(scene, globals['language']),
  ...(play && {play: ({canvasElement}) => play(canvasElement)}),
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-outdial',
  component: 'dw-outdial',
  beforeEach: () => {
    stopAll();
    return stopAll;
  },
  render: (_, {globals}) => show({}, globals['language']),
};
export default meta;

/** A desk in Idle. Whoever is called answers after a moment; the call stands in the pane, and ends in wrap-up. */
export const Playground: StoryObj = story({});

/** The address book. */
export const AddressBook: StoryObj = story({}, listed);

/** Found by initial consonants or first letters, and chosen. */
export const Chosen: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const all = inPicker(canvas, '[role="option"]').length;
  await userEvent.keyboard(document.documentElement.lang === 'ko' ? 'ㄷㅎ' : 'da');
  await waitFor(() => expect(inPicker(canvas, '[role="option"]').length).toBeLessThan(all));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(inPicker(canvas, '.option.on')).toHaveLength(1));
});

/** An address book of 50,000 rows. */
export const AddressBookOf50000: StoryObj = story({numbers: manyNumbers(50_000)}, async (canvas) => {
  await listed(canvas);
  await userEvent.keyboard('anna');
  await waitFor(() => expect(inPicker(canvas, 'mark').length).toBeGreaterThan(0));
  await expect(inPicker(canvas, '[role="option"]').length).toBeLessThan(20);
});

/** Nothing is in the address book: a number can be typed. */
export const AddressBookEmpty: StoryObj = story({numbers: []}, async (canvas) => {
  await opened(canvas);
  await waitFor(() => expect(inPicker(canvas, '.absence')).toHaveLength(1));
});

/** The address book is on its way. */
export const AddressBookLoading: StoryObj = story({}, opened, {
  render: () =>
    fake((directory) => {
      directory.holds = true;
    }),
});

/** The address book could not be loaded: said as such, and a number can be typed all the same. */
export const AddressBookFailed: StoryObj = story(
  {},
  async (canvas) => {
    await opened(canvas);
    await waitFor(() => expect(inPicker(canvas, '[role="alert"] dw-button')).toHaveLength(1));
  },
  {render: () => fake(refusing('DW_SERVER_FAILED'))},
);

/** The dialpad: by pointer, by keyboard, by paste. */
export const Dialpad: StoryObj = story({}, (canvas) => onDialpad(canvas));

/** A number that was dialled, in its groups. */
export const NumberDialled: StoryObj = story({}, async (canvas) => {
  await onDialpad(canvas, NUMBER);
  await waitFor(() => expect(note(canvas)).toBe('02-2155-0133'));
});

/** Letters are not dialled, and it says so. */
export const LettersLeftOut: StoryObj = story({}, async (canvas) => {
  await onDialpad(canvas);
  inPad(canvas, 'input')[0]?.focus();
  await userEvent.keyboard('1800355FLOWERS');
  await waitFor(() => expect((inPad(canvas, 'input')[0] as HTMLInputElement).value).toBe('1800355'));
  await expect(note(canvas)).not.toBe('');
});

/** The dial plan refuses the number: which rule, and why. */
export const DialPlanRefused: StoryObj = story({}, async (canvas) => {
  await onDialpad(canvas, '0605550133');
  call(canvas);
  await waitFor(() => expect(inPad(canvas, '[aria-invalid="true"]')).toHaveLength(1));
  await expect(note(canvas)).toMatch(/premium|유료/);
});

/** Too short for the dial plan: said after a pause, not while one types. */
export const DialPlanTooShort: StoryObj = story({}, async (canvas) => {
  await onDialpad(canvas, '0215501');
  await expect(note(canvas)).not.toMatch(/8/);
  await waitFor(() => expect(note(canvas)).toMatch(/8/), {timeout: 2000});
});

/** An extension. */
export const ExtensionRefused: StoryObj = story({}, async (canvas) => {
  await onDialpad(canvas, '4402');
  call(canvas);
  await waitFor(() => expect(inPad(canvas, '[aria-invalid="true"]')).toHaveLength(1));
});

/** A number of the contact centre's own. */
export const EntryPointRefused: StoryObj = story({}, async (canvas) => {
  await onDialpad(canvas, '15880420');
  call(canvas);
  await waitFor(() => expect(inPad(canvas, '[aria-invalid="true"]')).toHaveLength(1));
});

/** The ANIs to choose from. */
export const AniList: StoryObj = story({}, async (canvas) => {
  await opened(canvas);
  below(canvas, 'dw-ani-chooser', '.anchor')[0]?.click();
  await waitFor(() => expect(below(canvas, 'dw-ani-chooser', '.popover:popover-open')).toHaveLength(1));
});

/** An ANI was chosen; it can be removed. */
export const AniChosen: StoryObj = story({}, async (canvas) => {
  await opened(canvas);
  below(canvas, 'dw-ani-chooser', '.anchor')[0]?.click();
  await waitFor(() => expect(below(canvas, 'dw-ani-chooser', 'dw-search-list')).toHaveLength(1));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(below(canvas, 'dw-ani-chooser', 'dw-button')).toHaveLength(1));
});

/** A tenant with one number for everything. */
export const NoAnis: StoryObj = story(
  {tenant: ({outdial}) => ({outdial: {...outdial, anis: []}})},
  async (canvas) => {
    await listed(canvas);
    await expect(inside(canvas, 'dw-ani-chooser')).toHaveLength(0);
  },
);

/** Outdial without the permission for the dialpad. */
export const NoDialpad: StoryObj = story({permissions: ['outdial']}, async (canvas) => {
  await listed(canvas);
  await expect(inside(canvas, '[role="tab"]')).toHaveLength(0);
});

/** The profile allows no outdial call: there is nothing to see. */
export const NoPermission: StoryObj = story({permissions: []}, async (canvas) => {
  await waitFor(() => expect(running.size).toBe(1));
  await expect(inside(canvas, 'dw-button')).toHaveLength(0);
});

const onCall = (simulator: Simulator): void => {
  const yoon = simulator.colleague('yoon');
  yoon.becomesAvailable();
  const id = simulator.callArrives(sampleCall(simulator.language));
  simulator.after(500, () => yoon.accepts(id));
};
const reasoned = async (canvas: HTMLElement): Promise<void> => {
  await waitFor(() => expect(inside(canvas, '.frame > .meta')).toHaveLength(1), {timeout: 3000});
};

/** During a call: why no other can be made. */
export const OnCall: StoryObj = story({begins: onCall}, async (canvas) => {
  await reasoned(canvas);
  await waitFor(() =>
    expect(canvas.querySelector('dw-interaction-control')?.shadowRoot?.querySelector('.card')).toBeTruthy(),
  );
});

/** The call is over, its wrap-up is not. */
export const WrapUpPending: StoryObj = story(
  {
    begins: (simulator) => {
      onCall(simulator);
      simulator.after(900, () => simulator.colleague('yoon').ends());
    },
  },
  async (canvas) => {
    await waitFor(
      () =>
        expect(canvas.querySelector('dw-wrap-up')?.shadowRoot?.querySelector('[role="dialog"]')).toBeTruthy(),
      {timeout: 3000},
    );
    await reasoned(canvas);
  },
);

/** A call comes in while the dialog is open: it says so, and what was typed stays. */
export const InboundWhileOpen: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.colleague('yoon').becomesAvailable();
    },
  },
  async (canvas) => {
    await onDialpad(canvas, NUMBER);
    const [simulator] = running;
    simulator?.callArrives(sampleCall(simulator.language));
    await waitFor(() => expect(inside(canvas, 'dialog .strip')).toHaveLength(1), {timeout: 3000});
    await expect((inPad(canvas, 'input')[0] as HTMLInputElement).value).toBe(NUMBER);
  },
);

/** The request is under way: the backend has not answered yet. */
export const Pending: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.after(300, () => {
        simulator.backendStalls();
      });
    },
  },
  async (canvas) => {
    await onDialpad(canvas, NUMBER);
    await new Promise((resolve) => void setTimeout(resolve, 400));
    call(canvas);
    await waitFor(() => expect(inside(canvas, '.commit')[0]).toHaveProperty('pending', true));
  },
);

/** The data centre's limit of concurrent calls. */
export const Limit26: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.linesAreFull(26);
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await failed(canvas, /26/);
  },
);

/** The tenant's limit of concurrent calls. */
export const Limit27: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.linesAreFull(27);
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await failed(canvas, /27/);
  },
);

/** The limit is met when the customer is dialled. */
export const LimitWhileDialling: StoryObj = story({}, async (canvas) => {
  await dialled(canvas);
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0));
  [...running][0]?.linesAreFull(26);
  await noticed(canvas, /26/);
});

/** A call came in just before the backend was asked. */
export const InboundWon: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.colleague('yoon').becomesAvailable();
      simulator.inboundWinsNext(sampleCall(simulator.language));
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await failed(canvas, /inbound|수신/i);
  },
);

/** No answer from the backend: it can be tried again, and is done once at most. */
export const NoAnswerFromTheBackend: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.refusesNext('DW_SEND_TIMEOUT', 'outdial.call');
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await failed(canvas, /./);
    inside(canvas, '.failure .btn.link')[0]?.click();
    await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0), {timeout: 3000});
  },
);

/** The customer did not answer. */
export const CustomerUnanswered: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.dialledCustomers('unanswered');
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await noticed(canvas, /did not answer|받지 않았습니다/);
  },
);

/** The customer rejected the call. */
export const CustomerRejected: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.dialledCustomers('rejected');
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await noticed(canvas, /rejected|거절/);
  },
);

/** It could not be connected. */
export const NotConnected: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.dialledCustomers('failed');
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await noticed(canvas, /could not be connected|연결하지 못했습니다/);
  },
);

/** The agent's own desk phone declined. */
export const AgentDeclined: StoryObj = story({at: 'han'}, async (canvas) => {
  await dialled(canvas);
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0));
  const [simulator] = running;
  await waitFor(() => expect(simulator?.phoneDeclines('han').ok).toBe(true), {timeout: 3000});
  await noticed(canvas, /Your phone|상담사 전화기/);
});

/** "Call again" makes the same call; this time they answer. */
export const CallAgain: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.dialledCustomers('unanswered');
    },
  },
  async (canvas) => {
    await dialled(canvas);
    await noticed(canvas, /./);
    [...running][0]?.dialledCustomers('answered');
    inside(canvas, '.notice .acts dw-button')[0]?.click();
    await waitFor(() => expect(inside(canvas, '.notice:popover-open')).toHaveLength(0));
    await waitFor(
      () =>
        expect(
          canvas.querySelector('dw-interaction-control')?.shadowRoot?.querySelector('.card'),
        ).toBeTruthy(),
      {timeout: 4000},
    );
  },
);

/** A `tel:` link of the page opens the dialog with its number, without the extension. */
export const TelLinksAsk: StoryObj = story({telLinks: 'ask'}, async (canvas) => {
  await there(canvas);
  canvas.querySelector<HTMLElement>('a')?.click();
  await waitFor(() =>
    expect((inPad(canvas, 'input')[0] as HTMLInputElement | undefined)?.value).toBe('+82221550133'),
  );
});

/** A `tel:` link dials at once; without a button, a failure is noticed in the corner. */
export const TelLinksCall: StoryObj = story(
  {
    telLinks: 'call',
    hideButton: true,
    begins: (simulator) => {
      simulator.dialledCustomers('unanswered');
    },
  },
  async (canvas) => {
    await waitFor(() => expect(inside(canvas, '.notice')).toHaveLength(1));
    canvas.querySelector<HTMLElement>('a')?.click();
    await noticed(canvas, /2155/);
  },
);

/** By keyboard alone: found, chosen, called; the dialog closes, and the call stands in the pane when they answer. */
export const Behaviours: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  await userEvent.keyboard('{ArrowDown}{Enter}{Enter}');
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0), {timeout: 3000});
  await waitFor(
    () =>
      expect(canvas.querySelector('dw-interaction-control')?.shadowRoot?.querySelector('.card')).toBeTruthy(),
    {timeout: 4000},
  );
  await reasoned(canvas);
});

/** A named dialog that is described by what happens first; Escape gives the focus back to the button. */
export const Accessibility: StoryObj = story({}, async (canvas) => {
  const button = await there(canvas);
  button.focus();
  await listed(canvas);
  const [dialog] = inside(canvas, 'dialog');
  await expect(dialog?.getAttribute('aria-labelledby')).toBe('title');
  await expect(inside(canvas, '#consequence')[0]?.innerText).not.toBe('');
  await waitFor(() => expect(outdialIn(canvas).matches(':focus-within')).toBe(true));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(inside(canvas, 'dialog')).toHaveLength(0));
  await expect(button.matches(':focus-within')).toBe(true);
});
