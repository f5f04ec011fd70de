import {expect} from '@playwright/test';

import {readMail} from '../../e2e/support/read-mail.js';
import {test} from './fixtures.js';
import {mailsIn, mailsOnceThereAre, post} from './mail-client.js';
import {PEOPLE} from './server-configs.js';
import {WireAgent} from './wire-agent.js';

const SUPPORT = PEOPLE.support.address;
const DAIN = PEOPLE.dain.address;

test.describe('trouble with real mail servers', () => {
  test('restarts between mails lose none and bring none twice', async ({servers: {lab}, gateway}) => {
    const write = (number: number): Promise<string> =>
      post(lab, {from: DAIN, to: SUPPORT, subject: `편지 ${number}`, text: `${number}`});
    const subjects: (string | undefined)[] = [];
    /** Answers and finishes everything up to this number; nothing else rings. */
    const work = async (upTo: number): Promise<void> => {
      const yoon = await WireAgent.available(gateway, 'yoon');
      while (subjects.length < upTo) {
        const contact = await yoon.accept();
        subjects.push(contact.subject);
        await yoon.reply(contact, {text: `답 ${contact.subject}`});
        await yoon.wrapUp(contact.id);
      }
      await mailsOnceThereAre(lab, upTo, 'dain');
      await mailsOnceThereAre(lab, upTo, 'support', 'Sent');
      yoon.close();
    };
    await write(1);
    await write(2);
    await work(2);
    await gateway.kill();
    await write(3);
    await gateway.run();
    await work(3);
    // Killed while it is taking them in.
    await Promise.all([write(4), write(5), write(6)]);
    await gateway.kill();
    await write(7);
    await gateway.run();
    await work(7);
    expect([...subjects].sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `편지 ${number}`));
    const answers = await Promise.all((await mailsIn(lab, 'dain')).map(readMail));
    expect(new Set(answers.map(({messageId}) => messageId)).size).toBe(7);
    const yoon = await WireAgent.signIn(gateway, 'yoon');
    expect(yoon.desk.state.interactions.size).toBe(0);
    yoon.close();
  });

  test('Dovecot dies and comes back: what came meanwhile is there, once', async ({
    servers: {lab, imap},
    gateway,
  }) => {
    const yoon = await WireAgent.available(gateway, 'yoon');
    await post(lab, {from: DAIN, to: SUPPORT, subject: '하나', text: '1'});
    const first = await yoon.accept('하나');
    await imap.stop('SIGKILL');
    await post(lab, {from: DAIN, to: SUPPORT, subject: '둘', text: '2'});
    // An answer leaves though its copy has nowhere to go yet.
    await yoon.reply(first, {text: '답 하나'});
    await yoon.wrapUp(first.id);
    await imap.start();
    const second = await yoon.accept('둘');
    await yoon.reply(second, {text: '답 둘'});
    await yoon.wrapUp(second.id);
    await mailsOnceThereAre(lab, 2, 'dain');
    await mailsOnceThereAre(lab, 2, 'support', 'Sent');
    // The line stands again: what comes now is pushed.
    await post(lab, {from: DAIN, to: SUPPORT, subject: '셋', text: '3'});
    await yoon.accept('셋');
    const rung = yoon.desk.facts.flatMap((fact) =>
      fact.type === 'engagement.offered' ? [fact.interactionId] : [],
    );
    expect(new Set(rung).size).toBe(3);
    yoon.close();
  });

  test('OpenSMTPD refuses whom it does not know: the agent is told, and has the mail back', async ({
    servers: {lab},
    gateway,
  }) => {
    const yoon = await WireAgent.available(gateway, 'yoon');
    await post(lab, {from: 'gone@customer.test', to: SUPPORT, subject: '없는 사람', text: '안녕하세요.'});
    const contact = await yoon.accept('없는 사람');
    await yoon.reply(contact, {text: '안녕하세요, 고객님.'});
    const {failure} = await yoon.desk.fact('mail.failed');
    expect(failure).toContain('550');
    const [, failed] = await yoon.thread(contact.id, 2);
    expect(failed).toMatchObject({direction: 'out', delivery: 'failed', text: '안녕하세요, 고객님.'});
    // Still in wrap-up: it can be sent again, to somebody who is there.
    await yoon.reply(contact, {text: '다시 보냅니다.', cc: [{address: DAIN}]});
    const [raw = Buffer.alloc(0)] = await mailsOnceThereAre(lab, 1, 'dain');
    expect((await readMail(raw)).text).toContain('다시 보냅니다.');
    await mailsOnceThereAre(lab, 1, 'support', 'Sent');
    yoon.close();
  });

  test('OpenSMTPD is away for a while: the mail waits, and leaves once', async ({
    servers: {lab, smtp},
    gateway,
  }) => {
    const yoon = await WireAgent.available(gateway, 'yoon');
    await post(lab, {from: DAIN, to: SUPPORT, subject: '기다림', text: '?'});
    const contact = await yoon.accept('기다림');
    await smtp.stop();
    await yoon.reply(contact, {text: '나중에 갑니다.'});
    await yoon.wrapUp(contact.id);
    await smtp.start();
    const [raw = Buffer.alloc(0)] = await mailsOnceThereAre(lab, 1, 'dain');
    expect((await readMail(raw)).text).toBe('나중에 갑니다.');
    await mailsOnceThereAre(lab, 1, 'support', 'Sent');
    yoon.close();
  });
});
