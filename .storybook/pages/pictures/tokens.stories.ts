import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';
import {defineTokenSheet} from '@deskwire/testing/token-sheet.js';

import {pictureMeta} from './stage.js';

defineTokenSheet();

const meta: Meta = {...pictureMeta, title: 'Design/Pictures/Tokens', tags: ['!autodocs', 'picture-1280']};
export default meta;

/** Colours, states, controls and type as they are now, with the contrast that is measured in this browser. */
export const Tokens: StoryObj = {
  render: () => {
    const page = document.createElement('div');
    page.className = 'picture plain';
    page.append(document.createElement('dw-token-sheet'));
    return page;
  },
  play: async ({canvasElement}) => {
    const sheet = canvasElement.querySelector('dw-token-sheet');
    await waitFor(() => expect(sheet?.isMeasured).toBe(true));
    await expect(sheet?.failures).toEqual([]);
  },
};
