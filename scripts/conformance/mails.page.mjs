// The page of the topic emails: mails as the desk shows them, one after the other.
import {cleanMailHtml} from '@deskwire/kit/mail-html.js';
import {addMail, frameOf, picturesIn, readMail, readRaw, showMail, strangeIn} from './browser/mail.mjs';
import {pause} from './browser/deep.mjs';
import {clicked, disturb} from './browser/disturb.mjs';
import {addNeighbours, looks} from './browser/neighbours.mjs';

const {document, atob, createImageBitmap, Blob} = globalThis;

const WIDTH = 720;
const own = {stage: undefined, places: [], looks: ''};

/** Mails that are shown at once, each in its own place. */
const PLACES = 10;

async function prepare() {
  addNeighbours();
  own.places = Array.from({length: PLACES}, () => addMail(WIDTH / 2));
  own.stage = addMail(WIDTH);
  await showMail(own.stage, {html: '<p>text</p>'});
  // As large as ever, whatever stands in it.
  Object.assign(document.body.style, {width: '780px', height: '9000px'});
  own.looks = looks();
  // What the driver itself does to begin with.
  globalThis.alarms.length = 0;
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

/** What is to be read of the same HTML where nobody cleaned it. Whatever it sets off there is not ours. */
async function raw(html) {
  const text = await readRaw(html, WIDTH);
  await pause(5);
  globalThis.alarms.length = 0;
  return text;
}

const cleaned = (html) => {
  const holder = document.implementation.createHTMLDocument().body;
  holder.append(cleanMailHtml(html, document));
  // White space at the edges of a document, and how its lines end, are the parser's.
  return holder.innerHTML.replace(/\r\n?/g, '\n').trim();
};

/** Shows hostile HTML as mails, and disturbs everything in them. @returns What came of each, and of all of them. */
async function attack(texts) {
  const mails = await Promise.all(texts.map((html, index) => showMail(own.places[index], {html})));
  for (const {element} of mails)
    for (const one of frameOf(element)?.contentDocument.body.querySelectorAll('*') ?? []) {
      disturb(one);
      clicked(one);
    }
  await pause(20);
  const seen = [];
  for (const [index, {element}] of mails.entries()) {
    const {whole} = await readMail(element);
    const once = cleaned(texts[index]);
    seen.push({whole, strange: strangeIn(element), twice: cleaned(once) === once ? '' : once});
  }
  return {seen, style: looks() === own.looks ? [] : ['beside the mail'], alarms: globalThis.alarms.splice(0)};
}

globalThis.page = {prepare, show, raw, attack};
