import {rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

import {createTransport} from 'nodemailer';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';

import type {Interaction, Mail} from '@deskwire/domain';

import {SqliteStore} from './store/index.js';
import {bundleGateway} from './test-support/bundle.js';
import {Chance} from './test-support/chance.js';
import {WireDesk} from './test-support/desk.js';
import {eventually} from './test-support/harness.js';
import {mailsOf} from './test-support/look.js';
import {GatewayProcess} from './test-support/process.js';
import {RecordingSmtp, type Moment} from './test-support/recording-smtp.js';
import {SentBox} from './test-support/sent-box.js';

const SEED = Number(process.env['SEED'] ?? 20_261_120);
const KIM = 'kim@customer.example';
const PASSWORD = 'known';

/** Where the gateway dies while it takes a mail in, and while it sends one. */
const IN = ['spool', 'inbox', 'unspool'];
const OUT = ['add', 'sending', 'handing-over', 'sent'];
const around = (points: readonly string[]): readonly string[] =>
  points.flatMap((point) => [`before ${point}`, `after ${point}`]);

type End = Pick<Mail, 'messageId' | 'delivery' | 'failure'>;

describe('SIGKILL around mails', {timeout: 280_000}, () => {
  let main: string;
  let gateway: GatewayProcess;
  let smtp: RecordingSmtp;
  let box: SentBox;
  beforeAll(async () => {
    main = await bundleGateway('./dying-gateway.ts');
  }, 30_000);
  afterAll(() => rmSync(dirname(main), {recursive: true}));
  afterEach(async () => {
    await gateway.remove();
    await smtp.stop();
    box.close();
  });
  const start = async (isOutside: boolean) => {
    smtp = await RecordingSmtp.start({user: 'support', password: PASSWORD});
    box = new SentBox(PASSWORD);
    await box.listen();
    const env = {SMTP_PORT: `${smtp.port}`, IMAP_PORT: `${box.port}`, MAIL_PASSWORD: PASSWORD};
    gateway = new GatewayProcess(main, [], isOutside ? env : {});
    await gateway.run();
  };
  const alive = async () => {
    if (gateway.isDead) await gateway.run();
  };

  /** An error is no news where the gateway died of what was asked; of a living one it is the test's. */
  const hasDied = (error: unknown): Promise<boolean> =>
    eventually('its death', () => gateway.isDead).catch(() => {
      throw error;
    });

  /** As a mail server does: the same mail again until somebody says that they have it. */
  const arrive = async (at: number): Promise<void> => {
    const mail = {from: KIM, to: 'support@deskwire.example', messageId: `<in${at}@customer.example>`};
    for (;;) {
      await alive();
      const transport = createTransport({host: '127.0.0.1', port: gateway.smtpPort, ignoreTLS: true});
      try {
        await transport.sendMail({...mail, subject: `mail ${at}`, text: 'hello'});
        return;
      } catch (error) {
        await hasDied(error);
      }
    }
  };

  const desk = async (): Promise<WireDesk> => {
    const headers = {'content-type': 'application/json'};
    const body = JSON.stringify({user: 'yoon', password: 'demo'});
    const response = await fetch(`${gateway.url}/api/sign-in`, {method: 'POST', headers, body});
    const yoon = await WireDesk.open(gateway.url, ((await response.json()) as {token: string}).token);
    await yoon.ask({type: 'agent.set-state', to: {state: 'available'}});
    return yoon;
  };

  /** Does something at a desk, again from the beginning whenever the gateway died. */
  const atDesk = async <T>(act: (yoon: WireDesk) => Promise<T>): Promise<T> => {
    for (;;) {
      await alive();
      let yoon: WireDesk | undefined;
      const death = gateway.death().then(() => Promise.reject(new Error('died')));
      death.catch(() => undefined);
      try {
        const doing = desk().then((opened) => act((yoon = opened)));
        return await Promise.race([doing, death]);
      } catch (error) {
        await hasDied(error);
      } finally {
        yoon?.cut();
      }
    }
  };

  const outOf = (interaction: Interaction | undefined): Mail | undefined =>
    mailsOf(interaction).find(({direction}) => direction === 'out');

  /** Answers the mail as an agent does; what was done in an earlier life is done once. */
  const answer = async (at: number): Promise<End> => {
    let end: End | undefined;
    await atDesk(async (yoon) => {
      const id = await yoon.until(`mail ${at}`, () =>
        end
          ? 'done'
          : [...yoon.state.interactions.values()].find(({subject}) => subject === `mail ${at}`)?.id,
      );
      const now = () => yoon.state.interactions.get(id);
      if (!now()) return;
      await yoon.ask({type: 'interaction.accept', interactionId: id});
      const inReplyTo = mailsOf(now())[0]?.id ?? '';
      const mail = {
        kind: 'quick-reply',
        inReplyTo,
        cc: [],
        text: `answer ${at}`,
        attachmentIds: [],
        quotes: false,
      } as const;
      if (!outOf(now())) await yoon.ask({type: 'mail.send', interactionId: id, mail}, `send-${at}`);
      end = await yoon.until('its end', () => {
        const out = outOf(now());
        return out?.delivery !== 'sending' && out;
      });
      await yoon.ask({type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
    });
    if (!end) throw new Error(`Nothing became of mail ${at}.`);
    return end;
  };

  /** One contact for each point, in an order of chance. */
  const run = async (points: readonly string[], arm: (point: string) => void): Promise<Map<string, End>> => {
    const chance = new Chance(SEED);
    const order = [...points].sort(() => chance.between(0, 1) - 0.5);
    const ends = new Map<string, End>();
    for (const [at, point] of order.entries()) {
      arm(point);
      await arrive(at);
      ends.set(point, await answer(at));
    }
    return ends;
  };

  /** Dies once more and looks; where anything is left to do, it lives on and does it. */
  const storeAtRest = async (): Promise<SqliteStore | false> => {
    await alive();
    await gateway.kill();
    const store = new SqliteStore(join(gateway.data, 'facts.db'));
    const {mail} = store;
    const left = [...(await mail.outbox()), ...(await mail.spooled()), ...(await mail.copies())];
    if (left.length === 0) return store;
    await store.close();
    await alive();
    return false;
  };

  /** What the store has in the end: one fact of each kind for every mail, and nothing under way. */
  const checkStore = async (ends: ReadonlyMap<string, End>): Promise<void> => {
    const store = await eventually('a store in which nothing is under way', storeAtRest, 60_000);
    for (const {messageId, delivery} of ends.values()) {
      const id = await store.mail.interactionOf([messageId]);
      const types = (await store.factsOf(id ?? ''))
        .map(({type}) => type)
        .filter((type) => type.startsWith('mail.'));
      expect(types).toEqual(['mail.queued', delivery === 'sent' ? 'mail.sent' : 'mail.failed']);
    }
    await store.close();
  };
  const dieAt = (point: string): void => writeFileSync(join(gateway.data, 'die-at'), point);

  it('loses none and doubles none with its own receiver, which can be asked', async () => {
    await start(false);
    const points = [...around(IN), ...around(['handing-over']), 'before sent'];
    const ends = await run(points, dieAt);
    expect([...ends.values()].map(({delivery}) => delivery)).toEqual(points.map(() => 'sent'));
    const got = async () => {
      const response = await fetch(`${gateway.url}/api/mailboxes/${KIM}`);
      const {mails} = (await response.json()) as {mails: readonly {messageId: string}[]};
      return mails.map(({messageId}) => messageId).sort();
    };
    await eventually('the last one', async () => (await got()).length >= points.length);
    expect(await got()).toEqual([...ends.values()].map(({messageId}) => messageId).sort());
    await checkStore(ends);
  });

  it('sends none twice by a server that cannot be asked, says where it is in doubt, and copies each once', async () => {
    await start(true);
    const moments: readonly Moment[] = ['connect', 'mail', 'recipient', 'data', 'end'];
    let armed: string | undefined;
    smtp.heard = async (moment) => {
      if (armed !== moment) return;
      armed = undefined;
      await gateway.kill();
    };
    const points = [...around([...OUT, 'copied']), ...moments];
    const ends = await run(points, (point) => {
      if (point.includes(' ')) dieAt(point);
      else armed = point;
    });
    await alive();
    const sent = [...ends.values()]
      .filter(({delivery}) => delivery === 'sent')
      .map(({messageId}) => messageId);
    await eventually('the copies', () => box.sent.length >= sent.length, 30_000);
    await eventually('the end of the last copy', async () => !gateway.isDead);
    const copied = box.sent.map(({raw}) => /^Message-ID: (<[^>]+>)/m.exec(raw.toString())?.[1]);
    expect([...copied].sort()).toEqual([...sent].sort());
    for (const [point, {messageId, delivery, failure}] of ends) {
      const count = smtp.counts.get(`${messageId} ${KIM}`) ?? 0;
      const wasLost = ['after handing-over', 'before sent', 'end'].includes(point);
      const isDoubtful = delivery === 'failed' && failure === 'IN_DOUBT';
      expect([point, isDoubtful]).toEqual([point, wasLost]);
      expect([point, count]).toEqual([point, point === 'after handing-over' ? 0 : 1]);
    }
    await checkStore(ends);
  });
});
