import {dropCursor} from 'prosemirror-dropcursor';
import {gapCursor} from 'prosemirror-gapcursor';
import {history} from 'prosemirror-history';
import {inputRules, wrappingInputRule} from 'prosemirror-inputrules';
import type {Node} from 'prosemirror-model';
import {EditorState, TextSelection, type Command, type Plugin, type Transaction} from 'prosemirror-state';
import {tableEditing} from 'prosemirror-tables';
import type {EditorView} from 'prosemirror-view';

import {clipboardPlugin, type ClipboardHost} from './clipboard.js';
import {replaceAll} from './commands.js';
import {docOfText, EMPTY_DOC} from './doc.js';
import type {MailDoc} from './editor.types.js';
import {imagePlugin, type DrawWaiting} from './image-plugin.js';
import {ImageView, type ImageViewHost} from './image-view.js';
import {editorKeys} from './keys.js';
import {leavePlugin} from './leave-plugin.js';
import {mailTextOf} from './mail-text.js';
import {blanksOf, hold, marksPlugin} from './marks-plugin.js';
import {placeOfText} from './place-of-text.js';
import {nodes, schema} from './schema.js';
import {giveSelection, ShadowView} from './shadow-view.js';

/** What the editor's inside needs of its element. */
export interface CoreHost {
  readonly clipboard: ClipboardHost;
  readonly image: ImageViewHost;
  readonly drawWaiting: DrawWaiting;
  /** Mod+K, Alt+F10. */
  readonly openLink: () => void;
  readonly goToTools: () => void;
  readonly isEditable: () => boolean;
  readonly attributes: () => Record<string, string>;
  /** After every transaction. */
  readonly happened: (tr: Transaction) => void;
}

const asCommand =
  (act: () => void): Command =>
  (_, dispatch) => {
    if (dispatch) act();
    return true;
  };

const rules = (): Plugin =>
  inputRules({
    rules: [
      wrappingInputRule(/^\s*([-*])\s$/, nodes['bullet_list']),
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodes['ordered_list'], ([, number]) => ({
        order: Number(number),
      })),
      wrappingInputRule(/^>\s$/, nodes['blockquote']),
    ],
  });

const checked = (doc: MailDoc): Node | undefined => {
  try {
    const node = schema.nodeFromJSON(doc);
    node.check();
    return node;
  } catch {
    return undefined;
  }
};

/** What was stored may be of another version: its text is kept at least. */
const mended = (doc: MailDoc): Node => checked(docOfText(mailTextOf(doc))) ?? schema.nodeFromJSON(EMPTY_DOC);

const nodeOf = (doc: MailDoc): Node => checked(doc) ?? mended(doc);

/** The text itself: its state, and its view while the element is in a page. The state outlives the view. */
export class EditorCore {
  readonly #host: CoreHost;
  readonly #plugins: readonly Plugin[];
  #state: EditorState;
  #view: EditorView | undefined;
  /** The document as it was last read, or set: the same object for the same document. */
  #json: MailDoc | undefined;

  constructor(host: CoreHost, doc: MailDoc) {
    this.#host = host;
    this.#plugins = [
      leavePlugin(),
      clipboardPlugin(host.clipboard),
      imagePlugin(host.drawWaiting),
      marksPlugin(),
      rules(),
      ...editorKeys({link: asCommand(host.openLink), toolbar: asCommand(host.goToTools)}),
      history(),
      // The colour is the text's own.
      dropCursor({color: false, class: 'drop-cursor', width: 2}),
      gapCursor(),
      tableEditing(),
    ];
    this.#json = doc;
    this.#state = this.#stateOf(nodeOf(doc));
  }

  get state(): EditorState {
    return this.#state;
  }

  get view(): EditorView | undefined {
    return this.#view;
  }

  get doc(): MailDoc {
    return (this.#json ??= this.#state.doc.toJSON() as MailDoc);
  }

  /** Begins anew with another document; with the one that is there nothing happens. */
  set doc(doc: MailDoc) {
    if (doc === this.#json) return;
    const exact = checked(doc);
    const node = exact ?? mended(doc);
    this.#json = exact && doc;
    if (node.eq(this.#state.doc)) return;
    this.#state = this.#stateOf(node);
    this.#view?.updateState(this.#state);
  }

  /** Shows it in a place. The view has to be made anew whenever that comes into another tree. */
  mount(place: HTMLElement): void {
    this.unmount();
    const host = this.#host;
    giveSelection(place.getRootNode());
    this.#view = new ShadowView(place, {
      state: this.#state,
      editable: () => host.isEditable(),
      attributes: () => host.attributes(),
      dispatchTransaction: (tr) => {
        this.dispatch(tr);
      },
      nodeViews: {image: (node) => new ImageView(node, host.image)},
      // Where a popover of ours hangs over the text.
      scrollMargin: 24,
      scrollThreshold: 8,
    });
    this.#view.updateRoot();
  }

  unmount(): void {
    this.#view?.destroy();
    this.#view = undefined;
  }

  /** Label, placeholder or editability have changed. */
  refresh(): void {
    this.#view?.setProps({});
  }

  readonly dispatch = (tr: Transaction): void => {
    this.#state = this.#state.apply(tr);
    if (tr.docChanged) this.#json = undefined;
    this.#view?.updateState(this.#state);
    this.#host.happened(tr);
  };

  /** @returns Whether it could be done. */
  run(command: Command): boolean {
    return command(this.#state, this.dispatch, this.#view);
  }

  replaceWith(doc: MailDoc): void {
    this.dispatch(replaceAll(this.#state, nodeOf(doc)));
  }

  /** Shows the selection while the focus is elsewhere. */
  hold(isHeld: boolean): void {
    this.dispatch(hold(this.#state.tr, isHeld));
  }

  selectBlank(): boolean {
    const [first] = blanksOf(this.#state.doc);
    return this.#select(first);
  }

  /** Selects the first place where a text stands within one paragraph. @returns Whether there is one. */
  selectText(text: string): boolean {
    return this.#select(placeOfText(this.#state.doc, text));
  }

  #select(place: {readonly from: number; readonly to: number} | undefined): boolean {
    if (!place) return false;
    const selection = TextSelection.create(this.#state.doc, place.from, place.to);
    this.dispatch(this.#state.tr.setSelection(selection).scrollIntoView());
    this.#view?.focus();
    return true;
  }

  #stateOf(doc: Node): EditorState {
    return EditorState.create({doc, plugins: [...this.#plugins]});
  }
}
