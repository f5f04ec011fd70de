import {expect} from '@open-wc/testing';
import type {UploadResult} from '@deskwire/stream';
import {aMail, aWrapUp, NOON, threadOf} from '@deskwire/testing/fixtures.js';
import {fakeStream, type FakeStream} from '@deskwire/testing';
import {unmountAll} from '@deskwire/testing/widgets.js';

import './define.js';
import {aDesk, anAnswer, EmailDesk, ID, TENANT} from './email-desk.harness.js';

/** One pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);
const pdf = (name: string, size = 100): File => new File([new Uint8Array(size).fill(65)], name);

const taken = (stream: FakeStream, at: number): UploadResult => {
  const {file, inline} = stream.uploads[at]?.upload ?? {file: pdf('none')};
  const {name, size} = file;
  const type = file.type || 'application/pdf';
  const attachment = {id: `f${at + 1}`, name, type, size, ...(inline ? {inline} : {})};
  return {ok: true, attachment};
};

const attach = async (desk: EmailDesk, ...files: readonly File[]): Promise<void> => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  const input = desk.element.renderRoot.querySelector<HTMLInputElement>('input.files');
  if (!input) throw new Error('no files can be attached');
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
  await desk.loaded(() => desk.element.renderRoot.querySelector('dw-file-tray') !== null);
};

const arrive = async (desk: EmailDesk, ...which: readonly number[]): Promise<void> => {
  for (const at of which) desk.stream.uploads[at]?.answer(taken(desk.stream, at));
  await desk.settled();
};

describe('files of an answer', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  it('[MAIL-7] are attached by the rules of admin, taken out with X, and sent', async () => {
    const desk = await EmailDesk.open(aDesk());
    const {harness, stream} = desk;
    expect(harness.find('button', 'Attach file')).to.equal(undefined);
    await desk.choose('Reply');
    await attach(desk, pdf('a.pdf'), pdf('tool.exe'), pdf('huge.pdf', 999_999), pdf('b.pdf'));
    expect(stream.uploads.map(({upload}) => upload.file.name)).to.deep.equal(['a.pdf', 'b.pdf']);
    expect(harness.text).to.contain('This file type is not allowed');
    await arrive(desk, 0, 1);
    await harness.click('button', /tool\.exe/);
    await harness.click('button', /huge\.pdf/);
    await harness.click('button', /a\.pdf/);
    await desk.sends();
    expect(desk.mail?.attachmentIds).to.deep.equal(['f2']);
  });

  it('[MAIL-7] hold the mail back while they are on their way', async () => {
    const desk = await EmailDesk.open(aDesk());
    await desk.choose('Reply');
    await attach(desk, pdf('a.pdf'));
    await desk.sends();
    expect(desk.stream.sent).to.deep.equal([]);
    expect(desk.harness.text).to.contain('The files are still on their way.');
    await arrive(desk, 0);
    await desk.sends();
    expect(desk.mail?.attachmentIds).to.deep.equal(['f1']);
  });

  it('[MAIL-9] are those of one way of answering, and are there again after a reload', async () => {
    const desk = await EmailDesk.open(aDesk());
    await desk.choose('Reply');
    await attach(desk, pdf('a.pdf'));
    await arrive(desk, 0);
    await attach(desk, pdf('late.pdf'));
    await desk.choose('Reply all');
    expect(desk.harness.text).not.to.contain('a.pdf');
    unmountAll();
    const later = await EmailDesk.open(aDesk());
    await later.choose('Reply');
    await later.loaded(() => later.harness.text.includes('a.pdf'));
    expect(later.harness.text).to.contain('“late.pdf” was not kept');
    await later.sends();
    expect(later.mail?.attachmentIds).to.deep.equal(['f1']);
  });

  it('[MAIL-8] with a card number in their name are warned of', async () => {
    const desk = await EmailDesk.open(aDesk());
    await desk.choose('Reply');
    await attach(desk, pdf('4539148803436467.pdf'));
    await arrive(desk, 0);
    await desk.loaded(() => desk.harness.text.includes('Card data found'));
    expect(desk.harness.text).to.contain('Card data found in the name of a file.');
  });

  it('[MAIL-6] stand in the text as images, and go along by their id', async () => {
    const desk = await EmailDesk.open(aDesk());
    await desk.choose('Reply');
    await desk.loaded(() => desk.harness.find('toolbar') !== undefined);
    desk.editor.insertImages([new File([PNG], 'photo.png', {type: 'image/png'})]);
    await desk.loaded(() => desk.stream.uploads.length > 0);
    expect(desk.stream.uploads[0]?.upload.inline).to.equal(true);
    await desk.sends();
    expect(desk.harness.text).to.contain('The images are still on their way');
    await arrive(desk, 0);
    await desk.loaded(() => desk.editor.uploading === 0);
    await desk.sends();
    expect(desk.mail?.html).to.contain('cid:f1');
    expect(desk.mail?.attachmentIds).to.deep.equal(['f1']);
  });

  it('[MAIL-11] an answer that did not leave is sent again in the wrap-up', async () => {
    const failed = anAnswer({delivery: 'failed', failure: '421 4.4.2 timeout'});
    const wrapUp = aWrapUp({
      ...{id: ID, channel: 'email', content: threadOf(aMail(), failed)},
      ending: {at: NOON, by: 'agent', reason: 'ended'},
    });
    const desk = await EmailDesk.open(fakeStream({interactions: [wrapUp], snapshot: {tenant: TENANT}}));
    expect(desk.harness.text).to.contain('could not be reached');
    expect(desk.text).to.equal('It left today.');
    await desk.sends();
    expect(desk.mail?.text).to.equal('It left today.');
    expect(desk.harness.find('button', 'End')).to.equal(undefined);
  });
});
