import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {defineStage} from '@deskwire/testing/stage.js';

import {announce, announcerFor} from './announce.js';
import {defineButton} from './primitives/register.js';

defineStage();
defineButton();

const meta: Meta = {
  title: 'Kit/dw-announcer',
  component: 'dw-announcer',
  render: (_, {globals}) => {
    const isKorean = globals['language'] === 'ko';
    return html`<dw-stage>
      <dw-button
        @click=${({currentTarget}: Event) => {
          announce(currentTarget as Element, isKorean ? '걸려오는 전화' : 'Incoming call', 'assertive');
        }}
        >${isKorean ? '알리기' : 'Announce'}</dw-button
      >
    </dw-stage>`;
  },
};
export default meta;

/** Two live regions per document, invisible, there before anything is said. */
export const Behaviours: StoryObj = {
  play: async ({canvasElement}) => {
    const button = canvasElement.querySelector('dw-button');
    if (!button) throw new Error('no button');
    const announcer = announcerFor(button);
    await expect(announcerFor(canvasElement)).toBe(announcer);
    await userEvent.click(button);
    const region = announcer.shadowRoot?.querySelector('[aria-live="assertive"]');
    await waitFor(() => expect(region?.textContent).toMatch(/Incoming call|걸려오는 전화/));
  },
};
