import {describe, expect, it} from 'vitest';
import {TENANT_DEFAULTS, type Attachment} from '@deskwire/domain';
import {anInteraction, fakeStream} from '@deskwire/testing';

import {traysOf} from './file-tray.js';

const policy = {...TENANT_DEFAULTS.email.attachments, types: ['.pdf'], maxTotalBytes: 1_000};
const stored = (id: string, more: Partial<Attachment> = {}): Attachment => ({
  ...{id, name: `${id}.pdf`, type: 'application/pdf', size: 400},
  ...more,
});
const pdf = (name: string, size: number) => new File(['x'.repeat(size)], name);

const open = () => {
  const stream = fakeStream({interactions: [anInteraction({id: 'mail-1', channel: 'email'})]});
  return {stream, trays: traysOf(stream.handle)};
};

describe('the files of a draft', () => {
  it('come back after a reload: ready to be sent, no file twice, no image of the text', () => {
    const {trays} = open();
    const tray = trays.of('mail-1', 'reply');
    tray.restore([stored('f-1'), stored('f-2'), stored('f-3', {inline: true, contentId: 'f-3'})]);
    tray.restore([stored('f-1'), stored('f-2')]);
    expect(tray.files.map(({name, progress}) => [name, progress.state])).toEqual([
      ['f-1.pdf', 'ready'],
      ['f-2.pdf', 'ready'],
    ]);
    expect(tray.ready.map(({id}) => id)).toEqual(['f-1', 'f-2']);
    expect(tray.obstacle).toBeUndefined();
  });

  it('count for the next ones, as do the images of the text', () => {
    const {trays, stream} = open();
    const tray = trays.of('mail-1', 'reply');
    tray.restore([stored('f-1')]);
    tray.add([pdf('fits.pdf', 300)], policy, 300);
    tray.add([pdf('large.pdf', 300)], policy, 300);
    expect(tray.files.map(({progress}) => progress.state)).toEqual(['ready', 'sending', 'refused']);
    expect(stream.uploads.map(({upload}) => upload.file.name)).toEqual(['fits.pdf']);
  });

  it('are those of one draft of several in a conversation', () => {
    const {trays, stream} = open();
    trays.of('mail-1', 'reply').restore([stored('f-1')]);
    expect(trays.of('mail-1', 'reply-all').files).toEqual([]);
    expect(trays.of('mail-1', 'reply').ready).toHaveLength(1);
    expect([trays.has('mail-1'), trays.has('mail-2')]).toEqual([true, false]);
    trays.of('mail-1', 'reply-all').add([pdf('a.pdf', 10)], policy);
    expect(stream.uploads[0]?.upload.interactionId).toBe('mail-1');
  });

  it('are forgotten with their conversation', () => {
    const {trays} = open();
    const gone = trays.of('mail-9', 'reply');
    gone.restore([stored('f-1')]);
    trays.of('mail-1');
    expect(gone.files).toEqual([]);
    expect(trays.has('mail-9')).toBe(false);
  });
});
