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
import {FEATURES, type Permission, type RefusalCode} from '@deskwire/domain';
import {provideContext, streamContext} from '@deskwire/kit';
import {aDiallingProfile, FakeHistory, fakeStream} from '@deskwire/testing';
import '@deskwire/desk/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/wrap-up/define.js';

import './define.js';
import type {HistoryBase} from './history.base.js';
import type {HistoryOpenEvent} from './history.events.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};
const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

/** A desk, and what there is before the agent does anything. */
interface Scene {
  readonly past?: number;
  readonly permissions?: readonly Permission[];
  readonly keepsNothing?: boolean;
  /** The history of the customer with whom the agent talks instead of the agent's own. */
  readonly isCustomers?: boolean;
  /** What happens when the desk is live. */
  readonly begins?: (simulator: Simulator) => void;
}

const simulatorOf = ({past, permissions, keepsNothing}: Scene, language: SampleLanguage) => {
  const tenant = sampleTenant(language);
  const agents = sampleAgents(language, tenant.queues).map((agent) => ({
    ...agent,
    ...(permissions && {permissions}),
  }));
  const simulator = new Simulator({
    ...{language, tenant, agents, connectDelayMs: 400},
    ...(past === undefined ? {} : {pastContacts: past}),
    ...(keepsNothing && {capabilities: {features: FEATURES.filter((one) => one !== 'history')}}),
  });
  running.add(simulator);
  return simulator;
};

const show = (scene: Scene, globals: unknown): TemplateResult => {
  const simulator = simulatorOf(scene, languageOf(globals));
  let began = false;
  const live = ({detail}: CustomEvent<{status: {state: string}}>): void => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    scene.begins?.(simulator);
  };
  return html`<dw-desk .port=${simulator.port('yoon')} @dw-connection-changed=${live}>
    ${scene.isCustomers ? html`<dw-contact-history></dw-contact-history>` : html`<dw-history></dw-history>`}
  </dw-desk>`;
};

/** A past, or a backend, that does what no simulated one does. */
const fake = (arrange: (past: FakeHistory) => FakeHistory['answer'] | undefined): HTMLElement => {
  const place = document.createElement('div');
  const past = new FakeHistory();
  const answer = arrange(past) ?? past.answer;
  provideContext(place, streamContext, fakeStream({answer, snapshot: {profile: aDiallingProfile()}}).handle);
  place.append(document.createElement('dw-history'));
  return place;
};
/** Answers everything but what was said in a contact. */
const silent =
  ({answer}: FakeHistory): FakeHistory['answer'] =>
  (query) =>
    query.type === 'history.content' ? ('DW_SEND_TIMEOUT' satisfies RefusalCode) : answer(query);
const holding = (past: FakeHistory): undefined => {
  past.holds = true;
};
const refusing = (past: FakeHistory): undefined => {
  past.refuses = 'DW_SEND_TIMEOUT';
};

const historyIn = (canvas: HTMLElement): HistoryBase => {
  const history = canvas.querySelector<HistoryBase>('dw-history, dw-contact-history');
  if (!history) throw new Error('no history');
  return history;
};
const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(historyIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const inContent = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(inside(canvas, 'dw-history-content')[0]?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const isThere = (canvas: HTMLElement, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, selector).length).toBeGreaterThan(0), {timeout: 4000});
const listed = (canvas: HTMLElement): Promise<void> => isThere(canvas, '.row');

/** Opens the first contact of a tab. */
const opened = async (canvas: HTMLElement, tab: 'voice' | 'chat' | 'email', shown: string): Promise<void> => {
  await isThere(canvas, '.tab');
  inside(canvas, `#tab-${tab}`)[0]?.click();
  await historyIn(canvas).updateComplete;
  await isThere(canvas, '.open');
  inside(canvas, '.open')[0]?.click();
  await waitFor(() => expect(inContent(canvas, shown).length).toBeGreaterThan(0), {timeout: 4000});
};

const carded = async (canvas: HTMLElement): Promise<void> => {
  await listed(canvas);
  await isThere(canvas, '.btn.number');
  inside(canvas, '.btn.number')[0]?.click();
  await isThere(canvas, '.popover:popover-open dw-button');
};
const inCard = (canvas: HTMLElement, at: number): HTMLElement | undefined =>
  inside(canvas, '.popover:popover-open dw-button')[at];

const story = (
  scene: Scene,
  play?: (canvas: HTMLElement) => Promise<void>,
  more: StoryObj = {},
): StoryObj => ({
  render: (_, {globals}) => show(scene, globals['language']),
  ...(play && {play: ({canvasElement}) => play(canvasElement)}),
  ...more,
});

const talks = (simulator: Simulator): void => {
  const yoon = simulator.colleague('yoon');
  yoon.becomesAvailable();
  const id = simulator.callArrives(sampleCall(simulator.language));
  simulator.after(450, () => yoon.accepts(id));
};

const meta: Meta = {
  title: 'Widgets/dw-history',
  component: 'dw-history',
  beforeEach: () => {
    stopAll();
    return stopAll;
  },
  render: (_, {globals}) => show({}, globals['language']),
};
export default meta;

/** The agent's own contacts: all channels, day by day. */
export const Playground: StoryObj = story({}, listed);

/** Calls alone, with numbers that can be called. */
export const Calls: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  inside(canvas, '#tab-voice')[0]?.click();
  await listed(canvas);
});

/** Mails alone, with what they were about. */
export const Emails: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  inside(canvas, '#tab-email')[0]?.click();
  await listed(canvas);
});

/** What can be done with a number. */
export const NumberCard: StoryObj = story({}, carded);

/** The number on the dialpad, to be edited before it is called. */
export const EditBeforeCalling: StoryObj = story({}, async (canvas) => {
  await carded(canvas);
  inCard(canvas, 1)?.click();
  await isThere(canvas, '.popover dw-dialpad');
});

/** During a call: why no other can be made. */
export const CallActive: StoryObj = story({begins: talks}, async (canvas) => {
  await new Promise((resolve) => void setTimeout(resolve, 700));
  await carded(canvas);
  await waitFor(() => expect(inside(canvas, '.popover .why')).toHaveLength(1));
});

/** The tenant's limit of concurrent calls: said in the card, with its number. */
export const Limit27: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.linesAreFull(27);
    },
  },
  async (canvas) => {
    await carded(canvas);
    inCard(canvas, 0)?.click();
    await waitFor(() => expect(inside(canvas, '.popover .why.bad')[0]?.innerText).toMatch(/27/));
  },
);

/** The customer rejected the call: said above the list until it is seen. */
export const CustomerRejected: StoryObj = story(
  {
    begins: (simulator) => {
      simulator.dialledCustomers('rejected');
    },
  },
  async (canvas) => {
    await carded(canvas);
    inCard(canvas, 0)?.click();
    await waitFor(() => expect(inside(canvas, '.note.danger')).toHaveLength(1), {timeout: 6000});
  },
);

/** Numbers are texts where the agent may not dial. */
export const NoOutdial: StoryObj = story({permissions: ['history']}, async (canvas) => {
  await listed(canvas);
  await expect(inside(canvas, '.btn.number')).toHaveLength(0);
});

/** A correspondence. */
export const CorrespondenceOpened: StoryObj = story({}, (canvas) =>
  opened(canvas, 'email', 'dw-history-correspondence'),
);

/** A transcript. */
export const TranscriptOpened: StoryObj = story({}, (canvas) =>
  opened(canvas, 'chat', 'dw-conversation-log'),
);

/** The facts of a call. */
export const CallOpened: StoryObj = story({}, (canvas) => opened(canvas, 'voice', '.facts'));

/** A contact that could not be loaded; its facts are there all the same. */
export const ContentFailed: StoryObj = story({}, (canvas) => opened(canvas, 'chat', '[role="alert"]'), {
  render: () => fake(silent),
});

/** What is new waits while somebody is in the list. */
export const NewOnesWait: StoryObj = story({begins: talks}, async (canvas) => {
  await listed(canvas);
  inside(canvas, '.row')[0]?.focus();
  await new Promise((resolve) => void setTimeout(resolve, 600));
  const [simulator] = running;
  const yoon = simulator?.colleague('yoon');
  yoon?.ends();
  yoon?.wrapsUp(
    sampleTenant(simulator?.language ?? 'en')
      .wrapUpReasons.slice(0, 1)
      .map(({id}) => id),
  );
  await isThere(canvas, '.arrived');
  await expect(historyIn(canvas).shadowRoot?.activeElement).toBe(inside(canvas, '.row')[0]);
});

/** A hundred thousand contacts: few rows are in the document. */
export const HundredThousand: StoryObj = story({past: 100_000}, async (canvas) => {
  await listed(canvas);
  const list = inside(canvas, '.list')[0];
  for (let page = 0; page < 5; page += 1) {
    if (list) list.scrollTop = list.scrollHeight;
    await new Promise((resolve) => void setTimeout(resolve, 60));
  }
  await expect(inside(canvas, '.row').length).toBeLessThan(32);
  await listed(canvas);
});

/** Nothing yet. */
export const Empty: StoryObj = story({past: 0}, (canvas) => isThere(canvas, '.empty'));

/** The list is on its way. */
export const Loading: StoryObj = story({}, (canvas) => isThere(canvas, '.waits'), {
  render: () => fake(holding),
});

/** The list could not be loaded. */
export const Failed: StoryObj = story({}, (canvas) => isThere(canvas, '[role="alert"] dw-button'), {
  render: () => fake(refusing),
});

/** The platform keeps no history. */
export const NothingKept: StoryObj = story({keepsNothing: true}, (canvas) => isThere(canvas, '.empty'));

/** The profile does not allow it. */
export const NoPermission: StoryObj = story({permissions: []}, (canvas) => isThere(canvas, '.empty'));

/** The connection is gone: the rows stay, and it says so. */
export const Offline: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  [...running][0]?.networkDrops();
  await isThere(canvas, '.note.hold');
  await listed(canvas);
});

/** Earlier contacts of the customer with whom the agent talks. */
export const ContactHistory: StoryObj = story({isCustomers: true, begins: talks}, listed);

/** One of them opened. */
export const ContactHistoryOpened: StoryObj = story({isCustomers: true, begins: talks}, async (canvas) => {
  await listed(canvas);
  await opened(canvas, 'chat', 'dw-conversation-log');
});

/** Nobody is there. */
export const ContactHistoryWithoutCustomer: StoryObj = story({isCustomers: true}, (canvas) =>
  isThere(canvas, '.empty'),
);

/** One stop of Tab: arrows move, Enter opens, the page is told first; back to the row from which it was opened. */
export const Behaviours: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const asked: string[] = [];
  historyIn(canvas).addEventListener('dw-history-open', ({detail}: HistoryOpenEvent) =>
    asked.push(detail.kind),
  );
  inside(canvas, '.row')[0]?.focus();
  const root = historyIn(canvas).shadowRoot;
  const goDown = async (): Promise<void> => {
    const before = root?.activeElement;
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(root?.activeElement).not.toBe(before));
  };
  await goDown();
  for (let row = 0; row < 8 && !root?.activeElement?.querySelector('.open'); row += 1) await goDown();
  const row = root?.activeElement;
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(root?.activeElement).toBe(inside(canvas, '#opened')[0]));
  inside(canvas, '.head dw-button')[0]?.click();
  await waitFor(() => expect(root?.activeElement).toBe(row));
});

/** A grid with a name in a tab's panel; every row says its kind in words. */
export const Accessibility: StoryObj = story({}, async (canvas) => {
  await listed(canvas);
  const root = historyIn(canvas).shadowRoot;
  const name = inside(canvas, '[role="grid"]')[0]?.getAttribute('aria-labelledby') ?? '';
  await expect(root?.getElementById(name)).toBeTruthy();
  await expect(inside(canvas, '.list [tabindex="0"]')).toHaveLength(1);
  await expect(inside(canvas, '.row .hidden-text')[0]?.textContent).toMatch(
    /Call|Chat|Email|Social|통화|채팅|이메일|소셜/,
  );
});
