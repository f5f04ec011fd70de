import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect} from 'storybook/test';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import '@deskwire/agent-state/define.js';
import '@deskwire/cad-editor/define.js';
import '@deskwire/history/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/task-list/define.js';

import {editData} from './cad-work.js';
import {aMorning, type Desk} from './desk-day.js';
import {hostBar, hostBox, hostTitle} from './host.js';
import {find, picture, pictureMeta} from './stage.js';

const meta: Meta = {...pictureMeta, title: 'Design/Pictures/Desk', tags: ['!autodocs', 'picture-1280']};
export default meta;

const WORDS = {
  details: {en: 'Account details', ko: '계정 세부 정보'},
  cases: {en: 'Open cases', ko: '진행 중인 사례'},
  activities: {en: 'Related activities', ko: '관련 활동'},
} as const satisfies Record<string, Record<SampleLanguage, string>>;

const view = ({stage, call}: Desk): TemplateResult => {
  const {language} = stage;
  const columns = html`${hostBar(language, html`<dw-agent-state></dw-agent-state>`)} ${hostTitle(language)}
    <div class="desk-columns">
      <div>
        <dw-task-list .selectedId=${call}></dw-task-list>
        ${hostBox(WORDS.details[language], 12)}
      </div>
      <div>
        <dw-interaction-control .interactionId=${call}></dw-interaction-control>
        <dw-cad-editor .interactionId=${call}></dw-cad-editor>
        ${hostBox(WORDS.cases[language], 3)}
      </div>
      <div>
        <dw-contact-history .interactionId=${call}></dw-contact-history>
        ${hostBox(WORDS.activities[language], 7)}
      </div>
    </div>
    <dw-incoming-call muted quiet></dw-incoming-call>`;
  return html`<div class="picture">${stage.desk('yoon', columns)}</div>`;
};

const play = async (canvas: HTMLElement, desk: Desk): Promise<void> => {
  await editData(canvas, desk);
  await find(canvas, 'dw-agent-state', 'button', '26:05');
  await find(canvas, 'dw-interaction-control', '.name', /Kim Min-su|김민수/);
  await find(canvas, 'dw-contact-history', '.row', /Refund request|환불 요청/);
  await find(canvas, 'dw-incoming-call', '.request.call', '00:09');
  const tasks = canvas.querySelector('dw-task-list')?.shadowRoot;
  await expect(tasks?.querySelector('.row.on')?.textContent).toMatch(/Kim Min-su|김민수/);
};

/** A whole desk in a CRM: a call with its data, what else is handled, what waits. */
export const WholeDesk: StoryObj = picture({tell: aMorning, view, play});

/** The same for the colours of the system: see it with a high-contrast theme of the system, or with forced colours emulated. */
export const ForcedColours: StoryObj = picture({tell: aMorning, view, play});
