import {describe, expect, it} from 'vitest';
import {refuse, type HistoryEntry, type HistoryPage} from '@deskwire/domain';
import type {QueryResult} from '@deskwire/stream';

import {HistoryList} from './history-list.js';

const entry = (id: string, at: number): HistoryEntry => ({
  interactionId: id,
  channel: 'voice',
  origin: 'inbound',
  customer: {},
  at,
  reasons: [],
});
const row = (at: number): HistoryEntry => entry(`c${String(at).padStart(3, '0')}`, at);

/** A past that answers pages of so many rows; the cursor is the time of the last one. */
class Past {
  rows: HistoryEntry[];
  readonly asked: (string | undefined)[] = [];
  refuses = false;
  hold: Promise<void> = Promise.resolve();

  constructor(
    readonly page: number,
    ...times: readonly number[]
  ) {
    this.rows = times.map(row);
  }

  readonly ask = async (after: string | undefined): Promise<QueryResult<'history.mine'>> => {
    this.asked.push(after);
    const refuses = this.refuses;
    await this.hold;
    if (refuses) return {ok: false, refusal: refuse('DW_SEND_TIMEOUT')};
    const older = this.rows.filter(({at}) => after === undefined || at < Number(after));
    const entries = older.sort((a, b) => b.at - a.at).slice(0, this.page);
    const last = entries.at(-1);
    const answer: HistoryPage =
      last && older.length > this.page ? {entries, next: String(last.at)} : {entries};
    return {ok: true, answer};
  };
}

const times = ({entries}: HistoryList): readonly number[] => entries.map(({at}) => at);
const held = (list: HistoryList): readonly number[] => list.held.map(({at}) => at);
const never = (): boolean => false;
const always = (): boolean => true;

const opened = async (past: Past): Promise<HistoryList> => {
  const list = new HistoryList(past.ask, () => undefined);
  await list.load();
  return list;
};

describe('a list of past contacts', () => {
  it('loads page by page until the end', async () => {
    const past = new Past(2, 50, 40, 30, 20, 10);
    const list = await opened(past);
    expect([times(list), list.hasMore]).toEqual([[50, 40], true]);
    await list.more();
    await list.more();
    expect([times(list), list.hasMore]).toEqual([[50, 40, 30, 20, 10], false]);
    await list.more();
    expect(past.asked).toEqual([undefined, '40', '20']);
  });

  it('asks for a page once, however often it is wanted', async () => {
    const past = new Past(2, 50, 40, 30, 20, 10);
    const list = await opened(past);
    await Promise.all([list.more(), list.more()]);
    expect(times(list)).toEqual([50, 40, 30, 20]);
  });

  it('says why it could not be loaded, and tries again', async () => {
    const past = new Past(2, 50);
    past.refuses = true;
    const list = await opened(past);
    expect([list.phase, list.refusal?.code, times(list)]).toEqual(['failed', 'DW_SEND_TIMEOUT', []]);
    past.refuses = false;
    await list.load();
    expect([list.phase, list.refusal, times(list)]).toEqual(['ready', undefined, [50]]);
  });

  it('keeps its rows where the older ones could not be loaded', async () => {
    const past = new Past(2, 50, 40, 30);
    const list = await opened(past);
    past.refuses = true;
    await list.more();
    expect([times(list), list.moreRefusal?.code, list.hasMore]).toEqual([[50, 40], 'DW_SEND_TIMEOUT', true]);
    past.refuses = false;
    await list.more();
    expect([times(list), list.moreRefusal]).toEqual([[50, 40, 30], undefined]);
  });

  it('puts what is new in front', async () => {
    const past = new Past(3, 50, 40, 30, 20);
    const list = await opened(past);
    past.rows.push(row(60));
    await list.refresh(never);
    expect([times(list), list.hasMore]).toEqual([[60, 50, 40, 30], true]);
    await list.more();
    expect(times(list)).toEqual([60, 50, 40, 30, 20]);
  });

  it('takes over what is told anew of a row that is there', async () => {
    const past = new Past(3, 50, 40);
    const list = await opened(past);
    past.rows = [entry('c050', 50), {...entry('c040', 40), reasons: ['Resolved']}];
    await list.refresh(always);
    expect(list.entries.map(({reasons}) => reasons)).toEqual([[], ['Resolved']]);
    expect(held(list)).toEqual([]);
  });

  it('holds back what is new while the list is used, and shows it when it is wanted', async () => {
    const past = new Past(3, 50, 40, 30, 20);
    const list = await opened(past);
    const before = list.entries;
    past.rows.push(row(60));
    await list.refresh(always);
    past.rows.push(row(70));
    await list.refresh(always);
    expect([times(list), held(list)]).toEqual([times({entries: before} as HistoryList), [70, 60]]);
    list.release();
    expect([times(list), held(list)]).toEqual([[70, 60, 50, 40, 30], []]);
  });

  it('shows with the next refresh what it held back, where the list is no longer used', async () => {
    const past = new Past(3, 50, 40);
    const list = await opened(past);
    past.rows.push(row(60));
    await list.refresh(always);
    await list.refresh(never);
    expect([times(list), held(list)]).toEqual([[60, 50, 40], []]);
  });

  it('finds a contact that began long ago, as far as the list reaches', async () => {
    const past = new Past(2, 90, 80, 70, 60, 50);
    const list = await opened(past);
    await list.more();
    past.rows.push(row(65));
    await list.refresh(never, 65);
    expect(times(list)).toEqual([90, 80, 70, 65, 60]);
    past.asked.length = 0;
    past.rows.push(row(5));
    await list.refresh(never, 5);
    expect(times(list)).toEqual([90, 80, 70, 65, 60, 50]);
    expect(past.asked).toHaveLength(3);
    await list.more();
    expect(times(list)).toEqual([90, 80, 70, 65, 60, 50, 5]);
  });

  it('begins anew where so much happened that there would be a gap', async () => {
    const past = new Past(2, 50, 40, 30);
    const list = await opened(past);
    past.rows.push(row(60), row(70), row(80));
    await list.refresh(always);
    expect([times(list), held(list), list.hasMore]).toEqual([[80, 70], [], true]);
    await list.more();
    expect(times(list)).toEqual([80, 70, 60, 50]);
  });

  it('keeps its rows where what is new could not be asked for, and says so', async () => {
    const past = new Past(2, 50, 40);
    const list = await opened(past);
    past.refuses = true;
    await list.refresh(never);
    expect([times(list), list.phase, list.refusal?.code]).toEqual([[50, 40], 'ready', 'DW_SEND_TIMEOUT']);
  });

  it('drops the answer to an older question', async () => {
    const past = new Past(2, 50, 40, 30);
    const list = await opened(past);
    let release = (): void => undefined;
    past.hold = new Promise((resolve) => {
      release = resolve;
    });
    const more = list.more();
    past.hold = Promise.resolve();
    past.rows.push(row(60));
    await list.refresh(never);
    release();
    await more;
    expect([times(list), list.isBusy]).toEqual([[60, 50, 40], false]);
  });

  it('changes nothing once it is closed', async () => {
    let changes = 0;
    const past = new Past(2, 50);
    const list = new HistoryList(past.ask, () => (changes += 1));
    const loading = list.load();
    list.close();
    changes = 0;
    await loading;
    expect([changes, times(list)]).toEqual([0, []]);
  });
});
