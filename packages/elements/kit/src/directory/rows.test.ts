import {describe, expect, it} from 'vitest';
import type {DirectoryAgent} from '@deskwire/domain';

import {agentRows, canChoose, numberRows, queueRows, RowSearch, type DirectoryRow} from './rows.js';

const agent = (name: string, set: Partial<DirectoryAgent> = {}): DirectoryAgent => ({
  kind: 'agent',
  agent: {id: name, name, dn: '44' + name.length.toString(), team: 'Billing'},
  state: 'available',
  canReceive: true,
  ...set,
});
const names = (rows: readonly DirectoryRow[]): readonly string[] => rows.map(({name}) => name);

describe('agentRows', () => {
  it('puts those who can take the contact first, those who signed out last, each by name', async () => {
    const agents = [
      agent('Zoe', {state: 'idle', canReceive: false, reason: 'Lunch'}),
      agent('나리'),
      agent('Bo', {state: 'signed-out', canReceive: false}),
      agent('가람'),
      agent('Ada', {state: 'engaged', canReceive: false}),
    ];
    expect(names(await agentRows({agents}, 'ko'))).toEqual(['가람', '나리', 'Ada', 'Zoe', 'Bo']);
  });

  it('never takes somebody in wrap-up for free', async () => {
    const [row] = await agentRows({agents: [agent('Ada', {state: 'wrap-up', canReceive: true})]}, 'en');
    expect(row && canChoose(row)).toBe(false);
  });

  it('lists an agent once', async () => {
    expect(await agentRows({agents: [agent('Ada'), agent('Ada')]}, 'en')).toHaveLength(1);
  });
});

describe('queueRows', () => {
  it('lists queues, then entry points, in the order of the tenant', () => {
    const rows = queueRows(
      [
        {id: 'b', name: 'Roaming'},
        {id: 'a', name: 'Billing'},
      ],
      [{id: 'a', name: 'Main line', number: '1588-0420'}],
    );
    expect(rows.map(({key, number}) => [key, number])).toEqual([
      ['queue b', undefined],
      ['queue a', undefined],
      ['entry-point a', '1588-0420'],
    ]);
  });
});

describe('numberRows', () => {
  it('keeps the number as it is written and the one that is dialled', async () => {
    const [row] = await numberRows({numbers: [{name: 'Hanbit', number: '+82 (0)32-555-0119'}]}, 'en');
    expect(row?.number).toBe('+82 (0)32-555-0119');
    expect(row?.target).toEqual({kind: 'number', number: '+82325550119'});
  });
});

describe('RowSearch', () => {
  it('finds by name, team and number, what begins with the query first', async () => {
    const rows = await agentRows({agents: [agent('Dr. Ann'), agent('Anna'), agent('Bo')]}, 'en');
    const search = new RowSearch(rows);
    expect(names(search.find('ann'))).toEqual(['Anna', 'Dr. Ann']);
    expect(names(search.find('billing 442'))).toEqual(['Bo']);
    expect(search.find(' ')).toBe(rows);
    expect(search.find('nobody')).toEqual([]);
  });

  it('finds a number of the address book however it is typed', async () => {
    const rows = await numberRows({numbers: [{name: 'Hanbit', number: '032) 555 0119'}]}, 'ko');
    for (const query of ['0325550119', '032-555', '555 0119', 'hanbit 032']) {
      expect(names(new RowSearch(rows).find(query))).toEqual(['Hanbit']);
    }
  });
});
