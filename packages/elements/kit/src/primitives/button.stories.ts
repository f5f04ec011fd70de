import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, fn, userEvent} from 'storybook/test';
import {defineStage} from '@deskwire/testing/stage.js';

import {endCallIcon, holdIcon, revertIcon, sentIcon, type Icon} from '../icons.js';

import {BUTTON_VARIANTS, type ButtonElement, type ButtonVariant} from './button.element.js';
import {defineButton} from './register.js';

defineStage();
defineButton();

type Args = Pick<ButtonElement, 'variant' | 'small' | 'icon' | 'pending' | 'reason'> & {
  readonly onClick: () => void;
};

const words = {
  en: {
    hold: 'Hold',
    save: 'Save',
    end: 'End',
    revert: 'Revert',
    held: 'Resume the customer before you end the call.',
  },
  ko: {
    hold: '보류',
    save: '저장',
    end: '종료',
    revert: '되돌리기',
    held: '통화를 종료하려면 먼저 보류 중인 고객을 재개하세요.',
  },
};
const wordsOf = (language: unknown): typeof words.en => (language === 'ko' ? words.ko : words.en);

const looks: Readonly<Record<ButtonVariant, readonly [Icon, keyof typeof words.en]>> = {
  default: [holdIcon, 'hold'],
  primary: [sentIcon, 'save'],
  danger: [endCallIcon, 'end'],
  ghost: [revertIcon, 'revert'],
};

const one = (args: Args, language: unknown): TemplateResult => {
  const [icon, word] = looks[args.variant];
  const text = wordsOf(language)[word];
  return html`<dw-button
    variant=${args.variant}
    ?small=${args.small}
    ?icon=${args.icon}
    ?pending=${args.pending}
    .reason=${args.reason}
    .label=${args.icon ? text : ''}
    @click=${args.onClick}
    >${icon}${args.icon ? '' : text}</dw-button
  >`;
};

const meta: Meta<Args> = {
  title: 'Kit/dw-button',
  component: 'dw-button',
  args: {variant: 'default', small: false, icon: false, pending: false, reason: '', onClick: fn()},
  argTypes: {variant: {control: 'select', options: BUTTON_VARIANTS}},
  render: (args, {globals}) => html`<dw-stage>${one(args, globals['language'])}</dw-stage>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Playground: Story = {};

const states: readonly Partial<Args>[] = [{}, {reason: 'x'}, {pending: true}, {small: true}, {icon: true}];

/** Each variant: at rest, with a reason, under way, small, and as an icon alone. */
export const States: Story = {
  render: (args, {globals}) =>
    html`<dw-stage>
      ${BUTTON_VARIANTS.map(
        (variant) =>
          html`<p>
            ${states.map((state) => {
              const reason = state.reason ? wordsOf(globals['language']).held : '';
              return html`${one({...args, ...state, variant, reason}, globals['language'])} `;
            })}
          </p>`,
      )}
    </dw-stage>`,
};

const buttonIn = (canvas: HTMLElement): ButtonElement => {
  const button = canvas.querySelector('dw-button');
  if (!button) throw new Error('no button');
  return button;
};

/** While it is pending or has a reason it stays in the tab order and lets no click through. */
export const Behaviours: Story = {
  play: async ({canvasElement, args}) => {
    const button = buttonIn(canvasElement);
    const {width} = button.getBoundingClientRect();
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onClick).toHaveBeenCalledTimes(1);
    button.pending = true;
    await button.updateComplete;
    button.click();
    await userEvent.keyboard('{Enter}');
    await expect(args.onClick).toHaveBeenCalledTimes(1);
    await expect(button.getBoundingClientRect().width).toBe(width);
    await expect(document.activeElement).toBe(button);
    button.pending = false;
  },
};

/** A button that cannot act now says why: in its description, and, by whoever uses it, in text beside it. */
export const Accessibility: Story = {
  args: {variant: 'danger'},
  render: (args, {globals}) => {
    const reason = wordsOf(globals['language']).held;
    return html`<dw-stage>${one({...args, reason}, globals['language'])}</dw-stage>`;
  },
  play: async ({canvasElement, args}) => {
    const button = buttonIn(canvasElement);
    const inner = button.shadowRoot?.querySelector('button');
    await expect(inner?.getAttribute('aria-disabled')).toBe('true');
    button.focus();
    await expect(button.shadowRoot?.activeElement).toBe(inner);
    await userEvent.keyboard('{Enter}');
    await expect(args.onClick).not.toHaveBeenCalled();
  },
};
