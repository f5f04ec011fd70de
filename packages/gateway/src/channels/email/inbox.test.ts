import {afterEach, beforeEach, expect, it, vi} from 'vitest';

import type {ChannelApi} from '../channel.js';
import {Inbox} from './inbox.js';
import type {MailParser} from './mail-parser.js';
import type {Spool} from './spool.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('goes on by itself when the list of mails could not be read once, and says so', async () => {
  const spooled = vi.fn().mockRejectedValueOnce(new Error('the disk is busy')).mockResolvedValue([]);
  const error = vi.fn();
  const api = {store: {mail: {spooled}}, log: {error}} as unknown as ChannelApi;
  const inbox = new Inbox(api, {} as Spool, {} as MailParser);
  await inbox.work();
  expect(error).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(spooled).toHaveBeenCalledTimes(2);
  await inbox.work();
  expect(spooled).toHaveBeenCalledTimes(3);
  await inbox.stop();
});
