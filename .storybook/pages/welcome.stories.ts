import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';

import '../home/define.js';
import {PAGES} from '../home/pages.js';

const meta: Meta = {
  title: 'Deskwire/Welcome',
  tags: ['!autodocs'],
  parameters: {layout: 'fullscreen', controls: {disable: true}},
};
export default meta;

/** What it is, a desk that lives, and where to go. */
export const Welcome: StoryObj = {
  render: () => document.createElement('home-welcome'),
  play: async ({canvasElement}) => {
    const root = canvasElement.querySelector('home-welcome')?.shadowRoot;
    await waitFor(() => expect(root?.querySelectorAll('.cards a')).toHaveLength(PAGES.length + 4));
    const desk = root?.querySelector('home-crm')?.desk;
    const shows = (selector: string): Element | null | undefined => desk?.querySelector(selector);
    await waitFor(() => expect(shows('dw-chat-pane')?.shadowRoot?.querySelector('.identity')).toBeTruthy(), {
      timeout: 5000,
    });
    await waitFor(
      () => expect(shows('dw-incoming-call')?.shadowRoot?.querySelector('.request.call')).toBeTruthy(),
      {timeout: 5000},
    );
  },
};
