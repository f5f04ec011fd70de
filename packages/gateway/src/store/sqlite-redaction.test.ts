import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {describe, expect, it} from 'vitest';

import type {Fact} from '@deskwire/domain';

import {findPlanted} from '../test-support/planted.js';
import {availableDrivers} from './sqlite-driver.js';
import {SqliteStore} from './sqlite-store.js';
import {EMPTY_BATCH} from './store.js';

/** Stands in every message that is redacted, so that one search finds what is left of any. */
const PLANTED = 'planted-digits-5105-1051';

/** A small generator, so that a failing run can be repeated. */
const random = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The lower bits of such a generator go in short circles.
    return Math.floor((state / 2 ** 32) * below);
  };
};

const redaction = (seq: number, interactionId: string, messageId: string, length: number): Fact => ({
  type: 'message.redacted',
  seq,
  at: seq,
  interactionId,
  messageId,
  text: '•'.repeat(length),
  redactions: [{kind: 'card', at: 0, length}],
});

describe.each(availableDrivers())('what was redacted later, by %s', (driver) => {
  it.each([1, 2, 3])(
    'is nowhere in the files, among thousands of messages (seed %i)',
    async (seed) => {
      const path = mkdtempSync(join(tmpdir(), 'deskwire-redaction-'));
      const store = new SqliteStore(join(path, 'facts.db'), {driver});
      const next = random(seed);
      let redacted = 0;
      const open: {readonly interactionId: string; readonly id: string; readonly text: string}[] = [];
      let seq = 0;
      for (let round = 0; round < 400; round += 1) {
        const facts: Fact[] = [];
        for (let count = next(8); count >= 0; count -= 1) {
          const interactionId = `i${next(20)}`;
          const id = `m${seq}`;
          // From a few letters to more than a page of the database.
          const filler = 'x'.repeat(next(10) === 0 ? 3_000 + next(9_000) : next(300));
          const isSecret = next(4) === 0;
          const text = isSecret ? `${PLANTED}${filler}` : filler;
          if (isSecret) open.push({interactionId, id, text});
          const message = {id, at: seq, from: {kind: 'customer'}, text} as const;
          facts.push({type: 'message.posted', seq: (seq += 1), at: seq, interactionId, message});
        }
        while (open.length > next(12)) {
          const [one] = open.splice(next(open.length), 1);
          if (!one) break;
          redacted += 1;
          facts.push(redaction((seq += 1), one.interactionId, one.id, one.text.length));
        }
        await store.commit({...EMPTY_BATCH, facts});
      }
      await store.commit({
        ...EMPTY_BATCH,
        facts: open.map((one) => redaction((seq += 1), one.interactionId, one.id, one.text.length)),
      });
      // The log is emptied within a second, while the store is open.
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(redacted).toBeGreaterThan(200);
      expect(findPlanted({digits: PLANTED}, {directories: [path]})).toEqual([]);
      await store.close();
      expect(findPlanted({digits: PLANTED}, {directories: [path]})).toEqual([]);
      rmSync(path, {recursive: true});
    },
    30_000,
  );
});
