import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {InteractionId, Mail} from '@deskwire/domain';

import {watchAmbient} from '../ambient.js';
import {consumeContext} from '../context/consume.js';
import {streamContext} from '../contexts.js';
import {richTextStyles} from '../conversation/rich-text.styles.js';
import {LanguageController} from '../controllers/language-controller.js';
import {DeskwireElement} from '../element.js';
import {infoIcon} from '../icons.js';
import {LatePart} from '../late/late-part.js';
import {lateWords} from '../late/late.messages.js';
import {lateStyles} from '../late/late.styles.js';
import {lateNotice} from '../late/late.template.js';
import {lazily} from '../late/lazily.js';

import {MailBodyStateEvent, type MailBodyState} from './mail-body.events.js';
import type {FrameWords, MailFrame} from './mail-frame.js';
import {isDarkAt, lookOf, looksTheSame, watchSystemTheme} from './mail-look.js';
import {mailTextTemplate} from './mail-text.template.js';
import {mailTextOf} from './mail-text.js';
import {mailWords} from './mail.messages.js';

import {mailBodyStyles} from './mail-body.styles.js';

/** Whether what a mail wants from the net is fetched, which tells its sender that somebody reads it. */
export type RemoteContent = 'blocked' | 'shown';

/** Loads what shows HTML. A mail that is only text does without it. */
export const loadMailBody = lazily(() => import('./mail-frame.js'));

const NOTHING_KEPT_BACK: MailBodyState = {blocked: 0, hasQuote: false};

/**
 * The text of one mail, as its writer meant it to look, without anything that could act or fetch: HTML in a frame in which
 * nothing runs, else its plain text. Attachments, subject and names are the host's.
 *
 * @element dw-mail-body
 * @fires {MailBodyStateEvent} dw-mail-body-state - the mail was put up: what is kept back of it; does not bubble
 * @csspart frame - the frame of an HTML mail
 * @csspart text - the text of a mail that has no HTML
 */
export class MailBodyElement extends DeskwireElement {
  static override styles = [lateStyles, richTextStyles, mailBodyStyles];

  /** The interaction that the mail belongs to: its inline images are fetched for that. */
  @property({attribute: false}) interactionId: InteractionId | undefined;
  /** For a past contact of this one's customer. */
  @property({attribute: false}) customerOf: InteractionId | undefined;
  /** The mail; undefined shows nothing. */
  @property({attribute: false}) mail: Mail | undefined;
  /** Whether remote content is fetched. */
  @property({attribute: false}) remote: RemoteContent = 'blocked';
  /** Whether the earlier mails are shown that it quotes. */
  @property({attribute: false}) isQuoteShown = false;

  @state() private frame: MailFrame | undefined;
  /** The page lets no HTML be parsed, or the browser could make nothing of it. */
  @state() private isUnreadable = false;
  /** There is nothing in the HTML; its text says something. */
  @state() private isHollow = false;
  @state() private isPaper = false;

  readonly #language = new LanguageController(this, mailWords);
  readonly #late = new LanguageController(this, lateWords);
  readonly #part = new LatePart(this, loadMailBody);
  readonly #stream = consumeContext(this, streamContext);
  #state = NOTHING_KEPT_BACK;
  #told: MailBodyState | undefined;
  #stopWatching: (() => void)[] = [];

  /** What is kept back of the mail, once it was put up. */
  get state(): MailBodyState {
    return this.#state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = [watchAmbient(this, this.#dress), watchSystemTheme(this.#dress)];
    // A frame that was taken out of the page is empty when it comes back.
    if (this.hasUpdated) this.requestUpdate('mail', undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stopWatching) stop();
    this.#drop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.mail?.html !== undefined) this.#fetch();
    if (this.#isOther(changed)) this.#drop();
    if (!this.frame && this.isConnected) this.#putUp();
    this.frame?.showQuote(this.isQuoteShown);
    this.frame?.say(this.#words, {title: this.#language.t('body'), lang: this.#language.locale});
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.mail) return nothing;
    const {locale, dir} = this.#language;
    if (this.#isText)
      return html`<div lang=${locale} dir=${dir}>
        ${mailTextTemplate(this.mail, this.isQuoteShown, this.#language)}
        ${this.isUnreadable ? this.#note('asText') : nothing}
      </div>`;
    if (!this.frame) return lateNotice(this.#late, this.#part.state === 'failed', this.#again);
    const kind = [this.isPaper ? ' paper' : '', this.isPaper && isDarkAt(this) ? ' dark' : ''].join('');
    return html`<div lang=${locale} dir=${dir}>
      <div class="frame${kind}" part="frame">${this.frame.element}</div>
      ${this.frame.isCut ? this.#note('cut') : nothing}
    </div>`;
  }

  protected override updated(): void {
    this.#dress();
    if (this.mail && this.#isText)
      this.#tell({blocked: 0, hasQuote: mailTextOf(this.mail).quote !== undefined});
  }

  /** What it shows is complete when its frame is there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    do {
      await this.#part.underWay;
      await super.getUpdateComplete();
    } while (this.#part.underWay ?? this.isUpdatePending);
    await this.frame?.ready;
    return super.getUpdateComplete();
  }

  get #isText(): boolean {
    return this.mail !== undefined && (this.mail.html === undefined || this.isUnreadable || this.isHollow);
  }

  #isOther(changed: PropertyValues<this>): boolean {
    if (changed.has('remote') || changed.has('interactionId')) return true;
    return changed.has('mail') && !looksTheSame(changed.get('mail'), this.mail);
  }

  #fetch(): void {
    const {loaded} = loadMailBody;
    if (loaded && !this.#part.value) this.#part.value = loaded;
    else this.#part.want();
  }

  #drop(): void {
    this.frame?.stop();
    this.frame = undefined;
    this.isPaper = false;
    this.isUnreadable = false;
    this.isHollow = false;
    this.#told = undefined;
    this.#state = NOTHING_KEPT_BACK;
  }

  #putUp(): void {
    const {mail} = this;
    const parts = this.#part.value;
    if (!parts || mail?.html === undefined || this.#isText) return;
    try {
      const frame = new parts.MailFrame(this.ownerDocument, {
        html: mail.html,
        remote: this.remote,
        attachments: mail.attachments,
        fetchImage: this.#fetchImage,
      });
      this.isHollow = frame.isEmpty && mail.text.trim() !== '';
      if (this.isHollow) return;
      this.frame = frame;
      void frame.ready.then((isThere) => {
        this.#standing(frame, isThere);
      });
    } catch {
      // The page lets no HTML be parsed, or the browser gave up on it: the text is there for that.
      this.isUnreadable = true;
    }
  }

  #standing(frame: MailFrame, isThere: boolean): void {
    if (frame !== this.frame) return;
    if (!isThere) {
      this.#drop();
      this.isUnreadable = true;
      return;
    }
    this.isPaper = frame.hasColours;
    this.#dress();
    this.#tell({blocked: frame.blocked, hasQuote: frame.hasQuote});
  }

  #tell(state: MailBodyState): void {
    this.#state = state;
    if (this.#told?.blocked === state.blocked && this.#told.hasQuote === state.hasQuote) return;
    this.#told = state;
    this.dispatchEvent(new MailBodyStateEvent(state));
  }

  readonly #fetchImage = async (attachmentId: string, signal: AbortSignal): Promise<Blob | undefined> => {
    const {interactionId, customerOf} = this;
    const as = customerOf === undefined ? {} : {customerOf};
    const stream = this.#stream();
    if (!stream || interactionId === undefined) return undefined;
    const result = await stream.download({interactionId, attachmentId, ...as, signal});
    return result.ok ? result.file : undefined;
  };

  /** In the theme of the page, unless the mail has colours of its own: those were chosen for white paper. */
  readonly #dress = (): void => {
    const {frame} = this;
    if (!frame) return;
    const isDark = isDarkAt(this);
    const scheme = isDark && !frame.hasColours ? 'dark' : 'light';
    frame.look(lookOf(this, scheme));
    frame.element.style.colorScheme = scheme;
    this.renderRoot.querySelector('.frame.paper')?.classList.toggle('dark', isDark);
  };

  readonly #again = (): void => {
    this.#part.again();
  };

  get #words(): FrameWords {
    const language = this.#language;
    return {
      blocked: (size) =>
        size
          ? language.t('blockedSized', {width: String(size.width), height: String(size.height)})
          : language.t('blocked'),
      imageMissing: language.t('imageMissing'),
    };
  }

  #note(word: 'cut' | 'asText'): TemplateResult {
    return html`<p class="note">${infoIcon}<span>${this.#language.t(word)}</span></p>`;
  }
}
