import {nothing, type LitElement, type TemplateResult} from 'lit';
import {NodeSelection} from 'prosemirror-state';

import {imageBar, IMAGE_SIZES, tableBar, type ImageAt, type ImageSize} from './caret-bar.template.js';
import {placeBeside} from './caret-place.js';
import type {EditorCore} from './editor-core.js';
import {roveTo} from './rove.js';
import {nodes} from './schema.js';
import {tableAct} from './table-acts.js';
import {tableAt} from './tables.js';
import type {Say} from './toolbar.template.js';

const sizeOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What the tools beside the caret need of the editor. */
export interface CaretHost {
  readonly core: EditorCore;
  readonly isRtl: () => boolean;
  /** Keys that lead out of the tools. */
  readonly leave: (event: KeyboardEvent) => void;
}

/** The tools beside the caret: those of the table that it is in, or of the image that is selected. */
export class CaretController {
  readonly #element: LitElement;
  readonly #host: CaretHost;

  constructor(element: LitElement, host: CaretHost) {
    this.#element = element;
    this.#host = host;
    element.addController({hostUpdated: this.#place});
  }

  /** What the focus goes to; undefined where there are no tools. */
  get first(): HTMLElement | null {
    return this.#bar?.querySelector<HTMLElement>('button, input') ?? null;
  }

  render(say: Say): TemplateResult | typeof nothing {
    const {core} = this.#host;
    const image = this.#image;
    if (image) return this.#imageBar(image, say);
    const table = tableAt(core.state);
    if (!table) return nothing;
    return tableBar(table, say, this.#keyed, (id) => {
      core.run(tableAct(id));
      if (!tableAt(core.state)) core.view?.focus();
    });
  }

  get #bar(): HTMLElement | null {
    return this.#element.renderRoot.querySelector<HTMLElement>('.caret-bar');
  }

  get #image(): ImageAt | undefined {
    const {selection} = this.#host.core.state;
    if (!(selection instanceof NodeSelection) || selection.node.type !== nodes.image) return undefined;
    const {alt, width, height} = selection.node.attrs as Readonly<Record<string, unknown>>;
    return {pos: selection.from, alt: String(alt), width: sizeOf(width), height: sizeOf(height)};
  }

  #imageBar(image: ImageAt, say: Say): TemplateResult {
    const {core} = this.#host;
    return imageBar(image, say, this.#keyed, {
      describe: (alt) => {
        this.#setImage(image, {alt});
      },
      size: (size) => {
        this.#resize(image, size);
      },
      remove: () => {
        core.dispatch(core.state.tr.deleteSelection());
        core.view?.focus();
      },
    });
  }

  #setImage({pos}: ImageAt, set: Readonly<Record<string, unknown>>): void {
    const {core} = this.#host;
    const {tr} = core.state;
    for (const [name, value] of Object.entries(set)) tr.setNodeAttribute(pos, name, value);
    core.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)));
  }

  #resize(image: ImageAt, size: ImageSize): void {
    const width = IMAGE_SIZES[size];
    const ratio = image.width && image.height ? image.height / image.width : undefined;
    this.#setImage(image, {width, height: ratio ? Math.round(width * ratio) : null});
  }

  readonly #place = (): void => {
    const {view, state} = this.#host.core;
    const bar = this.#bar;
    const page = bar?.parentElement;
    const pos = this.#image?.pos ?? tableAt(state)?.pos;
    if (bar && page && view && pos !== undefined) placeBeside(bar, page, view, pos);
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = at < 0 ? undefined : roveTo(event, at, items.length, {isRtl: this.#host.isRtl()});
    if (to === undefined) {
      this.#host.leave(event);
      return;
    }
    event.preventDefault();
    items[to]?.focus();
  };
}
