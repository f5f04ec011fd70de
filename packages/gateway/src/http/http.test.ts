import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import {Harness} from '../test-support/harness.js';
import {isAllowed, LOOPBACK_HOSTS} from './origins.js';

describe('the HTTP side', {timeout: 20_000}, () => {
  const pages = mkdtempSync(join(tmpdir(), 'deskwire-pages-'));
  let harness: Harness;
  beforeAll(async () => {
    writeFileSync(join(pages, 'desk.html'), '<!doctype html><title>Desk</title>');
    writeFileSync(join(pages, '.hidden'), 'secret');
    mkdirSync(join(pages, 'chunks'));
    writeFileSync(join(pages, 'chunks', 'a.js'), 'export {};');
    harness = await Harness.start({pages});
  });
  afterAll(async () => {
    await harness.stop();
    rmSync(pages, {recursive: true});
  });

  it('serves the pages under a strict policy', async () => {
    const response = await fetch(`${harness.url}/desk.html?agent=yoon`);
    expect(await response.text()).toContain('<title>Desk');
    expect(response.headers.get('content-type')).toContain('text/html');
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of [
      `default-src 'none'`,
      `script-src 'self';`,
      `style-src 'self';`,
      `connect-src 'self' ws://127.0.0.1:`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types lit-html dompurify 'allow-duplicates'`,
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await fetch(`${harness.url}/chunks/a.js`)).headers.get('content-type')).toContain('javascript');
  });

  it('serves nothing beside them', async () => {
    for (const path of ['/.hidden', '/../secret', '/%2e%2e/secret', '/nothing.html', '/api/nothing']) {
      const response = await fetch(harness.url + path);
      expect(response.status).toBe(404);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('answers bad requests with a code and the field, never with what stood there', async () => {
    const wrong: readonly (readonly [unknown, number, object])[] = [
      ['{"name":', 400, {code: 'DW_WIRE_MALFORMED'}],
      ['x'.repeat(300_000), 413, {code: 'DW_WIRE_TOO_LARGE'}],
      [{name: 7}, 400, {code: 'DW_INPUT_INVALID', params: {field: 'name'}}],
      [{name: 'a\nb'}, 400, {code: 'DW_INPUT_INVALID', params: {field: 'name'}}],
      [{email: 'kim@customer.example\r\nBcc: x@y.example'}, 400, {code: 'DW_INPUT_INVALID'}],
      [{entryPointId: 'hotline'}, 400, {code: 'DW_INPUT_INVALID', params: {field: 'entryPointId'}}],
      [{question: 'x'.repeat(1_001)}, 400, {code: 'DW_INPUT_INVALID', params: {field: 'question'}}],
    ];
    for (const [body, status, refusal] of wrong) {
      const response = await harness.post('/api/visits', body);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({refusal});
    }
    const text = await fetch(`${harness.url}/api/visits`, {method: 'POST', body: 'hello'});
    expect(text.status).toBe(400);
  });

  it('tells how it is, and counts', async () => {
    expect(await harness.get('/health')).toMatchObject({status: 'ok'});
    const desk = await harness.desk('yoon');
    const metrics = await (await fetch(`${harness.url}/metrics`)).text();
    expect(metrics).toMatch(/deskwire_sockets\{kind="agent"\} 1/);
    expect(metrics).toMatch(/deskwire_facts_total\{type="agent.state-changed"\} 1/);
    expect(metrics).toMatch(/process_cpu_seconds_total/);
    desk.close();
  });

  it('lets visitors in only so fast', async () => {
    const tight = await Harness.start({chat: {visitRate: {burst: 2, perSecond: 0.01}}});
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await tight.post('/api/visits', {})).status);
    expect(statuses).toEqual([201, 201, 429]);
    await tight.stop();
  });
});

describe('where a request may come from', () => {
  const policy = {origins: ['https://crm.example'], hosts: LOOPBACK_HOSTS};
  it.each([
    ['the page of the gateway itself', 'localhost:8420', 'http://localhost:8420', true],
    ['a program', '127.0.0.1:8420', undefined, true],
    ['a page on the list', '[::1]:8420', 'https://crm.example', true],
    ['the same name on another port', 'localhost:8420', 'http://localhost:9000', false],
    ['the same name by another protocol', 'localhost:8420', 'https://localhost:8420', false],
    ['a page without an origin of its own', 'localhost:8420', 'null', false],
    ['a foreign name of this machine', 'evil.example', 'http://evil.example', false],
    ['nobody', undefined, undefined, false],
    ['a name that would break a header', 'localhost; script-src *', undefined, false],
  ])('%s', (_, host, origin, allowed) => {
    expect(isAllowed(policy, {host, origin, isSecure: false})).toBe(allowed);
  });
});
