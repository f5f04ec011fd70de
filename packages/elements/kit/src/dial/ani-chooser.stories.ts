import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {defineStage} from '@deskwire/testing/stage.js';

import type {AniChange, AniChooserElement} from './ani-chooser.element.js';
import {defineAniChooser} from './register.js';

defineStage();
defineAniChooser();

type Args = Pick<AniChooserElement, 'anis' | 'value' | 'fallback' | 'locked'>;

const ANIS = [
  {name: 'Sales', number: '+82215770420'},
  {name: 'Billing', number: '+82215880421'},
  {name: '해지 방어', number: '+82260221180'},
];

const meta: Meta<Args> = {
  title: 'Kit/dw-ani-chooser',
  component: 'dw-ani-chooser',
  args: {anis: ANIS, value: undefined, fallback: '15880420', locked: false},
  render: ({anis, value, fallback, locked}) =>
    html`<dw-stage>
      <dw-ani-chooser
        .anis=${anis}
        .value=${value}
        .fallback=${fallback}
        .locked=${locked}
        @dw-ani-change=${({currentTarget, detail}: CustomEvent<AniChange>) => {
          (currentTarget as AniChooserElement).value = detail.ani;
        }}
      ></dw-ani-chooser>
    </dw-stage>`,
};
export default meta;

type Story = StoryObj<Args>;

const within = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(canvas.querySelector('dw-ani-chooser')?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const open = async (canvas: HTMLElement): Promise<void> => {
  within(canvas, '.anchor')[0]?.click();
  await waitFor(() => expect(within(canvas, '.popover:popover-open dw-search-list')).toHaveLength(1));
};

export const Playground: Story = {};

export const Chosen: Story = {args: {value: '+82215770420'}};

export const Locked: Story = {args: {value: '+82215770420', locked: true}};

/** Many have a search, by initial consonants too. */
export const Many: Story = {
  args: {
    anis: Array.from({length: 40}, (_, at) => ({name: `지점 ${at + 1}`, number: `+82317700${30 + at}`})),
  },
  play: async ({canvasElement}) => {
    await open(canvasElement);
    await userEvent.keyboard('ㅈㅈ 12');
    const list = within(canvasElement, 'dw-search-list')[0]?.shadowRoot;
    await waitFor(() => expect(list?.querySelectorAll('[role="option"]')).toHaveLength(1));
  },
};

/** Chosen by keyboard, and removed. */
export const Behaviours: Story = {
  play: async ({canvasElement}) => {
    await open(canvasElement);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(within(canvasElement, '.value')[0]?.innerText).not.toMatch(/None|없음/));
    within(canvasElement, 'dw-button')[0]?.click();
    await waitFor(() => expect(within(canvasElement, 'dw-button')).toHaveLength(0));
  },
};

/** Named by its label and by what is chosen. */
export const Accessibility: Story = {
  args: {value: '+82215880421'},
  play: async ({canvasElement}) => {
    const [anchor] = within(canvasElement, '.anchor');
    await expect(anchor?.getAttribute('aria-labelledby')).toBe('label value');
    await expect(anchor?.getAttribute('aria-haspopup')).toBe('listbox');
  },
};
