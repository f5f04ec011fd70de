import {describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {
  checkCommand,
  checkGuide,
  checkOutdialNumber,
  dialled,
  MESSAGE_MAX_LENGTH,
  PERMISSIONS,
} from '@deskwire/domain';
import {Simulator} from '../simulator.js';
import {sampleContacts} from './campaign.js';
import {sampleCustomers} from './crowd.js';
import {openDoors} from './day.js';
import {sampleAgents, sampleCall, sampleChat, sampleMail, sampleNumbers, samplePlainChat} from './people.js';
import {sampleTenant} from './tenant.js';
import {SAMPLE_LANGUAGES} from './words.js';

describe.each(SAMPLE_LANGUAGES)('the sample in %s', (language) => {
  const tenant = sampleTenant(language);

  it('is a complete tenant: whatever it refers to is there', () => {
    const queueIds = tenant.queues.map(({id}) => id);
    expect(tenant.language).toBe(language);
    expect(tenant.idleReasons.length).toBeGreaterThan(7);
    expect(tenant.idleReasons.map(({id}) => id)).toContain(tenant.signInReasonId);
    expect(tenant.wrapUpReasons).toHaveLength(8);
    expect(new Set(tenant.queues.map(({channel}) => channel))).toEqual(new Set(['voice', 'chat', 'email']));
    for (const {queueId, channel} of tenant.entryPoints) {
      expect(tenant.queues.find(({id}) => id === queueId)?.channel).toBe(channel);
    }
    const {defaultReasonId} = tenant.wrapUp.voice;
    const submit = {type: 'wrap-up.submit', interactionId: 'i', reasonIds: [defaultReasonId ?? '']} as const;
    expect(checkCommand(submit, tenant, 'voice')).toBeUndefined();
    for (const {queueIds: served} of sampleAgents(language, tenant.queues)) expect(served).toEqual(queueIds);
  });

  it('speaks one language where people read, and the labels speak both', () => {
    const isKorean = (text: string) => /[가-힣]/.test(text);
    const {script, ...chat} = sampleChat(language);
    const read = [
      tenant.name,
      ...tenant.queues.map(({name}) => name),
      ...tenant.entryPoints.map(({name}) => name),
      ...sampleAgents(language, []).map(({name}) => name),
      ...sampleNumbers(language).map(({name}) => name),
      ...[chat, samplePlainChat(language), sampleCall(language), sampleMail(language)].map(
        ({name = ''}) => name,
      ),
      ...sampleCustomers(language).map(({name}) => name),
      ...tenant.outdial.anis.map(({name}) => name),
      ...tenant.outdial.dialPlan.map(({name}) => name),
      ...tenant.campaigns.map(({name}) => name),
      ...(script?.before ?? []).map(({text}) => text),
      ...(script?.answers ?? []).map(({text}) => text),
      sampleMail(language).subject,
    ];
    for (const text of read) expect([text, isKorean(text)]).toEqual([text, language === 'ko']);
    for (const {label} of [...tenant.idleReasons, ...tenant.wrapUpReasons]) {
      expect(label).toEqual({en: expect.stringMatching(/^[A-Z]/), ko: expect.stringMatching(/[가-힣]/)});
    }
  });

  it('dials out: numbers that its dial plan allows, ANIs that are its own, a campaign with a guide that ends', () => {
    const {outdial, campaigns, entryPoints} = tenant;
    const [campaign] = campaigns;
    const contacts = sampleContacts(language)[campaign?.id ?? ''] ?? [];
    expect(contacts.length).toBeGreaterThanOrEqual(12);
    for (const {number, values} of contacts) {
      expect(checkOutdialNumber(dialled(number), tenant)).toBeUndefined();
      for (const {name} of campaign?.fields ?? []) expect(values?.[name]).toBeTruthy();
    }
    expect(new Set(contacts.map(({id}) => id)).size).toBe(contacts.length);
    expect(checkGuide(campaign?.guide ?? [])).toBeUndefined();
    expect(campaign?.guide?.filter(({kind}) => kind === 'choice').length).toBeGreaterThanOrEqual(3);
    expect(campaign?.guide?.filter(({kind}) => kind === 'text').length).toBeGreaterThanOrEqual(2);
    expect(outdial.anis.map(({number}) => number)).toContain(outdial.defaultAni);
    expect(entryPoints.map(({id}) => id)).toContain(outdial.entryPointId);
    for (const {team, permissions} of sampleAgents(language, [])) {
      expect(campaign?.teams).toContain(team.id);
      expect(permissions).toEqual(PERMISSIONS);
    }
  });

  it('has canned responses, in the language of the tenant, with titles in both', () => {
    const {responses, attachments} = tenant.chat;
    expect(responses.length).toBeGreaterThanOrEqual(12);
    expect(new Set(responses.map(({id}) => id)).size).toBe(responses.length);
    for (const {title, text} of responses) {
      expect(title).toEqual({en: expect.stringMatching(/^[A-Z]/), ko: expect.stringMatching(/[가-힣]/)});
      const words = text.replace(/\{\{.*?\}\}/g, '');
      expect([text, /[가-힣]/.test(words)]).toEqual([text, language === 'ko']);
      expect(text.length).toBeLessThan(MESSAGE_MAX_LENGTH / 2);
      expect(text.match(/[{}]+/g) ?? []).toEqual([...text.matchAll(/\{\{|\}\}/g)].map(([brace]) => brace));
    }
    const fields = responses.flatMap(({text}) =>
      [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name),
    );
    for (const name of ['customer.name', 'agent.name', 'queue.name', 'customer.email', 'refund-amount'])
      expect(fields).toContain(name);
    expect(attachments).toMatchObject({enabled: true, maxTotalBytes: 35_000_000});
    expect(attachments.types).toEqual(expect.arrayContaining(['.pdf', '.png']));
    expect(tenant.cardData.action).toBe('redact');
  });

  it('opens its doors: contacts of every channel come in, until they are closed', async () => {
    const clock = fakeClock();
    const simulator = new Simulator({clock, language});
    const close = openDoors(simulator, {firstAfterMs: 1_000, everyMs: 10_000});
    await clock.pass(45_000);
    const channels = [...simulator.centre.interactions.values()].map(({channel}) => channel);
    expect(channels).toEqual(['chat', 'voice', 'email', 'chat', 'voice']);
    close();
    expect(clock.waiting).toBe(1);
    await clock.pass(100_000);
    expect(clock.waiting).toBe(0);
    expect(simulator.centre.interactions.size).toBe(4);
  });
});
