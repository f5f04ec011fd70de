import {describe, expect, it} from 'vitest';
import type {Attachment, Fact, Mail, OutgoingMail, TenantConfig, Verdict} from '@deskwire/domain';
import {CARD_MASK} from '@deskwire/card-data';
import {DeskFeed} from './desk-feed.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, tenantOf} from './test-kit/house.js';

const HANA = {name: 'Hana Kim', address: 'hana@example.com'};
const SHOP = {address: 'mails@example.com'};

const mailOf = (set: Partial<Mail> = {}): Mail => ({
  id: 'in-1',
  messageId: '<1@example.com>',
  at: 1,
  direction: 'in',
  from: HANA,
  to: [SHOP],
  cc: [],
  subject: 'My order',
  text: 'Where is it?',
  attachments: [],
  ...set,
});

const reply = (set: Partial<OutgoingMail> = {}): OutgoingMail => ({
  kind: 'quick-reply',
  inReplyTo: 'in-1',
  cc: [],
  text: 'On its way.',
  attachmentIds: [],
  quotes: false,
  ...set,
});

const UNDO = {email: {...tenantOf().email, undoSeconds: 10}};

const answering = (mail: Partial<Mail> = {}, tenant: Partial<TenantConfig> = {}) => {
  const hall = new Hall({tenant}).available('ann');
  const interactionId = 'e';
  hall.tell({
    type: 'contact.arrived',
    interactionId,
    channel: 'email',
    customer: {email: HANA.address},
    entryPointId: 'to-mails',
    subject: 'My order',
    content: {kind: 'email', thread: {mails: [mailOf(mail)]}},
  });
  hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
  hall.do('ann', {type: 'interaction.accept', interactionId});
  const mails = (): readonly Mail[] => {
    const {content} = hall.interaction(interactionId);
    return content.kind === 'email' ? content.thread.mails : [];
  };
  const send = (set: Partial<OutgoingMail> = {}): Mail | undefined => {
    hall.do('ann', {type: 'mail.send', interactionId, mail: reply(set)});
    return mails().at(-1);
  };
  const recall = (mailId = mails().at(-1)?.id ?? '') =>
    hall.give('ann', {type: 'mail.recall', interactionId, mailId}).result;
  const phase = (agentId = 'ann') => hall.engagement(interactionId, agentId)?.phase;
  return {hall, interactionId, mails, send, recall, phase};
};

const codeOf = (result: Verdict): string => (result.ok ? 'ok' : result.refusal.code);

describe('an answer', () => {
  it('R144 goes to the sender, from the address that they wrote to', () => {
    const {hall, mails, send} = answering();
    expect(send()).toEqual({
      id: expect.any(String) as string,
      messageId: expect.stringMatching(/^<[^<>\s]+@example\.com>$/) as string,
      at: hall.now,
      direction: 'out',
      from: {name: 'Tenant', address: 'mails@example.com'},
      to: [HANA],
      cc: [],
      subject: 'Re: My order',
      text: 'On its way.',
      attachments: [],
      delivery: 'sending',
    });
    expect(mails()).toHaveLength(2);
  });

  it('R144 goes to everybody on Reply all, and to nobody twice', () => {
    const lee = {address: 'Lee@example.com'};
    const park = {address: 'park@example.com'};
    const {send} = answering({to: [SHOP, lee], cc: [park, {address: 'HANA@example.com'}]});
    const sent = send({kind: 'reply-all', cc: [{address: 'lee@example.com'}], html: '<p>On its way.</p>'});
    expect([sent?.to, sent?.cc, sent?.html]).toEqual([
      [HANA],
      [{address: 'lee@example.com'}, park],
      '<p>On its way.</p>',
    ]);
  });

  it('R144 goes to at most 50 copies, however many got the mail', () => {
    const to = Array.from({length: 10_000}, (_, index) => ({address: `n${index.toString()}@example.com`}));
    const {hall, interactionId} = answering({to});
    const send = (kind: OutgoingMail['kind']) =>
      codeOf(hall.give('ann', {type: 'mail.send', interactionId, mail: reply({kind})}).result);
    expect([send('reply-all'), send('reply')]).toEqual(['DW_MAIL_RECIPIENTS', 'ok']);
  });

  it('R144 goes to the same recipients again, when it follows an answer of ours', () => {
    const {hall, interactionId, send} = answering({}, UNDO);
    const first = send();
    hall.tell({type: 'mail.failed', interactionId, mailId: first?.id ?? '', failure: '550'});
    expect(send({inReplyTo: first?.id ?? '', text: 'One more thing', quotes: true})).toMatchObject({
      to: [HANA],
      from: {address: 'mails@example.com'},
      subject: 'Re: My order',
      quotes: first?.id,
    });
  });

  it('R144 answers a mail of this thread', () => {
    const {hall, interactionId} = answering();
    const send = {type: 'mail.send', interactionId} as const;
    expect(hall.refused('ann', {...send, mail: reply({inReplyTo: 'other'})})).toBe('DW_MAIL_UNKNOWN');
    expect(hall.refused('ann', {...send, mail: reply({text: ' '})})).toBe('DW_MAIL_EMPTY');
  });
});

describe('to send', () => {
  const send = (interactionId: string) => ({type: 'mail.send', interactionId, mail: reply()}) as const;

  it('R145 is to be done: the wrap-up comes with the mail', () => {
    const {hall, interactionId, phase} = answering();
    expect(hall.do('ann', send(interactionId))).toEqual([
      'mail.queued',
      'interaction.ended',
      'wrap-up.started',
    ]);
    expect(hall.interaction(interactionId).ending).toEqual({at: hall.now, by: 'agent', reason: 'ended'});
    expect([phase(), hall.refused('ann', send(interactionId))]).toEqual([
      'wrap-up',
      'DW_INTERACTION_NOT_ACTIVE',
    ]);
  });

  it('R145 is to be done where admin offers no reason either', () => {
    const {hall, interactionId, phase} = answering({}, {wrapUpReasons: []});
    expect(hall.do('ann', send(interactionId))).toEqual([
      'mail.queued',
      'interaction.ended',
      'engagement.left',
    ]);
    expect(phase()).toBe('done');
  });

  it('R145 is to be done once the mail has left, where it can be called back', () => {
    const {hall, interactionId, mails, phase} = answering({}, UNDO);
    expect(hall.do('ann', send(interactionId))).toEqual(['mail.queued']);
    expect(mails().at(-1)?.leavesAt).toBe(hall.now + 10_000);
    hall.pass(9.999);
    expect([phase(), hall.refused('ann', send(interactionId))]).toEqual(['active', 'DW_MAIL_LEAVING']);
    const count = hall.facts.length;
    hall.pass(0.001);
    expect(hall.since(count)).toEqual(['interaction.ended', 'wrap-up.started']);
    expect(hall.tell({type: 'mail.sent', interactionId, mailId: mails().at(-1)?.id ?? ''})).toEqual([
      'mail.sent',
    ]);
    expect([mails().at(-1)?.delivery, mails().at(-1)?.leavesAt, phase()]).toEqual([
      'sent',
      undefined,
      'wrap-up',
    ]);
  });

  it('R145 is to be done once, also where the tick is later than the mail server', () => {
    const {hall, interactionId, mails, phase} = answering({}, UNDO);
    hall.do('ann', send(interactionId));
    hall.now += 10_000;
    const mailId = mails().at(-1)?.id ?? '';
    expect(hall.tell({type: 'mail.sent', interactionId, mailId})).toEqual([
      'mail.sent',
      'interaction.ended',
      'wrap-up.started',
    ]);
    const count = hall.facts.length;
    hall.pass(60);
    expect([hall.since(count), phase()]).toEqual([[], 'wrap-up']);
  });

  it('R145 ends nothing where the customer wrote again meanwhile', () => {
    const {hall, interactionId, mails, phase} = answering({}, UNDO);
    hall.do('ann', send(interactionId));
    const again = mailOf({id: 'in-2', notice: 'auto-reply'});
    hall.tell({type: 'mail.received', interactionId, mail: again});
    expect(hall.centre.deadlines).toHaveLength(1);
    hall.tell({type: 'mail.received', interactionId, mail: mailOf({id: 'in-3'})});
    hall.pass(60);
    expect(phase()).toBe('active');
    hall.tell({type: 'mail.sent', interactionId, mailId: mails()[1]?.id ?? ''});
    expect(phase()).toBe('active');
    expect(codeOf(hall.give('ann', send(interactionId)).result)).toBe('ok');
  });

  it('R145 takes its mail away from an ended or a passed-on contact too, and ends nobody else’s work', () => {
    const {hall, interactionId, mails, phase} = answering({}, UNDO);
    hall.do('ann', send(interactionId));
    hall.do('ann', {type: 'interaction.transfer', interactionId, to: {kind: 'queue', queueId: 'mails'}});
    hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    hall.now += 1;
    hall.do('ann', {type: 'interaction.accept', interactionId});
    hall.pass(60);
    expect([phase(), mails().at(-1)?.delivery]).toEqual(['active', 'sending']);
    hall.tell({type: 'mail.sent', interactionId, mailId: mails().at(-1)?.id ?? ''});
    expect(phase()).toBe('active');
    const ended = answering({}, UNDO);
    ended.hall.do('ann', send(interactionId));
    ended.hall.do('ann', {type: 'interaction.end', interactionId});
    ended.hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    expect(ended.hall.interaction(interactionId).ending).toBeDefined();
    ended.hall.tell({type: 'mail.sent', interactionId, mailId: ended.mails().at(-1)?.id ?? ''});
    expect(ended.hall.centre.interactions.size).toBe(0);
  });

  it('R145 keeps the interaction until its mail has left, also after wrap-up', () => {
    const {hall, interactionId, mails} = answering();
    hall.do('ann', send(interactionId));
    const mailId = mails().at(-1)?.id ?? '';
    hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    expect(hall.interaction(interactionId).ending).toBeDefined();
    hall.tell({type: 'mail.sent', interactionId, mailId});
    expect(hall.centre.interactions.size).toBe(0);
  });
});

describe('to call back', () => {
  it('R146 takes the mail out of the thread before it leaves, and the work goes on', () => {
    const {hall, interactionId, mails, send, recall, phase} = answering({}, UNDO);
    const mailId = send()?.id ?? '';
    hall.pass(9.999);
    expect(hall.do('ann', {type: 'mail.recall', interactionId, mailId})).toEqual(['mail.recalled']);
    expect([mails().map(({id}) => id), hall.centre.deadlines]).toEqual([['in-1'], []]);
    hall.pass(60);
    expect(phase()).toBe('active');
    expect(codeOf(recall(mailId))).toBe('DW_MAIL_LEFT');
    expect(hall.tellRefused({type: 'mail.sent', interactionId, mailId})).toBe('DW_MAIL_UNKNOWN');
    expect(hall.tellRefused({type: 'mail.failed', interactionId, mailId, failure: ''})).toBe(
      'DW_MAIL_UNKNOWN',
    );
    expect(send()?.delivery).toBe('sending');
  });

  it('R146 is too late once it leaves, also before the tick; and it is for the mail that waits', () => {
    const {hall, interactionId, mails, send, recall} = answering({}, UNDO);
    send();
    expect(codeOf(recall('in-1'))).toBe('DW_MAIL_LEFT');
    expect(codeOf(recall('nothing'))).toBe('DW_MAIL_UNKNOWN');
    hall.now += 10_000;
    expect(codeOf(recall())).toBe('DW_MAIL_LEFT');
    const mailId = mails().at(-1)?.id ?? '';
    hall.run({kind: 'tick'});
    expect(hall.refused('ann', {type: 'mail.recall', interactionId, mailId})).toBe(
      'DW_INTERACTION_NOT_ACTIVE',
    );
  });

  it('R146 is not there where a mail leaves at once', () => {
    const {interactionId, hall} = answering();
    expect(hall.refused('ann', {type: 'mail.recall', interactionId, mailId: 'in-1'})).toBe('DW_MAIL_LEFT');
  });

  it('R146 is told to the desk that wrote it; one that comes later never saw it', () => {
    const hall = new Hall({tenant: UNDO, agents: [agentOf('ann'), agentOf('bob')]}).available('ann', 'bob');
    const feeds = ['ann', 'bob'].map((agentId) => new DeskFeed({kind: 'agent', agentId}, agentId));
    for (const feed of feeds) feed.hydrate(hall.centre, hall.now);
    const told: Fact[][] = [[], []];
    hall.watch = (before, {centre, facts}) => {
      for (const fact of facts)
        feeds.forEach((feed, at) => told[at]?.push(...feed.push(before, centre, fact)));
    };
    const interactionId = hall.arrive('email');
    hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
    hall.do('ann', {type: 'interaction.accept', interactionId});
    hall.tell({type: 'mail.received', interactionId, mail: mailOf()});
    hall.do('ann', {type: 'mail.send', interactionId, mail: reply()});
    const {content} = hall.interaction(interactionId);
    const mailId = (content.kind === 'email' && content.thread.mails.at(-1)?.id) || '';
    hall.do('ann', {type: 'mail.recall', interactionId, mailId});
    hall.do('ann', {type: 'interaction.transfer', interactionId, to: {kind: 'queue', queueId: 'mails'}});
    const [ann = [], bob = []] = told.map((facts) => facts.map(({type}) => type));
    expect(ann).toEqual(expect.arrayContaining(['mail.queued', 'mail.recalled']));
    expect(bob).not.toContain('mail.recalled');
    const shown = told[1]?.find(({type}) => type === 'interaction.shown');
    expect(JSON.stringify(shown)).toContain('Where is it?');
    expect(JSON.stringify(shown)).not.toContain('On its way.');
  });
});

describe('a mail that cannot be delivered', () => {
  const failing = (tenant: Partial<TenantConfig> = {}) => {
    const {hall, interactionId, ...rest} = answering({}, tenant);
    const mailId = rest.send()?.id ?? '';
    const failed = {type: 'mail.failed', interactionId, mailId, failure: '550 no such user'} as const;
    return {hall, interactionId, ...rest, mailId, failed};
  };

  it('R147 is told once, and so is one that got through after all', () => {
    const {hall, interactionId, mails, mailId, failed} = failing();
    expect([hall.tell(failed), hall.tell(failed)]).toEqual([['mail.failed'], []]);
    expect(mails().at(-1)).toMatchObject({delivery: 'failed', failure: '550 no such user'});
    const sent = {type: 'mail.sent', interactionId, mailId} as const;
    expect([hall.tell(sent), hall.tell(sent)]).toEqual([['mail.sent'], []]);
    expect(mails().at(-1)?.delivery).toBe('sent');
    expect(hall.tellRefused({...sent, mailId: 'in-1'})).toBe('DW_MAIL_UNKNOWN');
    expect(hall.tellRefused({...sent, interactionId: 'other'})).toBe('DW_MAIL_UNKNOWN');
  });

  it.each([{}, UNDO])(
    'R147 can be sent again in wrap-up, leaves at once, and there is one wrap-up (%#)',
    (tenant) => {
      const {hall, interactionId, mails, phase, failed} = failing(tenant);
      hall.pass(10);
      hall.tell(failed);
      expect(phase()).toBe('wrap-up');
      const again = {type: 'mail.send', interactionId, mail: reply({text: 'Once more'})} as const;
      expect(hall.do('ann', again)).toEqual(['mail.queued']);
      expect(mails().map(({delivery}) => delivery)).toEqual([undefined, 'failed', 'sending']);
      expect(mails().at(-1)).not.toHaveProperty('leavesAt');
      expect(hall.refused('ann', again)).toBe('DW_INTERACTION_NOT_ACTIVE');
      expect(hall.facts.filter(({type}) => type === 'wrap-up.started')).toHaveLength(1);
      hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
      hall.tell({type: 'mail.sent', interactionId, mailId: mails().at(-1)?.id ?? ''});
      expect(hall.centre.interactions.size).toBe(0);
    },
  );

  it('R147 is still the work of whoever could have called it back', () => {
    const {hall, phase, send, failed} = failing(UNDO);
    hall.tell(failed);
    hall.pass(60);
    expect(phase()).toBe('active');
    expect(send()?.leavesAt).toBe(hall.now + 10_000);
  });

  it('R147 comes back as a contact that waits for nothing', () => {
    const hall = new Hall().available('ann');
    const old: readonly Mail[] = [
      mailOf({id: 'out-1', direction: 'out', delivery: 'failed', failure: '550'}),
      mailOf({id: 'out-2', direction: 'out', delivery: 'sending', leavesAt: 5}),
      mailOf({id: 'out-3', direction: 'out', delivery: 'sent'}),
    ];
    hall.tell({
      type: 'contact.arrived',
      interactionId: 'again',
      channel: 'email',
      customer: {email: HANA.address},
      entryPointId: 'to-mails',
      content: {kind: 'email', thread: {mails: old}},
    });
    const {content} = hall.interaction('again');
    const mails = content.kind === 'email' ? content.thread.mails : [];
    expect(mails.map(({delivery, leavesAt}) => [delivery, leavesAt])).toEqual([
      ['failed', undefined],
      [undefined, undefined],
      ['sent', undefined],
    ]);
  });
});

const file = (id: string, more: Partial<Attachment> = {}): Attachment => ({
  id,
  name: `${id}.png`,
  type: 'image/png',
  size: 1_000_000,
  ...more,
});

describe('the files of a mail', () => {
  const policy = {enabled: true, maxFiles: 2, maxTotalBytes: 3_500_000, types: ['.pdf']};
  const theirs = [file('logo'), file('terms', {type: 'application/pdf'}), file('scan', {held: true})];
  const sending = (
    ids: readonly string[],
    {
      html,
      known = ids.map((id) => file(id)),
      ...set
    }: Partial<typeof policy> & {
      readonly html?: string;
      readonly known?: readonly Attachment[];
    } = {},
  ) => {
    const email = {...tenantOf().email, attachments: {...policy, ...set}};
    const {hall, interactionId, mails} = answering({attachments: theirs}, {email});
    const mail = reply({kind: 'reply', attachmentIds: ids, ...(html === undefined ? {} : {html})});
    const {result} = hall.run({
      kind: 'command',
      who: {kind: 'agent', agentId: 'ann'},
      id: 'x',
      command: {type: 'mail.send', interactionId, mail},
      files: known,
    });
    return result.ok ? mails().at(-1)?.attachments : result.refusal;
  };
  const image = (id: string, more: Partial<Attachment> = {}) =>
    file(id, {inline: true, contentId: id, ...more});

  it('R148 are those that the host knows, in the order of the agent', () => {
    const pdf = file('b', {type: 'application/pdf', contentId: 'x'});
    expect(sending(['b', 'a'], {known: [file('a'), pdf]})).toEqual([
      file('b', {type: 'application/pdf'}),
      file('a'),
    ]);
  });

  it('R148 are images of the text where it shows them, and those of the thread go along', () => {
    const html = '<p><img alt="" SRC="cid:a"><IMG src=\'cid:logo\'> ask for cid:none <img src="cid:a"></p>';
    expect(sending(['b', 'a'], {html})).toEqual([file('b'), image('a'), image('logo')]);
  });

  it('R148 count in the size, and in the number where they stand in a list', () => {
    const html = '<img src="cid:c">';
    expect(sending(['a', 'b', 'c'], {html})).toEqual([file('a'), file('b'), image('c')]);
    expect(sending(['a', 'b', 'c'])).toMatchObject({code: 'DW_FILE_TOO_MANY', params: {max: 2}});
    expect(sending(['a', 'b', 'c'], {html: `${html}<img src=cid:logo>`})).toMatchObject({
      code: 'DW_FILE_TOO_LARGE',
      params: {name: 'logo.png', max: 3},
    });
  });

  it.each([
    ['DW_FILE_UNKNOWN', ['a', 'b'], {known: [file('a')]}],
    ['DW_FILE_UNKNOWN', [], {html: '<img src="cid:else">'}],
    ['DW_FILE_UNKNOWN', ['a', 'a'], {}],
    ['DW_FILE_OFF', ['a'], {enabled: false}],
    ['DW_FILE_MISMATCH', ['a'], {html: '<img src="cid:a">', known: [file('a', {type: 'image/svg+xml'})]}],
    ['DW_FILE_MISMATCH', [], {html: '<img src="cid:terms">'}],
    ['DW_FILE_HELD', ['a'], {known: [file('a', {held: true})]}],
    ['DW_FILE_HELD', [], {html: '<img src="cid:scan">'}],
  ] as const)('R148 are refused with %s (%#)', (code, ids, set) => {
    expect(sending(ids, set)).toMatchObject({code});
  });

  it('R148 of a mail that failed can be sent again', () => {
    const {hall, interactionId, mails} = answering();
    const send = (html: string, files: readonly Attachment[], attachmentIds = ['a', 'b']) =>
      hall.run({
        kind: 'command',
        who: {kind: 'agent', agentId: 'ann'},
        id: 'x',
        command: {
          type: 'mail.send',
          interactionId,
          mail: reply({kind: 'reply', attachmentIds, html}),
        },
        files,
      }).result;
    send('<img src="cid:a">', [file('a'), file('b')]);
    hall.tell({type: 'mail.failed', interactionId, mailId: mails().at(-1)?.id ?? '', failure: '550'});
    expect(codeOf(send('<img src="cid:b">', [], ['a', 'b', 'c']))).toBe('DW_FILE_UNKNOWN');
    expect(codeOf(send('<img src="cid:b">', [file('c')], ['a', 'b', 'c']))).toBe('ok');
    expect(mails().at(-1)?.attachments).toEqual([file('a'), file('c'), image('b')]);
  });
});

const CARD = '4111-1111-1111-1111';

describe('card data in a mail', () => {
  const named = {name: `Kim ${CARD}`, address: 'kim@example.com'};
  const full: Partial<Mail> = {
    from: {...HANA, name: CARD},
    cc: [named],
    subject: `My order ${CARD}`,
    text: `One ${CARD} two\n> 4111 1111 1111 1111`,
    quoteAt: 28,
    html: '<p>One 4111-1111<b>-1111-</b>1111</p>',
    attachments: [file('f', {name: `${CARD}.pdf`, contentId: 'a@b'})],
  };
  const clean: Partial<Mail> = {
    from: {...HANA, name: CARD_MASK},
    cc: [{...named, name: `Kim ${CARD_MASK}`}],
    subject: `My order ${CARD_MASK}`,
    text: `One ${CARD_MASK} two\n> ${CARD_MASK}`,
    quoteAt: 25,
    html: `<p>One ${CARD_MASK}<b></b></p>`,
    attachments: [file('f', {name: `${CARD_MASK}.pdf`, contentId: 'a@b'})],
    redactions: [
      {kind: 'card', at: 4, length: 16},
      {kind: 'card', at: 27, length: 16},
    ],
  };
  const policy = (action: 'off' | 'redact' | 'drop') => ({cardData: {action, unreadable: 'allow'}}) as const;

  it.each(['redact', 'drop'] as const)('R149 is masked in every mail that comes in (%s)', (action) => {
    const {hall, interactionId, mails} = answering(full, policy(action));
    hall.tell({type: 'mail.received', interactionId, mail: mailOf({...full, id: 'in-2'})});
    expect(mails()).toEqual([mailOf(clean), mailOf({...clean, id: 'in-2'})]);
    expect(JSON.stringify(hall.facts)).not.toContain('1111');
  });

  it('R149 is masked in a reply, and its Cc', () => {
    const {hall, send} = answering({}, policy('redact'));
    const sent = send({kind: 'reply', cc: [named], text: `No ${CARD}`, html: `<p>No ${CARD}</p>`});
    expect(sent).toMatchObject({
      cc: [{name: `Kim ${CARD_MASK}`}],
      text: `No ${CARD_MASK}`,
      html: `<p>No ${CARD_MASK}</p>`,
      redactions: [{kind: 'card', at: 3, length: 16}],
    });
    expect(JSON.stringify(hall.facts)).not.toContain('1111');
  });

  it('R149 that stood in the HTML alone has no place', () => {
    const {send} = answering({}, policy('redact'));
    expect(send({kind: 'reply', html: `<img alt="${CARD}">`})?.redactions).toEqual([{kind: 'card'}]);
  });

  it.each([{text: CARD}, {html: `<p>${CARD}</p>`}, {cc: [named]}])(
    'R149 is refused with its reply: %j',
    (set) => {
      const {hall, interactionId} = answering({}, policy('drop'));
      const mail = reply({kind: 'reply', ...set});
      expect(hall.refused('ann', {type: 'mail.send', interactionId, mail})).toBe('DW_MAIL_CARD');
    },
  );

  it('R149 stays where admin has switched this off', () => {
    const {mails, send} = answering(full, policy('off'));
    expect(mails()).toEqual([mailOf(full)]);
    expect(send({text: CARD})?.text).toBe(CARD);
  });

  it.each([
    [0, 0],
    [4, 4],
    [10, 4],
    [23, 20],
    [24, 21],
  ])('R149 the quote that began at %i begins at %i', (before, after) => {
    const {mails} = answering({text: `One ${CARD} two`, quoteAt: before}, policy('redact'));
    expect(mails()[0]?.quoteAt).toBe(after);
  });
});

describe('a further mail', () => {
  const further = mailOf({id: 'in-2', text: 'Hello?'});

  it('joins its thread once, waiting or handled', () => {
    const {hall, interactionId, mails} = answering();
    const received = {type: 'mail.received', interactionId, mail: further} as const;
    expect([hall.tell(received), hall.tell(received)]).toEqual([['mail.received'], []]);
    expect(mails().map(({id}) => id)).toEqual(['in-1', 'in-2']);
  });

  it('is refused on a thread that is over, and makes a new contact', () => {
    const {hall, interactionId} = answering();
    hall.do('ann', {type: 'interaction.end', interactionId});
    const received = {type: 'mail.received', interactionId, mail: further} as const;
    expect(hall.tellRefused(received)).toBe('DW_INTERACTION_ENDED');
    expect(hall.tellRefused({...received, interactionId: 'other'})).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('does not end because its customer is gone', () => {
    const {hall, interactionId} = answering();
    expect(hall.tell({type: 'customer.gone', interactionId})).toEqual([]);
  });
});
