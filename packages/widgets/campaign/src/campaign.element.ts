import {html, nothing, type LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import {
  announce,
  announcerFor,
  buttonStyles,
  DeskwireElement,
  DialogController,
  dialogStyles,
  focusStyles,
  LanguageController,
  lazily,
  menuStyles,
  noteStyles,
  PlainCommandController,
  PopoverController,
  popoverStyles,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
  type FailedOutcome,
} from '@deskwire/kit';

import {AttemptController} from './attempt-controller.js';
import {contactCommands, nextAct} from './campaign.acts.js';
import {campaignWords} from './campaign.messages.js';
import {campaignIconButton, campaignPopover, iconRefusal, type IconScene} from './campaign.template.js';
import {
  isAccepted,
  isSameAround,
  selectAround,
  selectContact,
  viewCampaign,
  type CampaignView,
} from './campaign.view.js';
import {newsText} from './campaign.words.js';
import {ContactWatch} from './contact-news.js';
import {LatePart} from './late-part.js';
import {campaignDialog, notLoaded, underWay} from './dialog-shell.template.js';
import {campaignName, dialogBody} from './dialog.body.js';
import type {DialogBody, DialogScene} from './dialog.scene.js';

import {campaignStyles} from './campaign.styles.js';

const NEXT = 'next';

type Later = typeof import('./campaign.later.js');

/** Loads what is in the menu and in the dialog: most agents on most days need neither. */
export const loadCampaign = lazily(() => import('./campaign.later.js'));

/**
 * The campaign-contact icon and its dialog: gets the next contact of a preview campaign, shows who it is, calls or skips
 * it, and tells how the call goes until the customer answers. The dialog opens when the agent presses the icon and at no
 * other time; closing it loses nothing. It shows nothing to agents whose team has no preview campaign.
 *
 * @element dw-campaign
 * @csspart button - The icon.
 * @csspart menu - The surface with the campaigns to choose from.
 * @csspart dialog - The dialog with the contact.
 * @fires dw-campaign-next-request - Before a contact is fetched; cancelable.
 * @fires dw-campaign-next-done - A contact is there.
 * @fires dw-campaign-call-request - Before the contact is called; cancelable.
 * @fires dw-campaign-call-done - The contact is being called.
 * @fires dw-campaign-skip-request - Before the contact is skipped; cancelable.
 * @fires dw-campaign-skip-done - The contact was skipped.
 * @fires dw-campaign-cancel-request - Before the call, or the contact that is not called yet, is cancelled; cancelable.
 * @fires dw-campaign-cancel-done - The call is over, or the contact has gone back to its list.
 */
export class CampaignElement extends DeskwireElement {
  static override styles = [
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

  /** Loads what is shown later; undefined where it cannot be had just now. */
  protected readonly loadLater: () => Promise<Later | undefined> = loadCampaign;

  /** Why there is no contact any more. */
  @state() private over: 'skipped' | 'gone' | undefined;
  @state() private campaignId: string | undefined;

  @query('.anchor') private readonly anchor!: HTMLElement | null;
  @query('.popover') private readonly popoverSurface!: HTMLElement | null;
  @query('dialog') private readonly dialogSurface!: HTMLDialogElement | null;
  @query('dialog .close') private readonly closeButton!: HTMLElement | null;

  readonly #language = new LanguageController(this, campaignWords);
  readonly #commands = new PlainCommandController(this);
  readonly #around = new StreamController(this, selectAround, isSameAround);
  readonly #watch = new ContactWatch();
  readonly #attempts = new AttemptController(
    this,
    () => this.#around.stream,
    ({outcome}) => void this.#sayFailed(outcome),
  );
  readonly #acts = contactCommands(this.#commands, (act, interactionId) => {
    if (act === 'call') this.#attempts.forget();
    else this.#watch.acted({interactionId, act});
  });
  readonly #menu = new PopoverController(this, {
    anchor: () => this.anchor,
    popover: () => this.popoverSurface,
    focus: () => this.renderRoot.querySelector<HTMLElement>('dw-search-list'),
  });
  readonly #dialog = new DialogController(this, {
    dialog: () => this.dialogSurface,
    focus: () => this.renderRoot.querySelector<HTMLElement>('.who') ?? this.closeButton,
    ends: () => [this.closeButton, this.renderRoot.querySelector<HTMLElement>('.call') ?? this.closeButton],
    dismiss: () => {
      this.close();
    },
  });
  readonly #late = new LatePart(
    this,
    async () => {
      const later = await this.loadLater();
      later?.defineParts();
      return later;
    },
    () => {
      this.#hasCome = true;
    },
  );
  /** Something came into the dialog or the menu for which it was opened. */
  #hasCome = false;
  #hadFocus = false;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog.hide();
  }

  /** Opens the dialog with the contact that the agent has, for a person who asked for it; without one it does nothing. */
  open(): void {
    if (!this.#view()?.contact) return;
    this.#menu.hide();
    this.#dialog.show();
  }

  /** Closes the dialog. The contact stays with the agent. */
  close(): void {
    this.#commands.dismiss(NEXT);
    this.over = undefined;
    this.#dialog.hide();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#hadFocus = this.#dialog.hasFocus;
    const view = this.#view();
    this.#heed(view);
    if (this.#menu.open && (!view || view.contact)) this.#menu.hide();
    if (this.#dialog.isOpen && !this.#body(view)) this.close();
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    if (!view) return html`${nothing}`;
    const {locale, dir} = this.#language;
    const icon = this.#iconScene();
    return html`<div
      class="frame"
      lang=${locale}
      dir=${dir}
      @pointerenter=${this.#want}
      @focusin=${this.#want}
    >
      ${campaignIconButton(view, icon)} ${campaignPopover(view, icon, this.#menuContent(view))}
      ${this.#dialogTemplate(view)}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#dialog.isOpen || this.#view()?.contact) this.#late.want();
    if (this.#dialog.isOpen || this.#menu.open) void this.#follow(this.#hadFocus, this.#hasCome);
    this.#hasCome = false;
  }

  /**
   * Moves the focus where what had it has gone, or what was waited for has come; nothing else does. The dialog may be
   * about to take it for the first time: that comes before.
   */
  async #follow(hadFocus: boolean, hasCome: boolean): Promise<void> {
    await Promise.resolve();
    const active = this.shadowRoot?.activeElement ?? null;
    if (this.#menu.open) {
      const list = this.renderRoot.querySelector<LitElement>('dw-search-list');
      await list?.updateComplete;
      if (hasCome && active === this.anchor) list?.focus();
      return;
    }
    const isLost = hadFocus && !this.#dialog.hasFocus;
    const isWaiting = hasCome && active !== null && active === this.closeButton;
    if (isLost || isWaiting) void this.#dialog.focus();
  }

  #view(): CampaignView | undefined {
    const {stream} = this.#around;
    return stream && viewCampaign(stream.snapshot(), (ask) => stream.permit(ask));
  }

  #body(view: CampaignView | undefined): DialogBody | undefined {
    return dialogBody(view, {
      words: this.#language,
      next: this.#commands.state(NEXT),
      over: this.over,
      campaignId: this.campaignId,
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
      this.over = undefined;
      this.campaignId = selectContact(state)?.campaignId;
    }
    if (news === 'skipped' || news === 'gone') this.over = isOpen ? news : undefined;
    const campaign = campaignName(view, this.campaignId);
    const text = newsText(this.#language, news, {contact: view?.contact, campaign, isOpen});
    if (text) announce(this, text);
  }

  async #sayFailed(outcome: FailedOutcome): Promise<void> {
    const later = await loadCampaign();
    if (later) announce(this, later.outdialText(this.#language.locale, outcome));
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
    return this.#loaded(({campaignMenu}) => campaignMenu(this.#language, campaigns, this.#choose));
  }

  #dialogTemplate(view: CampaignView): unknown {
    const body = this.#dialog.isOpen ? this.#body(view) : undefined;
    if (!body) return nothing;
    const scene = this.#dialogScene();
    const content =
      body.kind === 'fetching'
        ? underWay(this.#language.t('fetching'))
        : this.#loaded(({dialogContent}) => dialogContent(body, scene));
    return campaignDialog(body, scene, content);
  }

  #dialogScene(): DialogScene {
    return {
      words: this.#language,
      acts: this.#acts,
      fetch: () => {
        if (this.campaignId !== undefined) this.#fetch(this.campaignId);
      },
      close: () => {
        this.close();
      },
    };
  }

  /** Something that is loaded, or what stands in its place meanwhile. */
  #loaded(make: (later: Later) => TemplateResult): TemplateResult {
    const {state: late} = this.#late;
    if (typeof late !== 'string') return make(late.part);
    const words = this.#language;
    return late === 'loading'
      ? underWay(words.t('loading'))
      : notLoaded(words, () => {
          this.#late.again();
        });
  }

  readonly #want = (): void => {
    this.#late.want();
  };

  readonly #handlePress = (): void => {
    const view = this.#view();
    if (!view) return;
    const [only, ...others] = view.campaigns;
    // Some browsers leave the focus where it was when a button is pressed; it is to come back here.
    this.anchor?.focus();
    if (this.#dialog.isOpen) void this.#dialog.focus();
    else if (view.contact || this.#commands.isPending(NEXT)) this.#dialog.show();
    else if (only && others.length === 0 && !iconRefusal(view)) this.#fetch(only.id);
    else this.#menu.toggle();
  };

  readonly #choose = (campaignId: string): void => {
    this.anchor?.focus();
    this.#menu.hide();
    this.#fetch(campaignId);
  };

  #fetch(campaignId: string): void {
    this.over = undefined;
    this.campaignId = campaignId;
    this.#commands.run(NEXT, nextAct(campaignId));
    // Nothing to show: the page prevented it.
    if (this.#body(this.#view())) this.#dialog.show();
  }
}
