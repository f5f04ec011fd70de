import {readFileSync} from 'node:fs';

import {describe, expect, it} from 'vitest';
import {refuse, REFUSALS, type RefusalCode} from '@deskwire/domain';
import {refusalText, wordFaults} from '@deskwire/kit';
import {AGENT, aDesk, anActive, aRequest, aWrapUp, factLog, NOON} from '@deskwire/testing';

import {Arrivals} from './arrivals.js';
import {bannerOf} from './connection.view.js';
import {deskWords, lossText} from './desk.messages.js';
import {DESK_VERSION} from './version.js';

const log = factLog();
const told = (arrivals: Arrivals, ...steps: readonly Parameters<Arrivals['after']>[]): readonly unknown[] =>
  steps.flatMap(([fact, state]) =>
    arrivals.after(fact, state).map(({type, detail}) => ({type, detail: detail as unknown})),
  );
const told1 = log.say({type: 'engagement.accepted', interactionId: 'voice-1', agentId: AGENT.id});

describe('Arrivals', () => {
  it('tells an interaction once, when its request appears', () => {
    const arrivals = new Arrivals();
    const events = told(arrivals, [told1, aDesk([aRequest()])], [told1, aDesk([anActive()])]);
    expect(events).toMatchObject([
      {type: 'dw-interaction-arrived', detail: {interactionId: 'voice-1', phase: 'offered', restored: false}},
    ]);
  });

  it('tells the end when wrap-up begins, and only once', () => {
    const arrivals = new Arrivals();
    const events = told(
      arrivals,
      [told1, aDesk([anActive()])],
      [told1, aDesk([aWrapUp()])],
      [told1, aDesk([])],
    );
    expect(events).toMatchObject([
      {type: 'dw-interaction-arrived'},
      {type: 'dw-interaction-ended', detail: {interactionId: 'voice-1', ending: {by: 'agent'}}},
    ]);
  });

  it('tells the end of a request that was taken away', () => {
    const events = told(new Arrivals(), [told1, aDesk([aRequest()])], [told1, aDesk([])]);
    expect(events).toMatchObject([{type: 'dw-interaction-arrived'}, {type: 'dw-interaction-ended'}]);
  });

  it('says of what a snapshot brings that it was there already, and does not tell a known one twice', () => {
    const arrivals = new Arrivals();
    const state = aDesk([anActive()]);
    const events = told(
      arrivals,
      [log.hydrated(), state],
      [log.hydrated(), state],
      [log.hydrated(), aDesk([])],
    );
    expect(events).toMatchObject([
      {type: 'dw-interaction-arrived', detail: {restored: true}},
      {type: 'dw-interaction-ended'},
    ]);
  });

  it('is silent about the interactions of others', () => {
    expect(told(new Arrivals(), [told1, aDesk([anActive({engagements: []})])])).toEqual([]);
  });
});

describe('bannerOf', () => {
  const loss = (code: Parameters<typeof refuse>[0]) => ({refusal: refuse(code), final: true});

  it('says nothing while connecting, live, or closed on purpose', () => {
    for (const state of ['connecting', 'live', 'closed'] as const) {
      expect(bannerOf({state, since: NOON}, true)).toEqual({kind: 'none'});
    }
    expect(bannerOf(undefined, false)).toEqual({kind: 'none'});
  });

  it('says since when the connection is lost', () => {
    const status = {state: 'lost', since: NOON, attempt: 2, loss: loss('DW_SEND_OFFLINE')} as const;
    expect(bannerOf(status, true)).toEqual({kind: 'lost', since: NOON});
  });

  it('speaks of catching up only after there was something to catch up with', () => {
    expect(bannerOf({state: 'resyncing', since: NOON}, true)).toEqual({kind: 'resyncing'});
    expect(bannerOf({state: 'resyncing', since: NOON}, false)).toEqual({kind: 'none'});
  });

  it('offers to connect again where that can help', () => {
    const closed = (code: Parameters<typeof refuse>[0]) =>
      bannerOf({state: 'closed', since: NOON, loss: loss(code)}, true);
    expect(closed('DW_WIRE_REPLACED')).toMatchObject({kind: 'closed', canConnect: true});
    expect(closed('DW_AUTH_EXPIRED')).toMatchObject({kind: 'closed', canConnect: false});
  });
});

describe('the words for a connection that was closed', () => {
  /** Of the gateway's close codes; a test of the protocol holds the list itself. */
  const closes = (Object.keys(REFUSALS) as RefusalCode[]).filter(
    (code) => /^DW_(AUTH|WIRE|SEND)_/.test(code) || code === 'DW_AGENT_SIGNED_OUT',
  );

  it('are those of each reason that a gateway may have', () => {
    expect(closes.length).toBeGreaterThan(10);
    for (const code of closes) expect(lossText('ko', refuse(code))).toBe(refusalText('ko', refuse(code)));
  });
});

describe('the package', () => {
  it('has sound words', () => {
    expect(wordFaults(deskWords)).toEqual([]);
  });

  it('is registered under its own version', () => {
    const file = new URL('../package.json', import.meta.url);
    expect((JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version).toBe(DESK_VERSION);
  });
});
