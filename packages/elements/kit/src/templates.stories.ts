import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';

import {defineElement} from './define-element.js';
import {DeskwireElement} from './element.js';
import {
  availableIcon,
  callIcon,
  chatIcon,
  conferenceIcon,
  consultIcon,
  emailIcon,
  holdIcon,
  idleIcon,
  incomingCallIcon,
  infoIcon,
  lockIcon,
  ronaIcon,
  warningIcon,
  waitingIcon,
  wrapUpIcon,
  type Icon,
} from './icons.js';
import {bareState, channelTile, countBadge, stateChip} from './templates.js';
import {buttonStyles} from './styles/button.styles.js';
import {focusStyles} from './styles/focus.styles.js';
import {noteStyles} from './styles/note.styles.js';
import {spinnerStyles} from './styles/spinner.styles.js';
import {stateStyles, type Hue} from './styles/state.styles.js';
import {surfaceStyles} from './styles/surface.styles.js';

const states: readonly (readonly [Hue, Icon, string, string])[] = [
  ['ringing', incomingCallIcon, 'Ringing', '벨이 울리는 중'],
  ['active', callIcon, 'Active', '통화 중'],
  ['hold', holdIcon, 'Call on hold', '통화 보류'],
  ['consult', consultIcon, 'Consulting', '상담 중'],
  ['conference', conferenceIcon, 'Conference', '전화회의'],
  ['wrapup', wrapUpIcon, 'Wrap-up', '후속 작업'],
  ['rona', ronaIcon, 'RONA', 'RONA'],
  ['available', availableIcon, 'Available', '사용 가능'],
  ['idle', idleIcon, 'Idle', '유휴'],
  ['danger', warningIcon, 'Not sent', '전송되지 않음'],
  ['secure', lockIcon, 'Secure', '보안'],
  ['connecting', waitingIcon, 'Connecting', '연결 중'],
];

const tiles: readonly (readonly [Hue, Icon, boolean])[] = [
  ['ringing', incomingCallIcon, true],
  ['active', callIcon, false],
  ['active', chatIcon, false],
  ['ringing', emailIcon, true],
  ['connecting', chatIcon, false],
];

/** The pure templates and shared styles, as widgets use them. For Storybook only. */
class TemplatesElement extends DeskwireElement {
  static override styles = [surfaceStyles, stateStyles, noteStyles, buttonStyles, focusStyles, spinnerStyles];
  static override properties = {korean: {type: Boolean}};
  declare korean: boolean;

  protected override render(): TemplateResult {
    const word = (at: number): string => states[at]?.[this.korean ? 3 : 2] ?? '';
    return html`<div class="card" lang=${this.korean ? 'ko' : 'en'}>
      <div class="head"><h2>stateChip</h2></div>
      ${states.map(
        ([hue, icon], at) =>
          html`<div class="foot">${stateChip(hue, icon, word(at))} ${bareState(hue, icon, word(at))}</div>`,
      )}
      <div class="head"><h2>channelTile, countBadge</h2></div>
      <div class="foot">
        ${tiles.map(([hue, icon, rings]) => channelTile(hue, icon, rings))}
        ${countBadge(3, this.korean ? '읽지 않은 메시지 3개' : '3 unread messages')}
        <span class="spin"></span>
      </div>
      <div class="head"><h2>note</h2></div>
      <div class="strip">
        ${infoIcon}${
          this.korean
            ? '통화를 종료하려면 먼저 보류 중인 고객을 재개하세요.'
            : 'Resume the customer before you end the call.'
        }
      </div>
      <div class="note bar danger">
        ${warningIcon}
        <div class="grow">
          ${this.korean ? '전송되지 않았습니다.' : 'Not sent.'}
          <button class="btn link" type="button">${this.korean ? '다시 시도' : 'Retry'}</button>
        </div>
      </div>
    </div>`;
  }
}
defineElement('dw-story-templates', TemplatesElement, '0.1.0');

const meta: Meta = {
  title: 'Kit/Templates and styles',
  tags: ['!autodocs'],
  render: (_, {globals}) =>
    html`<dw-story-templates ?korean=${globals['language'] === 'ko'}></dw-story-templates>`,
};
export default meta;

/** Every hue, as a chip and bare; tiles of channels; a badge; notes. */
export const States: StoryObj = {};
