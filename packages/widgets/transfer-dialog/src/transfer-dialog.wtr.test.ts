import {fakeStream, FakeDirectory, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, anActive, CUSTOMER} from '@deskwire/testing/fixtures.js';
import {runWidgetSuite} from '@deskwire/testing/widgets.js';

import './define.js';
import {TransferDialogElement} from './transfer-dialog.element.js';

const aDesk = (directory = new FakeDirectory(), options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({interactions: [anActive()], answer: directory.answer, ...options});

runWidgetSuite('the transfer dialog', {
  tag: 'dw-transfer-dialog',
  elementClass: TransferDialogElement,
  version: '0.1.0',
  stream: () => aDesk(),
  props: {interactionId: 'voice-1'},
  texts: {en: 'Transfer request', ko: '전환 요청'},
  news: (stream) => stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? ''],
});
