import './define.js';

import {expect} from '@open-wc/testing';
import {loadMailBody} from '@deskwire/kit';
import {refuse, type HistoryEntry, type Mail} from '@deskwire/domain';
import {
  aDiallingTenant,
  AGENT,
  aMail,
  aMessage,
  anActive,
  aPastContact,
  aRequest,
  chatOf,
  CUSTOMER,
  FakeHistory,
  fakeStream,
  manyPastContacts,
  NOON,
  OTHER_AGENT,
  threadOf,
  type FakeStreamOptions,
} from '@deskwire/testing';
import type {FileRequest, FileResult} from '@deskwire/stream';
import {deepElements, leaks, runWidgetSuite, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import {loadCorrespondence} from './content.element.js';
import {ContactHistoryElement} from './contact-history.element.js';
import {loadHistoryContent} from './opened.template.js';
import {
  enterList,
  focusedRow,
  mountContactHistory,
  mountHistory,
  rowsOf,
  rowTexts,
} from './history.harness.js';
import {startOfDay} from './history.view.js';

const HOUR = 3_600_000;
const MORNING = startOfDay(NOON);
const CALL = anActive({id: 'now'});

const MAIL = aPastContact({
  interactionId: 'mail',
  channel: 'email',
  subject: 'Refund request, November roaming',
  queue: {id: 'invoices', name: 'Invoices'},
  agent: OTHER_AGENT,
  at: MORNING - 40 * HOUR,
  seconds: 520,
  reasons: ['Refund promised'],
});
const CHAT = aPastContact({interactionId: 'chat', channel: 'chat', at: MORNING - 900 * HOUR});
const VOICE = aPastContact({interactionId: 'voice', agent: OTHER_AGENT, at: MORNING - 200 * HOUR});

const aPast = (...entries: readonly HistoryEntry[]): FakeHistory =>
  new FakeHistory({ofCustomer: entries.length ? entries : [MAIL, VOICE, CHAT]});

const mount = (past = aPast(), options: Parameters<typeof mountContactHistory>[0] = {}) =>
  mountContactHistory({past, desk: {interactions: [CALL]}, ...options});

runWidgetSuite<ContactHistoryElement>('dw-contact-history', {
  tag: 'dw-contact-history',
  elementClass: ContactHistoryElement,
  version: '0.1.0',
  stream: () => fakeStream({answer: new FakeHistory().answer, interactions: [CALL]}),
  texts: {en: 'View transcript', ko: '대화 내용 보기'},
  news: (stream) =>
    stream.tell({
      type: 'interaction.shown',
      interactionId: 'newer',
      interaction: anActive({id: 'newer', channel: 'chat', createdAt: NOON + 1}),
    }),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? '', 'My bill'],
});

describe('dw-contact-history', () => {
  before(async () => {
    await loadHistoryContent();
    await loadCorrespondence();
    await loadMailBody();
  });
  afterEach(unmountAll);

  it('[HIST-2] lists the contacts of the current customer, newest first, with what they were about and who had them', async () => {
    const scene = await mount();
    expect(scene.past.asked[0]).to.include({type: 'history.customer', interactionId: 'now'});
    expect(rowTexts(scene)).to.deep.equal([
      'Email Refund request, November roaming 13 Jan 08:00 Invoices · Refund promised · Leo Brandt Duration 08:40 View email messages',
      'Call Support 6 Jan 16:00 Resolved · Leo Brandt Duration 03:05 +82 2-1555-0142 View call details',
      'Chat Support 8 Dec 2025 Resolved · Mina Park Duration 03:05 View transcript',
    ]);
  });

  describe('the correspondence of an email', () => {
    const bill = {id: 'a', name: '11월 청구서.pdf', type: 'application/pdf', size: 412_000};
    const logo = {id: 'b', name: 'logo.png', type: 'image/png', size: 90, inline: true, contentId: 'logo@x'};
    const theirs = aMail({
      id: 'm1',
      from: {name: 'Jung Da-in', address: 'dain@example.com'},
      text: 'Please refund one.',
      html: '<p>Please <b>refund</b> one.</p><img src="cid:logo@x" alt=""><img src="https://cdn.example/x.png">',
      attachments: [bill, logo],
    });
    const ours = aMail({
      id: 'm2',
      direction: 'out',
      from: {name: 'Leo Brandt', address: 'help@example.com'},
      to: [{name: 'Jung Da-in', address: 'dain@example.com'}],
      cc: [{address: 'ops@example.com'}],
      text: 'We refund it.',
      delivery: 'sent',
    });
    const last = aMail({
      id: 'm3',
      from: {name: 'Jung Da-in', address: 'dain@example.com'},
      text: 'Thank you.\n\nOn 13 Jan Leo Brandt wrote:\n> We refund it.',
      quoteAt: 12,
    });

    /** The correspondence, opened, with its files in the test's hand. */
    const open = async (
      mails: readonly Mail[],
      files: FakeStreamOptions['files'] = () => never(),
      width?: number,
    ) => {
      const past = aPast();
      past.contents.set('mail', {content: threadOf(...mails)});
      const asked: FileRequest[] = [];
      const desk: FakeStreamOptions = {
        interactions: [CALL],
        files: (request) => {
          asked.push(request);
          return files(request);
        },
      };
      const scene = await mount(past, {desk, ...(width === undefined ? {} : {width})});
      await scene.harness.click('button', 'View email messages');
      await scene.harness.settled();
      const lines = () => scene.harness.all('listitem').filter((item) => item.matches('.mail'));
      return {...scene, asked, lines, mails: () => lines().map(textOf)};
    };
    const never = (): Promise<FileResult> => new Promise(() => undefined);
    const bodiesOf = ({element}: {readonly element: Element}) =>
      deepElements(element.shadowRoot ?? element).filter((one) => one.localName === 'dw-mail-body');

    it('[HIST-2] shows sender, recipients, date and what was written: HTML in a frame that runs and fetches nothing', async () => {
      const scene = await open([theirs, ours, last]);
      const {harness, past} = scene;
      expect(harness.focused).to.equal('heading "Email messages"');
      expect(past.asked.at(-1)).to.include({
        type: 'history.content',
        interactionId: 'mail',
        customerOf: 'now',
      });
      const [first, second, third] = scene.mails();
      expect(first)
        .to.contain('Jung Da-in')
        .and.to.contain('dain@example.com')
        .and.to.contain('To help@example.com');
      expect(first).to.contain('1 remote image blocked.');
      expect(second).to.contain('To Jung Da-in <dain@example.com>').and.to.contain('Cc ops@example.com');
      expect(second).to.contain('We refund it.').and.to.contain('Sent');
      expect(third).to.contain('Thank you.').and.not.to.contain('On 13 Jan');
      const frame = bodiesOf(scene)[0]?.shadowRoot?.querySelector('iframe');
      expect(frame?.getAttribute('sandbox')).not.to.contain('allow-scripts');
      expect(frame?.contentDocument?.body.textContent).to.contain('Please refund one.');
      expect(scene.asked).to.deep.equal([
        {interactionId: 'mail', attachmentId: 'b', customerOf: 'now', signal: scene.asked[0]?.signal},
      ]);
    });

    it('[HIST-2] folds what a mail quotes, and shows it on demand', async () => {
      const {harness} = await open([last]);
      await harness.click('button', 'Show quoted text');
      expect(harness.text).to.contain('On 13 Jan Leo Brandt wrote:');
      expect(harness.isLive('button', 'Hide quoted text')).to.equal(true);
    });

    it('[HIST-2] fetches an attachment of a past contact, says when it cannot be had, and tries again', async () => {
      const broken = {ok: false, refusal: refuse('DW_FILE_BROKEN')} as const;
      const answers: FileResult[] = [broken, {ok: true, file: new Blob(['%PDF'])}];
      const scene = await open([{...theirs, attachments: [bill]}], () => answers.shift() ?? never());
      const {harness, asked} = scene;
      const saved: string[] = [];
      const {click} = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
        saved.push(this.download);
      };
      try {
        await harness.click('button', /^Download 11월 청구서\.pdf/);
        await harness.settled();
        expect(harness.text).to.contain('11월 청구서.pdf: ');
        await harness.click('button', 'Try again');
        await harness.settled();
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      const wanted = {interactionId: 'mail', attachmentId: 'a', customerOf: 'now'};
      expect(asked.map(({signal: _, ...one}) => one)).to.deep.equal([wanted, wanted]);
      expect(saved).to.deep.equal(['11월 청구서.pdf']);
      expect(harness.find('button', 'Try again')).to.equal(undefined);
    });

    it('[HIST-2] unfolds the newest of many, and any other on demand', async () => {
      const many = Array.from({length: 8}, (_, at) => aMail({id: `m${at}`, text: `Mail ${at}`}));
      const scene = await open(many);
      expect(bodiesOf(scene)).to.have.length(5);
      expect(scene.mails()[0]).to.contain('Mail 0');
      const [oldest] = scene.lines();
      oldest?.querySelector<HTMLElement>('.unfold')?.click();
      await scene.harness.settled();
      expect(bodiesOf(scene)).to.have.length(6);
      oldest?.querySelector<HTMLElement>('.unfold')?.click();
      await scene.harness.settled();
      expect(bodiesOf(scene)).to.have.length(5);
    });

    it('never shortens a name for the date beside it, in 320 px or wider', async () => {
      const name = 'Jung Da-in, Customer Relations';
      for (const width of [320, 420, 520]) {
        const scene = await open(
          [
            aMail({from: {name, address: 'dain@example.com'}}),
            aMail({id: 'm2', direction: 'out', delivery: 'failed'}),
          ],
          undefined,
          width,
        );
        const [line] = scene.lines();
        const who = line?.querySelector('.who');
        const date = line?.querySelector('.unfold > .num');
        expect(who?.scrollWidth)
          .to.be.greaterThan(100)
          .and.to.be.at.most(who?.clientWidth ?? 0);
        expect(date?.scrollWidth)
          .to.be.greaterThan(50)
          .and.to.be.at.most(date?.clientWidth ?? 0);
        unmountAll();
      }
    });

    it('[HIST-2] tells a mail that could not be delivered and a machine’s from the others', async () => {
      const scene = await open([
        aMail({id: 'b', direction: 'out', delivery: 'failed', text: 'Hello'}),
        aMail({id: 'c', notice: 'auto-reply', text: 'Away'}),
        aMail({id: 'd', text: ''}),
      ]);
      const [failed, away, empty] = scene.mails();
      expect(failed).to.contain('Not sent').and.to.contain('This email could not be delivered.');
      expect(away).to.contain('This is an automatic reply. Nobody wrote it.');
      expect(empty).to.contain('This email has no text.');
    });
  });

  it('[HIST-2] opens the transcript of a chat, older messages as one goes up', async () => {
    const past = aPast();
    const messages = Array.from({length: 60}, (_, at) =>
      aMessage({
        id: `m${at}`,
        at: MORNING - 900 * HOUR + at * 10_000,
        text: `line ${at} of it`,
        ...(at % 2 ? {from: {kind: 'agent' as const, id: AGENT.id, name: AGENT.name}} : {}),
      }),
    );
    past.contents.set('chat', {content: chatOf(...messages)});
    const {harness} = await mount(past);
    await harness.click('button', 'View transcript');
    await harness.settled();
    expect(harness.focused).to.equal('heading "Transcript"');
    expect(harness.get('log').textContent).to.contain('line 59 of it').and.not.to.contain('line 9 of it');
    await harness.click('button', 'Show 10 earlier messages');
    expect(harness.get('log').textContent).to.contain('line 0 of it');
    expect(past.asked.at(-1)).to.include({before: 'm10'});
  });

  it('[HIST-2] fetches a file of a past chat, and says when it is no longer there', async () => {
    const past = aPast();
    const bill = {id: 'f', name: 'bill.pdf', type: 'application/pdf', size: 4_000};
    past.contents.set('chat', {content: chatOf(aMessage({text: 'Here', attachments: [bill]}))});
    const asked: FileRequest[] = [];
    const desk: FakeStreamOptions = {
      interactions: [CALL],
      files: (request) => {
        asked.push(request);
        return {ok: false, refusal: refuse('DW_FILE_UNKNOWN')};
      },
    };
    const {harness} = await mount(past, {desk});
    await harness.click('button', 'View transcript');
    await harness.settled();
    await harness.click('button', /bill\.pdf/);
    await harness.settled();
    expect(asked).to.have.length(1);
    expect(asked[0]).to.include({interactionId: 'chat', attachmentId: 'f', customerOf: 'now'});
    expect(textOf(harness.get('alert'))).to.contain('bill.pdf: ');
    await harness.click('button', 'Dismiss');
    expect(harness.find('alert')).to.equal(undefined);
  });

  it('[HIST-2] shows the facts of a call, and what its call guide brought', async () => {
    const past = aPast();
    const replies = [
      {questionId: 'right-person', answer: 'yes'},
      {questionId: 'satisfied', answer: 'no'},
      {questionId: 'why', answer: 'Roaming in Japan'},
      {questionId: 'gone', answer: ''},
    ];
    past.contents.set('voice', {guide: {by: OTHER_AGENT, at: MORNING, replies}});
    const {harness} = await mount(past, {
      desk: {interactions: [CALL], snapshot: {tenant: aDiallingTenant()}},
    });
    await harness.click('button', 'View call details');
    await harness.settled();
    expect(harness.text).to.contain(
      'Call details Kind Incoming call Queue Support Agent Leo Brandt · Support',
    );
    expect(harness.text).to.contain('Arrived 6 Jan 2026, 16:00 Duration 03:05');
    expect(harness.text).to.contain('Call guide Filled in by Leo Brandt, 15 Jan 2026, 00:00');
    expect(harness.text).to.contain('Is this the account holder? Yes');
    expect(harness.text).to.contain('What is missing? Roaming in Japan');
    expect(harness.text).to.contain('A question that is no longer asked No answer');
  });

  it('[HIST-2] comes back to the row from which a contact was opened', async () => {
    const scene = await mount();
    const {harness} = scene;
    enterList(scene);
    await harness.press('ArrowDown');
    await harness.press('Enter');
    expect(harness.focused).to.equal('heading "Call details"');
    await harness.click('button', 'Back to the list');
    expect(focusedRow(scene)).to.equal(rowsOf(scene)[1]);
    await harness.press('ArrowRight');
    await harness.press('ArrowRight');
    await harness.press('Enter');
    expect(harness.focused).to.equal('heading "Call details"');
    await harness.press('Shift+Tab');
    expect(harness.focused).to.equal('button "Back to the list"');
    await harness.press('Enter');
    expect(harness.focused).to.equal('button "View call details"');
    expect(focusedRow(scene)).to.equal(rowsOf(scene)[1]);
  });

  it('shows what strangers wrote as text, whatever it is, with links made safe', async () => {
    const past = aPast();
    const evil =
      '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script> javascript:alert(1) https://example.com/a';
    past.contents.set('mail', {
      content: threadOf(aMail({text: evil, subject: evil, from: {name: evil, address: 'a@b.example'}})),
    });
    past.contents.set('chat', {content: chatOf(aMessage({text: evil}))});
    const {harness, element} = await mount(past);
    for (const [link, back] of [
      ['View email messages', 'Back to the list'],
      ['View transcript', 'Back to the list'],
    ] as const) {
      await harness.click('button', link);
      await harness.settled();
      expect(harness.text).to.contain('<img src=x onerror="window.pwned=1">');
      expect(
        deepElements(element).filter(({localName}) => localName === 'img' || localName === 'script'),
      ).to.deep.equal([]);
      const links = harness.all('link');
      expect(links.map((one) => one.getAttribute('href'))).to.deep.equal(['https://example.com/a']);
      expect(links[0]?.getAttribute('rel')).to.equal('noopener noreferrer');
      await harness.click('button', back);
    }
    expect((globalThis as {pwned?: unknown}).pwned).to.equal(undefined);
  });

  it('runs nothing of a mail’s HTML', async () => {
    const past = aPast();
    const html = '<p onclick="pwned=1">Hi</p><img src=x onerror="top.pwned=1"><script>top.pwned=1</script>';
    past.contents.set('mail', {content: threadOf(aMail({html}))});
    const {harness, element} = await mount(past);
    await harness.click('button', 'View email messages');
    await harness.settled();
    const frame = deepElements(element).find((one) => one.localName === 'iframe');
    const page = (frame as HTMLIFrameElement | undefined)?.contentDocument;
    expect(page?.body.textContent).to.contain('Hi');
    expect(page?.querySelectorAll('script, [onerror], [onclick]')).to.have.length(0);
    expect((globalThis as {pwned?: unknown}).pwned).to.equal(undefined);
  });

  it('puts nothing of a customer into attributes when a contact is open', async () => {
    const {harness, element} = await mountHistory({
      past: new FakeHistory({mine: [aPastContact({channel: 'email', subject: 'My bill'})]}),
    });
    await harness.click('button', 'View email messages');
    await harness.settled();
    expect(harness.text).to.contain('Hana Seo').and.to.contain('My bill');
    expect(leaks(element, [CUSTOMER.name ?? '', CUSTOMER.email ?? '', 'My bill'])).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('says why a contact could not be loaded, and tries again', async () => {
    const past = aPast();
    const {harness} = await mount(past);
    past.refuses = 'DW_HISTORY_UNKNOWN';
    await harness.click('button', 'View transcript');
    await harness.settled();
    expect(textOf(harness.get('alert'))).to.contain(
      'This contact could not be loaded. This past contact can no longer be found.',
    );
    past.refuses = undefined;
    await harness.click('button', 'Try again');
    expect(harness.find('log')).not.to.equal(undefined);
  });

  it('shows the tabs of one list: no tab is asked for by itself', async () => {
    const scene = await mount();
    const before = scene.past.asked.length;
    await scene.harness.click('tab', 'Chats');
    expect(rowTexts(scene)).to.have.length(1);
    await scene.harness.click('tab', 'Emails');
    expect(rowTexts(scene)).to.have.length(1);
    expect(scene.past.asked).to.have.length(before);
  });

  it('looks further back for a tab of which the newest contacts hold nothing', async () => {
    const chats = manyPastContacts(120).map((entry) => ({...entry, channel: 'chat' as const}));
    const scene = await mount(aPast(...chats, VOICE));
    await scene.harness.click('tab', 'Calls');
    await scene.harness.settled();
    expect(rowTexts(scene)).to.have.length(1);
    await scene.harness.click('tab', 'Emails');
    expect(scene.harness.text).to.contain('No past emails');
  });

  it('follows the customer with whom the agent talks, not a request that comes meanwhile', async () => {
    const scene = await mount();
    const {desk, harness, past, element} = scene;
    const show = (interaction: ReturnType<typeof anActive>) =>
      desk.tell({type: 'interaction.shown', interactionId: interaction.id, interaction});
    show(aRequest({id: 'request', channel: 'chat', createdAt: NOON + 1}));
    await harness.settled();
    expect(past.asked).to.have.length(1);
    show(anActive({id: 'newer', channel: 'chat', createdAt: NOON + 2}));
    await harness.settled();
    expect(past.asked.at(-1)).to.include({interactionId: 'newer'});
    past.ofCustomer = [CHAT];
    element.interactionId = 'other';
    await harness.settled();
    expect(past.asked.at(-1)).to.include({interactionId: 'other'});
    expect(rowTexts(scene)).to.have.length(1);
    element.interactionId = undefined;
    await harness.settled();
    expect(rowTexts(scene)).to.have.length(3);
  });

  it('closes what is open when another customer is there', async () => {
    const scene = await mount();
    const {harness, element} = scene;
    await harness.click('button', 'View call details');
    await harness.settled();
    element.interactionId = 'other';
    await harness.settled();
    expect(harness.find('button', 'Back to the list')).to.equal(undefined);
  });

  it('says that there is no customer, and that a customer has no earlier contacts', async () => {
    const nobody = await mount(aPast(), {desk: {}});
    expect(nobody.harness.text).to.contain('No customer Earlier contacts of a customer appear here');
    expect(nobody.past.asked).to.deep.equal([]);
    const fresh = await mountContactHistory({
      past: new FakeHistory({ofCustomer: []}),
      desk: {interactions: [CALL]},
    });
    expect(fresh.harness.text).to.contain('No past contacts');
  });
});
