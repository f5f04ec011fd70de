// Mails in a page, each as the desk shows it, on a stream that gives its files.
import {defineMailBody, provideContext, streamContext} from '@deskwire/kit';
import {fakeStream} from '@deskwire/testing/fake-stream.js';
import {NOON} from '@deskwire/testing/fixtures.js';
import {painted, pause, until} from './deep.mjs';

const {document, Blob, atob} = globalThis;

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** A place for mails of a width. */
export function addMail(width) {
  defineMailBody();
  const place = document.createElement('div');
  Object.assign(place.style, {width: `${width}px`});
  const stream = fakeStream({});
  const files = new Map();
  stream.handle.download = ({attachmentId}) =>
    Promise.resolve(
      files.has(attachmentId)
        ? {ok: true, file: new Blob([bytesOf(files.get(attachmentId))])}
        : {ok: false, refusal: {code: 'DW_FILE_GONE', kind: 'rule'}},
    );
  provideContext(place, streamContext, stream.handle);
  document.body.append(place);
  return {place, files};
}

const mailOf = (mail) => ({
  id: 'mail',
  messageId: '<mail@desk.example>',
  at: NOON,
  direction: 'in',
  from: {address: 'customer@desk.example'},
  to: [],
  cc: [],
  subject: '',
  text: '',
  attachments: [],
  ...mail,
});

/** Puts a mail there and waits for it. @returns The element, and how long it took, milliseconds. */
export async function showMail({place, files}, mail, bytes = {}) {
  files.clear();
  for (const [id, base64] of Object.entries(bytes)) files.set(id, base64);
  const element = document.createElement('dw-mail-body');
  Object.assign(element, {interactionId: 'mail', mail: mailOf(mail)});
  const began = performance.now();
  place.replaceChildren(element);
  await element.updateComplete;
  // Twice: what is measured after the first frame is laid out in the second.
  await painted();
  await painted();
  return {element, took: performance.now() - began};
}

/** The document in which a mail stands; undefined where it is shown as text. */
export const frameOf = (element) => element.shadowRoot.querySelector('iframe') ?? undefined;

/** What can be read of a mail, with what it quotes and without. */
export async function readMail(element) {
  const read = () =>
    frameOf(element)?.contentDocument.body.innerText ??
    [...element.shadowRoot.querySelectorAll('.text')].map((one) => one.innerText).join('\n');
  const own = read();
  element.isQuoteShown = true;
  await element.updateComplete;
  const whole = read();
  element.isQuoteShown = false;
  await element.updateComplete;
  return {own, whole};
}

const ELEMENTS =
  /^(?:script|style|link|meta|base|iframe|frame|object|embed|form|input|button|select|textarea|svg|math|template|video|audio)$/;
const OURS = 'dw-blocked-image';
const SAFE = /^(?:https?|mailto|tel):|^#/;

/** What stands in a mail's frame that has no business there. */
export function strangeIn(element) {
  const frame = frameOf(element);
  if (!frame) return [];
  const found = [];
  if (frame.getAttribute('sandbox') !== 'allow-same-origin') found.push('the frame is not closed');
  for (const one of frame.contentDocument.body.querySelectorAll('*')) {
    if (one.closest(OURS)) continue;
    if (ELEMENTS.test(one.localName) || one.localName.includes('-')) found.push(`<${one.localName}>`);
    for (const {name, value} of one.attributes) {
      if (/^(?:on|srcdoc|action|formaction|ping|xlink)/i.test(name)) found.push(name);
      if (name === 'href' && !SAFE.test(value)) found.push(`${name}=${value}`);
      if (name === 'src' && !/^(?:data:image\/|blob:)/.test(value)) found.push(`${name}=${value}`);
      if (name === 'style' && /url\((?!"data:)|expression/i.test(value)) found.push(`${name}=${value}`);
    }
    if (/fixed|sticky/.test(one.style.position)) found.push('something that leaves its place');
    if (
      one.localName === 'a' &&
      one.protocol !== ':' &&
      !one.getAttribute('href')?.startsWith('#') &&
      one.href
    )
      if (one.target !== '_blank' || !/noopener/.test(one.rel)) found.push('a link that opens here');
  }
  return [...new Set(found)];
}

/** The pictures that a mail brought along, each with whether it can be seen. */
export async function picturesIn(element) {
  const images = [...(frameOf(element)?.contentDocument.querySelectorAll('img[data-cid]') ?? [])];
  await until(() => images.every((image) => image.src || image.alt));
  await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
  return images.map((image) => ({cid: image.dataset.cid, isSeen: image.naturalWidth > 0, alt: image.alt}));
}

/** What is to be read of the same HTML where nobody cleaned it: in a frame in which nothing runs. */
export async function readRaw(html, width) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.width = width;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, {once: true});
  });
  frame.srcdoc = html;
  document.body.append(frame);
  await Promise.race([loaded, pause(3_000)]);
  const text = frame.contentDocument?.body?.innerText ?? '';
  frame.remove();
  return text;
}
