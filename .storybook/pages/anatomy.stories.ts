import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';

import '../home/define.js';
import {FRAMED, type Framed} from '../home/anatomy.element.js';

interface Args {
  readonly framed?: Framed;
}

const meta: Meta<Args> = {
  title: 'Design/Anatomy',
  tags: ['!autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: {disable: true},
    // One widget four times, on purpose: a page of an agent has it once.
    a11y: {config: {rules: [{id: 'landmark-unique', enabled: false}]}},
  },
  argTypes: {framed: {options: FRAMED, control: 'inline-radio'}},
};
export default meta;

/** In a frame: the widget alone, where it may lie over the page. */
const framed = (tag: string, how: Framed): HTMLElement => {
  const picture = document.createElement('home-picture');
  picture.tag = tag;
  picture.plain = how === 'plain';
  return picture;
};

const whole = (tag: string, id: string): HTMLElement => {
  const anatomy = document.createElement('home-anatomy');
  anatomy.tag = tag;
  anatomy.storyId = id;
  return anatomy;
};

/** As much of a frame's window as tells how far its story is. */
interface StoryWindow {
  readonly __STORYBOOK_ADDONS_CHANNEL__?: {last(event: string): unknown};
}

/** Whether the story in a frame, and what its play function waits for, is there. */
const isFinished = ({contentWindow}: HTMLIFrameElement): boolean =>
  (contentWindow as StoryWindow | null)?.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished') != null;

/** Every part that is named is on the screen, here and in the frames. */
const complete = async ({canvasElement}: {readonly canvasElement: HTMLElement}): Promise<void> => {
  const anatomy = canvasElement.querySelector('home-anatomy');
  await anatomy?.updateComplete;
  const pictures = anatomy?.pictures ?? [...canvasElement.querySelectorAll('home-picture')];
  for (const picture of pictures) {
    await waitFor(() => expect(picture.missing.map(({at}) => at)).toEqual([]), {timeout: 8000});
  }
  await waitFor(() => expect(anatomy?.frames.every(isFinished) ?? true).toBe(true), {timeout: 30_000});
};

const anatomy = (tag: string): StoryObj<Args> => ({
  render: (args, {id}) => (args.framed ? framed(tag, args.framed) : whole(tag, id)),
  play: complete,
});

export const AgentState = anatomy('dw-agent-state');
export const IncomingCall = anatomy('dw-incoming-call');
export const TaskList = anatomy('dw-task-list');
export const InteractionControl = anatomy('dw-interaction-control');
// Widgets of the top layer stand in frames: in those the time is not told, so that no picture of it is like another.
export const ConsultDialog: StoryObj<Args> = {...anatomy('dw-consult-dialog'), tags: ['no-picture']};
export const TransferDialog: StoryObj<Args> = {...anatomy('dw-transfer-dialog'), tags: ['no-picture']};
export const Outdial: StoryObj<Args> = {...anatomy('dw-outdial'), tags: ['no-picture']};
export const Campaign: StoryObj<Args> = {...anatomy('dw-campaign'), tags: ['no-picture']};
export const CallGuide = anatomy('dw-call-guide');
export const ChatPane = anatomy('dw-chat-pane');
export const EmailComposer = anatomy('dw-email-composer');
export const CadEditor = anatomy('dw-cad-editor');
export const WrapUp = anatomy('dw-wrap-up');
export const ContactHistory = anatomy('dw-contact-history');
export const History = anatomy('dw-history');
export const VisitorChat = anatomy('dw-visitor-chat');
