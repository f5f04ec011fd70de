import {createTransport} from 'nodemailer';
import {describe, expect, it} from 'vitest';

import {engagementOf} from '@deskwire/domain';

import {safeError} from './log.js';
import {WireDesk} from './test-support/desk.js';
import {demoWith, eventually, Harness, pass} from './test-support/harness.js';
import {DEMO_CONFIG} from './config/demo.js';

/** Planted in every field that a person can fill, each with something that nothing else contains. */
const PLANTED = {
  name: 'Plantedname',
  email: 'planted-mail@customer.example',
  question: 'planted-question',
  text: 'planted-text',
  subject: 'planted-subject',
  body: 'planted-body',
  number: '+82109998877665',
  cad: 'planted-cad-value',
  password: 'planted-password',
  note: 'planted-note',
  json: 'planted-json',
  address: 'planted-address',
};

describe('the log', () => {
  it('holds no name, number, address, text, value, password or token', async () => {
    const [hotline, ...others] = DEMO_CONFIG.tenant.entryPoints;
    const variable = {
      name: 'account',
      label: 'Account',
      type: 'string',
      editable: true,
      secure: true,
    } as const;
    const harness = await Harness.start({
      config: demoWith({
        entryPoints: hotline
          ? [{...hotline, variables: [{...variable, value: PLANTED.cad}]}, ...others]
          : others,
      }),
    });
    const tokens: string[] = [];
    const {url} = harness;

    // Sign-in, right and wrong, and requests that are refused.
    tokens.push(await harness.token('yoon'));
    await harness.post('/api/sign-in', {user: PLANTED.name, password: PLANTED.password});
    await harness.post('/api/sign-in', `{"user": "${PLANTED.json}`);
    await harness.post('/api/visits', {name: PLANTED.name, email: `${PLANTED.email} and more`});
    await harness.post(`/api/mailboxes/${PLANTED.email}`, {to: PLANTED.address, text: PLANTED.body});
    await fetch(`${url}/api/${PLANTED.address}?${PLANTED.address}`);
    await fetch(`${url}/api/mailboxes/${PLANTED.email}`);

    // A chat, a call and a mail, with everything that can be said in them.
    const yoon = await harness.open(tokens[0] ?? '');
    await yoon.do({type: 'agent.set-state', to: {state: 'available'}});
    const {name, email, question} = PLANTED;
    const visit = await harness.visit({name, email, question});
    tokens.push(visit.token);
    const visitor = await harness.open(visit.token);
    await harness.phone(PLANTED.number, 'dial', '15880420');
    await createTransport({host: '127.0.0.1', port: harness.smtpPort, ignoreTLS: true}).sendMail({
      from: {name, address: email},
      to: 'support@deskwire.example',
      subject: PLANTED.subject,
      text: PLANTED.body,
    });
    await yoon.until('three requests', () => {
      const all = [...yoon.state.interactions.values()];
      return all.length === 3 && all.every((one) => engagementOf(one, 'yoon')?.phase === 'offered');
    });
    for (const {id: interactionId, channel, content} of yoon.state.interactions.values()) {
      await yoon.do({type: 'interaction.accept', interactionId});
      if (channel === 'chat') {
        await visitor.do({type: 'message.send', interactionId, text: PLANTED.text});
        await visitor.refused({type: 'message.send', interactionId, text: PLANTED.text.repeat(200)});
        visitor.say({type: 'command', id: PLANTED.json, command: {type: PLANTED.json, text: PLANTED.text}});
        visitor.say(`{"type":"${PLANTED.json}`);
      }
      if (content.kind === 'email') {
        const inReplyTo = content.thread.mails[0]?.id ?? '';
        const mail = {
          kind: 'quick-reply',
          inReplyTo,
          cc: [],
          text: PLANTED.body,
          attachmentIds: [],
          quotes: false,
        } as const;
        await yoon.do({type: 'mail.send', interactionId, mail});
        await yoon.fact('mail.sent');
      } else {
        await yoon.do({type: 'interaction.end', interactionId});
      }
      const reasonIds = ['resolved'];
      await yoon.do({type: 'wrap-up.submit', interactionId, reasonIds, note: PLANTED.note});
    }
    const forged = await WireDesk.connect(url);
    forged.hello(PLANTED.password);
    await forged.whenClosed();
    await eventually('the answer', async () => {
      const {mails} = await harness.get<{mails: unknown[]}>(`/api/mailboxes/${email}`);
      return mails.length === 1;
    });
    await pass(100);
    await harness.stop();

    const log = harness.logLines.join('');
    expect(harness.logLines.length).toBeGreaterThan(20);
    const found = [...Object.values(PLANTED), ...tokens, '윤지호', 'deskwire.example', '127.0.0.1'].filter(
      (value) => log.includes(value),
    );
    expect(found).toEqual([]);
  }, 20_000);

  it('shows of an error where it came from, not what it says', () => {
    const shown = safeError(Object.assign(new TypeError('kim@customer.example'), {code: 'EBROKEN'}));
    expect(shown).toMatchObject({name: 'TypeError', code: 'EBROKEN'});
    expect(shown.frames?.[0]).toContain('log.test.ts');
    expect(JSON.stringify(shown)).not.toContain('kim@');
    expect(safeError('kim@customer.example')).toEqual({name: 'string'});
  });
});
