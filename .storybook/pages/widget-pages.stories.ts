import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';

import '../home/define.js';
import {pageOf} from '../home/pages.js';
import {SCENARIOS} from '../home/scenarios.js';

const meta: Meta = {
  title: 'Home/Widget pages',
  // Every one is the docs page of its widget, where it is found in the sidebar; here it is held to what it promises.
  tags: ['!autodocs', '!dev'],
  parameters: {layout: 'fullscreen'},
};
export default meta;
/** A part of the page, through the shadow root of the element that it is in. */
const inside = (root: Element | null | undefined, selector: string): readonly HTMLElement[] => [
  ...(root?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const scenariosIn = (page: Element | null): readonly HTMLElement[] =>
  inside(inside(inside(page, 'home-desk')[0], 'home-scenarios')[0], 'dw-button');

/** It has a live desk, a button for each scenario, code, keys and notes; what is pressed comes into the list of events. */
const keepsItsPromises =
  (tag: string): NonNullable<StoryObj['play']> =>
  async ({canvasElement, globals}) => {
    const page = canvasElement.querySelector('home-widget');
    const told = pageOf(tag);
    if (!told) throw new Error(`no page for ${tag}`);
    const desk = page?.shadowRoot?.querySelector('home-desk');
    await waitFor(() => expect(desk?.stage).toBeDefined(), {timeout: 8000});
    await expect(desk?.desk?.querySelector(tag)?.shadowRoot).toBeTruthy();
    await expect(scenariosIn(page)).toHaveLength(told.scenarios.length);
    await expect(inside(page, '.notes li')).toHaveLength(told.accessibility.length);
    await expect(inside(page, 'kbd').length).toBeGreaterThan(0);
    const [, html] = inside(page, 'home-code');
    await expect(html).toHaveProperty('code', expect.stringContaining(`<${tag}`));
    const language = globals['language'] === 'ko' ? 'ko' : 'en';
    const label = SCENARIOS.get('network')?.label[language];
    scenariosIn(page)
      .find(({textContent}) => textContent.trim() === label)
      ?.click();
    await waitFor(() =>
      expect(desk?.events?.entries).toContainEqual({
        kind: 'scenario',
        text: label,
        number: expect.any(Number),
      }),
    );
    // On the customer's page there is no connection before a chat has begun.
    if (told.side === 'customer') return;
    await waitFor(() =>
      expect(desk?.events?.entries.some((one) => one.kind === 'event' && /"lost"/.test(one.detail))).toBe(
        true,
      ),
    );
  };

const page = (tag: string): StoryObj => ({
  render: () => {
    const element = document.createElement('home-widget');
    element.tag = tag;
    return element;
  },
  play: keepsItsPromises(tag),
});

export const AgentState = page('dw-agent-state');
export const CallGuide = page('dw-call-guide');
export const CadEditor = page('dw-cad-editor');
export const Campaign = page('dw-campaign');
export const ChatPane = page('dw-chat-pane');
export const ConsultDialog = page('dw-consult-dialog');
export const ContactHistory = page('dw-contact-history');
export const EmailComposer = page('dw-email-composer');
export const History = page('dw-history');
export const IncomingCall = page('dw-incoming-call');
export const InteractionControl = page('dw-interaction-control');
export const Outdial = page('dw-outdial');
export const TaskList = page('dw-task-list');
export const TransferDialog = page('dw-transfer-dialog');
export const VisitorChat = page('dw-visitor-chat');
export const WrapUp = page('dw-wrap-up');
