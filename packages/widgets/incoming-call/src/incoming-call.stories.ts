import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';

import './define.js';
import {FakeSystem} from './system.harness.js';
import {PLACEMENTS, type IncomingCallElement} from './incoming-call.element.js';
import * as scenes from './scenes.harness.js';
import {show, stopAll, type Scene, type TrayArgs} from './scenes.harness.js';

/** The browser around the page, where a story plays it. */
let system: FakeSystem | undefined;

const meta: Meta<TrayArgs> = {
  title: 'Widgets/dw-incoming-call',
  component: 'dw-incoming-call',
  argTypes: {placement: {control: 'inline-radio', options: PLACEMENTS}},
  args: {placement: 'inline', shortcut: 'F8', muted: true},
  beforeEach: () => stopAll,
  render: (args, {globals}) => show(scenes.busy, args, globals['language']),
};
export default meta;

type Story = StoryObj<TrayArgs>;

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
export const InTheTray: Story = story(scenes.busy, {
  args: {placement: 'tray'},
  parameters: {docs: {story: {inline: false, height: '560px'}}},
});

/** A browser phone answers and declines by itself. */
export const BrowserPhone: Story = story(scenes.call);

/** A customer who wants to be called back. */
export const Callback: Story = story(scenes.callback, {play: ({canvasElement}) => isOffered(canvasElement)});

/** No more calls can be made: the reason, and the callback is in its queue again. */
export const CallbackAtTheLimit: Story = story(scenes.limit, {
  play: async ({canvasElement}) => {
    await waitFor(() => expect(inside(canvasElement, '[part="notice"]')).toHaveLength(1), {timeout: 4000});
    await expect(textIn(canvasElement)).toContain('27');
    await isOffered(canvasElement);
    await arrived(canvasElement);
  },
});

/** A colleague asks: who they are, and what admin lets them pass on. A secure value is masked. */
export const ConsultRequest: Story = story(scenes.consult, {
  play: async ({canvasElement}) => {
    await isOffered(canvasElement);
    await expect(inside(canvasElement, '.request.consult')).toHaveLength(1);
    await arrived(canvasElement);
  },
});

const says = (canvas: HTMLElement, note: RegExp): Promise<void> =>
  waitFor(() => expect(inside(canvas, '.note-line')[0]?.innerText).toMatch(note), {timeout: 4000});

/** A call that the agent makes: their desk phone rings first. */
export const OutdialOwnPhone: Story = story(scenes.ownPhoneRings, {
  play: async ({canvasElement}) => {
    await says(canvasElement, /lift|수화기/);
    await arrived(canvasElement);
  },
});

/** Then the customer's phone rings. */
export const OutdialCustomer: Story = story(scenes.customerRings, {
  play: async ({canvasElement}) => {
    await says(canvasElement, /customer|고객/);
    await arrived(canvasElement);
  },
});

/** Where admin enabled it, the call can be ended while it rings. */
export const OutdialCancel: Story = story(scenes.cancellable, {
  play: async ({canvasElement}) => {
    await says(canvasElement, /customer|고객/);
    await waitFor(() => expect(inside(canvasElement, '.acts dw-button')).toHaveLength(1));
    await arrived(canvasElement);
  },
});

/** The contact of a preview campaign: admin's fields, and where to act. */
export const CampaignPreview: Story = story(scenes.campaignPreview, {
  play: async ({canvasElement}) => {
    await says(canvasElement, /dialog|창에서/);
    await arrived(canvasElement);
  },
});

/** The contact is called. */
export const CampaignRinging: Story = story(scenes.campaignRings, {
  play: async ({canvasElement}) => {
    await says(canvasElement, /customer’s|고객 전화/);
    await arrived(canvasElement);
  },
});

/** The same where admin lets agents end it: Cancel ends the attempt, and the contact is there to be called again. */
export const CampaignCancel: Story = story(scenes.campaignCancellable, {
  play: async ({canvasElement}) => {
    await says(canvasElement, /customer’s|고객 전화/);
    await userEvent.click(inside(canvasElement, '.acts dw-button')[0] ?? canvasElement);
    await says(canvasElement, /dialog|창에서/);
    await arrived(canvasElement);
  },
});

/** The browser asks on a click; the agent who looks at another tab gets a notification, and a title that flashes. */
export const Notification: Story = story(scenes.call, {
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
export const Connecting: Story = story(scenes.connecting);

/** Admin chose what a request shows. A secure value is masked. */
export const Variables: Story = story(scenes.variables);

/** Past five, pages. */
export const ManyRequests: Story = story(scenes.many);

/** A request was not answered: nothing arrives until the agent chooses. */
export const Rona: Story = story(scenes.missed, {
  play: async ({canvasElement}) => {
    await waitFor(() => expect(inside(canvasElement, '[role="alertdialog"]')).toHaveLength(1), {
      timeout: 4000,
    });
    await arrived(canvasElement);
  },
});

/** The handset still lies beside the phone. */
export const HandsetOffTheHook: Story = story(scenes.handset);

/** The browser lets no sound out before the agent has touched the page. */
export const SoundOff: Story = story(scenes.call, {
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
export const Behaviours: Story = story(scenes.call, {
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
export const Accessibility: Story = story(scenes.busy, {
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
