import {describe, expect, it} from 'vitest';
import {refuse} from '@deskwire/domain';

import {refusalOf, VisitStart} from './visit-start.js';

const rate = refuse('DW_WIRE_RATE');

const started = () => {
  const states: string[] = [];
  const start = new VisitStart(() => states.push(start.state.status));
  return {start, states};
};

describe('the refusal in a rejection', () => {
  it('is the rejection itself, or what an error carries', () => {
    expect(refusalOf(rate)).toBe(rate);
    expect(refusalOf(Object.assign(new Error('429'), {refusal: rate}))).toBe(rate);
  });

  it.each([undefined, null, 'no', new Error('DW_WIRE_RATE'), {code: 'EPIPE', kind: 'x'}, {refusal: 5}])(
    'is the server’s failure where there is none: %s',
    (reason) => {
      expect(refusalOf(reason)).toEqual(refuse('DW_SERVER_FAILED'));
    },
  );
});

describe('asking the host for a chat', () => {
  it('knows when the host said yes', async () => {
    const {start, states} = started();
    await start.begin(() => Promise.resolve());
    expect(states).toEqual(['starting', 'started']);
  });

  it('knows why the host said no, also where the host throws at once', async () => {
    const {start, states} = started();
    await start.begin(() => {
      throw rate as unknown as Error;
    });
    expect(start.state).toEqual({status: 'failed', refusal: rate});
    expect(states).toEqual(['starting', 'failed']);
  });

  it('asks once while an answer is awaited', async () => {
    const {start} = started();
    let asked = 0;
    const never = () => {
      asked += 1;
      return new Promise<void>(() => undefined);
    };
    void start.begin(never);
    void start.begin(never);
    expect(asked).toBe(1);
  });

  it('drops an answer that comes after it was given up', async () => {
    const {start, states} = started();
    let answer = (): void => undefined;
    const asking = start.begin(() => new Promise<void>((resolve) => (answer = resolve)));
    start.reset();
    answer();
    await asking;
    expect(states).toEqual(['starting', 'idle']);
  });
});
