import {describe, expect, it} from 'vitest';
import {factLog} from '@deskwire/testing/fixtures.js';
import {fakeClock} from '@deskwire/testing/fake-clock.js';
import {FakePort} from '@deskwire/testing/ports.js';
import {createStream} from './desk-stream.js';
import type {PortSession} from './port.js';

const setUp = () => {
  const clock = fakeClock();
  const port = new FakePort();
  const stream = createStream(port, {clock, random: () => 0});
  const live = () => {
    stream.connect();
    port.last.live();
    port.last.tell(factLog().hydrated());
  };
  return {clock, port, stream, live};
};

const file = new File(['plan'], 'plan.txt', {type: 'text/plain'});
const upload = {interactionId: 'chat-1', file};
const attachment = {id: 'file-1', name: 'plan.txt', type: 'text/plain', size: 4};
const broken = {ok: false, refusal: {code: 'DW_FILE_BROKEN'}};

describe('a file', () => {
  it('goes to the backend, which names it', async () => {
    const {port, stream, live} = setUp();
    live();
    const sent = stream.upload(upload);
    expect(port.last.uploads[0]?.asked).toBe(upload);
    port.last.uploads[0]?.answer({ok: true, attachment});
    expect(await sent).toEqual({ok: true, attachment});
  });

  it('comes from the backend', async () => {
    const {port, stream, live} = setUp();
    live();
    const got = stream.download({interactionId: 'chat-1', attachmentId: 'file-1'});
    port.last.downloads[0]?.answer({ok: true, file});
    expect(await got).toEqual({ok: true, file});
  });

  it('is broken when the connection is lost, and goes through the next one when tried again', async () => {
    const {clock, port, stream, live} = setUp();
    live();
    const sent = stream.upload(upload);
    const first = port.last;
    first.lose();
    expect(await sent).toMatchObject(broken);
    first.uploads[0]?.answer({ok: true, attachment});
    clock.advance(60_000);
    port.last.live();
    const again = stream.upload(upload);
    port.last.uploads[0]?.answer({ok: true, attachment});
    expect(await again).toMatchObject({ok: true});
  });

  it('is refused at once while there is no connection', async () => {
    const {stream} = setUp();
    expect(await stream.upload(upload)).toMatchObject({ok: false, refusal: {code: 'DW_SEND_OFFLINE'}});
  });

  it('is refused with the reason why a session ended for good', async () => {
    const {port, stream, live} = setUp();
    live();
    const sent = stream.upload(upload);
    port.last.lose('DW_AUTH_EXPIRED', true);
    expect(await sent).toMatchObject({ok: false});
    expect(await stream.upload(upload)).toMatchObject({ok: false, refusal: {code: 'DW_AUTH_EXPIRED'}});
  });

  it('is refused by a backend that takes none, and by one that fails', async () => {
    const {port, stream, live} = setUp();
    live();
    const failing = stream.upload(upload);
    port.last.uploads[0]?.reject(new Error('disk'));
    expect(await failing).toMatchObject({ok: false, refusal: {code: 'DW_SERVER_FAILED'}});
    Object.assign(port.last, {upload: undefined} satisfies Partial<Record<keyof PortSession, undefined>>);
    expect(await stream.upload(upload)).toMatchObject({ok: false, refusal: {code: 'DW_CAPABILITY_MISSING'}});
  });
});
