import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';

import '../home/define.js';
import type {CrmElement} from '../home/crm/crm.element.js';
import type {Stage} from '../home/model.js';
import {aCall, aChat, aMail, accepted} from '../home/telling.js';

const meta: Meta = {
  title: 'Desk/In a CRM',
  tags: ['!autodocs'],
  parameters: {layout: 'fullscreen', controls: {disable: true}},
};
export default meta;

const crmIn = (canvas: HTMLElement): CrmElement => {
  const crm = canvas.querySelector('home-crm');
  if (!crm) throw new Error('no page');
  return crm;
};

const inside = (canvas: HTMLElement, tag: string, selector: string): Element | null | undefined =>
  crmIn(canvas).desk?.querySelector(tag)?.shadowRoot?.querySelector(selector);

const shows = (canvas: HTMLElement, tag: string, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, tag, selector)).toBeTruthy(), {timeout: 6000});

const story = (begins: ((stage: Stage) => void) | undefined, play: StoryObj['play']): StoryObj => ({
  render: () => {
    const crm = document.createElement('home-crm');
    crm.begins = begins;
    return crm;
  },
  ...(play && {play}),
});

/** The page before anybody comes: the first one opens their record. */
export const Quiet: StoryObj = story(undefined, ({canvasElement}) =>
  shows(canvasElement, 'dw-agent-state', '.anchor'),
);

/** A call in hand with the caller's record beside it, and a chat that waits in the corner. */
export const Voice: StoryObj = story(
  (stage) => {
    accepted(aCall, aChat)(stage);
  },
  async ({canvasElement}) => {
    await shows(canvasElement, 'dw-interaction-control', '.identity');
    await shows(canvasElement, 'dw-incoming-call', '.request.message');
    await expect(crmIn(canvasElement).shadowRoot?.querySelector('#account')?.textContent).toMatch(
      /Kim|김민수/,
    );
  },
);

/** A chat in hand, and a call that rings. */
export const Chat: StoryObj = story(
  (stage) => {
    accepted(aChat, aCall)(stage);
  },
  async ({canvasElement}) => {
    await shows(canvasElement, 'dw-chat-pane', '.identity');
    await shows(canvasElement, 'dw-incoming-call', '.request.call');
    await expect(crmIn(canvasElement).shadowRoot?.querySelector('#account')?.textContent).toMatch(
      /Lee|이서연/,
    );
  },
);

/** A mail in hand. */
export const Email: StoryObj = story(
  (stage) => {
    accepted(aMail)(stage);
  },
  async ({canvasElement}) => {
    await shows(canvasElement, 'dw-email-composer', 'dw-mail-body');
    await expect(crmIn(canvasElement).shadowRoot?.querySelector('#account')?.textContent).toMatch(
      /Jung|정다인/,
    );
  },
);

/** The call is over and wrapped up: what was chosen stands in the activity of its customer. */
export const ActivityLog: StoryObj = story(
  (stage) => {
    accepted(aCall, ({agent}, id) => void agent.ends(id))(stage);
  },
  async ({canvasElement}) => {
    await shows(canvasElement, 'dw-wrap-up', 'dw-search-list');
    const list = inside(canvasElement, 'dw-wrap-up', 'dw-search-list')?.shadowRoot;
    await waitFor(() => expect(list?.querySelector('[role="option"]')).toBeTruthy(), {timeout: 3000});
    list?.querySelectorAll<HTMLElement>('[role="option"]')[2]?.click();
    const submit = inside(canvasElement, 'dw-wrap-up', '.submit') as HTMLElement & {reason: string};
    await waitFor(() => expect(submit.reason).toBe(''));
    submit.click();
    await waitFor(() => {
      const added = crmIn(canvasElement).shadowRoot?.querySelector('li.new')?.textContent;
      return expect(added).toMatch(/Refund promised|환불 약속/);
    });
  },
);

/** The connection breaks in the middle of a call: the page goes on, the desk says what it cannot do now. */
export const NetworkLost: StoryObj = story(
  (stage) => {
    accepted(aCall, ({simulator}) => {
      simulator.after(200, () => {
        simulator.networkDrops();
      });
    })(stage);
  },
  async ({canvasElement}) => {
    await shows(canvasElement, 'dw-interaction-control', '.identity');
    await waitFor(
      () => expect(crmIn(canvasElement).desk?.shadowRoot?.querySelector('.banner:popover-open')).toBeTruthy(),
      {timeout: 6000},
    );
  },
);
