import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, fn, userEvent, waitFor} from 'storybook/test';
import {checkOutdialNumber} from '@deskwire/domain';
import {aTenant} from '@deskwire/testing/fixtures.js';
import {defineStage} from '@deskwire/testing/stage.js';

import type {DialpadElement} from './dialpad.element.js';
import {defineDialpad} from './register.js';

defineStage();
defineDialpad();

type Args = Pick<DialpadElement, 'value' | 'locked'> & {readonly onSubmit: () => void};

const tenant = aTenant({
  outdial: {
    anis: [],
    availableAfter: false,
    dialPlan: [{name: 'Domestic', prefixes: ['+82', '0'], maxDigits: 12}],
  },
});
const check = (number: string) => checkOutdialNumber(number, tenant);

const meta: Meta<Args> = {
  title: 'Kit/dw-dialpad',
  component: 'dw-dialpad',
  args: {value: '', locked: false, onSubmit: fn()},
  render: ({value, locked, onSubmit}) =>
    html`<dw-stage>
      <dw-dialpad
        .value=${value}
        .locked=${locked}
        .check=${check}
        @dw-dialpad-submit=${onSubmit}
      ></dw-dialpad>
    </dw-stage>`,
};
export default meta;

type Story = StoryObj<Args>;

const padIn = (canvas: HTMLElement): DialpadElement => {
  const pad = canvas.querySelector('dw-dialpad');
  if (!pad) throw new Error('no dialpad');
  return pad;
};
const noteIn = (canvas: HTMLElement): string =>
  padIn(canvas).shadowRoot?.querySelector<HTMLElement>('#note')?.innerText.trim() ?? '';

export const Playground: Story = {};

/** In its groups, for the eye. */
export const Number: Story = {args: {value: '+821048271934'}};

/** Which rule refuses it, once somebody wanted to call. */
export const Refused: Story = {
  args: {value: '+14155550142'},
  play: async ({canvasElement}) => {
    await expect(padIn(canvasElement).require()).toBe(undefined);
    await waitFor(() => expect(noteIn(canvasElement)).not.toBe(''));
  },
};

/** Letters are left out, and it says so. */
export const LettersLeftOut: Story = {args: {value: '02-555-TAXI-0142'}};

/** The request is under way. */
export const Locked: Story = {args: {value: '0215550142', locked: true}};

/** Typed and pressed, at the caret; undone and done again; submitted. */
export const Behaviours: Story = {
  play: async ({canvasElement, args}) => {
    const pad = padIn(canvasElement);
    const key = (sign: string) => pad.shadowRoot?.querySelector<HTMLElement>(`.digit[data-key="${sign}"]`);
    pad.focus();
    await userEvent.keyboard('0215');
    for (const sign of '550142') key(sign)?.click();
    await expect(pad.value).toBe('0215550142');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect(pad.value).toBe('021555014');
    await userEvent.keyboard('{Control>}y{/Control}{Enter}');
    await expect(args.onSubmit).toHaveBeenCalledTimes(1);
  },
};

/** The keys are one stop of the tab sequence, and the fault is described to assistive technology. */
export const Accessibility: Story = {
  args: {value: '4417'},
  play: async ({canvasElement}) => {
    const pad = padIn(canvasElement);
    pad.require();
    await waitFor(() => expect(noteIn(canvasElement)).not.toBe(''));
    const field = pad.shadowRoot?.querySelector('input');
    await expect(field?.getAttribute('aria-invalid')).toBe('true');
    await expect(field?.getAttribute('aria-describedby')).toBe('note');
    await expect(pad.shadowRoot?.querySelectorAll('.digit[tabindex="0"]')).toHaveLength(1);
  },
};
