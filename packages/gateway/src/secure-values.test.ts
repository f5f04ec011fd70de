import {randomBytes} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {createTransport} from 'nodemailer';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {CadVariable, Interaction} from '@deskwire/domain';

import {DEMO_CONFIG} from './config/demo.js';
import {WireDesk} from './test-support/desk.js';
import {demoWith, Harness, pass} from './test-support/harness.js';
import {phaseOf} from './test-support/look.js';
import {findPlanted} from './test-support/planted.js';

const FLOW_TOKEN = 'flow-token-of-at-least-32-characters';

/** Each comes in on a way of its own, and is like nothing else. */
const PLANTED = {
  configured: 'planted-configured-비밀',
  arrived: 'planted-arrived-7f3a',
  saved: 'planted-saved "비밀" 😀',
  overwritten: 'planted-overwritten-1b',
  refused: 'planted-refused-99aa',
  malformed: 'planted-malformed-5d',
  set: 'planted-set-by-flow-카',
  defined: 'planted-defined-by-flow',
  forChat: 'planted-for-the-chat',
  forMail: 'planted-for-the-mail',
  wrongToken: 'planted-wrong-token-body',
};

const {entryPoints} = DEMO_CONFIG.tenant;
const secureNames = ['pin', 'refund-account', 'tax-id'];

/** The demo, in which the delivery line's flow sets its secure variable itself. */
const config = demoWith({
  entryPoints: entryPoints.map((point) => ({
    ...point,
    variables: (point.variables ?? []).map((variable) =>
      point.id === 'delivery-line' && variable.secure ? {...variable, value: PLANTED.configured} : variable,
    ),
  })),
});

const valueOf = (interaction: Interaction | undefined, name: string): string | undefined =>
  interaction?.cad.find((one) => one.name === name)?.value;
const versionOf = (interaction: Interaction | undefined, name: string): number =>
  interaction?.cad.find((one) => one.name === name)?.version ?? 0;

describe('secure values', {timeout: 30_000}, () => {
  let harness: Harness;
  const urls: string[] = [];
  const answers: string[] = [];

  const note = (): void => {
    const {server} = harness.gateway.app;
    server.on('request', ({url}) => urls.push(url ?? ''));
    server.on('upgrade', ({url}) => urls.push(url ?? ''));
  };
  const flow = async (
    method: 'PATCH' | 'PUT',
    id: string,
    body: unknown,
    token = FLOW_TOKEN,
  ): Promise<number> => {
    const response = await fetch(`${harness.url}/api/interactions/${id}/variables`, {
      method,
      headers: {'content-type': 'application/json', authorization: `Bearer ${token}`},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    answers.push(await response.text());
    return response.status;
  };
  const found = () =>
    findPlanted(PLANTED, {
      directories: [harness.data],
      texts: {log: harness.logLines.join(''), urls: urls.join('\n'), answers: answers.join('\n')},
    });

  beforeEach(async () => {
    harness = await Harness.start({config, flowToken: FLOW_TOKEN, logLevel: 'trace'});
    note();
  });
  afterEach(() => harness.stop());

  const offered = (desk: WireDesk, channel: Interaction['channel']) =>
    desk.interaction(
      `the ${channel}`,
      (one) => one.channel === channel && phaseOf(one, 'yoon') === 'offered',
    );

  const take = async (desk: WireDesk, channel: Interaction['channel']): Promise<string> => {
    const {id: interactionId} = await offered(desk, channel);
    await desk.do({type: 'interaction.accept', interactionId});
    return interactionId;
  };

  /** Everything that agents and flows do with a secure value, and everything that goes wrong with one. */
  const useCall = async (desk: WireDesk, interactionId: string): Promise<void> => {
    const now = () => desk.state.interactions.get(interactionId);
    const save = (name: string, value: string, base = versionOf(now(), name)) =>
      desk.refused({type: 'cad.save', interactionId, edits: [{name, value, base}]});
    await desk.do({
      type: 'cad.save',
      interactionId,
      edits: [{name: 'pin', value: PLANTED.saved, base: versionOf(now(), 'pin')}],
    });
    await desk.until('the saved value', () => valueOf(now(), 'pin') === PLANTED.saved);
    await desk.do({
      type: 'cad.save',
      interactionId,
      edits: [{name: 'pin', value: PLANTED.overwritten, base: 0}],
    });
    const overwritten = await desk.fact('cad.overwritten');
    expect([overwritten.kept, overwritten.lost]).toEqual(['', '']);
    expect(await save('pin', PLANTED.refused.repeat(20))).toBe('DW_CAD_TOO_LONG');
    expect(await save('account-number', PLANTED.refused)).toBe('DW_CAD_READONLY');
    expect(await save('parcels', PLANTED.refused)).toBe('DW_CAD_INVALID');
    expect(await save('unknown', PLANTED.refused)).toBe('DW_CAD_UNKNOWN');
    desk.say(`{"type":"command","id":"m","command":{"type":"cad.save","edits":"${PLANTED.malformed}`);

    expect(await flow('PATCH', interactionId, {values: {pin: PLANTED.set}})).toBe(204);
    await desk.until("the flow's value", () => valueOf(now(), 'pin') === PLANTED.set);
    expect(await flow('PATCH', interactionId, {values: {parcels: PLANTED.refused}})).toBe(400);
    expect(await flow('PATCH', interactionId, {values: {pin: [PLANTED.refused]}})).toBe(400);
    expect(await flow('PATCH', interactionId, `{"values": {"pin": "${PLANTED.malformed}`)).toBe(400);
    expect(await flow('PATCH', interactionId, {values: {pin: PLANTED.wrongToken}}, 'x'.repeat(40))).toBe(401);
  };

  const arrive = (interactionId: string) => {
    const cad: CadVariable = {
      name: 'brought',
      label: 'Brought',
      type: 'string',
      value: PLANTED.arrived,
      editable: true,
      secure: true,
      order: 0,
      version: 0,
    };
    return harness.gateway.core.host.submit({
      kind: 'signal',
      signal: {
        type: 'contact.arrived',
        interactionId,
        channel: 'chat',
        customer: {name: 'Lee'},
        entryPointId: 'website',
        cad: [cad],
      },
    });
  };

  it('[CAD-3] are in no log, no address, no answer, no file in the clear; agents have them, before and after a restart', async () => {
    const yoon = await harness.available('yoon');
    const park = await harness.desk('park');

    await harness.phone('+82109998877', 'dial', '15880421');
    const call = await take(yoon, 'voice');
    expect(valueOf(yoon.state.interactions.get(call), 'pin')).toBe(PLANTED.configured);
    await yoon.do({type: 'interaction.end', interactionId: call});
    await yoon.do({type: 'wrap-up.submit', interactionId: call, reasonIds: ['resolved']});

    await harness.phone('+82109998866', 'dial', '15880420');
    const talk = await take(yoon, 'voice');
    await useCall(yoon, talk);
    const pin = {
      name: 'pin',
      label: 'PIN',
      type: 'string',
      secure: true,
      editable: true,
      value: PLANTED.defined,
    };
    expect(await flow('PUT', talk, {variables: [pin]})).toBe(204);
    await yoon.until(
      'the new flow',
      () => valueOf(yoon.state.interactions.get(talk), 'pin') === PLANTED.defined,
    );

    await arrive('brought-along');
    const brought = await take(yoon, 'chat');
    const {token} = await harness.visit({name: 'Kim'});
    const visitor = await harness.open(token);
    const chat = await take(yoon, 'chat');
    expect(await flow('PATCH', chat, {values: {'refund-account': PLANTED.forChat}})).toBe(204);
    await createTransport({host: '127.0.0.1', port: harness.smtpPort, ignoreTLS: true}).sendMail({
      from: 'lee@customer.example',
      to: 'support@deskwire.example',
      subject: 'Tax',
      text: 'Hello',
    });
    const mail = await take(yoon, 'email');
    expect(await flow('PATCH', mail, {values: {'tax-id': PLANTED.forMail}})).toBe(204);
    await yoon.until('the value of the mail', () => valueOf(yoon.state.interactions.get(mail), 'tax-id'));
    await pass(50);

    expect(found()).toEqual([]);
    expect(findPlanted(PLANTED, {texts: {visitor: JSON.stringify(visitor.messages)}})).toEqual([]);
    const parked = JSON.stringify(park.messages);
    expect(findPlanted(PLANTED, {texts: {park: parked}})).toEqual([]);

    await harness.halt();
    expect(found()).toEqual([]);
    await harness.run();
    note();
    const back = await harness.desk('yoon');
    const values = [talk, brought, chat, mail].map((id) => {
      const cad = back.state.interactions.get(id)?.cad ?? [];
      return cad.find(
        ({name}) => [...secureNames, 'brought'].includes(name) && valueOf({cad} as Interaction, name),
      )?.value;
    });
    expect(values).toEqual([PLANTED.defined, PLANTED.arrived, PLANTED.forChat, PLANTED.forMail]);

    await back.do({type: 'interaction.end', interactionId: chat});
    await back.do({type: 'wrap-up.submit', interactionId: chat, reasonIds: ['resolved']});
    answers.push(JSON.stringify(await back.query({type: 'history.mine', limit: 100})));
    answers.push(await (await fetch(`${harness.url}/metrics`)).text());
    expect(found()).toEqual([]);
  });
});

describe('the secret that seals them', {timeout: 20_000}, () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({flowToken: FLOW_TOKEN});
  });
  afterEach(() => harness.stop());

  it('may be changed while contacts are open, as long as the old one stays below it', async () => {
    const yoon = await harness.available('yoon');
    const {interactionId} = await harness.visit();
    await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId});
    const edits = [{name: 'refund-account', value: PLANTED.saved, base: 0}];
    await yoon.do({type: 'cad.save', interactionId, edits});
    const token = await harness.token('yoon');
    const file = join(harness.data, 'secret');
    const [old, fresh] = [readFileSync(file, 'utf8'), `${randomBytes(32).toString('base64url')}\n`];
    const after = async (secrets: string) => {
      await harness.halt();
      writeFileSync(file, secrets);
      await harness.run();
      const desk = await harness.desk('yoon');
      return valueOf(desk.state.interactions.get(interactionId), 'refund-account');
    };

    expect(await after(fresh + old)).toBe(PLANTED.saved);
    const stranger = await WireDesk.connect(harness.url);
    stranger.hello(token);
    expect((await stranger.message('refused')).refusal.code).toBe('DW_AUTH_INVALID');
    expect(harness.logLines.join('')).not.toContain('cannot be opened');

    expect(await after(fresh)).toBe('');
    expect(harness.logLines.join('')).toContain('a secure value cannot be opened');
    expect(await after(old)).toBe(PLANTED.saved);
  });
});

describe('the search for planted values', () => {
  it('finds every spelling, and says which without repeating the value', () => {
    const value = 'planted "비밀" 1+1';
    const texts = {
      plain: `x${value}x`,
      json: JSON.stringify({value}),
      ascii: value.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`),
      url: `/api?q=${encodeURIComponent(value)}`,
      hex: Buffer.from(value).toString('hex'),
      one: Buffer.from(`a${value}`).toString('base64'),
      two: Buffer.from(`ab${value}cd`).toString('base64url'),
      three: Buffer.from(`abc${value}`).toString('base64'),
    };
    const all = findPlanted({secret: value}, {texts});
    for (const name of Object.keys(texts))
      expect(all.some((line) => line.startsWith(`secret in ${name}`))).toBe(true);
    expect(all.join()).not.toContain('planted');
    expect(findPlanted({secret: value}, {texts: {nothing: 'planted "비밀" 1+2'}})).toEqual([]);
    expect(() => findPlanted({short: '1234'}, {})).toThrow('too short');
  });
});
