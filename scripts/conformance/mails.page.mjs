// The page of the topic emails: mails as the desk shows them, one after the other.
import {addMail, frameOf, picturesIn, readMail, readRaw, showMail, strangeIn} from './browser/mail.mjs';
import {pause} from './browser/deep.mjs';

const {document, atob, createImageBitmap, Blob} = globalThis;

const WIDTH = 720;
const own = {stage: undefined};

function prepare() {
  own.stage = addMail(WIDTH);
}

/** Whether these bytes are a picture to this browser. */
const isPicture = (base64) =>
  createImageBitmap(new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))])).then(
    () => true,
    () => false,
  );

/** Shows a mail with the bytes of its files by their ids. @returns What is to be seen, and what went wrong. */
async function show(mail, bytes) {
  const {element, took} = await showMail(own.stage, mail, bytes);
  const {own: written, whole} = await readMail(element);
  const pictures = await picturesIn(element);
  const real = {};
  for (const {id, contentId} of mail.attachments)
    if (contentId && bytes[id]) real[contentId.toLowerCase()] = await isPicture(bytes[id]);
  const links = [...(frameOf(element)?.contentDocument.querySelectorAll('a[href], [onclick]') ?? [])];
  for (const link of links) link.focus();
  await pause(5);
  return {
    took,
    written,
    whole,
    state: element.state,
    pictures: pictures.map((one) => ({...one, isPicture: real[one.cid.toLowerCase()] ?? false})),
    strange: strangeIn(element),
    alarms: globalThis.alarms.splice(0),
  };
}

const raw = (html) => readRaw(html, WIDTH);

/** How much there is to see of a mail, whatever it is: for looking at it. */
const size = () => document.body.scrollHeight;

globalThis.page = {prepare, show, raw, size};
