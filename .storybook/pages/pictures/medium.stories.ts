import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect} from 'storybook/test';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import '@deskwire/interaction-control/define.js';

import {aHeldCall, anActiveCall, aPausedRecording, paneOf, type Call} from './calls.js';
import {find, picture, pictureMeta} from './stage.js';

const meta: Meta = {...pictureMeta, title: 'Design/Pictures/Medium', tags: ['!autodocs', 'picture-436']};
export default meta;

const tell = (language: SampleLanguage): Promise<readonly Call[]> =>
  Promise.all([anActiveCall(language), aHeldCall(language), aPausedRecording(language)]);

const view = (calls: readonly Call[]): TemplateResult =>
  html`<div class="picture medium">${calls.map(paneOf)}</div>`;

/** The pane of a call between 360 and 480 px: active, held, and with its recording paused. */
export const Medium: StoryObj = picture({
  tell,
  view,
  play: async (canvas) => {
    await find(canvas, 'dw-interaction-control', '.strip', /Resume the customer|재개하세요/);
    await find(canvas, 'dw-interaction-control', '.strip', '00:23');
    await expect(canvas.querySelectorAll('dw-interaction-control')).toHaveLength(3);
  },
});
