import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleCall,
  sampleTenant,
  sampleUrgentCall,
  Simulator,
  type CallArrival,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import type {InteractionId, TenantConfig} from '@deskwire/domain';
import '@deskwire/desk/define.js';

import './define.js';
import type {InteractionControlElement} from './interaction-control.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

/** What a story has to tell with. */
interface Stage {
  readonly simulator: Simulator;
  /** Agent 1, who answers the customer. */
  readonly yoon: Colleague;
  /** Agent 2. */
  readonly park: Colleague;
  readonly call: InteractionId;
}

/** What happens to a call that has come in and rings at agent 1's desk. */
type Happens = (stage: Stage) => void;

/** How a story is set up. */
interface Setup {
  /** Whose desk is shown. */
  readonly at?: 'yoon' | 'park' | 'han';
  readonly tenant?: Partial<TenantConfig>;
  readonly arrival?: (language: SampleLanguage) => CallArrival;
}

const DATA = {
  'account-number': '8840-2271-06',
  'customer-since': '2019-03-14',
  'resident-id': '4107',
  'plan-tier': 'Gold',
  'callback-consent': 'true',
} as const;
const OUTSIDE = '4409';

/** Two variables for whoever is consulted, as an admin would choose them. */
const CONSULT_VARIABLES: TenantConfig['consultVariables'] = [
  {name: 'reason-for-call', label: {en: 'Reason for call', ko: '통화 사유'}},
  {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
];

const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

const withData =
  (arrival: (language: SampleLanguage) => CallArrival) =>
  (language: SampleLanguage): CallArrival => ({
    ...arrival(language),
    data: {
      ...DATA,
      'reason-for-call':
        language === 'ko' ? '11월 로밍 요금이 두 번 청구됨' : 'Charged twice for November roaming',
    },
  });

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

const show = (happens: Happens, language: unknown, setup: Setup = {}): TemplateResult => {
  const locale = languageOf(language);
  const {at = 'yoon', arrival = withData(sampleCall)} = setup;
  const tenant = sampleTenant(locale, {consultVariables: CONSULT_VARIABLES, ...setup.tenant});
  const simulator = new Simulator({language: locale, connectDelayMs: 0, tenant});
  running.add(simulator);
  const begin = once(() => {
    const one = simulator.colleague(at === 'han' ? 'han' : 'yoon');
    one.becomesAvailable();
    const call = simulator.callArrives(arrival(locale));
    simulator.after(50, () => {
      const park = simulator.colleague('park');
      park.becomesAvailable();
      happens({simulator, yoon: one, park, call});
    });
  });
  return html`<dw-desk .port=${simulator.port(at)} @dw-connection-changed=${begin}>
    <dw-interaction-control><p slot="empty">…</p></dw-interaction-control>
  </dw-desk>`;
};

const answered: Happens = ({yoon, call}) => void yoon.accepts(call);
const held: Happens = ({yoon, call}) => {
  yoon.accepts(call);
  yoon.holds(call);
};
const ended: Happens = ({yoon, call}) => {
  yoon.accepts(call);
  yoon.ends(call);
};

/** Agent 1 asks agent 2, whose phone rings; what comes then is told by the rest. */
const asks =
  (then: Happens = () => undefined): Happens =>
  (stage) => {
    const {simulator, yoon, call} = stage;
    yoon.accepts(call);
    yoon.consults({kind: 'agent', agentId: 'park'}, call);
    simulator.after(50, () => {
      then(stage);
    });
  };
const consults = (then: Happens = () => undefined): Happens =>
  asks((stage) => {
    stage.park.accepts(stage.call);
    then(stage);
  });

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

const story = (happens: Happens, until = '.identity', setup: Setup = {}, more: StoryObj = {}): StoryObj => ({
  render: (_, {globals}) => show(happens, globals['language'], setup),
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

/** The number is all that is known, and nothing is recorded. */
export const NumberOnly: StoryObj = story(answered, '.identity', {
  arrival: sampleUrgentCall,
  tenant: {recording: {enabled: false, privacyShield: false, pauseSeconds: 30}},
});

/** It rings and was not answered yet; the tray answers it, not the pane. */
export const Ringing: StoryObj = story(
  () => undefined,
  '.state.ringing',
  {},
  {
    play: async ({canvasElement}) => {
      const pane = paneIn(canvasElement);
      const desk = canvasElement.querySelector('dw-desk');
      await waitFor(() => expect(desk?.stream?.snapshot().interactions.size).toBe(1));
      pane.interactionId = [...(desk?.stream?.snapshot().interactions.keys() ?? [])][0];
      await shows(canvasElement, '.state.ringing');
    },
  },
);

/** Recording is paused, and starts again by itself. */
export const RecordingPaused: StoryObj = story(({yoon, call}) => {
  yoon.accepts(call);
  yoon.does({type: 'recording.pause', interactionId: call});
}, '.strip.recording dw-timer');

/** The agent's microphone is muted; on a desk phone there is no such control. */
export const Muted: StoryObj = story(({yoon, call}) => {
  yoon.accepts(call);
  yoon.does({type: 'call.mute', interactionId: call});
}, '.state.idle');

/** A phone on the desk is answered, and muted, by hand. */
export const DeskPhone: StoryObj = story(
  ({simulator}) => {
    simulator.phoneAnswers('han');
  },
  '.state.active',
  {at: 'han'},
);

/** A queue looks for an agent; the consult can be withdrawn meanwhile. */
export const ConsultRequested: StoryObj = story(({yoon, park, call}) => {
  park.goesIdle('lunch');
  yoon.accepts(call);
  yoon.consults({kind: 'queue', queueId: 'priority-care'}, call);
}, '.state.consult');

/** The other agent's phone rings. */
export const ConsultRinging: StoryObj = story(asks(), '.state.consult');

/** The consult runs: the customer is held, the other agent hears. */
export const Consult: StoryObj = story(consults(), '#consult');

/** The other way round: the customer hears, the other agent is held. */
export const ConsultOnHold: StoryObj = story(
  consults(({yoon, call}) => {
    yoon.resumes(call);
  }),
  '#consult .state.hold',
);

/** A consult with an outside number. */
export const ConsultOutside: StoryObj = story(({simulator, yoon, call}) => {
  yoon.accepts(call);
  yoon.consults({kind: 'number', number: OUTSIDE}, call);
  simulator.after(50, () => {
    simulator.numberAnswers(OUTSIDE);
  });
}, '#consult');

/** The tenant's policy lets "End consult" return to the customer. */
export const ConsultThatReturns: StoryObj = story(consults(), '#consult', {tenant: {endConsult: 'return'}});

/** Nobody came: the agent is told, and the customer is still there. */
export const ConsultDeclined: StoryObj = story(
  asks(({park, call}) => {
    park.declines(call);
  }),
  '.news',
);

/** Everybody together. */
export const Conference: StoryObj = story(
  consults(({yoon, call}) => {
    yoon.startsConference(call);
  }),
  '.state.conference',
);

/** The desk of the agent who was asked: one pane, one way out, which only they take. */
export const Consulted: StoryObj = story(consults(), '.state.consult', {at: 'park'});

/** The agent who was asked is held while the other one talks with the customer. */
export const ConsultedOnHold: StoryObj = story(
  consults(({yoon, call}) => {
    yoon.resumes(call);
  }),
  '.state.hold',
  {at: 'park'},
);

/** The agent who was asked, in the conference. */
export const Conferenced: StoryObj = story(
  consults(({yoon, call}) => {
    yoon.startsConference(call);
  }),
  '.state.conference',
  {at: 'park'},
);

/** The call was handed over to this agent: End waits a moment, since "End consult" stood in its place. */
export const HandedOver: StoryObj = story(
  consults(({simulator, yoon, call}) => {
    simulator.after(200, () => void yoon.handsOver(call));
  }),
  '.state.active',
  {at: 'park'},
  {
    play: async ({canvasElement}) => {
      await shows(canvasElement, '.state.consult');
      await shows(canvasElement, '.state.active');
      await expect(button(canvasElement, '.end').getAttribute('aria-disabled')).toBe('true');
      await waitFor(() => expect(button(canvasElement, '.end').hasAttribute('aria-disabled')).toBe(false), {
        timeout: 3000,
      });
    },
  },
);

/** The call is over and waits for its wrap-up. */
export const WrapUp: StoryObj = story(ended, '.state.wrapup');

/** Nothing to do. */
export const Empty: StoryObj = story(() => undefined, 'slot[name="empty"]');

/** What was asked is under way: nothing is shown as done before it is. */
export const Pending: StoryObj = story(
  ({simulator, yoon, call}) => {
    yoon.accepts(call);
    simulator.after(100, () => {
      simulator.backendStalls();
    });
  },
  '.identity',
  {},
  {
    play: async ({canvasElement}) => {
      await shows(canvasElement, '.hold-button');
      await new Promise((resolve) => setTimeout(resolve, 200));
      button(canvasElement, '.hold-button').click();
      await waitFor(() =>
        expect(button(canvasElement, '.hold-button').getAttribute('aria-busy')).toBe('true'),
      );
    },
  },
);

/** The backend said no, or nothing. */
export const Refused: StoryObj = story(
  ({simulator, yoon, call}) => {
    yoon.accepts(call);
    simulator.refusesNext('DW_SERVER_FAILED', 'call.hold');
  },
  '.identity',
  {},
  {
    play: async ({canvasElement}) => {
      await shows(canvasElement, '.hold-button');
      button(canvasElement, '.hold-button').click();
      await shows(canvasElement, '.failure');
    },
  },
);

/** Digits for a menu at the other end, by pointer or keyboard. */
export const Dialpad: StoryObj = story(
  answered,
  '.identity',
  {},
  {
    play: async ({canvasElement}) => {
      await shows(canvasElement, 'dw-button.keypad');
      button(canvasElement, 'dw-button.keypad').click();
      await shows(canvasElement, '.digit');
      await userEvent.keyboard('1234#');
      await waitFor(() => expect(inside(canvasElement, '.readout')[0]?.innerText).toContain('1234#'));
    },
  },
);

/** The keys, for whoever wants to work without a pointer; the page can change them or switch them off. */
export const Shortcuts: StoryObj = story(
  answered,
  '.identity',
  {},
  {
    play: async ({canvasElement}) => {
      await shows(canvasElement, 'dw-button.shortcuts');
      button(canvasElement, 'dw-button.shortcuts').click();
      await shows(canvasElement, '.keys');
      const keys = inside(canvasElement, '.keys dd').map(({innerText}) => innerText.replace(/\s/g, ''));
      await expect(keys.every((text) => /^(Alt|Option)\+Shift\+[A-Z]$/.test(text))).toBe(true);
    },
  },
);

/** Hold, Resume, End by keyboard; the label changes under the focus, and End waits for Resume. */
export const Behaviours: StoryObj = story(
  answered,
  '.identity',
  {},
  {
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
  },
);

/** A whole consult by keyboard: hold the other agent, talk with the customer, back again, all together, the end. */
export const ConsultBehaviours: StoryObj = story(
  consults(),
  '#consult',
  {},
  {
    play: async ({canvasElement}) => {
      await shows(canvasElement, '#consult');
      button(canvasElement, '#consult .hold-button').focus();
      await userEvent.keyboard('{Enter}');
      await shows(canvasElement, '#call.heard');
      await shows(canvasElement, '#consult .state.hold');
      await userEvent.keyboard('{Enter}');
      await shows(canvasElement, '#consult.heard');
      await shows(canvasElement, '#call .state.hold');
      button(canvasElement, '#consult .conference-button').focus();
      await userEvent.keyboard('{Enter}');
      await shows(canvasElement, '.state.conference');
      await expect(inside(canvasElement, '.card').length).toBe(1);
      button(canvasElement, '.end').focus();
      await userEvent.keyboard('{Enter}');
      await shows(canvasElement, '.state.wrapup');
    },
  },
);

/** A named region per party; a disabled End stays in the order of Tab and carries its reason. */
export const Accessibility: StoryObj = story(
  consults(),
  '#consult',
  {},
  {
    play: async ({canvasElement}) => {
      await shows(canvasElement, '#consult');
      const names = inside(canvasElement, 'section').map((section) => section.getAttribute('aria-label'));
      await expect(new Set(names).size).toBe(2);
      const end = button(canvasElement, '#call .end');
      end.focus();
      await expect(inside(canvasElement, '#call .end')[0]?.shadowRoot?.activeElement).toBe(end);
      const root = end.getRootNode() as ShadowRoot;
      const reason = root.getElementById(end.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
      await expect(reason).not.toBe('');
      await expect(inside(canvasElement, '.why').map(({innerText}) => innerText.trim())).toContain(reason);
    },
  },
);
