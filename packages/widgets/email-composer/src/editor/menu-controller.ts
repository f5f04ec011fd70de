import {nothing, type LitElement, type TemplateResult} from 'lit';
import {isComposingKey, PopoverController, type LanguageController} from '@deskwire/kit';

import {linkOf} from './address.js';
import {linkAt, setLink, setMark} from './commands.js';
import type {EditorCore} from './editor-core.js';
import type {editorWords} from './editor.messages.js';
import {colourMenu, linkMenu, tableMenu, type TableSize} from './menus.template.js';
import {marks} from './schema.js';
import {insertTable} from './tables.js';
import type {Say} from './toolbar.template.js';
import {inkAt, type Menu, type ToolId} from './tools.js';

/** What the menus need of the editor. */
export interface MenuHost {
  readonly core: EditorCore;
  readonly language: LanguageController<(typeof editorWords)['en']>;
  readonly tool: (id: ToolId) => HTMLElement | null;
  readonly inserted: (rows: number, columns: number) => void;
}

const FIRST: Readonly<Record<Menu, string>> = {
  colour: '.popover [role="menuitemradio"][tabindex="0"]',
  table: '.popover .cell[tabindex="0"]',
  link: '.popover input',
};

/** What opens from the toolbar: colours, the size of a table, the address of a link. One at a time. */
export class MenuController {
  readonly #element: LitElement;
  readonly #host: MenuHost;
  readonly #popover: PopoverController;
  #menu: Menu = 'colour';
  #from: 'text' | 'tools' = 'tools';
  #size: TableSize = {rows: 1, columns: 1};
  #address = '';
  #isWrong = false;
  #isHeld = false;

  constructor(element: LitElement, host: MenuHost) {
    this.#element = element;
    this.#host = host;
    this.#popover = new PopoverController(element, {
      anchor: () => host.tool(this.#menu),
      popover: () => element.renderRoot.querySelector('.popover'),
      focus: () => element.renderRoot.querySelector<HTMLElement>(FIRST[this.#menu]),
    });
    element.addController({hostUpdated: this.#followClosing});
  }

  /** The tool whose menu is open. */
  get openTool(): Menu | undefined {
    return this.#popover.open ? this.#menu : undefined;
  }

  toggle(menu: Menu): void {
    if (this.openTool === menu) this.#back();
    else this.open(menu, 'tools');
  }

  /** @param from Where the focus goes back to by Escape. */
  open(menu: Menu, from: 'text' | 'tools'): void {
    const {core} = this.#host;
    if (!core.view?.editable) return;
    this.close();
    this.#menu = menu;
    this.#from = from;
    this.#size = {rows: 3, columns: 3};
    this.#address = linkAt(core.state).href ?? '';
    this.#isWrong = false;
    this.#isHeld = true;
    core.hold(true);
    this.#popover.show();
  }

  close(): void {
    this.#popover.hide();
    this.#release();
  }

  /** Escape in what was opened by a key in the text leads back there; else it leads to the tool. */
  readonly keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposingKey(event) || this.#from !== 'text') return;
    event.preventDefault();
    event.stopPropagation();
    this.#back();
  };

  render(say: Say): TemplateResult | typeof nothing {
    if (!this.#popover.open) return nothing;
    if (this.#menu === 'colour') return colourMenu(inkAt(this.#host.core.state), say, this.#pickColour);
    return this.#menu === 'table' ? this.#tableMenu(say) : this.#linkMenu(say);
  }

  #tableMenu(say: Say): TemplateResult {
    const {language} = this.#host;
    return tableMenu(
      this.#size,
      {
        title: say('tableSize'),
        text: ({rows, columns}) => language.t('sizeOf', {rows, columns}),
        name: ({rows, columns}) => language.t('sizeName', {rows, columns}),
      },
      {
        span: (size) => {
          this.#size = size;
          this.#element.requestUpdate();
        },
        insert: ({rows, columns}) => {
          this.#back();
          if (this.#host.core.run(insertTable(rows, columns))) this.#host.inserted(rows, columns);
        },
      },
    );
  }

  #linkMenu(say: Say): TemplateResult {
    const {core} = this.#host;
    const isThere = linkAt(core.state).href !== undefined;
    return linkMenu({address: this.#address, isWrong: this.#isWrong, isThere}, say, {
      typed: (address) => {
        this.#address = address;
        if (this.#isWrong) this.#judge();
      },
      submit: () => {
        const href = this.#judge();
        if (href === undefined) return;
        this.#back();
        core.run(setLink(href));
      },
      remove: () => {
        this.#back();
        core.run(setLink(undefined));
      },
      cancel: () => {
        this.#back();
      },
    });
  }

  #judge(): string | undefined {
    const href = linkOf(this.#address);
    this.#isWrong = href === undefined;
    this.#element.requestUpdate();
    return href;
  }

  readonly #pickColour = (value: string | undefined): void => {
    this.#back();
    this.#host.core.run(setMark(marks['colour'], value === undefined ? undefined : {value}));
  };

  /** Closes, and writing goes on. */
  #back(): void {
    this.close();
    this.#host.core.view?.focus();
  }

  /** It also closes by itself: a press outside, the focus elsewhere. */
  readonly #followClosing = (): void => {
    if (!this.#popover.open && this.#isHeld)
      queueMicrotask(() => {
        if (!this.#popover.open) this.#release();
      });
  };

  #release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#host.core.hold(false);
  }
}
