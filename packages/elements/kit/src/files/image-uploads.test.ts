import {describe, expect, it, vi} from 'vitest';
import {TENANT_DEFAULTS, type AttachmentPolicy} from '@deskwire/domain';
import {fakeStream, type FakeStreamOptions} from '@deskwire/testing';

import {ImageUploads} from './image-uploads.js';

const HEADS = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff, 0xe0],
  gif: [...Buffer.from('GIF89a')],
  webp: [...Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
};
const image = (ending: keyof typeof HEADS = 'png', size = 100) =>
  new File(
    [new Uint8Array([...HEADS[ending], ...new Array<number>(size - HEADS[ending].length).fill(0)])],
    `a.${ending}`,
  );

const open = (options: FakeStreamOptions = {}, set: Partial<AttachmentPolicy> = {}, beside = 0) => {
  const stream = fakeStream(options);
  const policy = {...TENANT_DEFAULTS.email.attachments, types: ['.pdf'], ...set};
  const images = new ImageUploads({
    stream: stream.handle,
    interactionId: 'i-1',
    policy: () => policy,
    beside: () => [{size: beside}],
  });
  return {stream, images};
};

const received = (id: string, size = 100) =>
  ({ok: true, attachment: {id, name: 'a.png', type: 'image/png', size, inline: true}}) as const;

describe('an image of a mail’s text', () => {
  it('is sent as such, whatever endings admin lists, and shown from what is at hand', async () => {
    const {stream, images} = open();
    const parts: (number | undefined)[] = [];
    images.subscribe((part) => parts.push(part));
    const adding = images.add(image());
    await vi.waitFor(() => expect(stream.uploads).toHaveLength(1));
    const [sent] = stream.uploads;
    expect(sent?.upload).toMatchObject({interactionId: 'i-1', inline: true});
    sent?.upload.onProgress?.(0.5);
    expect(images.part).toBe(0.5);
    sent?.answer(received('f-1'));
    expect(await adding).toEqual({id: 'f-1'});
    expect(parts).toEqual([0, 0.5, undefined]);
    const url = (await images.url('f-1')) ?? '';
    const shown = await (await fetch(url)).blob();
    expect([shown.type, shown.size]).toEqual(['image/png', 100]);
    expect(images.bytesOf(['f-1', 'f-1', 'other'])).toBe(100);
    images.close();
    await vi.waitFor(() => expect(fetch(url)).rejects.toThrow());
    expect(await images.url('f-1')).toBeUndefined();
  });

  it.each(['png', 'jpg', 'gif', 'webp'] as const)('may be a %s by its content', async (ending) => {
    const {images} = open({receive: () => received('f-2')});
    expect(await images.add(new File([image(ending)], 'whatever.txt'))).toEqual({id: 'f-2'});
  });

  it('is refused by its content, by its size with all that goes along, and where files are off', async () => {
    const svg = new File(['<svg onload="x()"/>'], 'a.png', {type: 'image/png'});
    const codeOf = async ({images}: ReturnType<typeof open>, file: File) => {
      const result = await images.add(file);
      return 'code' in result ? result.code : result.id;
    };
    expect(await codeOf(open(), svg)).toBe('DW_FILE_TYPE');
    expect(await codeOf(open(), new File([], 'a.png'))).toBe('DW_FILE_EMPTY');
    expect(await codeOf(open({}, {enabled: false}), image())).toBe('DW_FILE_OFF');
    const receive = () => received('f-3');
    expect(await codeOf(open({receive}, {maxTotalBytes: 1_000}, 900), image())).toBe('f-3');
    expect(await codeOf(open({receive}, {maxTotalBytes: 1_000}, 901), image())).toBe('DW_FILE_TOO_LARGE');
  });

  it('counts those that are still on their way', async () => {
    const {stream, images} = open({}, {maxTotalBytes: 150});
    void images.add(image());
    await vi.waitFor(() => expect(stream.uploads).toHaveLength(1));
    expect(await images.add(image())).toMatchObject({code: 'DW_FILE_TOO_LARGE'});
  });

  it('is not there when its upload breaks off, and can be put in again', async () => {
    const answers = [
      {ok: false, refusal: {code: 'DW_FILE_BROKEN', kind: 'transport'}} as const,
      received('f-4'),
    ];
    const {images} = open({receive: () => answers.shift() ?? received('none')});
    expect(await images.add(image())).toMatchObject({code: 'DW_FILE_BROKEN'});
    expect(images.part).toBeUndefined();
    expect(await images.add(image())).toEqual({id: 'f-4'});
  });

  it('of before a reload is fetched once, again after a failure, and only if it is one', async () => {
    const files = vi.fn(({attachmentId}: {readonly attachmentId: string}) =>
      attachmentId === 'html'
        ? ({ok: true, file: new Blob(['<script>'], {type: 'image/png'})} as const)
        : files.mock.calls.length > 1
          ? ({ok: true, file: image('gif')} as const)
          : ({ok: false, refusal: {code: 'DW_FILE_BROKEN', kind: 'transport'}} as const),
    );
    const {images} = open({files});
    expect(await images.url('old')).toBeUndefined();
    const [one, two] = await Promise.all([images.url('old'), images.url('old')]);
    expect(one).toMatch(/^blob:/);
    expect(two).toBe(one);
    expect(files).toHaveBeenCalledTimes(2);
    expect(images.bytesOf(['old'])).toBe(100);
    expect(await images.url('html')).toBeUndefined();
  });

  it('is cancelled when its draft is closed', async () => {
    const {stream, images} = open();
    void images.add(image());
    await vi.waitFor(() => expect(stream.uploads).toHaveLength(1));
    images.close();
    expect(stream.uploads[0]?.upload.signal?.aborted).toBe(true);
    expect(await images.add(image())).toMatchObject({code: 'DW_FILE_BROKEN'});
  });
});
