import type {OutgoingMail} from '@deskwire/domain';
import {blanksIn, type TrayObstacle} from '@deskwire/kit';

import type {EditorParts} from './editor-loader.js';
import type {MailDoc} from './editor/editor.types.js';
import type {MailMode} from './email-composer.view.js';
import type {MailDraft} from './mail-draft.js';
import {mailboxOf} from './mailboxes.js';

/** Why a mail was not sent when it was asked for. */
export type Obstacle =
  | {readonly why: 'empty' | 'wrongCc' | 'filesComing' | 'filesFailed' | 'imagesComing' | 'cardRefused'}
  | {readonly why: 'blanks'; readonly places: readonly string[]};

/** A mail as it stands when it is to be sent. `doc` is there for what is formatted. */
export interface Written {
  readonly mode: MailMode;
  readonly inReplyTo: string;
  readonly draft: MailDraft;
  readonly text: string;
  readonly doc?: MailDoc | undefined;
  /** Ids of the files that the backend has. */
  readonly files: readonly string[];
  /** What the files wait for. */
  readonly tray?: TrayObstacle | undefined;
  /** How many images of the text are on their way. */
  readonly uploading: number;
  /** Ids of files that the thread has already: its images can be shown again. */
  readonly ofThread: ReadonlySet<string>;
}

type Making = Pick<EditorParts, 'isEmptyDoc' | 'imageIdsOf' | 'mailHtmlOf'>;

const isEmpty = ({mode, text, doc}: Written, parts: Making | undefined): boolean =>
  mode === 'quick-reply' ? text.trim() === '' : !doc || parts?.isEmptyDoc(doc) !== false;

/**
 * What its writer should see before a mail goes, in the order in which it is mended.
 * @param isAnyway Its writer knows that places of the template have no value.
 */
export const standsInTheWay = (
  written: Written,
  parts: Making | undefined,
  isAnyway = false,
): Obstacle | undefined => {
  const {mode, draft, text, tray, uploading} = written;
  if (isEmpty(written, parts)) return {why: 'empty'};
  if (draft.cc.chips.some((chip) => !mailboxOf(chip))) return {why: 'wrongCc'};
  if (mode !== 'quick-reply') {
    if (tray) return {why: tray === 'failed' ? 'filesFailed' : 'filesComing'};
    if (uploading > 0) return {why: 'imagesComing'};
  }
  const places = isAnyway ? [] : blanksIn(text);
  return places.length > 0 ? {why: 'blanks', places} : undefined;
};

/** The mail for the backend, which fixes To and Subject by its own rules. */
export const outgoingOf = (written: Written, parts: Making | undefined): OutgoingMail => {
  const {mode: kind, inReplyTo, draft, text, doc, files, ofThread} = written;
  const cc = draft.cc.chips.flatMap((chip) => mailboxOf(chip) ?? []);
  if (kind === 'quick-reply' || !doc || !parts) {
    return {kind, inReplyTo, cc: kind === 'quick-reply' ? [] : cc, text, attachmentIds: [], quotes: false};
  }
  const images = parts.imageIdsOf(doc).filter((id) => !ofThread.has(id));
  return {
    ...{kind, inReplyTo, cc, text},
    html: parts.mailHtmlOf(doc),
    attachmentIds: [...new Set([...files, ...images])],
    quotes: draft.quotes,
  };
};
