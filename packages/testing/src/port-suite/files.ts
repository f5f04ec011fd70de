import {
  hasFeature,
  type Attachment,
  type Feature,
  type InteractionId,
  type RefusalCode,
} from '@deskwire/domain';
import type {FileResult, Upload, UploadResult} from '@deskwire/stream';

import {check, same, show} from './assert.js';
import type {SuiteContext} from './harness.js';
import {DeskProbe, freshId} from './probe.js';
import {inChat, onStage, type Stage} from './stage.js';

/** A chat under way on a backend that has a feature. */
interface FeatureStage {
  readonly stage: Stage;
  readonly desk: DeskProbe;
  readonly id: InteractionId;
}

/** A test of a port that says it has a feature; one that does not has nothing to hold. */
export const onFeature = (
  context: SuiteContext,
  feature: Feature,
  body: (chat: FeatureStage) => Promise<void>,
): (() => Promise<void>) =>
  onStage(context, async (stage) => {
    const {desk, id} = await inChat(stage);
    if (hasFeature(desk.state.capabilities, feature)) await body({stage, desk, id});
  });

/** The visitor's own page, where the backend can open one. */
export const pageOf = async (
  context: SuiteContext,
  {stage, id}: Pick<FeatureStage, 'stage' | 'id'>,
): Promise<DeskProbe | undefined> => {
  const port = await stage.world.customerPort?.(id);
  return port && new DeskProbe(port, context, (ms) => stage.pass(ms)).ready();
};

/** Sends a file. */
export const upload = (desk: DeskProbe, what: Upload): Promise<UploadResult> => {
  check(desk.session.upload !== undefined, 'it says that it takes files, and has no upload');
  return desk.settled('an upload', desk.session.upload(what));
};

/** Fetches a file. */
export const download = (
  desk: DeskProbe,
  interactionId: InteractionId,
  attachmentId: string,
): Promise<FileResult> => {
  check(desk.session.download !== undefined, 'it says that it gives files, and has no download');
  return desk.settled('a download', desk.session.download({interactionId, attachmentId}));
};

/** Sends a file that must be taken. */
export const uploaded = async (desk: DeskProbe, what: Upload): Promise<Attachment> => {
  const result = await upload(desk, what);
  check(result.ok, `the upload was refused: ${show(result)}`);
  return result.attachment;
};

/** Fails unless it was refused with one of these codes. */
export const refused = (
  result: UploadResult | FileResult,
  what: string,
  ...codes: readonly RefusalCode[]
): void => {
  check(!result.ok, `${what} was done, but had to be refused`);
  const {code} = result.refusal;
  check(codes.includes(code), `${what} was refused with ${code} instead of ${codes.join(' or ')}`);
};

/** What was fetched, byte by byte. */
export const bytesOf = async (result: FileResult): Promise<readonly number[]> => {
  check(result.ok, `the download was refused: ${show(result)}`);
  return [...new Uint8Array(await result.file.arrayBuffer())];
};

/** What stands in the files of the suite. */
export const TEXT = '안녕하세요, hello\n';
/** A file with {@link TEXT}. */
export const note = (name = '메모.txt'): File => new File([TEXT], name, {type: 'text/plain'});

const carries = async (context: SuiteContext, chat: FeatureStage): Promise<void> => {
  const {desk, id} = chat;
  const progress: number[] = [];
  const file = note();
  const attachment = await uploaded(desk, {
    interactionId: id,
    file,
    onProgress: (part) => progress.push(part),
  });
  same([attachment.name, attachment.size], ['메모.txt', file.size], 'the attachment');
  check(
    progress.every((part, at) => part >= (progress[at - 1] ?? 0) && part <= 1) && progress.at(-1) === 1,
    `progress goes from 0 up to 1, not ${progress.join(', ')}`,
  );
  const fact = await desk.do({
    type: 'message.send',
    interactionId: id,
    text: '',
    attachmentIds: [attachment.id],
  });
  check(fact.type === 'message.posted', 'a message was sent, and something else happened');
  same(fact.message.attachments, [attachment], 'the files of the message');
  const bytes = [...new TextEncoder().encode(TEXT)];
  same(await bytesOf(await download(desk, id, attachment.id)), bytes, 'what the desk gets back');
  const page = await pageOf(context, chat);
  if (!page) return;
  same(await bytesOf(await download(page, id, attachment.id)), bytes, 'what the customer gets');
  const theirs = await uploaded(page, {interactionId: id, file: note('answer.txt')});
  await page.do({type: 'message.send', interactionId: id, text: '', attachmentIds: [theirs.id]});
  same(await bytesOf(await download(desk, id, theirs.id)), bytes, 'what the desk gets from the customer');
  page.session.close();
};

const refuses = async ({desk, id}: FeatureStage): Promise<void> => {
  const send = (file: File, interactionId = id): Promise<UploadResult> => upload(desk, {interactionId, file});
  refused(
    await send(new File(['x'], 'run.exe')),
    'a file of a kind that admin does not allow',
    'DW_FILE_TYPE',
  );
  refused(await send(new File([], 'empty.txt')), 'an empty file', 'DW_FILE_EMPTY');
  refused(await send(note(), 'other'), 'a file for a stranger’s conversation', 'DW_INTERACTION_UNKNOWN');
  refused(await download(desk, id, 'other'), 'a file that is not there', 'DW_FILE_UNKNOWN');
  const {id: once} = await uploaded(desk, {interactionId: id, file: note()});
  const message = (...attachmentIds: readonly string[]) =>
    ({type: 'message.send', interactionId: id, text: 'Here', attachmentIds}) as const;
  await desk.refused(message('other'), 'DW_FILE_UNKNOWN');
  await desk.do(message(once), freshId());
  await desk.refused(message(once), 'DW_FILE_UNKNOWN');
};

const cancels = async ({desk, id}: FeatureStage): Promise<void> => {
  const before = AbortSignal.abort();
  refused(
    await upload(desk, {interactionId: id, file: note(), signal: before}),
    'an upload that was cancelled before it began',
    'DW_FILE_BROKEN',
  );
  const controller = new AbortController();
  check(desk.session.upload !== undefined, 'it has no upload');
  const file = new File(['x'.repeat(2_000_000)], 'long.txt');
  const running = desk.session.upload({interactionId: id, file, signal: controller.signal});
  controller.abort();
  refused(await desk.settled('a cancelled upload', running), 'a cancelled upload', 'DW_FILE_BROKEN');
  await uploaded(desk, {interactionId: id, file: note()});
};

const keepsApart = async (context: SuiteContext, chat: FeatureStage): Promise<void> => {
  const {stage, desk, id} = chat;
  const attachment = await uploaded(desk, {interactionId: id, file: note()});
  await desk.do({type: 'message.send', interactionId: id, text: '', attachmentIds: [attachment.id]});
  const other = await stage.world.chatArrives({name: 'Jonas', text: 'Second'});
  const page = await pageOf(context, {stage, id: other});
  if (!page) return;
  for (const interactionId of [id, other]) {
    refused(
      await download(page, interactionId, attachment.id),
      'a file of another conversation',
      'DW_FILE_UNKNOWN',
      'DW_INTERACTION_UNKNOWN',
    );
  }
  refused(
    await upload(page, {interactionId: id, file: note()}),
    'a file for another conversation',
    'DW_INTERACTION_UNKNOWN',
  );
  page.session.close();
};

/** Files, of a port with the feature `files`. */
export const describeFiles = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'takes a file for a message and gives it to both sides, byte for byte',
    onFeature(context, 'files', (chat) => carries(context, chat)),
  );
  it('refuses what is no file for this conversation with a code', onFeature(context, 'files', refuses));
  it('cancels an upload, and takes the next one', onFeature(context, 'files', cancels));
  it(
    'keeps files of one conversation from another',
    onFeature(context, 'files', (chat) => keepsApart(context, chat)),
  );
};
