import type {Refusal} from '@deskwire/domain';

/** How a piece of text is set off. `colour` has `value` (#rrggbb), `link` has `href`. */
export interface MailMark {
  readonly type: 'link' | 'strong' | 'em' | 'underline' | 'strike' | 'colour';
  readonly attrs?: Readonly<Record<string, string>>;
}

/** What a written mail is made of. */
export const MAIL_NODE_TYPES = [
  'doc',
  'paragraph',
  'heading',
  'blockquote',
  'ordered_list',
  'bullet_list',
  'list_item',
  'table',
  'table_row',
  'table_cell',
  'table_header',
  'image',
  'hard_break',
  'text',
] as const;

/** A piece of a document, as plain JSON. Attributes per type: see schema.ts. */
export interface MailNode {
  readonly type: (typeof MAIL_NODE_TYPES)[number];
  readonly attrs?: Readonly<Record<string, string | number | readonly number[] | null>>;
  readonly content?: readonly MailNode[];
  readonly marks?: readonly MailMark[];
  readonly text?: string;
}

/**
 * A written mail as plain JSON, for drafts. It never holds an image that is still on its way: what was not uploaded when
 * it was read is not in it.
 */
export interface MailDoc extends MailNode {
  readonly type: 'doc';
}

/** Keeps the images of a mail's text. */
export interface ImageKeeper {
  /** Uploads an image; `id` is what the HTML names it by (`cid:ID`). */
  add(file: File): Promise<{readonly id: string} | Refusal>;
  /** An address that the page can show it under; undefined where there is none (any more). */
  url(id: string): Promise<string | undefined>;
}

/**
 * `<dw-mail-editor>` as the composer sees it.
 *
 * Events, none of which bubble: `dw-editor-change` after every change that a person or `replaceDoc` made (read `doc`), also
 * when an image starts or stops being on its way (`uploading`); `dw-editor-files` (`detail.files`) with files that were pasted
 * or dropped and are no images of the text: attachments.
 */
export interface MailEditor extends HTMLElement {
  /**
   * What is written. Set it to show another mail: undo begins anew, no event. Setting what it holds already changes
   * nothing, so that a composer can pass its draft in every render.
   */
  doc: MailDoc;
  /** The accessible name of the text box, e.g. "Reply". */
  label: string;
  placeholder: string;
  /** The text cannot be changed; it can be read and copied. */
  disabled: boolean;
  /** Without it images cannot be inserted: pasted ones are left out with a notice. */
  images: ImageKeeper | undefined;
  /** How many images are on their way or could not be uploaded; a mail that is sent meanwhile goes without them. */
  readonly uploading: number;
  /** Puts another document in place of this one; can be undone. Fires `dw-editor-change`. */
  replaceDoc(doc: MailDoc): void;
  /** Inserts image files at the caret (from a picker or as attachments that are images). */
  insertImages(files: readonly File[]): void;
  /** Opens the picker for images. */
  pickImages(): void;
  /** Selects the first place that a template left open (`{{name}}`), with focus. @returns Whether there is one. */
  selectBlank(): boolean;
  /** Selects the first place where a text stands within one paragraph, with focus. @returns Whether there is one. */
  selectText(text: string): boolean;
}
