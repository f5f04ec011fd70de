import {html} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {FakeDirectory, fakeStream, manyNumbers} from '@deskwire/testing';
import {aColleague, anActive} from '@deskwire/testing/fixtures.js';
import {defineStage} from '@deskwire/testing/stage.js';

import {provideContext} from '../context/provide.js';
import {streamContext} from '../contexts.js';

import type {TargetCommand} from './picker.view.js';
import {defineDirectoryPicker} from './register.js';

defineStage();
defineDirectoryPicker();

interface Args {
  readonly command: TargetCommand;
  readonly availableOnly: boolean;
  readonly locked: boolean;
}

/** A picker on a desk that a story arranges. */
const show = ({command, availableOnly, locked}: Args, directory = new FakeDirectory()): HTMLElement => {
  const place = document.createElement('div');
  const stream = fakeStream({interactions: [anActive()], answer: directory.answer});
  provideContext(place, streamContext, stream.handle);
  const stage = document.createElement('dw-stage');
  const picker = document.createElement('dw-directory-picker');
  Object.assign(picker, {interactionId: 'voice-1', command, availableOnly, locked});
  stage.append(picker);
  place.append(stage);
  return place;
};

const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(canvas.querySelector('dw-directory-picker')?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const listed = (canvas: HTMLElement): Promise<void> =>
  waitFor(() => expect(inside(canvas, '[role="option"]').length).toBeGreaterThan(0), {timeout: 5000});

const meta: Meta<Args> = {
  title: 'Kit/dw-directory-picker',
  component: 'dw-directory-picker',
  argTypes: {command: {control: 'inline-radio', options: ['interaction.transfer', 'consult.start']}},
  args: {command: 'consult.start', availableOnly: false, locked: false},
  render: (args) => html`${show(args)}`,
  play: ({canvasElement}) => listed(canvasElement),
};
export default meta;

type Story = StoryObj<Args>;

/** Everybody, with what they do. */
export const Playground: Story = {};

/** Only who can take the contact now. */
export const AvailableOnly: Story = {args: {command: 'interaction.transfer', availableOnly: true}};

/** Long names, teams and reasons: the name is shortened last, the number never. */
export const LongTexts: Story = {
  render: (args) => {
    const long = 'Alexandra Wolfeschlegelsteinhausenbergerdorff-Papadopoulou';
    const agents = [
      aColleague(long, {team: 'International roaming, disputes and special agreements', dn: '4417'}),
      aColleague('남궁 독고 황보 제갈 사공 선우', {
        team: '국제 로밍 분쟁 및 특별 계약 전담 상담팀 2선',
        state: 'idle',
        canReceive: false,
        reason: {en: 'Training of the new colleagues on the third floor', ko: '3층 신입 상담사 교육 지원'},
      }),
    ];
    return html`${show(args, new FakeDirectory({agents}))}`;
  },
};

/** 50,000 rows, of which a few stand in the document. */
export const Many: Story = {
  render: (args) => html`${show(args, new FakeDirectory({numbers: manyNumbers(50_000)}))}`,
  play: async ({canvasElement}) => {
    await listed(canvasElement);
    inside(canvasElement, '#tab-numbers')[0]?.click();
    await waitFor(
      () => expect(inside(canvasElement, '#panel-numbers [role="option"]').length).toBeGreaterThan(0),
      {
        timeout: 5000,
      },
    );
    inside(canvasElement, 'input')[0]?.focus();
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(inside(canvasElement, '[aria-posinset="50000"]')).toHaveLength(1));
    await expect(inside(canvasElement, '[role="option"]').length).toBeLessThan(20);
  },
};
