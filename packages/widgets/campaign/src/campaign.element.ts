import {html, nothing, type LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';
import type {InteractionId} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  DeskwireElement,
  DialogController,
  dialogStyles,
  focusStyles,
  LanguageController,
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
import {
  campaignDialog,
  type ContactAct,
  type DialogBody,
  type DialogScene,
} from './campaign-dialog.template.js';
import {contactAct, nextAct} from './campaign.acts.js';
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
import {headingText, stageText} from './campaign.words.js';
import {ContactWatch, type ContactNews} from './contact-news.js';

import {campaignStyles} from './campaign.styles.js';

const NEXT = 'next';
const ACTS: readonly ContactAct[] = ['call', 'skip', 'cancel'];
const keyOf = (act: ContactAct, id: InteractionId): string => `${act} ${id}`;

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
  readonly #attempts = new AttemptController(
    this,
    () => this.#around.stream,
    ({outcome}) => {
      announce(this, outdialText(this.#language.locale, outcome));
    },
  );
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
  readonly #watch = new ContactWatch();
  #news: ContactNews | undefined;
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
    const body = this.#dialog.isOpen ? this.#body(view) : undefined;
    return html`<div class="frame" lang=${locale} dir=${dir}>
      ${campaignIconButton(view, icon)} ${campaignPopover(view, icon)}
      ${body ? campaignDialog(body, this.#dialogScene()) : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#dialog.isOpen) void this.#follow(this.#hadFocus, this.#news === 'arrived');
    this.#news = undefined;
  }

  /**
   * Moves the focus where what had it has gone, or what was waited for has come; nothing else does. The dialog may be
   * about to take it for the first time: that comes before.
   */
  async #follow(hadFocus: boolean, arrived: boolean): Promise<void> {
    const {closeButton} = this;
    await (closeButton as Partial<LitElement> | null)?.updateComplete;
    const isLost = hadFocus && !this.#dialog.hasFocus;
    const isWaiting = arrived && closeButton !== null && this.shadowRoot?.activeElement === closeButton;
    if (isLost || isWaiting) void this.#dialog.focus();
  }

  #view(): CampaignView | undefined {
    const {stream} = this.#around;
    return stream && viewCampaign(stream.snapshot(), (ask) => stream.permit(ask));
  }

  /** What stands in the dialog; undefined: it has nothing to show. */
  #body(view: CampaignView | undefined): DialogBody | undefined {
    if (view?.contact) {
      const failure = this.#attempts.of(view.contact.interactionId);
      return {kind: 'contact', contact: view.contact, ...(failure && {failure})};
    }
    if (!view) return undefined;
    const {pending, refusal} = this.#commands.state(NEXT);
    if (pending) return {kind: 'fetching'};
    const over = refusal?.code === 'DW_CAMPAIGN_EMPTY' ? 'skipped' : this.over;
    if (over) return this.#overBody(view, over);
    return refusal && {kind: 'refused', refusal};
  }

  #overBody({campaigns, next}: CampaignView, over: 'skipped' | 'gone'): DialogBody {
    const campaign = campaigns.find(({id}) => id === this.campaignId)?.name ?? '';
    const text = over === 'gone' ? this.#language.t('gone') : this.#language.t('empty', {campaign});
    const again = over === 'gone' && this.campaignId !== undefined && next.shown && !next.refusal;
    return {kind: 'over', text, again};
  }

  /** Notices what has happened to the contact since the last look, and has it said. */
  #heed(view: CampaignView | undefined): void {
    const state = this.#around.stream?.snapshot();
    const news = this.#watch.look(view?.contact, (id) => state !== undefined && isAccepted(state, id));
    this.#news = news;
    if (!news || !state) return;
    if (news === 'arrived') {
      this.over = undefined;
      this.campaignId = selectContact(state)?.campaignId;
    }
    if (news === 'skipped' || news === 'gone') this.over = this.#dialog.isOpen ? news : undefined;
    const text = this.#newsText(news, view);
    if (text) announce(this, text);
  }

  #newsText(news: ContactNews, view: CampaignView | undefined): string {
    const words = this.#language;
    const contact = view?.contact;
    switch (news) {
      case 'arrived': {
        const name = contact ? headingText(words, contact) : '';
        return words.t(this.#dialog.isOpen ? 'arrived' : 'arrivedElsewhere', {name});
      }
      case 'stage':
        // Why it is in preview again is said with the failure.
        return contact && contact.stage !== 'preview' ? stageText(words, contact) : '';
      case 'accepted':
        return words.t('answered');
      case 'cancelled':
        return words.t('closed');
      default: {
        const body = view && this.#overBody(view, news);
        return body?.kind === 'over' ? body.text : '';
      }
    }
  }

  #iconScene(): IconScene {
    return {
      words: this.#language,
      isOpen: this.#dialog.isOpen,
      hangs: this.#menu.open,
      isPending: this.#commands.isPending(NEXT),
      press: this.#handlePress,
      choose: (campaignId) => {
        this.anchor?.focus();
        this.#menu.hide();
        this.#fetch(campaignId);
      },
    };
  }

  #dialogScene(): DialogScene {
    const commands = this.#commands;
    const refused = (id: InteractionId) =>
      ACTS.map((act) => keyOf(act, id)).find((key) => commands.refusal(key));
    return {
      words: this.#language,
      isPending: (act, id) => commands.isPending(keyOf(act, id)),
      refusal: (id) => commands.refusal(refused(id) ?? ''),
      act: (act, id) => {
        this.#act(act, id);
      },
      retry: (id) => {
        commands.retry(refused(id) ?? '');
      },
      dismiss: (id) => {
        commands.dismiss(refused(id) ?? '');
        void this.#dialog.focus();
      },
      fetch: () => {
        if (this.campaignId !== undefined) this.#fetch(this.campaignId);
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
    this.anchor?.focus();
    if (this.#dialog.isOpen) void this.#dialog.focus();
    else if (view.contact || this.#commands.isPending(NEXT)) this.#dialog.show();
    else if (only && others.length === 0 && !iconRefusal(view)) this.#fetch(only.id);
    else this.#menu.toggle();
  };

  #fetch(campaignId: string): void {
    this.over = undefined;
    this.campaignId = campaignId;
    this.#commands.run(NEXT, nextAct(campaignId));
    // Nothing to show: the page prevented it.
    if (this.#body(this.#view())) this.#dialog.show();
  }

  #act(act: ContactAct, id: InteractionId): void {
    for (const other of ACTS) this.#commands.dismiss(keyOf(other, id));
    this.#commands.run(
      keyOf(act, id),
      contactAct(act, id, () => {
        if (act === 'call') this.#attempts.forget();
        else this.#watch.acted({interactionId: id, act});
      }),
    );
  }
}
