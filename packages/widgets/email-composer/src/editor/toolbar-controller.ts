import type {LitElement, TemplateResult} from 'lit';

import {placeTip} from './caret-place.js';
import type {EditorCore} from './editor-core.js';
import type {MenuController} from './menu-controller.js';
import {roveTo} from './rove.js';
import {shownTools, toolbarTemplate, type Say, type ToolbarActs} from './toolbar.template.js';
import {TOOLS, toolStates, type ToolId} from './tools.js';

/** What the toolbar needs of the editor. */
export interface ToolbarHost {
  readonly core: EditorCore;
  readonly menus: () => MenuController;
  readonly isDisabled: () => boolean;
  readonly hasImages: () => boolean;
  readonly isRtl: () => boolean;
  readonly pickImages: () => void;
}

/** The toolbar: one stop of Tab, which remembers the tool; a tool's name stands below it while it is pointed at. */
export class ToolbarController {
  readonly #element: LitElement;
  readonly #host: ToolbarHost;
  #current: ToolId = 'heading';
  #tip: ToolId | undefined;

  constructor(element: LitElement, host: ToolbarHost) {
    this.#element = element;
    this.#host = host;
    element.addController({hostUpdated: this.#placeTip});
  }

  render(say: Say): TemplateResult {
    const {core, isDisabled, hasImages, menus} = this.#host;
    const open = menus().openTool;
    return toolbarTemplate(
      {
        states: toolStates(core.state, isDisabled(), hasImages()),
        current: this.#reachable,
        open,
        tip: open ? undefined : this.#tip,
        hasImages: hasImages(),
      },
      say,
      this.#acts,
    );
  }

  tool(id: ToolId): HTMLElement | null {
    return this.#element.renderRoot.querySelector<HTMLElement>(`[data-tool="${id}"]`);
  }

  focus(): void {
    this.tool(this.#reachable)?.focus();
  }

  /** Escape leads from any tools back to the text, Alt+F10 from those at the caret to these. */
  readonly leave = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || this.#host.menus().openTool) return;
    const isRound = event.key === 'F10' && event.altKey;
    if (event.key !== 'Escape' && !isRound) return;
    event.preventDefault();
    event.stopPropagation();
    this.#point(undefined);
    if (isRound) this.focus();
    else this.#host.core.view?.focus();
  };

  /** The one that Tab reaches: without a keeper of images there is no tool for them. */
  get #reachable(): ToolId {
    return shownTools(this.#host.hasImages()).includes(this.#current) ? this.#current : 'heading';
  }

  readonly #acts: ToolbarActs = {
    use: (id) => {
      this.#use(id);
    },
    keyed: (event) => {
      this.#keyed(event);
    },
    focused: (id) => {
      this.#current = id;
      this.#point(this.tool(id)?.matches(':focus-visible') ? id : undefined);
    },
    tipped: (id) => {
      this.#point(id);
    },
  };

  #point(id: ToolId | undefined): void {
    this.#tip = id;
    this.#element.requestUpdate();
  }

  #use(id: ToolId): void {
    const {core, menus, pickImages} = this.#host;
    const {run, opens} = TOOLS[id];
    this.#current = id;
    this.#point(undefined);
    if (opens) menus().toggle(opens);
    else if (run) core.run(run);
    else pickImages();
  }

  #keyed(event: KeyboardEvent): void {
    const tools = shownTools(this.#host.hasImages());
    const to = roveTo(event, tools.indexOf(this.#reachable), tools.length, {isRtl: this.#host.isRtl()});
    const next = to === undefined ? undefined : tools[to];
    if (!next) {
      this.leave(event);
      return;
    }
    event.preventDefault();
    this.tool(next)?.focus();
  }

  readonly #placeTip = (): void => {
    const tip = this.#element.renderRoot.querySelector<HTMLElement>('.tip');
    const tool = this.#tip && this.tool(this.#tip);
    if (tip && tool) placeTip(tip, tool);
  };
}
