/** What the parsing thread sends back of one leaf of a mail. */
export interface RawPart {
  /** Its head, one byte a character. */
  readonly head: string;
  /** Its media type, in lower case. */
  readonly type: string;
  /** Shown as the body of the mail, not as a file. */
  readonly isText: boolean;
  /** Parts of one number are forms of the same (`multipart/alternative`), or one part alone. */
  readonly group: number;
  readonly size: number;
  /** Absent for files that nobody asked for. A body is cut at {@link MAX_BODY_BYTES}. */
  readonly bytes?: Uint8Array;
}

/** What the parsing thread sends back of a mail. */
export interface RawParts {
  /** One byte a character. */
  readonly head: string;
  readonly parts: readonly RawPart[];
  /** There were more. */
  readonly isCut: boolean;
}

/** No body is read further. */
export const MAX_BODY_BYTES = 4_000_000;

/**
 * The thread that takes mails apart and looks for quotes in them: other people's code, on hostile input. Everything else is
 * done outside, by code that takes as long as its input is long. It is text, since a thread is started from a file or
 * from text, and a file would have to be found next to the sources, the build and a bundle alike.
 */
export const THREAD = `
const {parentPort, workerData} = require('node:worker_threads');
const {default: PostalMime} = require(workerData.parser);
const MAX_HEAD = 1000000;
const MAX_PARTS = 500;

// The parser reads heads as UTF-8, and many are not.
const nodes = Object.getPrototypeOf(new PostalMime().root);
const feed = nodes.feed;
nodes.feed = function (line) {
  if (this.state === 'header' && line.length > 0) {
    (this.rawLines ??= []).push(Buffer.from(line.buffer, line.byteOffset, line.length).toString('latin1'));
  }
  return feed.call(this, line);
};
const headOf = (node) => (node.rawLines ?? []).join('\\n').slice(0, MAX_HEAD);

class Mail extends PostalMime {
  parts = [];
  transfer = [];
  isCut = false;
  groups = 0;
  withFiles = false;

  async collectNode(node, group) {
    // The parser begins with "false".
    if (group === false) group = undefined;
    const {multipart, parsed} = node.contentType;
    if (multipart === 'alternative' && group === undefined) group = this.groups++;
    if (!multipart && node.content) this.addPart(node, parsed.value || 'text/plain', group);
    for (const child of node.childNodes) await this.collectNode(child, group);
  }

  addPart(node, type, group) {
    if (this.parts.length >= MAX_PARTS) {
      this.isCut = true;
      return;
    }
    const all = new Uint8Array(node.content);
    const isText = this.isInlineTextNode(node);
    if (isText && all.length === 0) return;
    const bytes = isText ? all.slice(0, workerData.maxBody) : this.withFiles ? all.slice() : undefined;
    if (bytes) this.transfer.push(bytes.buffer);
    this.parts.push({
      head: headOf(node).slice(0, 70000),
      type,
      isText,
      group: group ?? this.groups++,
      size: all.length,
      bytes,
    });
  }

  renderTextContent() {}
  encodeAttachments() {}
  buildMessage() {
    return {head: headOf(this.root), parts: this.parts, isCut: this.isCut};
  }
}

const parse = async ({bytes, withFiles}) => {
  const mail = new Mail(workerData.options);
  mail.withFiles = withFiles;
  return {found: await mail.parse(bytes), transfer: mail.transfer};
};

const quote = async ({text}) => {
  const {default: Parser} = await import(workerData.quotes);
  const fragments = new Parser().read(text).getFragments();
  return {
    found: fragments.map((one) => ({
      length: one.getContent().replace(/\\s+/g, '').length,
      isHidden: one.isHidden(),
      isQuoted: one.isQuoted(),
    })),
    transfer: [],
  };
};

parentPort.on('message', async ({id, ...asked}) => {
  try {
    const {found, transfer} = await ('text' in asked ? quote(asked) : parse(asked));
    parentPort.postMessage({id, found}, transfer);
  } catch {
    parentPort.postMessage({id});
  }
});
`;
