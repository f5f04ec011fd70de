import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import '@deskwire/cad-editor/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';

import {editData} from './cad-work.js';
import {aCall, type Call} from './calls.js';
import {someoneCalls} from './house.js';
import {find, picture, pictureMeta} from './stage.js';

const meta: Meta = {...pictureMeta, title: 'Design/Pictures/Narrow', tags: ['!autodocs', 'picture-320']};
export default meta;

/** Yoon is on a call when another one rings. */
const tell = (language: SampleLanguage): Promise<Call> =>
  aCall(language, {
    lasts: 252,
    tenant: {endConsult: 'return'},
    happens: [
      [
        9,
        ({stage}) => {
          stage.simulator.handset('yoon', false);
          stage.simulator.callArrives(someoneCalls);
        },
      ],
    ],
  });

const view = ({stage, call}: Call): TemplateResult => {
  const widgets = html`<div class="one-column">
    <dw-incoming-call placement="inline" muted quiet></dw-incoming-call>
    <dw-interaction-control .interactionId=${call}></dw-interaction-control>
    <dw-cad-editor .interactionId=${call}></dw-cad-editor>
  </div>`;
  return html`<div class="picture narrow">${stage.desk('yoon', widgets)}</div>`;
};

/** The same desk in 320 px: one column, one fact per line. */
export const Narrow: StoryObj = picture({
  tell,
  view,
  play: async (canvas, call) => {
    await find(canvas, 'dw-incoming-call', '.request.call', '00:09');
    await editData(canvas, call, false);
  },
});
