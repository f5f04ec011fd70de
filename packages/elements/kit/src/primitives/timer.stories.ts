import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect} from 'storybook/test';
import {defineStage} from '@deskwire/testing/stage.js';

import {defineTimer} from './register.js';
import type {TimerElement} from './timer.element.js';

defineStage();
defineTimer();

interface Args {
  readonly secondsAgo: number;
}

const MINUTES = 60_000;

const meta: Meta<Args> = {
  title: 'Kit/dw-timer',
  component: 'dw-timer',
  args: {secondsAgo: 252},
  render: ({secondsAgo}) =>
    html`<dw-stage
      ><dw-timer .since=${Date.now() - secondsAgo * 1000} .label=${'Time'}></dw-timer
    ></dw-stage>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Playground: Story = {};

/** Up, down, over an hour, and without a time. All turn over in the same beat. */
export const States: Story = {
  render: () =>
    html`<dw-stage>
      <p><dw-timer .since=${Date.now()}></dw-timer></p>
      <p><dw-timer .since=${Date.now() - 61 * MINUTES}></dw-timer></p>
      <p><dw-timer .until=${Date.now() + MINUTES}></dw-timer></p>
      <p><dw-timer .until=${Date.now() - MINUTES}></dw-timer></p>
      <p><dw-timer></dw-timer></p>
    </dw-stage>`,
};

const timerIn = (canvas: HTMLElement): TimerElement => {
  const timer = canvas.querySelector('dw-timer');
  if (!timer) throw new Error('no timer');
  return timer;
};

/** It is a timer with a name, which assistive technology reads on request and does not announce by itself. */
export const Accessibility: Story = {
  play: async ({canvasElement}) => {
    const inner = timerIn(canvasElement).shadowRoot?.querySelector('[role="timer"]');
    await expect(inner?.textContent).toMatch(/^04:1\d$/);
    await expect(inner?.closest('[aria-live]')).toBeNull();
  },
};
