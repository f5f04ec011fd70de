import {describe, expect, it} from 'vitest';
import {Simulator} from '@deskwire/adapter-simulator';
import {createProfile, refuse, type Fact} from '@deskwire/domain';
import type {Port, PortSession, PortSink} from '@deskwire/stream';
import {fakeClock} from '../fake-clock.js';
import {runPortSuite, type PortHarness} from '../ports.js';

const AGENT = 'mina';

/** Turns a right port into a wrong one. */
type Fault = (port: Port) => Port;

const wrong = (change: {
  readonly sink?: (sink: PortSink) => PortSink;
  readonly session?: (session: PortSession, sink: PortSink) => Partial<PortSession>;
  readonly cursor?: (cursor: Parameters<Port['open']>[1]) => Parameters<Port['open']>[1];
}): Fault => {
  const {
    sink: changeSink = (sink) => sink,
    session: changeSession = () => ({}),
    cursor = (one) => one,
  } = change;
  return (port) => ({
    name: port.name,
    open: (sink, from) => {
      const session = port.open(changeSink(sink), cursor(from));
      const right: PortSession = {
        send: (envelope) => session.send(envelope),
        query: (query) => session.query(query),
        upload: (upload) => session.upload?.(upload) ?? Promise.reject(new Error('no upload')),
        download: (request) => session.download?.(request) ?? Promise.reject(new Error('no download')),
        notify: (notice) => session.notify?.(notice),
        close: () => session.close(),
      };
      return {...right, ...changeSession(right, sink)};
    },
  });
};

const eachFact = (change: (fact: Fact) => Fact | readonly Fact[]): Fault =>
  wrong({sink: (sink) => ({...sink, facts: (facts) => sink.facts(facts.flatMap((fact) => change(fact)))})});

const snapshotWith = (set: object): Fault =>
  eachFact((fact) =>
    fact.type === 'desk.hydrated' ? {...fact, snapshot: {...fact.snapshot, ...set}} : fact,
  );

const factsBeforeLive: Fault = wrong({
  sink: (sink) => {
    let held: {readonly now: number} | undefined;
    return {
      ...sink,
      live: (info) => (held = info),
      facts: (facts) => {
        sink.facts(facts);
        if (held) sink.live(held);
        held = undefined;
      },
    };
  },
});

const lossTwice: Fault = wrong({
  sink: (sink) => ({
    ...sink,
    lost: (loss) => {
      sink.lost(loss);
      sink.lost(loss);
    },
  }),
});

const lossThat = (final: boolean): Fault =>
  wrong({sink: (sink) => ({...sink, lost: ({refusal}) => sink.lost({refusal, final})})});

const rejectsWhenLost: Fault = (port) => {
  const rejects: (() => void)[] = [];
  const faulty = wrong({
    sink: (sink) => ({
      ...sink,
      lost: (loss) => {
        for (const reject of rejects) reject();
        sink.lost(loss);
      },
    }),
    session: (session) => ({
      send: (envelope) =>
        new Promise((resolve, reject) => {
          rejects.push(() => reject(new Error('lost')));
          void session.send(envelope).then((result) => setTimeout(() => resolve(result), 0));
        }),
    }),
  });
  return faulty(port);
};

let copies = 0;

/** Every fault, with the start of a test that must notice it. */
const faults: readonly (readonly [string, string, Fault])[] = [
  ['tells facts before live', 'tells live first', factsBeforeLive],
  ['hides whose desk it is', 'tells live first', snapshotWith({viewer: {kind: 'agent', agentId: 'other'}})],
  [
    'claims what does not exist',
    'claims only',
    snapshotWith({capabilities: {commands: ['desk.explode'], features: []}}),
  ],
  [
    'loses a fact',
    'gives plain facts in order',
    eachFact((fact) => (fact.type === 'message.posted' ? [] : fact)),
  ],
  [
    'tells a fact twice',
    'gives plain facts in order',
    eachFact((fact) => (fact.type === 'message.posted' ? [fact, fact] : fact)),
  ],
  ['tells no time', 'gives plain facts in order', eachFact((fact) => ({...fact, at: Number.NaN}))],
  [
    'tells more than data',
    'gives plain facts in order',
    eachFact((fact) => ({...fact, since: new Date(0)}) as unknown as Fact),
  ],
  ['names no cause', 'carries a call', eachFact(({cause: _, ...fact}) => fact as Fact)],
  ['does not close', 'says nothing after it was closed', wrong({session: () => ({close: () => undefined})})],
  ['tells a loss twice', 'tells a loss once', lossTwice],
  ['hides a loss', 'tells a loss once', wrong({sink: (sink) => ({...sink, lost: () => undefined})})],
  ['calls every loss final', 'tells a loss once', lossThat(true)],
  ['calls no loss final', 'calls a loss final', lossThat(false)],
  [
    'resumes too late',
    'continues at the cursor',
    wrong({cursor: (cursor) => cursor && {...cursor, seq: cursor.seq + 1}}),
  ],
  ['claims to resume and does not', 'continues at the cursor', wrong({cursor: () => undefined})],
  [
    'believes every cursor',
    'gives a snapshot for a cursor',
    (port) => ({
      name: port.name,
      open: (sink, cursor) =>
        port.open({...sink, facts: (facts) => (cursor?.seq === 1e9 ? undefined : sink.facts(facts))}, cursor),
    }),
  ],
  [
    'says yes to everything',
    'refuses with a code',
    wrong({session: () => ({send: async () => ({ok: true})})}),
  ],
  [
    'says no to everything',
    'carries a chat',
    wrong({session: () => ({send: async () => ({ok: false, refusal: refuse('DW_SERVER_FAILED')})})}),
  ],
  ['never answers', 'carries a chat', wrong({session: () => ({send: () => new Promise(() => undefined)})})],
  [
    'refuses in words of its own',
    'answers every command about what does not exist',
    wrong({
      session: ({send}) => ({
        send: async (envelope) => {
          const result = await send(envelope);
          return result.ok ? result : {ok: false, refusal: {code: 'DW_MY_OWN', kind: 'state'} as never};
        },
      }),
    }),
  ],
  [
    'is lost over a refusal',
    'refuses with a code',
    wrong({
      session: ({send}, sink) => ({
        send: async (envelope) => {
          const result = await send(envelope);
          if (!result.ok) sink.lost({refusal: result.refusal, final: false});
          return result;
        },
      }),
    }),
  ],
  [
    'does the same id again',
    'does one id once',
    wrong({session: ({send}) => ({send: ({id, command}) => send({id: `${id}-${(copies += 1)}`, command})})}),
  ],
  ['rejects what a loss interrupted', 'does it once when it is sent again', rejectsWhenLost],
  [
    'takes a file and gives another',
    'takes a file for a message',
    wrong({session: () => ({download: async () => ({ok: true, file: new Blob(['something else'])})})}),
  ],
  [
    'tells no progress',
    'takes a file for a message',
    wrong({
      session: ({upload}) => ({
        upload: ({onProgress: _, ...rest}) => upload?.(rest) ?? Promise.reject(new Error('no upload')),
      }),
    }),
  ],
  [
    'takes every file',
    'refuses what is no file',
    wrong({
      session: () => ({
        upload: async () => ({ok: true, attachment: {id: 'f', name: 'x', type: 'x', size: 1}}),
      }),
    }),
  ],
  [
    'gives every file',
    'refuses what is no file',
    wrong({session: () => ({download: async () => ({ok: true, file: new Blob(['x'])})})}),
  ],
  [
    'goes on with an upload that was cancelled',
    'cancels an upload',
    wrong({
      session: ({upload}) => ({
        upload: ({signal: _, ...rest}) => upload?.(rest) ?? Promise.reject(new Error('no upload')),
      }),
    }),
  ],
  [
    'names files in a message that nobody sent',
    'refuses what is no file',
    wrong({
      session: ({send}) => ({
        send: ({id, command}) => {
          const {attachmentIds: _, ...rest} = {attachmentIds: [], ...command};
          return send({id, command: rest});
        },
      }),
    }),
  ],
  [
    'says nothing of who writes',
    'tells each side that the other one writes',
    wrong({session: () => ({notify: () => undefined})}),
  ],
  [
    'tells whoever writes that they write',
    'tells each side that the other one writes',
    wrong({
      session: ({notify}, sink) => ({
        notify: (notice) => {
          sink.notice?.({...notice, from: {kind: 'customer'}});
          notify?.(notice);
        },
      }),
    }),
  ],
  [
    'loses the answer of a mail',
    'carries a mail from offer',
    eachFact((fact) => (fact.type === 'mail.queued' ? [] : fact)),
  ],
  [
    'shows the number of a card in a mail',
    'takes card data out of mails',
    eachFact((fact) =>
      fact.type === 'mail.queued' ? {...fact, mail: {...fact.mail, text: '4111 1111 1111 1111'}} : fact,
    ),
  ],
  [
    'sends the images of a text as files',
    'sends files and images of the text',
    eachFact((fact) => {
      if (fact.type !== 'mail.queued') return fact;
      const attachments = fact.mail.attachments.map(({inline: _, ...file}) => file);
      return {...fact, mail: {...fact.mail, attachments}};
    }),
  ],
  [
    'does not say that an image is one of the text',
    'judges an image of the text',
    wrong({
      session: ({upload}) => ({
        upload: ({inline: _, ...rest}) => upload?.(rest) ?? Promise.reject(new Error('no upload')),
      }),
    }),
  ],
  [
    'keeps a mail that was called back',
    'calls a mail back in time',
    eachFact((fact) => (fact.type === 'mail.recalled' ? {...fact, mailId: 'none'} : fact)),
  ],
  [
    'gives another file than the one that came in',
    'gives the files of a mail',
    wrong({session: () => ({download: async () => ({ok: true, file: new Blob(['something else'])})})}),
  ],
  [
    'never answers a query',
    'answers or refuses a query',
    wrong({session: () => ({query: () => new Promise(() => undefined)})}),
  ],
  [
    'rejects a query',
    'answers or refuses a query',
    wrong({session: () => ({query: () => Promise.reject(new Error('no'))})}),
  ],
];

const makeHarness = (fault: Fault) => async (): Promise<PortHarness> => {
  const clock = fakeClock();
  const {email, ...rest} = new Simulator({clock}).centre.config.tenant;
  const tenant = {...rest, email: {...email, undoSeconds: 1}};
  const agents = [createProfile({id: AGENT, name: 'Mina', queueIds: tenant.queues.map(({id}) => id)})];
  const simulator = new Simulator({clock, tenant, agents, latencyMs: 5});
  return {
    port: fault(simulator.port(AGENT)),
    agentId: AGENT,
    world: {
      callArrives: async (caller) => simulator.callArrives(caller),
      chatArrives: async (visitor) => simulator.chatArrives(visitor),
      mailArrives: async (mail) => simulator.mailArrives(mail),
      customerSays: async (id, text) => void simulator.customerSays(id, text),
      customerHangsUp: async (id) => void simulator.customerHangsUp(id),
      customerPort: async (id) => simulator.visitorPort(id),
      expel: async () => {
        simulator.sessionEnds(AGENT);
      },
      drop: async () => {
        simulator.networkDrops(AGENT);
        simulator.networkReturns(AGENT);
      },
    },
    // What a file is made of is read outside of this time.
    pass: async (ms) => {
      await clock.pass(ms);
      await new Promise((resolve) => setImmediate(resolve));
    },
    close: async () => {
      simulator.close();
    },
  };
};

/** The titles of the tests that fail, of those that begin so. */
const failures = async (fault: Fault, begin = ''): Promise<readonly string[]> => {
  const tests: {readonly title: string; readonly body: () => Promise<void>}[] = [];
  const runner = {
    describe: (_: string, body: () => void) => body(),
    it: (title: string, body: () => Promise<void>) => void tests.push({title, body}),
  };
  runPortSuite('faulty', makeHarness(fault), {runner, without: ['saySomethingUnknown'], patience: 2_000});
  const failed: string[] = [];
  for (const {title, body} of tests.filter((one) => one.title.startsWith(begin)))
    await body().catch(() => failed.push(title));
  return failed;
};

describe('the port suite', () => {
  it('passes a port that is right', async () => {
    expect(await failures((port) => port)).toEqual([]);
    expect(await failures(wrong({}))).toEqual([]);
  });

  it.each(faults)('catches a port that %s', async (_, title, fault) => {
    expect(await failures(fault, title)).not.toEqual([]);
  });
});
