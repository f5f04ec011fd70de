import type {CommandEnvelope, CommandId, Cursor, Fact, Query} from '@deskwire/domain';

import type {
  CommandResult,
  FileRequest,
  FileResult,
  Loss,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '../port.js';

/** What a tab asks of the one that has the connection. `ask` numbers its questions. */
export type Request =
  | {readonly type: 'join'; readonly cursor?: Cursor}
  | {readonly type: 'ping'}
  | ({readonly type: 'command'} & CommandEnvelope)
  | {readonly type: 'query'; readonly ask: number; readonly query: Query}
  | {readonly type: 'upload'; readonly ask: number; readonly file: Omit<Upload, 'signal' | 'onProgress'>}
  | {readonly type: 'download'; readonly ask: number; readonly file: Omit<FileRequest, 'signal'>}
  | {readonly type: 'abort'; readonly ask: number}
  | {readonly type: 'notify'; readonly notice: TypingNotice};

/** What the tab with the connection tells: to all, or `to` one. */
export type Report =
  /** I have the connection: to all when it begins, and to whoever asks. */
  | {readonly type: 'lead'}
  | {readonly type: 'welcome'; readonly to: string; readonly now: number; readonly facts: readonly Fact[]}
  | {readonly type: 'facts'; readonly facts: readonly Fact[]}
  | {readonly type: 'notice'; readonly notice: TypingNotice}
  | {readonly type: 'result'; readonly to: string; readonly id: CommandId; readonly result: CommandResult}
  | {
      readonly type: 'answer';
      readonly to: string;
      readonly ask: number;
      readonly result: QueryResult | UploadResult | FileResult;
    }
  | {readonly type: 'progress'; readonly to: string; readonly ask: number; readonly part: number}
  | {readonly type: 'lost'; readonly loss: Loss};

/** One message between tabs, and which tab's session it comes from. */
export type TabMessage = (Request | Report) & {readonly from: string};

type Fields = Readonly<Record<string, unknown>>;
type Check = (fields: Fields) => boolean;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isTyped = (value: unknown): boolean => isFields(value) && isText(value['type']);

const isCursor = (value: unknown): boolean =>
  value === undefined || (isFields(value) && isText(value['epoch']) && isNumber(value['seq']));
const isFact = (value: unknown): boolean =>
  isFields(value) && isText(value['type']) && isNumber(value['seq']) && isNumber(value['at']);
const areFacts = (value: unknown): boolean => Array.isArray(value) && value.every(isFact);
const isRefusal = (value: unknown): boolean =>
  isFields(value) && isText(value['code']) && isText(value['kind']);
const isResult = (value: unknown): boolean =>
  isFields(value) && (value['ok'] === true || (value['ok'] === false && isRefusal(value['refusal'])));
const isNotice = (value: unknown): boolean =>
  isFields(value) && isText(value['interactionId']) && typeof value['isTyping'] === 'boolean';
const isAboutFile = (value: unknown): value is Fields => isFields(value) && isText(value['interactionId']);

/** Per type, what must be there before anything else looks at it. */
const CHECKS: Readonly<Record<(Request | Report)['type'], Check>> = {
  join: ({cursor}) => isCursor(cursor),
  ping: () => true,
  command: ({id, command}) => isText(id) && isTyped(command),
  query: ({ask, query}) => isNumber(ask) && isTyped(query),
  upload: ({ask, file}) => isNumber(ask) && isAboutFile(file) && file['file'] instanceof Blob,
  download: ({ask, file}) => isNumber(ask) && isAboutFile(file) && isText(file['attachmentId']),
  abort: ({ask}) => isNumber(ask),
  notify: ({notice}) => isNotice(notice),
  lead: () => true,
  welcome: ({to, now, facts}) => isText(to) && isNumber(now) && areFacts(facts),
  facts: ({facts}) => areFacts(facts),
  notice: ({notice}) => isNotice(notice),
  result: ({to, id, result}) => isText(to) && isText(id) && isResult(result),
  answer: ({to, ask, result}) => isText(to) && isNumber(ask) && isResult(result),
  progress: ({to, ask, part}) => isText(to) && isNumber(ask) && isNumber(part),
  lost: ({loss}) => isFields(loss) && isRefusal(loss['refusal']) && typeof loss['final'] === 'boolean',
};

/**
 * A message of another tab, or undefined where it is none. The channel is this site's own: whoever can write to it can
 * read the page's token as well, so its word is believed; its shape is checked, since another tab may run another version.
 */
export const readTabMessage = (data: unknown): TabMessage | undefined => {
  if (!isFields(data) || !isText(data['from']) || !isText(data['type'])) return undefined;
  const type = data['type'] as TabMessage['type'];
  return Object.hasOwn(CHECKS, type) && CHECKS[type](data) ? (data as unknown as TabMessage) : undefined;
};
