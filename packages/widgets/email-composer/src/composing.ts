import type {Interaction, TextTemplate} from '@deskwire/domain';
import {
  announce,
  LanguageController,
  PopoverController,
  type ControllerHost,
  type PlainCommandController,
  type TextAreaElement,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {composeWords} from './compose.messages.js';
import type {ComposeScene} from './compose-scene.js';
import {Composer} from './composer.js';
import type {MailEditor} from './editor/editor.types.js';
import {MailRecallDoneEvent, MailRecallRequestEvent} from './email-composer.events.js';
import type {EmailView, MailMode} from './email-composer.view.js';
import type {Obstacle} from './outgoing.js';

/** What the answering part needs of the pane. */
export interface ComposingOptions {
  readonly stream: () => StreamHandle | undefined;
  readonly interaction: () => Interaction | undefined;
  readonly view: () => EmailView | undefined;
  readonly commands: PlainCommandController;
  readonly now: () => number;
  readonly goToOriginal: () => void;
}

/** Where the focus goes after the next render, when it would be lost otherwise, or when a person asked for it. */
type Aim = 'text' | 'undo' | 'original';

/** The answering part of the pane: what its controls do, and where the focus goes. */
export class Composing {
  readonly #host: ControllerHost;
  readonly #options: ComposingOptions;
  readonly #language: LanguageController<typeof composeWords.en>;
  readonly #composer: Composer;
  readonly #menu: PopoverController;
  #asked: {readonly template: TextTemplate | undefined} | undefined;
  #isQuoteOpen = false;
  #aim: Aim | undefined;

  constructor(host: ControllerHost, options: ComposingOptions) {
    this.#host = host;
    this.#options = options;
    this.#language = new LanguageController(host, composeWords);
    this.#menu = new PopoverController(host, {
      anchor: () => this.#find('.send .anchor'),
      popover: () => this.#find('.send .popover'),
      focus: () => this.#find('.send [aria-checked="true"]') ?? this.#find('.send [role="menuitemradio"]'),
    });
    this.#composer = new Composer(host, {
      ...options,
      uploading: () => this.#editor?.uploading ?? 0,
      emptied: () => {
        this.focus();
      },
      cameBack: (failed) => {
        if (!failed) announce(host, this.#language.t('recalled'));
        if (this.#hasFocus) this.#aim = 'text';
      },
    });
  }

  /** What became of the mail since the last render. */
  follow(before: EmailView | undefined, view: EmailView | undefined): void {
    const isSame = before?.interactionId === view?.interactionId;
    if (!isSame) {
      this.#settleCc();
      this.#isQuoteOpen = false;
      this.#asked = undefined;
    }
    this.#composer.follow(view);
    if (!isSame || !view) return;
    if (view.leaving && !before?.leaving) this.#leaves(view);
    if (!view.compose && before?.compose && this.#hasFocus) this.#aim = 'original';
  }

  /** After each render. */
  shown(): void {
    if (!this.#menu.open) this.#asked = undefined;
    const aim = this.#aim;
    if (!aim) return;
    this.#aim = undefined;
    void this.#host.updateComplete.then(() => {
      if (aim === 'text') this.focus();
      else if (aim === 'undo') this.#find('.undo')?.focus();
      else this.#options.goToOriginal();
    });
  }

  hasDraft({interactionId}: EmailView): boolean {
    return this.#composer.drafts.worthOf(interactionId).length > 0;
  }

  /** Into the text. */
  focus(): void {
    (this.#editor ?? this.#find('dw-text-area'))?.focus();
  }

  send(isAnyway: boolean): void {
    void this.#send(isAnyway);
  }

  scene(view: EmailView): ComposeScene {
    const {commands, now} = this.#options;
    const {interactionId: id} = view;
    const [sendKey, recallKey] = [`send ${id}`, `recall ${id}`];
    return {
      language: this.#language,
      composer: this.#composer,
      menu: this.#menu,
      asked: this.#asked,
      isQuoteOpen: this.#isQuoteOpen,
      sending: commands.state(sendKey),
      recalling: commands.state(recallKey),
      now: now(),
      choose: (mode) => {
        this.#choose(view, mode);
      },
      viewOriginal: this.#options.goToOriginal,
      send: (isAnyway = false) => {
        this.send(isAnyway);
      },
      retrySend: () => {
        commands.retry(sendKey);
      },
      dismissSend: () => {
        commands.dismiss(sendKey);
      },
      recall: () => {
        this.#recall(view);
      },
      dismissRecall: () => {
        commands.dismiss(recallKey);
      },
      edit: () => {
        this.#goTo(this.#composer.obstacle(view));
        this.#composer.forgetObstacle(view);
      },
      showCard: () => {
        this.#showCard(view);
      },
      attach: this.#attach,
      pickFiles: () => {
        (this.#find('input.files') as HTMLInputElement | null)?.click();
      },
      toggleQuote: () => {
        this.#isQuoteOpen = !this.#isQuoteOpen;
        this.#host.requestUpdate();
      },
      pick: (template) => {
        this.#pick(view, template);
      },
      replace: () => {
        if (this.#asked) this.#replace(view, this.#asked.template);
      },
      keep: this.#closeMenu,
    };
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`.composer ${selector}`) ?? null;
  }

  get #editor(): MailEditor | null {
    return this.#find('dw-mail-editor') as MailEditor | null;
  }

  get #hasFocus(): boolean {
    return this.#host.shadowRoot?.querySelector('.composer')?.matches(':focus-within') ?? false;
  }

  #leaves({leaving}: EmailView): void {
    const count = Math.ceil(((leaving?.leavesAt ?? 0) - this.#options.now()) / 1000);
    announce(this.#host, this.#language.t('leavingTold', {count: Math.max(0, count)}));
    if (this.#hasFocus) this.#aim = 'undo';
  }

  #choose(view: EmailView, mode: MailMode): void {
    this.#settleCc();
    this.#isQuoteOpen = false;
    this.#composer.choose(view, mode);
  }

  /** What is still typed as a recipient is one, before the mail or the field goes: the field itself tells it too late. */
  #settleCc(): void {
    (this.#find('dw-cc-field') as (HTMLElement & {commit(): void}) | null)?.commit();
  }

  async #send(isAnyway: boolean): Promise<void> {
    this.#settleCc();
    const view = this.#options.view();
    if (!view?.compose || this.#options.commands.isPending(`send ${view.interactionId}`)) return;
    const obstacle = await this.#composer.send(view, view.compose, isAnyway);
    if (obstacle) this.#goTo(obstacle);
  }

  /** To what is to be mended. */
  #goTo(obstacle: Obstacle | undefined): void {
    switch (obstacle?.why) {
      case 'empty':
        this.focus();
        break;
      case 'wrongCc':
        (this.#find('dw-cc-field') as (HTMLElement & {focusWrong(): boolean}) | null)?.focusWrong();
        break;
      case 'blanks':
        this.#selectBlank();
        break;
      case 'cardRefused': {
        const view = this.#options.view();
        if (view) this.#showCard(view);
        break;
      }
      default:
    }
  }

  #selectBlank(): void {
    if (this.#editor) this.#editor.selectBlank();
    else {
      const at = this.#text.search(/\{\{/);
      this.#select(Math.max(0, at), this.#text.indexOf('}}', at) + 2);
    }
  }

  get #text(): string {
    return (this.#find('dw-text-area') as TextAreaElement | null)?.value ?? '';
  }

  #select(start: number, end: number): void {
    const area = this.#find('dw-text-area') as TextAreaElement | null;
    area?.focus();
    area?.select(start, end);
  }

  #showCard(view: EmailView): void {
    const text = this.#composer.text(view) ?? '';
    const place = this.#composer.cards.firstPlace(text);
    if (!place) return;
    if (this.#editor) this.#editor.selectText(text.slice(place.start, place.end));
    else this.#select(place.start, place.end);
  }

  #recall({interactionId, leaving}: EmailView): void {
    if (!leaving) return;
    const detail = {interactionId, mailId: leaving.id};
    this.#options.commands.run(`recall ${interactionId}`, {
      command: {type: 'mail.recall', ...detail},
      request: () => new MailRecallRequestEvent(detail),
      done: () => new MailRecallDoneEvent(detail),
    });
  }

  readonly #attach = ({target}: Event): void => {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    if (files.length > 0) void this.#composer.files.add(files);
  };

  readonly #closeMenu = (): void => {
    this.#asked = undefined;
    this.#menu.hide();
    this.#find('.send .anchor')?.focus();
  };

  /** What was written is not lost by a slip of the hand. */
  #pick(view: EmailView, template: TextTemplate | undefined): void {
    if (!this.#composer.isEdited(view)) {
      this.#replace(view, template);
      return;
    }
    this.#asked = {template};
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#find('.replace')?.focus();
    });
  }

  /** Through the editor, which can undo it. */
  #replace(view: EmailView, template: TextTemplate | undefined): void {
    const wasEdited = this.#composer.isEdited(view);
    const doc = this.#composer.docOf(template);
    this.#closeMenu();
    if (!doc) return;
    this.#composer.write(view, {template: template?.id ?? ''});
    this.#editor?.replaceDoc(doc);
    this.focus();
    if (wasEdited) announce(this.#host, this.#language.t('replaced'));
  }
}
