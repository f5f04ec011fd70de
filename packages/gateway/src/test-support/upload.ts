import {readdirSync, statSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {request, type ClientRequest, type IncomingMessage} from 'node:http';
import {join} from 'node:path';

import type {Attachment, Refusal} from '@deskwire/domain';
import {FILE_NAME_HEADER, filesPath} from '@deskwire/protocol';

import type {InspectFile} from '../files/inspect.js';
import {readFileFor} from '../inspection/read-file.js';
import type {ReadingLimits} from '../inspection/reading.js';

/** Looks into files as the gateway does, without a thread of its own. */
export const inspectHere =
  (limits?: ReadingLimits): InspectFile =>
  async ({path, ending}) =>
    readFileFor(await readFile(path), ending, limits);

/** What an upload or a request about a file was answered with. */
export interface FileAnswer {
  readonly status: number;
  readonly attachment?: Attachment;
  readonly refusal?: Refusal;
}

/** Somebody who sends and fetches files at the gateway's wire. */
export class FileClient {
  readonly #url: string;
  readonly #token: string;
  readonly #interactionId: string;

  constructor(url: string, token: string, interactionId: string) {
    this.#url = url;
    this.#token = token;
    this.#interactionId = interactionId;
  }

  /** Sends a whole file. */
  async send(
    name: string,
    content: Buffer | string,
    headers: Record<string, string> = {},
  ): Promise<FileAnswer> {
    const response = await fetch(this.#url + filesPath(this.#interactionId), {
      method: 'POST',
      headers: {...this.#headers(name), ...headers},
      body: Buffer.from(content),
    });
    return {status: response.status, ...((await response.json()) as object)};
  }

  /** Sends a file that must be taken. */
  async sent(name: string, content: Buffer | string): Promise<Attachment> {
    const {attachment, refusal} = await this.send(name, content);
    if (!attachment) throw new Error(`${name} was refused: ${refusal?.code ?? 'without a word'}`);
    return attachment;
  }

  /** Begins to send a file, part by part, without saying how large it is. */
  begin(name: string, length?: number): OpenUpload {
    const headers = {
      ...this.#headers(name),
      ...(length === undefined ? {'transfer-encoding': 'chunked'} : {'content-length': length}),
    };
    return new OpenUpload(request(this.#url + filesPath(this.#interactionId), {method: 'POST', headers}));
  }

  get(id: string, interactionId = this.#interactionId, method = 'GET'): Promise<Response> {
    return fetch(`${this.#url}${filesPath(interactionId)}/${id}`, {
      method,
      headers: {authorization: `Bearer ${this.#token}`},
    });
  }

  /** The code of a refusal, or that there was none. */
  async refused(id: string, interactionId?: string, method?: string): Promise<string> {
    const response = await this.get(id, interactionId, method);
    return response.ok ? 'done' : ((await response.json()) as {refusal: Refusal}).refusal.code;
  }

  #headers(name: string): Record<string, string> {
    return {
      authorization: `Bearer ${this.#token}`,
      'content-type': 'application/octet-stream',
      [FILE_NAME_HEADER]: encodeURIComponent(name),
    };
  }
}

/** An upload that is under way. */
export class OpenUpload {
  readonly #request: ClientRequest;
  readonly answer: Promise<FileAnswer>;
  /** When the answer came, or the connection broke. */
  readonly over: Promise<void>;

  constructor(begun: ClientRequest) {
    this.#request = begun;
    this.answer = new Promise<FileAnswer>((resolve, reject) => {
      begun.on('response', (response: IncomingMessage) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () =>
          resolve({status: response.statusCode ?? 0, ...(JSON.parse(text) as object)}),
        );
      });
      begun.on('error', reject);
    });
    this.over = this.answer.then(
      () => undefined,
      () => undefined,
    );
    begun.flushHeaders();
  }

  /** Sends a part; resolves when it was written. */
  write(part: Buffer | string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#request.destroyed) resolve();
      else this.#request.write(part, () => resolve());
    });
  }

  end(): void {
    this.#request.end();
  }

  /** Goes away as a cut cable does. */
  cut(): void {
    this.#request.destroy();
  }
}

/** Every stored file of a gateway, by its size and the rights to it. */
export const storedFiles = (data: string): readonly {readonly size: number; readonly mode: number}[] =>
  readdirSync(join(data, 'files'), {recursive: true, encoding: 'utf8'})
    .map((name) => statSync(join(data, 'files', name)))
    .filter((found) => found.isFile())
    .map(({size, mode}) => ({size, mode: mode & 0o777}));
