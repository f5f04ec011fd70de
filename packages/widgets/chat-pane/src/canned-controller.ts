import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {Interaction, TenantConfig, TextTemplate} from '@deskwire/domain';
import {announce, lazily, type ComposeBoxElement, type ControllerHost} from '@deskwire/kit';

import type {BodyLanguage} from './body-scene.js';

type Parts = typeof import('./canned.parts.js');

/** Loads the list of canned responses. */
export const loadCanned = lazily(() => import('./canned.parts.js'));

/** What the list needs of the pane. */
export interface CannedOptions {
  readonly language: BodyLanguage;
  readonly interaction: () => Interaction | undefined;
  readonly tenant: () => TenantConfig | undefined;
  readonly agentName: () => string;
  readonly box: () => ComposeBoxElement | null;
  readonly list: () => HTMLElement | null;
  /** What it is made of could not be loaded. */
  readonly failed: (again: () => void) => void;
}

/** The canned responses (CHAT-7): a list that is loaded when it is first opened, and goes over the log, never over the text. */
export class CannedController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: CannedOptions;
  #parts: Parts | undefined;
  #isOpen = false;
  #takesFocus = false;

  constructor(host: ControllerHost, options: CannedOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** It was asked for, and what it is made of is on its way. */
  get isLoading(): boolean {
    return this.#isOpen && !this.#parts;
  }

  get responses(): readonly TextTemplate[] {
    return this.#options.tenant()?.chat.responses ?? [];
  }

  readonly toggle = (): void => {
    if (this.#isOpen) this.close();
    else this.open();
  };

  readonly open = (): void => {
    this.#set(true);
    if (!this.#parts) void this.#load();
  };

  /** @param toBox Whether the focus goes back to the text. */
  close(toBox = true): void {
    this.#set(false);
    if (toBox) this.#options.box()?.focus();
  }

  render(): TemplateResult | typeof nothing {
    const interaction = this.#options.interaction();
    if (!this.#isOpen || !this.#parts || !interaction) return nothing;
    const {language} = this.#options;
    const {cannedItems} = this.#parts;
    const items = cannedItems(this.responses, this.#values(this.#parts), (label) => language.label(label));
    return html`<dw-canned-list
      class="canned"
      .items=${items}
      @dw-canned-pick=${this.#handlePick}
      @dw-canned-close=${this.#handleClose}
      @focusout=${this.#handleLeft}
    ></dw-canned-list>`;
  }

  /** What was opened by hand takes the focus, once it is there. */
  hostUpdated(): void {
    const list = this.#takesFocus ? this.#options.list() : null;
    if (!list) return;
    this.#takesFocus = false;
    const {updateComplete} = list as Partial<{updateComplete: Promise<unknown>}>;
    void updateComplete?.then(() => {
      if (this.#isOpen) list.focus();
    });
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  #set(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#takesFocus = isOpen;
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    const parts = await loadCanned();
    parts?.defineCannedList();
    this.#parts = parts;
    if (!parts && this.#isOpen) {
      this.close();
      this.#options.failed(this.open);
    }
    this.#host.requestUpdate();
  }

  #values({placeValues}: Parts): ReturnType<Parts['placeValues']> {
    const interaction = this.#options.interaction();
    return interaction ? placeValues(interaction, this.#options.agentName()) : new Map();
  }

  /** The list stays for the next one. What could not be filled is selected in the text, to be written over. */
  readonly #handlePick = ({detail}: CustomEvent<{id: string}>): void => {
    const found = this.responses.find(({id}) => id === detail.id);
    const box = this.#options.box();
    if (!found || !box || !this.#parts) return;
    const text = this.#parts.fillPlaces(found.text, this.#values(this.#parts));
    const at = box.insert(text);
    const blank = this.#parts.firstBlank(text);
    if (at && blank) box.select(at[0] + blank[0], at[0] + blank[1]);
    announce(this.#host, this.#options.language.t('cannedInserted'));
    // The next one would be written over what is selected here: this one wants its value first.
    if (blank) this.close();
  };

  readonly #handleClose = ({detail}: CustomEvent<{slash: boolean}>): void => {
    this.close();
    if (detail.slash) this.#options.box()?.insert('/');
  };

  readonly #handleLeft = ({relatedTarget}: FocusEvent): void => {
    const isTool = relatedTarget instanceof Element && relatedTarget.matches('.canned-button');
    if (relatedTarget instanceof Node && !isTool) this.close(false);
  };
}
