import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';

import '../home/define.js';

/** The rest of its states are with those of the agent's own history: both are made of the same rows. */
const meta: Meta = {
  title: 'Widgets/dw-contact-history',
  component: 'dw-contact-history',
  parameters: {controls: {disable: true}},
  render: () => {
    const picture = document.createElement('home-picture');
    picture.tag = 'dw-contact-history';
    picture.plain = true;
    return picture;
  },
};
export default meta;

/** What the customer on the line had to do with the company before. */
export const Playground: StoryObj = {
  play: async ({canvasElement}) => {
    const picture = canvasElement.querySelector('home-picture');
    await waitFor(() => expect(picture?.isComplete).toBe(true), {timeout: 5000});
  },
};
