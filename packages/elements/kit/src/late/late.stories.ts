import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';

import {LanguageController} from '../controllers/language-controller.js';
import {defineElement} from '../define-element.js';
import {DeskwireElement} from '../element.js';

import {lateWords} from './late.messages.js';
import {lateNotice} from './late.template.js';
import {lateStyles} from './late.styles.js';

/** A pane whose inside is not there. */
class LateStory extends DeskwireElement {
  static override styles = [lateStyles];
  static override properties = {isMissing: {type: Boolean}, tries: {state: true}};

  declare isMissing: boolean;
  declare tries: number;
  readonly #words = new LanguageController(this, lateWords);

  protected override render(): TemplateResult {
    return lateNotice(this.#words, this.isMissing && !this.tries, () => {
      this.tries = 1;
    });
  }
}
defineElement('dw-late-story', LateStory, '0.1.0');

const meta: Meta = {
  title: 'Kit/What is loaded later',
  render: ({isMissing}) => html`<dw-late-story .isMissing=${isMissing}></dw-late-story>`,
};
export default meta;

const partOf = (canvas: HTMLElement, role: string): HTMLElement | null | undefined =>
  canvas.querySelector('dw-late-story')?.shadowRoot?.querySelector<HTMLElement>(`[role="${role}"]`);

/** It is on its way: mostly that is over before this is seen. */
export const UnderWay: StoryObj = {
  args: {isMissing: false},
  play: ({canvasElement}) =>
    waitFor(() =>
      expect(getComputedStyle(partOf(canvasElement, 'status') ?? canvasElement).opacity).toBe('1'),
    ),
};

/** It could not be had. It is tried again by itself, too. */
export const Missing: StoryObj = {
  args: {isMissing: true},
  play: ({canvasElement}) => expect(partOf(canvasElement, 'alert')).not.toBeNull(),
};

/** Whoever tries again sees that it is tried. */
export const Behaviours: StoryObj = {
  args: {isMissing: true},
  play: async ({canvasElement}) => {
    partOf(canvasElement, 'alert')?.querySelector('button')?.click();
    await waitFor(() => expect(partOf(canvasElement, 'status')).not.toBeNull());
  },
};
