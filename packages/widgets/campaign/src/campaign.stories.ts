import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {sampleCampaign} from '@deskwire/adapter-simulator';

import './define-campaign.js';
import {
  hides,
  inside,
  newest,
  press,
  showDesk,
  shows,
  SHOWN_FIELDS,
  stopAll,
  type Scene,
} from './stage.harness.js';

const TAG = 'dw-campaign';
const ICON = '.anchor:not([aria-disabled])';

const text = (canvas: HTMLElement, selector: string): string =>
  inside(canvas, TAG, selector)
    .map((element) => element.innerText)
    .join(' ');

const says = (canvas: HTMLElement, selector: string, words: RegExp): Promise<void> =>
  waitFor(() => expect(text(canvas, selector)).toMatch(words), {timeout: 3000});

/** Presses the icon; the contact is there. */
const openContact = async (canvas: HTMLElement): Promise<void> => {
  await press(canvas, TAG, ICON);
  await shows(canvas, TAG, '.who');
};

const call = async (canvas: HTMLElement): Promise<void> => {
  await openContact(canvas);
  await press(canvas, TAG, '.call');
  await shows(canvas, TAG, '#stage.ringing');
};

const story = (
  scene: Scene,
  play: (canvas: HTMLElement) => Promise<unknown>,
  more: StoryObj = {},
): StoryObj => ({
  render: (_, {globals}) => showDesk(scene, globals['language'], html`<dw-campaign></dw-campaign>`),
  play: async ({canvasElement}) => {
    await play(canvasElement);
  },
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-campaign',
  component: 'dw-campaign',
  // The dialog stands in the top layer: on the docs page each story has a frame of its own.
  parameters: {docs: {story: {inline: false, iframeHeight: 480}}},
  beforeEach: () => {
    stopAll();
    return stopAll;
  },
  render: (_, {globals}) => showDesk({}, globals['language'], html`<dw-campaign></dw-campaign>`),
};
export default meta;

/** The contact before the call, with admin's fields: a secure one is masked, a long one wraps. */
export const Playground: StoryObj = story({}, openContact);

/** The icon while the agent is Available. */
export const Icon: StoryObj = story({}, (canvas) => shows(canvas, TAG, ICON));

/** The icon is off while the agent is idle; pressed, it says why. */
export const NotAvailable: StoryObj = story(
  {happens: (_, agent) => void agent.does({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}})},
  async (canvas) => {
    await press(canvas, TAG, '.anchor[aria-disabled]');
    await shows(canvas, TAG, '.reason');
  },
);

/** A team with several campaigns chooses one. */
export const SeveralCampaigns: StoryObj = story(
  {
    tenant: (language) => ({
      campaigns: [
        sampleCampaign(language, {fields: SHOWN_FIELDS}),
        sampleCampaign(language, {
          id: 'survey',
          name: language === 'ko' ? '만족도 조사' : 'Satisfaction survey',
        }),
        sampleCampaign(language, {id: 'arrears', name: language === 'ko' ? '미납 안내' : 'Arrears reminder'}),
      ],
    }),
  },
  async (canvas) => {
    await press(canvas, TAG, ICON);
    await shows(canvas, TAG, 'dw-search-list');
  },
);

/** The contact's number is all that is known, and admin has configured no fields, no skip and no cancel. */
export const NumberOnly: StoryObj = story(
  {
    tenant: (language) => ({
      ...{callCancellable: false},
      campaigns: [sampleCampaign(language, {fields: [], skippable: false})],
    }),
  },
  openContact,
);

/** The agent's desk phone rings first. */
export const CallingYourPhone: StoryObj = story({agent: 'han'}, call);

/** The customer's phone rings. */
export const CustomersPhoneRings: StoryObj = story({}, call);

/** The dialog is closed while it rings: the icon shows that, and leads back. */
export const BehindTheIcon: StoryObj = story({}, async (canvas) => {
  await call(canvas);
  await userEvent.keyboard('{Escape}');
  await shows(canvas, TAG, '.waits');
});

const unanswered: Scene = {
  happens: (simulator) => {
    simulator.dialledCustomers('unanswered');
    simulator.picksUpAfter(0);
  },
};

/** The customer did not answer. */
export const FailedAttempt: StoryObj = story(unanswered, async (canvas) => {
  await openContact(canvas);
  await press(canvas, TAG, '.call');
  await shows(canvas, TAG, '#stage.hold');
});

/** The tenant's limit of concurrent calls. */
export const Limit27: StoryObj = story(
  {
    happens: (simulator) => {
      simulator.linesAreFull(27);
    },
  },
  async (canvas) => {
    await openContact(canvas);
    await press(canvas, TAG, '.call');
    await says(canvas, '.note', /27/);
  },
);

/** A contact is on its way. */
export const Fetching: StoryObj = story(
  {
    happens: (simulator) => {
      simulator.backendStalls();
    },
  },
  async (canvas) => {
    await press(canvas, TAG, '.anchor');
    await shows(canvas, TAG, '.absent .spin');
  },
);

/** None could be had; it can be tried again where it was asked for. */
export const Refused: StoryObj = story(
  {
    happens: (simulator) => {
      simulator.refusesNext('DW_SERVER_FAILED', 'campaign.next');
    },
  },
  async (canvas) => {
    await press(canvas, TAG, ICON);
    await shows(canvas, TAG, '.refusal');
  },
);

/** The list is at its end. */
export const ListDone: StoryObj = story({contacts: 1}, async (canvas) => {
  await openContact(canvas);
  await press(canvas, TAG, '.skip');
  await shows(canvas, TAG, '.absent');
});

/** A contact is skipped, the next one called in vain, called again, and answers: the dialog goes, the icon is off. */
export const Behaviours: StoryObj = story({}, async (canvas) => {
  await openContact(canvas);
  const first = text(canvas, '.who');
  await press(canvas, TAG, '.skip');
  await waitFor(() => expect(text(canvas, '.who')).not.toBe(first));
  await press(canvas, TAG, '.call');
  await shows(canvas, TAG, '#stage.ringing');
  const simulator = newest();
  simulator.customerDoesNotPickUp(simulator.openCall('yoon') ?? '', 'rejected');
  await shows(canvas, TAG, '#stage.hold');
  await press(canvas, TAG, '.call');
  await shows(canvas, TAG, '#stage.ringing');
  simulator.customerPicksUp(simulator.openCall('yoon') ?? '');
  await hides(canvas, TAG, 'dialog');
  await shows(canvas, TAG, '.anchor[aria-disabled]');
});

/** A named dialog, opened by the keyboard; the focus is on who it is, goes round inside, and back to the icon. */
export const Accessibility: StoryObj = story({}, async (canvas) => {
  const icon = await shows(canvas, TAG, ICON);
  icon.focus();
  await userEvent.keyboard('{Enter}');
  const who = await shows(canvas, TAG, '.who');
  const root = who.getRootNode() as ShadowRoot;
  await waitFor(() => expect(root.activeElement).toBe(who));
  await userEvent.keyboard('{Escape}');
  await hides(canvas, TAG, 'dialog');
  await expect(root.activeElement?.classList.contains('anchor')).toBe(true);
  await userEvent.keyboard('{Enter}');
  await shows(canvas, TAG, 'dialog[aria-labelledby="title"][aria-describedby="stage"]');
});
