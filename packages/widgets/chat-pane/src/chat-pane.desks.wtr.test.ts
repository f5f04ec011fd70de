import {expect} from '@open-wc/testing';
import {loadTargetDialog} from '@deskwire/kit';
import {unmountAll} from '@deskwire/testing/widgets.js';
import type {TransferDialogElement} from '@deskwire/transfer-dialog';
import '@deskwire/transfer-dialog/define.js';
import '@deskwire/wrap-up/define.js';

import './define.js';
import {loadChatBody} from './chat-pane.element.js';
import {loadConference} from './conference-controller.js';
import {ChatFloor, type ChatDesk} from './chat-floor.harness.js';

/** The stories of a chat with two agents' desks and a customer's page, on one contact centre. */
describe('two desks and a customer who chats', () => {
  let floor: ChatFloor;
  let one: ChatDesk;
  let two: ChatDesk;

  const open = async (): Promise<void> => {
    floor = new ChatFloor();
    one = await floor.desk('yoon', 'dw-wrap-up', 'dw-transfer-dialog');
    await floor.chatFor(one);
    two = await floor.desk('park', 'dw-wrap-up');
  };

  /** Agent 1 chooses agent 2 in the dialog. */
  const ask = async (): Promise<void> => {
    await one.press('More');
    await one.press('Conference', 'menuitem');
    await floor.pass(50);
    await one.press(/Park Ji-woo/, 'option');
    await one.press('Ask to join');
    await floor.pass(50);
  };
  const conference = async (): Promise<void> => {
    await open();
    await ask();
    await two.sends({type: 'interaction.accept', interactionId: floor.chat});
    await floor.pass(100);
  };
  const wrapsUp = (desk: ChatDesk): boolean => desk.all.find('dialog', /Wrap-up/) !== undefined;

  before(async () => {
    await loadChatBody();
    await loadTargetDialog();
    await loadConference();
  });
  afterEach(() => {
    floor.close();
    unmountAll();
    sessionStorage.clear();
  });

  it('[CHAT-12] shows that the customer left, and closes the box with what to do', async () => {
    await open();
    floor.simulator.customerLeaves(floor.chat);
    await floor.pass(20);
    expect(one.text).to.match(/Customer left the chat · \d\d:\d\d/);
    expect(one.text).to.contain('The customer left. End the chat to wrap up.');
    expect(one.canWrite).to.equal(false);
    expect(one.controls).to.contain('End');
  });

  it('[CHAT-13] opens the wrap-up by End', async () => {
    await open();
    await one.press('End');
    expect(wrapsUp(one)).to.equal(true);
    expect(one.text).to.contain('Wrap-up');
  });

  describe('a transfer', () => {
    const transferTo = async (name: string, tab?: string): Promise<void> => {
      const dialog = one.all.element.querySelector<TransferDialogElement>('dw-transfer-dialog');
      one.element.addEventListener('dw-transfer-open', ({detail}: CustomEvent<{interactionId: string}>) => {
        dialog?.open(detail.interactionId);
      });
      await one.press('More');
      await one.press('Transfer', 'menuitem');
      await floor.pass(50);
      if (tab) await one.all.click('tab', tab);
      await floor.pass(50);
      await one.all.click('button', 'Refresh list');
      await floor.pass(50);
      await one.all.click('option', new RegExp(name));
      await one.all.click('button', 'Transfer');
      await floor.pass(50);
    };

    it('[CHAT-9] goes to an agent by the dialog; agent 1 wraps up, and agent 2 has the chat', async () => {
      await open();
      await transferTo('Park Ji-woo');
      expect(wrapsUp(one)).to.equal(true);
      await two.sends({type: 'interaction.accept', interactionId: floor.chat});
      await floor.pass(50);
      expect(two.text).to.contain('Where is my refund?');
      expect(two.controls).to.deep.equal(['More', 'End']);
    });

    it('[CHAT-9] that the agent does not accept drops the request', async () => {
      await open();
      await transferTo('Park Ji-woo');
      await floor.pass(120_000);
      const chat = floor.simulator.centre.interactions.get(floor.chat);
      expect(chat?.ending?.reason).to.equal('unanswered');
      expect(two.text).to.equal('');
    });

    it('[CHAT-9] goes to a queue', async () => {
      await open();
      await transferTo('Web support', 'Queues');
      expect(wrapsUp(one)).to.equal(true);
      await two.sends({type: 'interaction.accept', interactionId: floor.chat});
      await floor.pass(50);
      expect(two.controls).to.deep.equal(['More', 'End']);
    });
  });

  describe('a conference', () => {
    it('[CHAT-10] is asked of an agent whose availability is shown, and says how far it is', async () => {
      await open();
      await one.press('More');
      await one.press('Conference', 'menuitem');
      await floor.pass(50);
      expect(one.harness.get('dialog', 'Conference').matches(':popover-open')).to.equal(true);
      const park = one.harness.get('option', /Park Ji-woo/);
      expect(park.querySelector('.state svg')).not.to.equal(null);
      expect(park.textContent).to.contain('Available');
      park.click();
      await one.harness.click('button', 'Ask to join');
      await floor.pass(50);
      expect(one.text).to.contain('Conference requested');
      expect(one.text).to.contain('Park Ji-woo is asked to join.');
      expect(one.canWrite).to.equal(true);
      await two.sends({type: 'interaction.accept', interactionId: floor.chat});
      await floor.pass(50);
      expect(one.text).not.to.contain('Conference requested');
      expect(one.text).to.match(/Lee Seo-yeon ?, Park Ji-woo Conference/);
      expect(one.text).to.match(/Park Ji-woo joined · \d\d:\d\d/);
      expect(two.text).to.match(/You joined · \d\d:\d\d/);
      expect(two.text).to.contain('Where is my refund?');
    });

    it('[CHAT-10] is taken back while it is open', async () => {
      await open();
      await ask();
      expect(one.controls).to.deep.equal(['More', 'End', 'Cancel']);
      await one.press('Cancel');
      expect(one.text).not.to.contain('Conference requested');
      expect(one.text).not.to.contain('did not join');
      expect(two.text).to.equal('');
    });

    it('says that the agent did not join', async () => {
      await open();
      await ask();
      await floor.pass(120_000);
      expect(one.text).to.contain('Park Ji-woo did not join.');
      await one.press('Dismiss');
      expect(one.text).not.to.contain('did not join');
    });

    it('is one in which all write and read, each with their name', async () => {
      await conference();
      const visitor = await floor.visitor();
      await two.says('Hello from Park');
      await one.says('And from Yoon');
      expect(one.text).to.match(/Park Ji-woo \d\d:\d\d Hello from Park/);
      expect(two.text).to.match(/Yoon Ji-ho \d\d:\d\d And from Yoon/);
      const {content} = visitor.snapshot().interactions.get(floor.chat) ?? {};
      const said = content?.kind === 'chat' ? content.transcript.messages : [];
      expect(said.slice(-2).map(({from}) => from.kind === 'agent' && from.name)).to.deep.equal([
        'Park Ji-woo',
        'Yoon Ji-ho',
      ]);
    });

    it('[CHAT-R1] is not the customer’s to start; they may leave, and it is over for all once agent 1 ends it', async () => {
      await open();
      const visitor = await floor.visitor();
      const interactionId = floor.chat;
      const verdict = visitor.permit({type: 'conference.start', interactionId});
      expect(!verdict.ok && verdict.refusal.code).to.equal('DW_ROLE_CUSTOMER');
      await ask();
      await two.sends({type: 'interaction.accept', interactionId});
      void visitor.send({type: 'customer.leave', interactionId});
      await floor.pass(50);
      expect(one.text).to.contain('Customer left the chat');
      expect(two.text).to.contain('Customer left the chat');
      expect([one.canWrite, two.canWrite]).to.deep.equal([false, false]);
      await one.press('End conference');
      expect(floor.simulator.centre.interactions.get(interactionId)?.ending).not.to.equal(undefined);
      expect(visitor.snapshot().interactions.get(interactionId)?.ending).not.to.equal(undefined);
    });

    it('[CHAT-R2] is started and ended by agent 1: then the customer and agent 2 are out', async () => {
      await conference();
      const visitor = await floor.visitor();
      expect(one.text).to.contain('“End conference” ends the chat for everybody.');
      expect(one.controls).to.deep.equal(['End conference']);
      await one.press('End conference');
      expect(wrapsUp(one)).to.equal(true);
      expect(two.text).to.equal('');
      expect(visitor.snapshot().interactions.get(floor.chat)?.ending?.by).to.equal('agent');
    });

    it('[CHAT-R3] closes the box when the customer left; agent 1 ends it, and agent 2 is dropped', async () => {
      await conference();
      floor.simulator.customerLeaves(floor.chat);
      await floor.pass(20);
      expect(one.text).to.contain('The customer left. End the conference to wrap up.');
      expect(two.text).to.contain('The customer left. You can leave the chat.');
      expect([one.canWrite, two.canWrite]).to.deep.equal([false, false]);
      await one.press('End conference');
      expect(wrapsUp(one)).to.equal(true);
      expect(two.text).to.equal('');
    });

    it('[CHAT-R4] is only left by agent 2, who cannot end it; agent 1 and the customer go on', async () => {
      await conference();
      expect(two.controls).to.deep.equal(['Leave']);
      expect(two.text).to.contain('Only you leave.');
      await two.press('Leave');
      expect(two.text).to.equal('');
      expect(one.text).to.match(/Park Ji-woo left · \d\d:\d\d/);
      expect(one.controls).to.deep.equal(['More', 'End']);
      await one.says('Still here');
      floor.simulator.customerSays(floor.chat, 'Me too');
      await floor.pass(20);
      expect(one.text).to.contain('Me too');
    });

    it('[CHAT-R5] [CHAT-11] gives agent 2 no wrap-up, however it ends', async () => {
      await conference();
      await two.press('Leave');
      expect(wrapsUp(two)).to.equal(false);
      floor.close();
      unmountAll();
      await conference();
      await one.press('End conference');
      expect([wrapsUp(one), wrapsUp(two)]).to.deep.equal([true, false]);
    });
  });
});
