import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';
import {defineTokenSheet, type TokenSheetElement} from '@deskwire/testing/token-sheet.js';

defineTokenSheet();

const meta: Meta = {
  title: 'Design/Tokens',
  tags: ['!autodocs'],
  parameters: {layout: 'fullscreen'},
  render: () => document.createElement('dw-token-sheet'),
};
export default meta;

const inTheme = (theme: string) => (): TokenSheetElement => {
  const sheet = document.createElement('dw-token-sheet');
  sheet.dataset['dwTheme'] = theme;
  return sheet;
};

const measured = async ({canvasElement}: {readonly canvasElement: HTMLElement}): Promise<void> => {
  const sheet = canvasElement.querySelector('dw-token-sheet');
  await waitFor(() => expect(sheet?.isMeasured).toBe(true));
  await expect(sheet?.failures).toEqual([]);
};

/** In the theme of the toolbar. The figures are measured here and now; one below its limit fails the story. */
export const Tokens: StoryObj = {play: measured};

/** The light theme, whatever the page's is. */
export const Light: StoryObj = {render: inTheme('light'), play: measured};

/** The dark theme, whatever the page's is. */
export const Dark: StoryObj = {render: inTheme('dark'), play: measured};
