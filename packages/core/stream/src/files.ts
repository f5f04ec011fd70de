import {refuse, type Refusal} from '@deskwire/domain';

import type {FileRequest, FileResult, PortSession, Upload, UploadResult} from './port.js';

type Refused = {readonly ok: false; readonly refusal: Refusal};

const no = (refusal: Refusal): Refused => ({ok: false, refusal});

/**
 * Files under way. A transfer belongs to one session: when that is lost, what it carried is broken, and whoever started it
 * tries again.
 */
export class Files {
  #session: PortSession | undefined;
  #end: Refusal | undefined;
  #losses = new Set<(refused: Refused) => void>();

  /** Answers once; never rejects. */
  upload(upload: Upload): Promise<UploadResult> {
    return this.#transfer((session) => session.upload?.(upload));
  }

  /** Answers once; never rejects. */
  download(request: FileRequest): Promise<FileResult> {
    return this.#transfer((session) => session.download?.(request));
  }

  up(session: PortSession): void {
    this.#session = session;
    this.#end = undefined;
  }

  down(): void {
    this.#session = undefined;
    this.#break(refuse('DW_FILE_BROKEN'));
  }

  /** Nothing can be sent any more. */
  over(refusal: Refusal): void {
    this.#end = refusal;
    this.#break(refusal);
  }

  #break(refusal: Refusal): void {
    const losses = this.#losses;
    this.#losses = new Set();
    for (const lose of losses) lose(no(refusal));
  }

  #transfer<R extends {readonly ok: boolean}>(
    begin: (session: PortSession) => Promise<R> | undefined,
  ): Promise<R | Refused> {
    const session = this.#session;
    if (!session) return Promise.resolve(no(this.#end ?? refuse('DW_SEND_OFFLINE')));
    return new Promise((resolve) => {
      const done = (result: R | Refused): void => {
        this.#losses.delete(done);
        resolve(result);
      };
      this.#losses.add(done);
      try {
        const running = begin(session);
        if (running) running.then(done, () => done(no(refuse('DW_SERVER_FAILED'))));
        else done(no(refuse('DW_CAPABILITY_MISSING')));
      } catch {
        done(no(refuse('DW_SERVER_FAILED')));
      }
    });
  }
}
