import {html, nothing, type TemplateResult} from 'lit';
import {
  announce,
  buttonStyles,
  defineButton,
  defineSearchList,
  defineTimer,
  DialogController,
  dialogStyles,
  focusStyles,
  isSameList,
  LanguageController,
  LateBody,
  menuStyles,
  noteStyles,
  outdialText,
  PlainCommandController,
  PopoverController,
  popoverStyles,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {AttemptController} from './attempt-controller.js';
import {contactCommands, nextAct} from './campaign.acts.js';
import type {CampaignElement} from './campaign.element.js';
import {campaignWords} from './campaign.messages.js';
import {
  campaignIconButton,
  campaignMenu,
  campaignPopover,
  iconRefusal,
  type IconScene,
} from './campaign.template.js';
import {isAccepted, selectAround, selectContact, viewCampaign, type CampaignView} from './campaign.view.js';
import {newsText} from './campaign.words.js';
import {ContactWatch} from './contact-news.js';
import {campaignDialog, underWay} from './dialog-shell.template.js';
import {dialogContent} from './dialog-content.template.js';
import {campaignName, dialogBody} from './dialog.body.js';
import type {DialogBody, DialogScene} from './dialog.scene.js';

import {campaignStyles} from './campaign.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [
  surfaceStyles,
  buttonStyles,
  dialogStyles,
  focusStyles,
  menuStyles,
  noteStyles,
  popoverStyles,
  spinnerStyles,
  stateStyles,
  campaignStyles,
];

/** Registers what the icon, its menu and its dialog are made of, and makes the inside of one element. */
export const open = (host: CampaignElement): CampaignBody => {
  defineButton();
  defineSearchList();
  defineTimer();
  return new CampaignBody(host);
};

const NEXT = 'next';

/** The icon with what hangs from it, the dialog with the contact, and what becomes of both. */
export class CampaignBody extends LateBody<CampaignElement> {
  readonly #language = new LanguageController(this.host, campaignWords);
  readonly #commands = new PlainCommandController(this.host);
  readonly #around = new StreamController(this.host, selectAround, isSameList);
  readonly #watch = new ContactWatch();
  readonly #attempts = new AttemptController(
    this.host,
    () => this.#around.stream,
    ({outcome}) => {
      announce(this.host, outdialText(this.#language.locale, outcome));
    },
  );
  readonly #acts = contactCommands(this.#commands, (act, interactionId) => {
    if (act === 'call') this.#attempts.forget();
    else this.#watch.acted({interactionId, act});
  });
  readonly #menu = new PopoverController(this.host, {
    anchor: () => this.#anchor,
    popover: () => this.#find('.popover'),
    focus: () => this.#find('dw-search-list'),
  });
  readonly #dialog = new DialogController(this.host, {
    dialog: () => this.#find<HTMLDialogElement>('dialog'),
    focus: () => this.#find('.who') ?? this.#closeButton,
    ends: () => [this.#closeButton, this.#find('.call') ?? this.#closeButton],
    dismiss: () => {
      this.close();
    },
  });
  /** Why there is no contact any more. */
  #over: 'skipped' | 'gone' | undefined;
  #campaignId: string | undefined;
  /** The contact came for which the dialog was opened. */
  #hasCome = false;
  #hadFocus = false;

  /** Opens the dialog with the contact that the agent has, for a person who asked for it; without one it does nothing. */
  open(): void {
    if (!this.#view()?.contact) return;
    this.#menu.hide();
    this.#dialog.show();
  }

  /** Closes the dialog. The contact stays with the agent. */
  close(): void {
    this.#commands.dismiss(NEXT);
    this.#over = undefined;
    this.#dialog.hide();
  }

  /** The element left the page. */
  leave(): void {
    this.#dialog.hide();
  }

  override look(): void {
    this.#hadFocus = this.#dialog.hasFocus;
    const view = this.#view();
    this.#heed(view);
    if (this.#menu.open && (!view || view.contact)) this.#menu.hide();
    if (this.#dialog.isOpen && !this.#body(view)) this.close();
  }

  override render(): TemplateResult | undefined {
    const view = this.#view();
    if (!view) return undefined;
    const {locale, dir} = this.#language;
    const icon = this.#iconScene();
    return html`<div class="frame" lang=${locale} dir=${dir}>
      ${campaignIconButton(view, icon)} ${campaignPopover(view, icon, this.#menuContent(view))}
      ${this.#dialogTemplate(view)}
    </div>`;
  }

  override shown(): void {
    if (this.#dialog.isOpen) void this.#follow(this.#hadFocus, this.#hasCome);
    this.#hasCome = false;
  }

  /**
   * Moves the focus where what had it has gone, or what was waited for has come; nothing else does. The dialog may be
   * about to take it for the first time: that comes before.
   */
  async #follow(hadFocus: boolean, hasCome: boolean): Promise<void> {
    await Promise.resolve();
    const active = this.host.shadowRoot?.activeElement ?? null;
    const isLost = hadFocus && !this.#dialog.hasFocus;
    const isWaiting = hasCome && active !== null && active === this.#closeButton;
    if (isLost || isWaiting) void this.#dialog.focus();
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.host.renderRoot.querySelector<E>(selector);
  }

  get #anchor(): HTMLElement | null {
    return this.#find('.anchor');
  }

  get #closeButton(): HTMLElement | null {
    return this.#find('dialog .close');
  }

  #view(): CampaignView | undefined {
    const {stream} = this.#around;
    return stream && viewCampaign(stream.snapshot(), (ask) => stream.permit(ask));
  }

  #body(view: CampaignView | undefined): DialogBody | undefined {
    return dialogBody(view, {
      words: this.#language,
      next: this.#commands.state(NEXT),
      over: this.#over,
      campaignId: this.#campaignId,
      failure: (id) => this.#attempts.of(id),
    });
  }

  /** Notices what has happened to the contact since the last look, and has it said. */
  #heed(view: CampaignView | undefined): void {
    const state = this.#around.stream?.snapshot();
    const news = this.#watch.look(view?.contact, (id) => state !== undefined && isAccepted(state, id));
    if (!news || !state) return;
    const isOpen = this.#dialog.isOpen;
    if (news === 'arrived') {
      this.#hasCome = true;
      this.#over = undefined;
      this.#campaignId = selectContact(state)?.campaignId;
    }
    if (news === 'skipped' || news === 'gone') this.#over = isOpen ? news : undefined;
    const campaign = campaignName(view, this.#campaignId);
    const text = newsText(this.#language, news, {contact: view?.contact, campaign, isOpen});
    if (text) announce(this.host, text);
  }

  #iconScene(): IconScene {
    return {
      words: this.#language,
      isOpen: this.#dialog.isOpen,
      hangs: this.#menu.open,
      isPending: this.#commands.isPending(NEXT),
      press: this.#handlePress,
    };
  }

  #menuContent({campaigns}: CampaignView): unknown {
    return campaignMenu(this.#language, campaigns, this.#choose);
  }

  #dialogTemplate(view: CampaignView): unknown {
    const body = this.#dialog.isOpen ? this.#body(view) : undefined;
    if (!body) return nothing;
    const scene = this.#dialogScene();
    return campaignDialog(
      body,
      scene,
      body.kind === 'fetching' ? underWay(this.#language.t('fetching')) : dialogContent(body, scene),
    );
  }

  #dialogScene(): DialogScene {
    return {
      words: this.#language,
      acts: this.#acts,
      fetch: () => {
        if (this.#campaignId !== undefined) this.#fetch(this.#campaignId);
      },
      close: () => {
        this.close();
      },
    };
  }

  readonly #handlePress = (): void => {
    const view = this.#view();
    if (!view) return;
    const [only, ...others] = view.campaigns;
    // Some browsers leave the focus where it was when a button is pressed; it is to come back here.
    this.#anchor?.focus();
    if (this.#dialog.isOpen) void this.#dialog.focus();
    else if (view.contact || this.#commands.isPending(NEXT)) this.#dialog.show();
    else if (only && others.length === 0 && !iconRefusal(view)) this.#fetch(only.id);
    else this.#menu.toggle();
  };

  readonly #choose = (campaignId: string): void => {
    this.#anchor?.focus();
    this.#menu.hide();
    this.#fetch(campaignId);
  };

  #fetch(campaignId: string): void {
    this.#over = undefined;
    this.#campaignId = campaignId;
    this.#commands.run(NEXT, nextAct(campaignId));
    // Nothing to show: the page prevented it.
    if (this.#body(this.#view())) this.#dialog.show();
  }
}
