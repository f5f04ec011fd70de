import {refuse, type CommandEnvelope, type Query} from '@deskwire/domain';

import type {
  CommandResult,
  FileRequest,
  FileResult,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '../port.js';

import type {TabMessage} from './messages.js';

/** What a backend without files answers. */
export const NO_FILES = {ok: false, refusal: refuse('DW_CAPABILITY_MISSING')} as const;

/** What a tab is among the tabs of its agent: it has the connection, or it uses another's. */
export interface Role {
  hear(message: TabMessage): void;
  send(envelope: CommandEnvelope): Promise<CommandResult>;
  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>>;
  /** Undefined where the backend takes no files. */
  upload(upload: Upload): Promise<UploadResult> | undefined;
  download(request: FileRequest): Promise<FileResult> | undefined;
  notify(notice: TypingNotice): void;
  close(): void;
}
