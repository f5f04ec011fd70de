import {expect} from '@open-wc/testing';
import {fakeStream} from '@deskwire/testing';
import {
  AGENT,
  aMail,
  anActive,
  CUSTOMER,
  NOON,
  someCapabilities,
  threadOf,
} from '@deskwire/testing/fixtures.js';
import {runWidgetSuite, unmountAll} from '@deskwire/testing/widgets.js';
import {COMMAND_TYPES, FEATURES} from '@deskwire/domain';

import './define.js';
import {EmailComposerElement} from './email-composer.element.js';
import {aDesk, aDeskWith, aFile, anAnswer, EmailDesk, ID} from './email-desk.harness.js';

const PIXEL = 'https://tracker.example/pixel.png';

runWidgetSuite('the email composer', {
  tag: 'dw-email-composer',
  elementClass: EmailComposerElement,
  version: '0.1.0',
  stream: () => {
    const first = aMail({text: 'See https://example.com/orders/A-1042?long=address-that-goes-on-and-on'});
    const files = [aFile({name: '십일월-청구서.pdf'}), aFile({id: 'f2', name: 'held.zip', held: true})];
    const mails = [
      first,
      anAnswer({delivery: 'failed', failure: '550 5.1.1 no such user'}),
      aMail({id: 'mail-3', at: NOON + 90_000, attachments: files, redactions: [{kind: 'attachment'}]}),
    ];
    return aDesk({content: threadOf(...mails)});
  },
  texts: {en: 'Quick reply', ko: '빠른 회신'},
  news: (stream) => stream.tell({type: 'mail.received', interactionId: ID, mail: aMail({id: 'mail-9'})}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.email ?? '', 'Where is my order?'],
});

describe('the mail that is read', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
    localStorage.clear();
  });

  it('[MAIL-1] opens with subject, sender, recipients, date, text and attachments', async () => {
    const cc = [{name: 'Ops', address: 'ops@example.com'}];
    const {harness, stream} = await EmailDesk.open(aDeskWith(aMail({cc, attachments: [aFile()]})));
    expect(harness.get('heading', 'My order')).to.be.instanceOf(HTMLElement);
    const shown = ['Hana Seo', 'hana@example.com', 'help@example.com', 'Ops <ops@example.com>', 'Support'];
    for (const text of [...shown, 'Where is my order?', 'bill.pdf', '412 KB']) {
      expect(harness.text).to.contain(text);
    }
    expect(stream.sent).to.deep.equal([]);
  });

  it('[MAIL-1] fetches no remote image before it is allowed, and then this once or always', async () => {
    const html = `<p>Hello</p><img src="${PIXEL}" width="9" height="9"><script>parent.hacked = 1</script>`;
    const mail = aMail({html});
    const one = await EmailDesk.open(aDeskWith(mail));
    const frame = () =>
      one.element.renderRoot.querySelector('dw-mail-body')?.shadowRoot?.querySelector('iframe');
    expect(one.harness.text).to.contain('1 remote image blocked. Loading it tells the sender');
    expect(frame()?.srcdoc ?? '').not.to.contain('<script');
    expect('hacked' in window).to.equal(false);
    await one.harness.click('button', 'Show images');
    await one.settled();
    expect(one.harness.text).not.to.contain('blocked');
    unmountAll();
    const again = await EmailDesk.open(aDeskWith(mail));
    expect(again.harness.text).to.contain('1 remote image blocked');
    await again.harness.click('button', 'Always for this sender');
    await again.settled();
    unmountAll();
    const later = await EmailDesk.open(aDeskWith(aMail({id: 'mail-7', html})));
    await later.settled();
    expect(later.harness.text).to.contain('always shown');
    await later.harness.click('button', 'Stop showing');
    await later.settled();
    expect(later.harness.text).to.contain('1 remote image blocked');
  });

  it('shows markup of a plain mail as the text that it is, and makes addresses links', async () => {
    const text = '<img src=x onerror=alert(1)> https://example.com/a';
    const {harness} = await EmailDesk.open(aDeskWith(aMail({text})));
    expect(harness.text).to.contain('<img src=x onerror=alert(1)>');
    expect(harness.get('link').getAttribute('href')).to.equal('https://example.com/a');
  });

  it('[MAIL-1] gives files out, says which wait to be checked, and lists no image of the text', async () => {
    const attachments = [
      aFile(),
      aFile({id: 'f2', name: 'locked.zip', held: true}),
      aFile({id: 'f3', name: 'logo.png', inline: true, contentId: 'logo'}),
    ];
    const asked: string[] = [];
    const stream = aDesk(
      {content: threadOf(aMail({attachments}))},
      {
        files: ({attachmentId}) => {
          asked.push(attachmentId);
          return {ok: false, refusal: {code: 'DW_FILE_BROKEN', kind: 'transport'}};
        },
      },
    );
    const {harness} = await EmailDesk.open(stream);
    expect(harness.text).to.contain('Waits to be checked');
    expect(harness.text).not.to.contain('logo.png');
    await harness.click('button', /bill\.pdf/);
    expect(asked).to.deep.equal(['f1']);
    expect(harness.get('alert').textContent).to.contain('bill.pdf');
    await harness.click('button', 'Try again');
    expect(asked).to.deep.equal(['f1', 'f1']);
  });

  it('[MAIL-10] folds the previous thread, and each mail in it', async () => {
    const mails = [
      aMail({text: 'The first one'}),
      anAnswer({delivery: 'sent', text: 'An answer', html: '<p>An answer <b>in HTML</b></p>'}),
      aMail({id: 'mail-3', at: NOON + 90_000}),
    ];
    const {harness, element} = await EmailDesk.open(aDeskWith(...mails));
    expect(harness.text).to.contain('2 earlier messages');
    expect(harness.text).not.to.contain('The first one');
    await harness.click('button', 'Show previous thread');
    expect(harness.text).to.contain('The first one');
    await harness.click('button', /^Example/);
    const bodies = element.renderRoot.querySelectorAll('.mail dw-mail-body');
    expect([...bodies].map((body) => (body as HTMLElement & {mail: {id: string}}).mail.id)).to.deep.equal([
      'mail-2',
    ]);
    await harness.click('button', 'Hide previous thread');
    expect(harness.text).not.to.contain('The first one');
  });

  it('says that a reply did not arrive, that nobody wrote a mail, and what was taken out', async () => {
    const bounce = aMail({id: 'mail-3', at: NOON + 90_000, notice: 'bounce', text: 'Undelivered'});
    const {harness} = await EmailDesk.open(aDeskWith(aMail(), anAnswer({delivery: 'sent'}), bounce));
    expect(harness.text).to.contain('A reply could not be delivered.');
    expect(harness.text).to.contain('Sent');
    unmountAll();
    const away = await EmailDesk.open(
      aDeskWith(
        aMail({notice: 'auto-reply', html: '<p>••••</p>', redactions: [{kind: 'card', at: 0, length: 4}]}),
      ),
    );
    expect(away.harness.text).to.contain('automatic reply');
    expect(away.harness.text).to.contain('Card data was removed from this email.');
  });

  it('[MAIL-12] asks the page for a transfer', async () => {
    const {harness, element} = await EmailDesk.open(aDesk());
    const asked: string[] = [];
    element.addEventListener('dw-transfer-open', ({detail}) => asked.push(detail.interactionId));
    await harness.click('button', 'Transfer');
    expect(asked).to.deep.equal([ID]);
  });

  it('hides what the backend cannot do, and says why something is off', async () => {
    const commands = COMMAND_TYPES.filter((type) => type !== 'interaction.transfer');
    const stream = aDesk({}, {snapshot: {capabilities: someCapabilities({commands, features: FEATURES})}});
    const {harness} = await EmailDesk.open(stream);
    expect(harness.find('button', 'Transfer')).to.equal(undefined);
    expect(harness.isLive('button', 'End')).to.equal(true);
  });

  it('[MAIL-13] ends without a reply, and the wrap-up begins', async () => {
    const {harness, stream} = await EmailDesk.open(aDesk());
    await harness.click('button', 'End');
    expect(stream.last).to.deep.equal({type: 'interaction.end', interactionId: ID});
    stream.accept([
      {type: 'interaction.ended', interactionId: ID, ending: {at: NOON, by: 'agent', reason: 'ended'}},
      {type: 'wrap-up.started', interactionId: ID, agentId: AGENT.id},
    ]);
    await harness.settled();
    expect(harness.text).to.contain('Wrap-up');
    expect(harness.all('button').map((button) => button.textContent.trim())).to.deep.equal([]);
  });

  it('[MAIL-13] asks before it ends what something was written for', async () => {
    const desk = await EmailDesk.open(aDesk());
    const {harness, stream} = desk;
    await desk.writes('Hello');
    await harness.click('button', 'End');
    expect(stream.sent).to.deep.equal([]);
    expect(harness.focused).to.equal('button "Keep writing"');
    await harness.click('button', 'Keep writing');
    expect(harness.focused).to.equal('textbox "Write a reply"');
    await harness.click('button', 'End');
    await harness.click('button', 'End without a reply');
    expect(stream.last).to.deep.equal({type: 'interaction.end', interactionId: ID});
  });

  it('says why it could not be ended', async () => {
    const {harness, stream} = await EmailDesk.open(aDesk());
    await harness.click('button', 'End');
    stream.refuse('DW_SEND_TIMEOUT');
    await harness.settled();
    expect(harness.get('alert').textContent).to.contain('End:');
    await harness.click('button', 'Try again');
    expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
  });

  it('follows the newest active mail, or the one that is set', async () => {
    const stream = fakeStream({
      interactions: ['email-1', 'email-2'].map((id, at) =>
        anActive({
          ...{id, channel: 'email', createdAt: NOON + at},
          content: threadOf(aMail({subject: `Subject of ${id}`})),
        }),
      ),
    });
    const {harness, element} = await EmailDesk.open(stream);
    expect(harness.text).to.contain('Subject of email-2');
    element.interactionId = 'email-1';
    await harness.settled();
    expect(harness.text).to.contain('Subject of email-1');
  });
});
