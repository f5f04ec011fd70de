import {hasFeature, type Attachment} from '@deskwire/domain';

import {check, same} from './assert.js';
import {bytesOf, download, note, refused, TEXT, upload, uploaded} from './files.js';
import type {ArrivingMail, SuiteContext} from './harness.js';
import {left, mailsIn, onMail, QUESTION, reply, send, type MailStage} from './mail-stage.js';
import {wrapUp, wrapUpReason} from './stage.js';

/** A picture of one pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (one) => one.charCodeAt(0),
);
const pixel = (name = 'pixel.png'): File => new File([PIXEL], name, {type: 'image/png'});
/** A number that cards have, and nobody's. */
const CARD = '4111 1111 1111 1111';

const undoSeconds = ({desk}: MailStage): number => desk.state.tenant?.email.undoSeconds ?? 0;

const answers = async (on: MailStage): Promise<void> => {
  const {desk, id, mail} = on;
  same(
    [desk.interaction(id).subject, mail.text.trim(), mail.from.address, mail.direction],
    ['My order', 'Where is it?', 'hana@example.com', 'in'],
    'the mail',
  );
  const sent = await send(on, {kind: 'quick-reply', quotes: true});
  same(
    [sent.subject, sent.to.map(({address}) => address), sent.cc, sent.text, sent.quotes, sent.direction],
    ['Re: My order', ['hana@example.com'], [], 'On its way.', mail.id, 'out'],
    'the answer',
  );
  check(sent.html === undefined, 'a quick reply has no formatting');
  await left(on, sent.id);
  await wrapUp(desk, id);
};

const copies = async (on: MailStage): Promise<void> => {
  const {desk} = on;
  const wrong = {cc: [{address: 'no-address'}]};
  await desk.refused(reply(on, wrong), 'DW_MAIL_ADDRESS');
  await desk.refused(reply(on, {text: ' '}), 'DW_MAIL_EMPTY');
  await desk.refused(reply(on, {inReplyTo: 'none'}), 'DW_MAIL_UNKNOWN');
  const {cc, html} = await send(on, {
    kind: 'reply-all',
    cc: [{name: '김민수', address: 'minsu@example.com'}],
    html: '<p>On its <b>way</b>.</p>',
  });
  same(
    cc.map(({name, address}) => [name, address]),
    [['김민수', 'minsu@example.com']],
    'the copies',
  );
  same(html, '<p>On its <b>way</b>.</p>', 'what was formatted');
};

const ends = async ({desk, id}: MailStage): Promise<void> => {
  await desk.do({type: 'interaction.end', interactionId: id});
  await wrapUp(desk, id);
};

const listed = (attachments: readonly Attachment[]) =>
  attachments.map(({id, name, inline = false, contentId}) => [id, name, inline, inline ? contentId : '']);

const sendsFiles = async (on: MailStage): Promise<void> => {
  const {desk, id} = on;
  const file = await uploaded(desk, {interactionId: id, file: note()});
  const image = await uploaded(desk, {interactionId: id, file: pixel(), inline: true});
  await desk.refused(reply(on, {attachmentIds: [file.id, 'other']}), 'DW_FILE_UNKNOWN');
  const sent = await send(on, {
    html: `<p>Here: <img src="cid:${image.id}" alt="a pixel"></p>`,
    attachmentIds: [file.id, image.id],
  });
  same(
    listed(sent.attachments),
    [
      [file.id, '메모.txt', false, ''],
      [image.id, 'pixel.png', true, image.id],
    ],
    'the files of the mail',
  );
  same(
    await bytesOf(await download(desk, id, file.id)),
    [...new TextEncoder().encode(TEXT)],
    'the file that was sent',
  );
  same(await bytesOf(await download(desk, id, image.id)), [...PIXEL], 'the image that was sent');
  await left(on, sent.id);
};

const judgesImages = async ({desk, id}: MailStage): Promise<void> => {
  const asImage = (file: File) => upload(desk, {interactionId: id, file, inline: true});
  refused(
    await asImage(new File(['<svg onload="alert(1)"/>'], 'a.png', {type: 'image/png'})),
    'what is no image by its content',
    'DW_FILE_TYPE',
    'DW_FILE_MISMATCH',
  );
  const {type} = await uploaded(desk, {interactionId: id, file: pixel('pixel.dat'), inline: true});
  same(type, 'image/png', 'the type of an image');
};

const recalls = async (on: MailStage): Promise<void> => {
  const {desk, id} = on;
  if (undoSeconds(on) === 0) return;
  const hasFiles = hasFeature(desk.state.capabilities, 'files');
  const attachmentIds = hasFiles ? [(await uploaded(desk, {interactionId: id, file: note()})).id] : [];
  const first = await send(on, {attachmentIds});
  check(first.leavesAt !== undefined, 'a mail that can be called back says until when');
  same(desk.engagement(id)?.phase, 'active', 'the work while the mail can be called back');
  await desk.refused(reply(on), 'DW_MAIL_LEAVING');
  await desk.refused({type: 'mail.recall', interactionId: id, mailId: 'none'}, 'DW_MAIL_UNKNOWN');
  const fact = await desk.do({type: 'mail.recall', interactionId: id, mailId: first.id});
  same(fact.type, 'mail.recalled', 'what happened');
  same(
    mailsIn(desk, id).map(({direction}) => direction),
    ['in'],
    'the thread afterwards',
  );
  const second = await send(on, {attachmentIds, text: 'Better.'});
  same(second.attachments.length, attachmentIds.length, 'the files of the mail that was sent again');
  await left(on, second.id);
  same(
    mailsIn(desk, id).map(({text, direction}) => [direction, text.trim()]),
    [
      ['in', 'Where is it?'],
      ['out', 'Better.'],
    ],
    'the thread at last',
  );
  await desk.refused(
    {type: 'mail.recall', interactionId: id, mailId: second.id},
    'DW_MAIL_LEFT',
    'DW_INTERACTION_NOT_ACTIVE',
    'DW_INTERACTION_ENDED',
  );
  await wrapUp(desk, id);
};

const transfers = async (on: MailStage): Promise<void> => {
  const {desk, id, stage} = on;
  const queue = desk.state.tenant?.queues.find(({channel}) => channel === 'email');
  check(queue !== undefined, 'the tenant has no queue of mails');
  await desk.refused(
    {type: 'interaction.transfer', interactionId: id, to: {kind: 'agent', agentId: stage.agentId}},
    'DW_TARGET_KIND',
  );
  await desk.do({type: 'interaction.transfer', interactionId: id, to: {kind: 'queue', queueId: queue.id}});
  await desk.phase(id, 'wrap-up');
  await desk.refused(reply(on), 'DW_INTERACTION_NOT_ACTIVE');
  const reasonIds = [wrapUpReason(desk, id)];
  await desk.do({type: 'wrap-up.submit', interactionId: id, reasonIds});
  await desk.phase(id, 'offered');
  await desk.do({type: 'interaction.accept', interactionId: id});
  await desk.phase(id, 'active');
  const sent = await send(on);
  await left(on, sent.id);
};

const arrives = async ({desk, id, mail}: MailStage): Promise<void> => {
  const file = mail.attachments.find(({inline}) => !inline);
  const image = mail.attachments.find(({inline}) => inline);
  check(mail.html?.includes('cid:') ?? false, 'the formatted text came without its image');
  check(file !== undefined && image !== undefined, 'the mail came without its files');
  const bytes = [...new TextEncoder().encode(TEXT)];
  same([file.name, file.size, image.contentId], ['메모.txt', bytes.length, 'pixel@example.com'], 'the files');
  same(await bytesOf(await download(desk, id, file.id)), bytes, 'the file that arrived');
  same(await bytesOf(await download(desk, id, image.id)), [...PIXEL], 'the image that arrived');
  refused(
    await download(desk, 'other', file.id),
    'a file for nobody',
    'DW_FILE_UNKNOWN',
    'DW_INTERACTION_UNKNOWN',
  );
};

const hidesCards = async (on: MailStage): Promise<void> => {
  const {desk, mail} = on;
  const {cardData} = desk.state.tenant ?? {};
  if (cardData?.action !== 'redact') return;
  check((mail.redactions ?? []).length > 0, 'nothing says that a number was taken out');
  await send(on, {
    text: `Your card ${CARD}?`,
    html: `<p>Your card 4111<b> 1111 </b>1111 1111?</p>`,
    cc: [{name: CARD, address: 'minsu@example.com'}],
  });
  const told = JSON.stringify(desk.facts).replace(/<[^>]*>|[\s-]/g, '');
  check(!told.includes(CARD.replaceAll(' ', '')), 'the number of a card reached a desk');
};

const WITH_FILES: ArrivingMail = {
  ...QUESTION,
  html: '<p>Where is it? <img src="cid:pixel@example.com" alt=""></p>',
  files: [{file: note()}, {file: pixel(), contentId: 'pixel@example.com'}],
};
const WITH_CARD: ArrivingMail = {
  ...QUESTION,
  subject: `Card ${CARD}`,
  text: `My card is ${CARD}.`,
  html: '<p>My card is <b>4111 1111</b> 1111 1111.</p>',
};

/** Mails, of a port that can be sent some. */
export const describeMails = (context: SuiteContext): void => {
  const {it} = context.runner;
  const withFiles = (body: (on: MailStage) => Promise<void>) => (on: MailStage) =>
    hasFeature(on.desk.state.capabilities, 'files') ? body(on) : Promise.resolve();
  it('carries a mail from offer through an answer to wrap-up', onMail(context, answers));
  it('ends a mail without an answer', onMail(context, ends));
  it('checks recipients and text, and answers all', onMail(context, copies));
  it(
    'sends files and images of the text, and gives them back byte for byte',
    onMail(context, withFiles(sendsFiles)),
  );
  it('judges an image of the text by its content', onMail(context, withFiles(judgesImages)));
  it('calls a mail back in time, and not when it has left', onMail(context, recalls));
  it('passes a mail to a queue and to nobody else, and takes it up from there', onMail(context, transfers));
  it('gives the files of a mail that came in', onMail(context, withFiles(arrives), WITH_FILES));
  it('takes card data out of mails, both ways', onMail(context, hidesCards, WITH_CARD));
};
