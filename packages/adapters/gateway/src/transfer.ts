import {refuse, type Refusal} from '@deskwire/domain';
import {FILE_INLINE_HEADER, FILE_NAME_HEADER, filesPath, parseAttachment} from '@deskwire/protocol';
import type {FileRequest, FileResult, Upload, UploadResult} from '@deskwire/stream';

import {httpAddress} from './gateway-address.js';
import {refusalOf} from './request.js';

/** How files travel: beside the socket, with the token of its session. */
export interface TransferParts {
  /** Of the gateway. */
  readonly url: string;
  token(): string;
  /** Aborted when the session is over: what it carried is broken. */
  readonly over: AbortSignal;
}

/** What a request was answered with, as text. */
interface Answer {
  readonly status: number;
  readonly text: string;
}

type Refused = {readonly ok: false; readonly refusal: Refusal};

const no = (refusal: Refusal): Refused => ({ok: false, refusal});
const BROKEN = refuse('DW_FILE_BROKEN');

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fieldOf = (body: unknown, field: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[field] : undefined;

/** Half of a pair cannot be encoded; the gateway refuses names that have lost something. */
const wellFormed = (name: string): string => name.replace(/\p{Cs}/gu, '\ufffd');

const eitherOf = (over: AbortSignal, signal: AbortSignal | undefined): AbortSignal =>
  signal ? AbortSignal.any([over, signal]) : over;

/** Only this way of asking tells how much of a file is on its way. */
const byXhr = (
  address: string,
  headers: Readonly<Record<string, string>>,
  {file, onProgress}: Upload,
  signal: AbortSignal,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({loaded, total}) =>
      onProgress?.(total > 0 ? Math.min(1, loaded / total) : 0);
    request.onload = () => resolve({status: request.status, text: request.responseText});
    request.onerror = request.onabort = () => reject(new Error('broken'));
    request.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    request.send(file);
  });

/** Where there is no page around. */
const byFetch = async (
  address: string,
  headers: Readonly<Record<string, string>>,
  {file, onProgress}: Upload,
  signal: AbortSignal,
): Promise<Answer> => {
  const response = await fetch(address, {method: 'POST', headers, body: file, signal});
  const text = await response.text();
  if (response.ok) onProgress?.(1);
  return {status: response.status, text};
};

/** The files of one session. Every answer is checked; every way to fail is a refusal. */
export class Transfers {
  readonly #parts: TransferParts;

  constructor(parts: TransferParts) {
    this.#parts = parts;
  }

  async upload(upload: Upload): Promise<UploadResult> {
    const {over} = this.#parts;
    const signal = eitherOf(over, upload.signal);
    if (signal.aborted) return no(BROKEN);
    const headers = {
      ...this.#authorization(),
      'content-type': 'application/octet-stream',
      [FILE_NAME_HEADER]: encodeURIComponent(wellFormed(upload.file.name)),
      ...(upload.inline ? {[FILE_INLINE_HEADER]: '1'} : {}),
    };
    const send = 'XMLHttpRequest' in globalThis ? byXhr : byFetch;
    try {
      return readUpload(await send(this.#address(filesPath(upload.interactionId)), headers, upload, signal));
    } catch {
      return no(BROKEN);
    }
  }

  async download({interactionId, attachmentId, customerOf, signal}: FileRequest): Promise<FileResult> {
    const as = customerOf === undefined ? '' : `?customerOf=${encodeURIComponent(customerOf)}`;
    const path = `${filesPath(interactionId)}/${encodeURIComponent(attachmentId)}`;
    try {
      const response = await fetch(this.#address(path) + as, {
        headers: this.#authorization(),
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: eitherOf(this.#parts.over, signal),
      });
      if (response.ok) return {ok: true, file: await response.blob()};
      return no(refusalOf(response.status, jsonOf(await response.text())));
    } catch {
      return no(BROKEN);
    }
  }

  #address(path: string): string {
    return httpAddress(this.#parts.url, path);
  }

  #authorization(): {readonly authorization: string} {
    return {authorization: `Bearer ${this.#parts.token()}`};
  }
}

const readUpload = ({status, text}: Answer): UploadResult => {
  const body = jsonOf(text);
  if (status !== 201) return no(refusalOf(status, body));
  const attachment = parseAttachment(fieldOf(body, 'attachment'));
  return attachment ? {ok: true, attachment} : no(refuse('DW_WIRE_MALFORMED', {field: 'attachment'}));
};
