import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, fn, userEvent} from 'storybook/test';
import {defineStage} from '@deskwire/testing/stage.js';

import {formatNumber} from '../words/catalogue.js';

import {defineTextArea} from './register.js';
import type {TextAreaElement} from './text-area.element.js';

defineStage();
defineTextArea();

type Args = Pick<TextAreaElement, 'value' | 'max' | 'error' | 'disabled' | 'rows'> & {
  readonly onSubmit: () => void;
};

const words = {
  en: {label: 'Message', placeholder: 'Write a message'},
  ko: {label: '메시지', placeholder: '메시지를 입력하세요'},
};

const meta: Meta<Args> = {
  title: 'Kit/dw-text-area',
  component: 'dw-text-area',
  args: {value: '', max: 1000, error: '', disabled: false, rows: 2, onSubmit: fn()},
  render: ({value, max, error, disabled, rows, onSubmit}, {globals}) => {
    const text = globals['language'] === 'ko' ? words.ko : words.en;
    return html`<dw-stage>
      <dw-text-area
        rows=${rows}
        ?disabled=${disabled}
        .value=${value}
        .max=${max}
        .error=${error}
        .label=${text.label}
        .placeholder=${text.placeholder}
        @dw-submit=${onSubmit}
      ></dw-text-area>
    </dw-stage>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Playground: Story = {};

const LONG = '환불 요청이 접수되었습니다. We have received your request for a refund. ';

export const Grown: Story = {args: {value: LONG.repeat(5)}};

export const NearTheLimit: Story = {args: {value: 'a'.repeat(952)}};

export const OverTheLimit: Story = {
  args: {
    value: LONG.repeat(20),
    error: `The message has ${formatNumber('en', LONG.length * 20)} characters. At most 1,000 are allowed.`,
  },
};

export const Disabled: Story = {args: {disabled: true}};

const areaIn = (canvas: HTMLElement): TextAreaElement => {
  const area = canvas.querySelector('dw-text-area');
  if (!area) throw new Error('no text area');
  return area;
};

/** Enter submits, Shift+Enter is a new line, and what is too long stays as it is. */
export const Behaviours: Story = {
  args: {max: 10},
  play: async ({canvasElement, args}) => {
    const area = areaIn(canvasElement);
    area.focus();
    await userEvent.keyboard('hello{Shift>}{Enter}{/Shift}everybody');
    await expect(area.value).toBe('hello\neverybody');
    await expect(area.over).toBe(true);
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledTimes(1);
  },
};

/** The limit and what is wrong are described to assistive technology; the error is also announced. */
export const Accessibility: Story = {
  args: {value: 'hello everybody', max: 10, error: 'Too long'},
  play: async ({canvasElement}) => {
    const box = areaIn(canvasElement).shadowRoot?.querySelector('textarea');
    await expect(box?.getAttribute('aria-invalid')).toBe('true');
    await expect(box?.getAttribute('aria-describedby')).toBe('why counter');
  },
};
