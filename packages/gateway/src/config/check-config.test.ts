import {describe, expect, it} from 'vitest';

import {checkConfig, warningsOf} from './check-config.js';
import {DEMO_CONFIG} from './demo.js';
import {pathText, problemText} from './problem.js';

type Fields = Record<string, unknown>;

const queues = [
  {id: 'calls', name: 'Calls', channel: 'voice'},
  {id: 'chats', name: 'Chats', channel: 'chat'},
];
const line = {id: 'line', name: 'Line', number: '1588-0420', channel: 'voice', queueId: 'calls'};
const variable = (more: Fields = {}) => ({name: 'pin', label: 'PIN', type: 'integer', ...more});
const campaign = (more: Fields = {}) => ({
  id: 'c',
  name: 'C',
  teams: ['seoul'],
  entryPointId: 'line',
  ...more,
});
const contacts = {c: [{id: '1', number: '010-5550-0101', values: {lane: 'Oslo'}}]};

const whole = (tenant: Fields = {}, top: Fields = {}) => ({
  tenant: {id: 't', name: 'T', queues, entryPoints: [line], ...tenant},
  agents: [{id: 'a', name: 'A', team: {id: 'seoul', name: 'Seoul'}}],
  ...top,
});
const withVariables = (...variables: readonly Fields[]) => whole({entryPoints: [{...line, variables}]});

const imapAt = (host: string, more: Fields = {}) => ({host, port: 993, security: 'tls', ...more});

const found = (value: unknown) => checkConfig(JSON.stringify(value));
/** Problems without their places: path, what, cure. */
const said = (value: unknown): readonly string[] =>
  found(value).problems.map(({path, problem, cure}) => problemText({path, problem, cure}));

describe('a configuration that is wrong', () => {
  it.each<readonly [what: string, value: unknown, says: readonly string[]]>([
    ['is nothing', null, ['the whole file is empty. Fill it, or leave the key out.']],
    [
      'has an unknown key',
      whole({popoverVariable: []}),
      ['tenant.popoverVariable is no setting. Did you mean "popoverVariables"?'],
    ],
    [
      'has several unknown keys in one place',
      whole({queue: [], agent: 1}),
      [
        'tenant.queue is no setting. Did you mean "queues"?',
        expect.stringMatching(/^tenant.agent is no setting\. /),
      ],
    ],
    [
      'has a number for a text',
      whole({entryPoints: [{...line, number: 15880420}]}),
      ['tenant.entryPoints[0].number must be text, and is a number. Put it in quotes.'],
    ],
    [
      'has a key with nothing behind it',
      whole({outdial: null}),
      ['tenant.outdial is empty. Fill it, or leave the key out.'],
    ],
    [
      'has half a label',
      whole({idleReasons: [{id: 'break', label: {en: 'Break'}}]}),
      ['tenant.idleReasons[0].label.ko is missing. Add it.'],
    ],
    [
      'has a choice that is none',
      whole({endConsult: 'returns'}),
      ['tenant.endConsult must be one of drop, return. Did you mean "return"?'],
    ],
    [
      'has a duration that is none',
      whole({ringSeconds: {voice: 0.5, chat: 9_999}}),
      [
        'tenant.ringSeconds.voice must be a whole number. Write one without a fraction.',
        'tenant.ringSeconds.voice must be at least 1. Write at least 1.',
        'tenant.ringSeconds.chat must be at most 3600. Write at most 3600.',
      ],
    ],
    [
      'has a line break in a name',
      whole({}, {numbers: [{name: 'a\nb', number: '4499'}]}),
      ['numbers[0].name must be one line without control characters. Correct it.'],
    ],
    [
      'has too many consult variables',
      whole({consultVariables: Array.from({length: 7}, (_, at) => ({name: `v${at}`, label: 'V'}))}),
      ['tenant.consultVariables has more than 6 entries. Make it shorter.'],
    ],
    [
      'names an idle reason that is not there',
      whole({signInReasonId: 'brake'}),
      ['tenant.signInReasonId names an idle reason "brake", which is not there. Did you mean "break"?'],
    ],
    [
      'has its own idle reasons and no sign-in reason',
      whole({idleReasons: [{id: 'tea', label: 'Tea'}]}),
      ['tenant.signInReasonId names an idle reason "break", which is not there. Known: "tea".'],
    ],
    [
      'names a queue that is not there',
      whole({entryPoints: [{...line, queueId: 'call'}]}),
      ['tenant.entryPoints[0].queueId names a queue "call", which is not there. Did you mean "calls"?'],
    ],
    [
      'puts calls into a queue of chats',
      whole({entryPoints: [{...line, queueId: 'chats'}]}),
      [
        'tenant.entryPoints[0].queueId names the queue "chats", which is for chat; the entry point is for voice. Name a queue for voice.',
      ],
    ],
    [
      'lets an agent serve no queue',
      whole({}, {agents: [{id: 'a', name: 'A', queueIds: ['calls', 'x']}]}),
      ['agents[0].queueIds[1] names a queue "x", which is not there. Known: "calls", "chats".'],
    ],
    [
      'names wrap-up reasons that are not there',
      whole({wrapUp: {voice: {defaultReasonId: 'x', reasonIds: ['resolve']}}}),
      [
        'tenant.wrapUp.voice.reasonIds[0] names a wrap-up reason "resolve", which is not there. Did you mean "resolved"?',
        'tenant.wrapUp.voice.defaultReasonId names a wrap-up reason "x", which is not there. Known: "resolve".',
      ],
    ],
    [
      'counts down to nothing',
      whole({wrapUp: {chat: {autoSeconds: 9}}}),
      [
        'tenant.wrapUp.chat.autoSeconds is a countdown with nothing to submit at its end. Add a defaultReasonId, or leave autoSeconds out.',
      ],
    ],
    [
      'has two of one id',
      whole({queues: [...queues, queues[0]]}),
      ['tenant.queues[2].id "calls" stands in this list twice. Keep one, or rename one.'],
    ],
    [
      'has two agents on one phone',
      whole(
        {},
        {
          agents: [
            {id: '7', name: 'A'},
            {id: 'b', name: 'B', station: {kind: 'desk-phone', dn: '7'}},
          ],
        },
      ),
      ['agents[1].station "7" stands in this list twice. Keep one, or rename one.'],
    ],
    [
      'has a default ANI that is not listed',
      whole({outdial: {anis: [{number: '1588-0420', name: 'Main'}], defaultAni: '15880420'}}),
      [
        'tenant.outdial.defaultAni is none of the anis. Write it exactly as it stands there, or add it to them.',
      ],
    ],
    [
      'has an ANI that nobody can dial',
      whole({outdial: {anis: [{number: '12', name: 'Main'}]}}),
      ['tenant.outdial.anis[0].number cannot be dialled: it has fewer than 3 digits. Correct the number.'],
    ],
    [
      'has letters in a number',
      whole({}, {numbers: [{name: 'Flowers', number: '1-800-FLOWERS'}]}),
      ['numbers[0].number has letters, which are not dialled. Write the digits alone.'],
    ],
    [
      'leads back into itself',
      whole({}, {numbers: [{name: 'Us', number: '+82 1588 0420'}]}),
      ['numbers[0].number is the number of an entry point: it would lead back here. Take it out.'],
    ],
    [
      'has a rule that no number keeps',
      whole({outdial: {dialPlan: [{name: 'R', minDigits: 9, maxDigits: 4, prefixes: ['x']}]}}),
      [
        'tenant.outdial.dialPlan[0].minDigits is more than maxDigits: no number keeps it. Exchange them.',
        'tenant.outdial.dialPlan[0].prefixes[0] has nothing that can be dialled. Write digits or +.',
      ],
    ],
    [
      'dials out through a chat',
      whole({
        entryPoints: [line, {id: 'web', name: 'Web', channel: 'chat', queueId: 'chats'}],
        outdial: {entryPointId: 'web'},
      }),
      [
        'tenant.outdial.entryPointId names the entry point "web", which is for chat, not for voice. Name one of line.',
      ],
    ],
    [
      'has an assistant for a call',
      whole({}, {assistants: {line: {name: 'A', greeting: 'B', handover: 'C'}}}),
      ['assistants.line names the entry point "line", which is for voice, not for chat. Add one for chat.'],
    ],
    [
      'has mail for nobody',
      whole({}, {mail: {addresses: {'a@b.example': 'lime'}}}),
      ['mail.addresses["a@b.example"] names an entry point "lime", which is not there. Did you mean "line"?'],
    ],
    [
      'has a mailbox for an address that nobody has',
      whole({}, {mail: {mailboxes: [{address: 'a@b.example', imap: imapAt('imap.b.example')}]}}),
      ['mail.mailboxes[0].address names "a@b.example", which has no entry point. There is none.'],
    ],
    [
      'has a mailbox twice, and one that is read in the clear',
      whole(
        {
          queues: [...queues, {id: 'm', name: 'M', channel: 'email'}],
          entryPoints: [{id: 'mail', name: 'Mail', channel: 'email', queueId: 'm'}],
        },
        {
          mail: {
            addresses: {'a@b.example': 'mail'},
            mailboxes: [
              {address: 'a@b.example', imap: imapAt('127.0.0.1', {security: 'none'})},
              {
                address: 'a@b.example',
                imap: imapAt('imap.b.example', {security: 'none', user: 'a'}),
                smtp: {host: 'smtp.b.example', port: 587, security: 'starttls', passwordEnv: 'A'},
              },
            ],
          },
        },
      ),
      [
        'mail.mailboxes[1].imap.security sends passwords and mails in the clear. Use tls or starttls.',
        'mail.mailboxes[1].imap.user has no password. Add passwordEnv with the name of the environment variable that holds it.',
        'mail.mailboxes[1].smtp.passwordEnv is a password of nobody. Add a user, or leave it out.',
        'mail.mailboxes[1].address "a@b.example" stands in this list twice. Keep one, or rename one.',
      ],
    ],
    [
      'has one mail address twice',
      whole(
        {
          queues: [...queues, {id: 'm', name: 'M', channel: 'email'}],
          entryPoints: [{id: 'mail', name: 'Mail', channel: 'email', queueId: 'm'}],
        },
        {mail: {addresses: {'a@b.example': 'mail', 'A@b.example': 'mail'}}},
      ),
      [
        'mail.addresses["A@b.example"] is an address that stands there twice. Capitals do not count: keep one.',
      ],
    ],
    [
      'has a value that does not parse',
      withVariables(variable({value: '1.5'})),
      [
        'tenant.entryPoints[0].variables[0].value does not parse as integer. Write digits, with or without a sign, such as "12".',
      ],
    ],
    [
      'has a day that does not exist',
      withVariables(variable({type: 'date', value: '2026-02-30'})),
      [
        'tenant.entryPoints[0].variables[0].value does not parse as date. Write a day that exists, such as "2026-01-31".',
      ],
    ],
    [
      'has a value that is too long',
      withVariables(variable({type: 'string', value: 'x'.repeat(257)})),
      ['tenant.entryPoints[0].variables[0].value has more than 256 characters. Make it shorter.'],
    ],
    [
      'shows something secure to everybody',
      {
        ...withVariables(variable({secure: true})),
        tenant: {
          ...withVariables(variable({secure: true})).tenant,
          popoverVariables: [{name: 'pin', label: 'PIN'}],
          consultVariables: [{name: 'pin', label: 'PIN'}],
          campaigns: [campaign({fields: [{name: 'pin', label: 'PIN'}]})],
        },
        contacts,
      },
      [
        'tenant.popoverVariables[0].name "pin" is a secure variable. Take it out of this list.',
        'tenant.consultVariables[0].name "pin" is a secure variable. Take it out of this list.',
        'tenant.campaigns[0].fields[0].name "pin" is a secure variable. Take it out of this list.',
      ],
    ],
    [
      'has a campaign of nobody, with fields of nothing',
      whole({campaigns: [campaign({teams: ['soul'], fields: [{name: 'lame', label: 'L'}]})]}, {contacts}),
      [
        'tenant.campaigns[0].teams[0] names a team "soul", which is not there. Did you mean "seoul"?',
        'tenant.campaigns[0].fields[0].name "lame" is a variable that neither the flow of "line" nor a contact defines. Did you mean "lane"?',
      ],
    ],
    [
      'has contacts of no campaign',
      whole({}, {contacts}),
      ['contacts.c names a campaign "c", which is not there. There is none.'],
    ],
    [
      'has a contact whose value does not parse',
      {
        ...withVariables(variable({name: 'lane'})),
        tenant: {...withVariables(variable({name: 'lane'})).tenant, campaigns: [campaign()]},
        contacts,
      },
      [
        'contacts.c[0].values.lane does not parse as integer. Write digits, with or without a sign, such as "12".',
      ],
    ],
  ])('%s', (_, value, says) => {
    expect([...said(value)].sort()).toEqual([...says].sort());
    expect(found(value).config).toBeUndefined();
  });

  it.each<readonly [problem: string, guide: readonly Fields[], says: string]>([
    ['is empty', [], 'tenant.campaigns[0].guide is a guide without questions. '],
    [
      'has a cycle',
      [{id: 'q', kind: 'text', text: 'Q', next: 'q'}],
      'tenant.campaigns[0].guide[0] "q" can be reached from itself',
    ],
    [
      'has a dead end',
      [{id: 'q', kind: 'choice', text: 'Q', answers: []}],
      'tenant.campaigns[0].guide[0] "q" is a choice without answers',
    ],
    [
      'leads nowhere',
      [{id: 'q', kind: 'text', text: 'Q', next: 'r'}],
      'tenant.campaigns[0].guide[0] "q" leads to a question that is not there',
    ],
    [
      'has a question that nobody reaches',
      [
        {id: 'q', kind: 'text', text: 'Q'},
        {id: 'r', kind: 'text', text: 'R'},
      ],
      'tenant.campaigns[0].guide[1] "r" is a question to which no way leads',
    ],
    [
      'has two questions of one id',
      [
        {id: 'q', kind: 'text', text: 'Q'},
        {id: 'q', kind: 'text', text: 'R'},
      ],
      'tenant.campaigns[0].guide[1] "q" has the id of a question before it',
    ],
    [
      'has an unknown kind of question',
      [{id: 'q', kind: 'tex', text: 'Q'}],
      'tenant.campaigns[0].guide[0].kind must be one of choice, text. Did you mean "text"?',
    ],
  ])('has a guide that %s', (_, guide, says) => {
    const problems = said(whole({campaigns: [campaign({guide})]}, {contacts}));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(says);
  });

  it('is told of all its problems at once, each at its place, though parts of it cannot be read', () => {
    const text = `
tenant:
  id: t
  name: T
  langage: ko
  queues:
    - {id: calls, name: Calls, channel: voise}
  entryPoints:
    - {id: line, name: Line, number: 1588-0420, channel: voice, queueId: cals}
  outdial:
    defaultAni: '1'
agents:
  - {id: a, name: A, capacity: {voice: many}}
`;
    expect(checkConfig(text).problems.map((problem) => problemText(problem, 'c.yaml'))).toEqual([
      'c.yaml:5:3: tenant.langage is no setting. Did you mean "language"?',
      'c.yaml:7:32: tenant.queues[0].channel must be one of voice, chat, email, social. Did you mean "voice"?',
      'c.yaml:9:65: tenant.entryPoints[0].queueId names a queue "cals", which is not there. Did you mean "calls"?',
      'c.yaml:11:5: tenant.outdial.defaultAni is none of the anis. Write it exactly as it stands there, or add it to them.',
      'c.yaml:13:33: agents[0].capacity.voice must be a number, and is text. Write a number.',
    ]);
  });

  it('never repeats a value', () => {
    const secret = 'planted-7731';
    const value = withVariables(
      variable({secure: true, value: secret}),
      variable({name: 'b', secure: secret}),
      variable({name: 'c', value: {secret}}),
    );
    const {problems, warnings} = found(value);
    expect(problems.length).toBe(3);
    expect(JSON.stringify([problems, warnings])).not.toContain('7731');
  });
});

describe('a configuration that is right', () => {
  const many = (count: number) =>
    withVariables(...Array.from({length: count}, (_, at) => variable({name: `v${at}`, type: 'string'})));

  it('keeps every variable of a flow, and warns of those that the desk does not show', () => {
    expect(found(many(30)).warnings).toEqual([]);
    const {config, problems, warnings} = found(many(31));
    expect(problems).toEqual([]);
    expect(config?.tenant.entryPoints[0]?.variables).toHaveLength(31);
    expect(warnings.map((one) => [pathText(one.path), one.problem])).toEqual([
      [
        'tenant.entryPoints[0].variables',
        'has 31 variables: the desk shows the first 30 and says that there are more',
      ],
    ]);
    expect(found(many(201)).problems).toHaveLength(1);
  });

  it('warns of the same however it was made', () => {
    const {config} = found(many(31));
    expect(config && warningsOf(config).map(({path}) => pathText(path))).toEqual([
      'tenant.entryPoints[0].variables',
    ]);
    expect(warningsOf(DEMO_CONFIG)).toEqual([]);
  });

  it('warns of a contact that the dial plan keeps from being called, of a campaign without contacts, of a secret in the clear', () => {
    const {config, warnings} = found({
      ...whole({
        entryPoints: [{...line, variables: [variable({secure: true, value: '77'})]}],
        outdial: {dialPlan: [{name: 'Short only', maxDigits: 4}]},
        campaigns: [campaign(), campaign({id: 'd'})],
      }),
      contacts,
    });
    expect(config).toBeDefined();
    expect(warnings.map(({path}) => pathText(path)).sort()).toEqual([
      'contacts.c[0].number',
      'tenant.campaigns[1]',
      'tenant.entryPoints[0].variables[0].value',
    ]);
  });
});
