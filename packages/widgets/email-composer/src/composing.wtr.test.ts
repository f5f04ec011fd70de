import {expect} from '@open-wc/testing';
import {AGENT, aMail, aVariable, aWrapUp, NOON, threadOf} from '@deskwire/testing/fixtures.js';
import {fakeStream} from '@deskwire/testing';
import {unmountAll} from '@deskwire/testing/widgets.js';

import './define.js';
import {aDesk, aDeskWith, anAnswer, EmailDesk, ID, TENANT} from './email-desk.harness.js';

const CARD = '4539 1488 0343 6467';
const NO_CARD = '4539 1488 0343 6468';

const twoPeople = aMail({
  to: [{address: 'help@example.com'}, {name: 'Ops', address: 'ops@example.com'}],
  cc: [{address: 'boss@example.com'}],
});

describe('the answer that is written', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  describe('a quick reply', () => {
    it('[MAIL-2] is plain text without template or tools, and is sent', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness, element} = desk;
      const heard: string[] = [];
      for (const type of ['dw-mail-send-request', 'dw-mail-send-done'] as const) {
        element.addEventListener(type, () => heard.push(type));
      }
      expect(harness.all('textbox')).to.have.length(1);
      expect(harness.find('toolbar')).to.equal(undefined);
      expect(harness.find('button', /Template/)).to.equal(undefined);
      await desk.writes('It left\n\ntoday.');
      await desk.sends();
      expect(desk.mail).to.deep.equal({
        ...{kind: 'quick-reply', inReplyTo: 'mail-1', cc: [], text: 'It left\n\ntoday.'},
        ...{attachmentIds: [], quotes: false},
      });
      expect(harness.isLive('button', 'Send')).to.equal(false);
      await desk.isTaken();
      expect(harness.text).to.contain('Sending in 5 s');
      expect(heard).to.deep.equal(['dw-mail-send-request', 'dw-mail-send-done']);
    });

    it('is not sent when the page prevents it, nor when it is empty, and says so', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness, element, stream} = desk;
      await desk.sends();
      expect(harness.text).to.contain('Write a reply before you send it.');
      expect(harness.focused).to.equal('textbox "Write a reply"');
      element.addEventListener('dw-mail-send-request', (event) => {
        event.preventDefault();
      });
      await harness.type('Wait');
      await desk.sends();
      expect(stream.sent).to.deep.equal([]);
      expect(desk.text).to.equal('Wait');
    });

    it('stays when sending fails, and is tried again under the same id', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness, stream} = desk;
      await desk.writes('Hello');
      await desk.sends();
      stream.refuse('DW_SEND_TIMEOUT');
      await desk.settled();
      expect(desk.text).to.equal('Hello');
      expect(harness.text).to.contain('Not sent:');
      await harness.click('button', 'Try again');
      expect(stream.sent.map((one) => one.id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
    });

    it('leaves by Ctrl and Enter from the text, and by Enter alone it gets a line', async () => {
      const desk = await EmailDesk.open(aDesk());
      await desk.writes('One');
      await desk.harness.press('Enter');
      await desk.harness.type('two');
      await desk.harness.press('Control+Enter');
      await desk.settled();
      expect(desk.mail?.text).to.equal('One\ntwo');
    });
  });

  describe('Reply and Reply all', () => {
    it('[MAIL-3] go to the sender, or to everybody; To and Subject are filled and fixed', async () => {
      const desk = await EmailDesk.open(aDeskWith(twoPeople));
      const {harness, element} = desk;
      await desk.choose('Reply');
      const fields = () => element.renderRoot.querySelector('.addr')?.textContent.replace(/\s+/g, ' ') ?? '';
      expect(fields()).to.contain('Hana Seo <hana@example.com>');
      expect(fields()).to.contain('Re: My order');
      expect(harness.all('textbox').map(({ariaLabel}) => ariaLabel)).not.to.contain('Subject');
      expect(harness.text).not.to.contain('boss@example.com <');
      await desk.writes('Hello all');
      await desk.sends();
      expect([desk.mail?.kind, desk.mail?.inReplyTo, desk.mail?.cc]).to.deep.equal(['reply', 'mail-1', []]);
      desk.stream.refuse('DW_MAIL_UNKNOWN');
      await desk.settled();
      await desk.choose('Reply all');
      const cc = element.renderRoot.querySelector('dw-cc-field')?.shadowRoot?.textContent ?? '';
      expect(cc).to.contain('Ops <ops@example.com>');
      expect(cc).to.contain('boss@example.com');
      await desk.sends();
      expect(desk.mail?.kind).to.equal('reply-all');
    });

    it('[MAIL-4] copy whom the agent adds, and are not sent while one of them is no address', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness} = desk;
      await desk.choose('Reply');
      await desk.writes('Hello');
      await desk.adds('김민수 <min@b.example>', 'finance@b');
      await desk.sends();
      expect(desk.stream.sent).to.deep.equal([]);
      expect(harness.text).to.contain('Cc holds something that is no email address.');
      expect(harness.focused).to.contain('button "Remove finance@b');
      await harness.press('Delete');
      await desk.sends();
      expect(desk.mail?.cc).to.deep.equal([{name: '김민수', address: 'min@b.example'}]);
    });

    it('[MAIL-5] begin with the default template, filled; never a quick reply', async () => {
      const desk = await EmailDesk.open(aDesk());
      expect(desk.text).to.equal('');
      await desk.choose('Reply');
      expect(desk.text).to.contain('Dear Hana Seo,');
      expect(desk.text).to.contain('Kind regards, Mina Park');
      await desk.choose('Quick reply');
      expect(desk.text).to.equal('');
      expect(desk.harness.find('button', /Template/)).to.equal(undefined);
    });

    it('[MAIL-5] take another template, after asking where something was written; undo brings it back', async () => {
      const desk = await EmailDesk.open(aDesk({cad: [aVariable({name: 'orderId', value: 'A-1042'})]}));
      const {harness} = desk;
      await desk.choose('Reply all');
      await harness.click('button', 'Template: Refund');
      await harness.click('menuitemradio', 'No template');
      await desk.settled();
      expect(desk.text.trim()).to.equal('');
      await harness.type('My own words');
      await harness.click('button', 'No template');
      await harness.click('menuitemradio', /Apology/);
      expect(harness.text).to.contain('Replace what you wrote?');
      expect(desk.text).to.contain('My own words');
      await harness.click('button', 'Replace');
      await desk.settled();
      expect(desk.text).to.contain('We are sorry about A-1042 and {{plan}}.');
      await harness.press('Control+z');
      expect(desk.text).to.contain('My own words');
    });

    it('[MAIL-5] tell which places of a template have no value', async () => {
      const desk = await EmailDesk.open(aDesk({cad: [aVariable({name: 'orderId', value: 'A-1042'})]}));
      const {harness} = desk;
      await desk.choose('Reply');
      await harness.click('button', 'Template: Refund');
      await harness.click('menuitemradio', /Apology/);
      await desk.settled();
      await desk.sends();
      expect(desk.stream.sent).to.deep.equal([]);
      expect(harness.text).to.contain('{{plan}} has no value');
      await harness.click('button', 'Send anyway');
      await desk.settled();
      expect(desk.mail?.text).to.contain('{{plan}}');
    });

    it('[MAIL-10] take the previous thread along unless the agent leaves it out; "…" shows it', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness} = desk;
      await desk.choose('Reply');
      await harness.click('button', 'Show previous thread');
      expect(harness.text).to.contain('Hana Seo wrote:');
      const along = harness.get('checkbox', 'Send the previous thread along') as HTMLInputElement;
      expect(along.checked).to.equal(true);
      await desk.sends();
      expect(desk.mail?.quotes).to.equal(true);
      desk.stream.refuse('DW_MAIL_UNKNOWN');
      await desk.settled();
      await harness.click('checkbox', 'Send the previous thread along');
      await desk.sends();
      expect(desk.mail?.quotes).to.equal(false);
    });

    it('[MAIL-10] lead back to the original', async () => {
      const desk = await EmailDesk.open(aDesk());
      await desk.harness.click('button', 'View original email');
      expect(desk.harness.focused).to.equal('heading "My order"');
    });
  });

  describe('drafts', () => {
    it('[MAIL-9] are kept for each contact and way of answering, over a reload, recipients included', async () => {
      const desk = await EmailDesk.open(aDesk());
      await desk.writes('A quick one');
      await desk.choose('Reply');
      await desk.writes(' More.');
      await desk.adds('a@b.example', 'wrong');
      await desk.harness.type('unfinished@');
      await desk.choose('Reply all');
      await desk.writes(' For all.');
      expect(desk.harness.text).to.contain('Draft saved');
      unmountAll();
      const later = await EmailDesk.open(aDesk());
      await later.loaded(() => later.harness.find('toolbar') !== undefined);
      expect(later.text).to.contain('For all.');
      expect(later.element.renderRoot.querySelector('dw-cc-field')?.value.chips).to.deep.equal([]);
      await later.choose('Reply');
      expect(later.text).to.contain('More.');
      expect(later.text).not.to.contain('For all.');
      const cc = later.element.renderRoot.querySelector('dw-cc-field')?.value;
      expect(cc).to.deep.equal({chips: ['a@b.example', 'wrong', 'unfinished@'], text: ''});
      await later.choose('Quick reply');
      expect(later.text).to.equal('A quick one');
    });

    it('say honestly when a reload would lose them', async () => {
      const desk = await EmailDesk.open(aDesk());
      await desk.writes('x');
      expect(desk.harness.text).to.contain('Draft saved');
      const area = desk.element.renderRoot.querySelector('dw-text-area');
      area?.insert('x'.repeat(100_000));
      await desk.settled();
      expect(desk.harness.text).to.contain('Draft kept until this page is reloaded');
    });

    it('[MAIL-8] with a card number are warned of, shown, and never stored', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness} = desk;
      await desk.writes(`Card ${CARD} ok`);
      await desk.loaded(() => desk.harness.text.includes('Card data'));
      expect(harness.text).to.contain('Card data found in the body.');
      expect(JSON.stringify({...sessionStorage})).not.to.contain('4539');
      await harness.click('button', 'Show');
      const area = desk.element.renderRoot
        .querySelector('dw-text-area')
        ?.shadowRoot?.querySelector('textarea');
      expect(area?.value.slice(area.selectionStart, area.selectionEnd)).to.equal(CARD);
      await desk.choose('Reply');
      await desk.writes(` ${CARD}`);
      await desk.settled();
      expect(harness.text).to.contain('It will be removed before sending.');
      await harness.click('button', 'Show');
      expect(getSelectionText(desk)).to.equal(CARD);
    });

    it('[MAIL-8] are not stored before it is known that they have no card number', async () => {
      const desk = await EmailDesk.open(aDesk());
      const area = desk.element.renderRoot.querySelector('dw-text-area');
      area?.insert(`Card ${CARD} ok`);
      expect(JSON.stringify({...sessionStorage})).not.to.contain('4539');
      await desk.loaded(() => desk.harness.text.includes('Card data'));
      expect(JSON.stringify({...sessionStorage})).not.to.contain('4539');
      expect(desk.harness.text).to.contain('Draft kept until this page is reloaded');
    });

    it('are stored once it is known that many digits are no card number', async () => {
      const desk = await EmailDesk.open(aDesk());
      desk.element.renderRoot.querySelector('dw-text-area')?.insert(`Order ${NO_CARD} ok`);
      await desk.loaded(() => desk.harness.text.includes('Draft saved'));
      expect(JSON.stringify({...sessionStorage})).to.contain(NO_CARD);
    });

    it('[MAIL-8] with a card number do not leave where admin drops such mails', async () => {
      const cardData = {action: 'drop', unreadable: 'allow'} as const;
      const desk = await EmailDesk.open(aDesk({}, {snapshot: {tenant: {...TENANT, cardData}}}));
      await desk.writes(CARD);
      await desk.sends();
      await desk.loaded(() => desk.harness.text.includes('not sent'));
      expect(desk.stream.sent).to.deep.equal([]);
      expect(desk.harness.text).to.contain('An email with card data is not sent');
    });
  });

  describe('after "Send"', () => {
    it('[MAIL-11] it can be undone for a few seconds, and the draft is back exactly', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness, stream} = desk;
      await desk.choose('Reply');
      await desk.writes(' Thanks.');
      await desk.adds('a@b.example');
      const before = desk.editor.doc;
      await desk.sends();
      harness.get('button', 'Send').focus();
      await desk.isTaken({html: '<p>x</p>'});
      expect(harness.focused).to.equal('button "Undo"');
      expect(harness.find('textbox')).to.equal(undefined);
      await desk.clock.pass(2_500);
      await desk.settled();
      expect(harness.text).to.contain('Sending in 3 s');
      await harness.press('Enter');
      expect(stream.last).to.deep.equal({type: 'mail.recall', interactionId: ID, mailId: 'mail-2'});
      stream.accept([{type: 'mail.recalled', interactionId: ID, mailId: 'mail-2'}]);
      await desk.settled();
      expect(desk.editor.doc).to.deep.equal(before);
      expect(desk.element.renderRoot.querySelector('dw-cc-field')?.value.chips).to.deep.equal([
        'a@b.example',
      ]);
      expect(harness.focused).to.equal('textbox "Reply"');
    });

    it('[MAIL-11] an untouched template can be called back, too, and what was pressed last is not forgotten', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness, stream} = desk;
      await desk.choose('Reply');
      await desk.sends();
      harness.get('button', 'Send').focus();
      await desk.isTaken({html: '<p>x</p>'});
      await harness.press('Enter');
      stream.refuse('DW_MAIL_LEFT');
      await desk.settled();
      expect(harness.text).to.contain('Undo: The email has left already.');
      await harness.click('button', 'Undo');
      stream.accept([{type: 'mail.recalled', interactionId: ID, mailId: 'mail-2'}]);
      await desk.loaded(() => harness.focused === 'textbox "Reply"');
      expect(desk.text).to.contain('Dear Hana Seo,');
      expect(harness.focused).to.equal('textbox "Reply"');
    });

    it('[MAIL-11] the wrap-up begins when it has left, and the draft is gone', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness, stream} = desk;
      await desk.writes('Bye');
      await desk.sends();
      await desk.isTaken();
      stream.tell({type: 'mail.sent', interactionId: ID, mailId: 'mail-2'});
      stream.tell({
        type: 'interaction.ended',
        interactionId: ID,
        ending: {at: NOON, by: 'agent', reason: 'ended'},
      });
      stream.tell({type: 'wrap-up.started', interactionId: ID, agentId: AGENT.id});
      await desk.settled();
      expect(harness.text).to.contain('Wrap-up');
      expect(harness.text).to.contain('Sent');
      expect(harness.find('textbox')).to.equal(undefined);
      expect(JSON.stringify({...sessionStorage})).not.to.contain('Bye');
    });

    it('says why the mail server did not take it, and the draft is there to be sent again', async () => {
      const desk = await EmailDesk.open(aDesk());
      const {harness, stream} = desk;
      await desk.writes('Hello');
      await desk.sends();
      await desk.isTaken();
      stream.tell({
        type: 'mail.failed',
        interactionId: ID,
        mailId: 'mail-2',
        failure: '550 5.1.1 no such user',
      });
      await desk.settled();
      expect(harness.text).to.contain('does not know a recipient’s address');
      expect(harness.text).to.contain('550 5.1.1 no such user');
      expect(desk.text).to.equal('Hello');
      await desk.sends();
      expect(desk.mail?.text).to.equal('Hello');
    });

    it('brings back what was written elsewhere and did not leave', async () => {
      const failed = anAnswer({delivery: 'failed', failure: '552 5.2.2 over quota'});
      const html = '<p>It left <strong>today</strong>.</p>';
      const quick = await EmailDesk.open(aDeskWith(aMail(), failed));
      expect(quick.text).to.equal('It left today.');
      unmountAll();
      sessionStorage.clear();
      const formatted = {...failed, html, cc: [{name: 'Ops', address: 'ops@example.com'}], quotes: 'mail-1'};
      const desk = await EmailDesk.open(aDeskWith(aMail(), formatted));
      await desk.loaded(() => desk.harness.find('toolbar') !== undefined);
      expect(desk.text).to.contain('It left today.');
      expect(desk.element.renderRoot.querySelector('dw-cc-field')?.value.chips).to.deep.equal([
        'Ops <ops@example.com>',
      ]);
    });

    it('offers nothing in wrap-up where nothing failed', async () => {
      const wrapUp = aWrapUp({
        id: ID,
        channel: 'email',
        content: threadOf(aMail(), anAnswer({delivery: 'sent'})),
      });
      const desk = await EmailDesk.open(fakeStream({interactions: [wrapUp]}));
      expect(desk.harness.find('button', 'Send')).to.equal(undefined);
    });
  });
});

const getSelectionText = ({editor}: EmailDesk): string => {
  const root = editor.shadowRoot as (ShadowRoot & {getSelection?: () => Selection | null}) | null;
  return (root?.getSelection?.() ?? getSelection())?.toString() ?? '';
};
