import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {
  Attachment,
  Campaign,
  DeskState,
  HistoryEntry,
  InteractionId,
  Mail,
  Transcript,
} from '@deskwire/domain';
import {
  buttonStyles,
  DeskwireElement,
  FileDownloads,
  focusStyles,
  LanguageController,
  LatePart,
  lazily,
  noteStyles,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
  trouble,
  warningIcon,
  type LogInput,
  type LogViewer,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {ContentLoader, type ContentState} from './content-loader.js';
import {contentWords} from './content.messages.js';
import {factsTemplate, guideTemplate} from './facts.template.js';
import type {HistoryScope} from './history.view.js';
import {refusalText} from './list.template.js';

import {contentStyles} from './content.styles.js';

/** What shows mails; loaded when the first are there. */
export const loadCorrespondence = lazily(() => import('./correspondence.js'));

const NO_CAMPAIGNS: readonly Campaign[] = [];
const selectCampaigns = ({tenant}: DeskState): readonly Campaign[] => tenant?.campaigns ?? NO_CAMPAIGNS;
const selectViewerId = ({profile}: DeskState): string | undefined => profile?.id;

type Ready = Extract<ContentState, {state: 'ready'}>;

/**
 * A past contact: its facts, and what was said. A chat is read from its end, older messages are loaded as one scrolls up;
 * mails are shown as they were written. Internal to the history.
 *
 * @element dw-history-content
 */
export class HistoryContentElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    stateStyles,
    noteStyles,
    spinnerStyles,
    focusStyles,
    contentStyles,
  ];

  /** The row that was opened: its facts show before anything is loaded. */
  @property({attribute: false}) entry: HistoryEntry | undefined;
  /** Whose list it was in. */
  @property({attribute: false}) scope: HistoryScope = 'mine';
  /** Asked for as one of this contact's customer. */
  @property({attribute: false}) customerOf: InteractionId | undefined;

  readonly #language = new LanguageController(this, contentWords);
  readonly #campaigns = new StreamController(this, selectCampaigns);
  readonly #viewer = new StreamController(this, selectViewerId);
  readonly #correspondence = new LatePart(this, loadCorrespondence, () => {
    this.#correspondence.value?.defineCorrespondence();
  });
  readonly #downloads = new FileDownloads(this);
  #loader: {readonly stream: StreamHandle; readonly loader: ContentLoader} | undefined;
  #log: {readonly parts: readonly unknown[]; readonly input: LogInput} | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {entry, customerOf} = this;
    const {stream} = this.#campaigns;
    const isAnother = changed.has('entry') && changed.get('entry')?.interactionId !== entry?.interactionId;
    if (!isAnother && !changed.has('customerOf') && this.#loader?.stream === stream) return;
    this.#close();
    if (!entry || !stream || !this.isConnected) return;
    const asked = {interactionId: entry.interactionId, ...(customerOf === undefined ? {} : {customerOf})};
    const loader = new ContentLoader(stream, asked, () => {
      this.requestUpdate();
    });
    this.#loader = {stream, loader};
    void loader.load();
  }

  protected override render(): unknown {
    const now = this.#loader?.loader.state;
    const entry = now?.state === 'ready' ? now.answer.entry : this.entry;
    if (!entry) return nothing;
    const {locale, dir} = this.#language;
    return html`<div class="content" lang=${locale} dir=${dir}>
      ${factsTemplate(entry, this.scope, this.#language)} ${now ? this.#body(now, entry) : nothing}
      ${this.#failedDownload()}
    </div>`;
  }

  #close(): void {
    this.#loader?.loader.close();
    this.#loader = undefined;
  }

  #body(now: ContentState, entry: HistoryEntry): unknown {
    switch (now.state) {
      case 'loading':
        return this.#waits();
      case 'failed':
        return this.#failed(refusalText(this.#language.locale, now.refusal), this.#retry);
      case 'ready':
        return this.#said(now, entry);
    }
  }

  #waits(): TemplateResult {
    return html`<p class="waits" role="status">
      <span class="spin"></span><span>${this.#language.t('loading')}</span>
    </p>`;
  }

  #failed(why: string, retry: () => void): TemplateResult {
    const language = this.#language;
    return html`<div class="note danger" role="alert">
      ${warningIcon}
      <span class="grow"><b>${language.t('failed')}</b> ${why}</span>
      <dw-button small @click=${retry}>${language.t('retry')}</dw-button>
    </div>`;
  }

  #said(now: Ready, entry: HistoryEntry): unknown {
    const {content, guide} = now.answer;
    const language = this.#language;
    if (content.kind === 'voice') {
      return guide ? guideTemplate(guide, this.#campaigns.value ?? NO_CAMPAIGNS, language) : nothing;
    }
    if (content.kind === 'chat') return this.#chat(content.transcript, now, entry);
    return this.#mails(content.thread.mails, now, entry);
  }

  #mails(mails: readonly Mail[], now: Ready, {interactionId}: HistoryEntry): TemplateResult {
    const late = this.#correspondence;
    const {loaded} = loadCorrespondence;
    if (loaded && !late.value) {
      loaded.defineCorrespondence();
      late.value = loaded;
    }
    if (!late.value) {
      late.want();
      if (late.state !== 'failed') return this.#waits();
      return this.#failed('', () => {
        late.again();
      });
    }
    return html`<dw-history-correspondence
      .interactionId=${interactionId}
      .customerOf=${this.customerOf}
      .mails=${mails}
      .state=${now}
      @dw-history-earlier=${this.#earlier}
    ></dw-history-correspondence>`;
  }

  #chat(transcript: Transcript, now: Ready, {interactionId, customer}: HistoryEntry): TemplateResult {
    const language = this.#language;
    if (transcript.messages.length === 0) return html`<p class="empty">${language.t('noMessages')}</p>`;
    return html`<dw-conversation-log
      .conversation=${interactionId}
      .input=${this.#input(transcript, now.answer.entry.agent)}
      .customer=${customer.name ?? ''}
      .loading=${now.isLoadingEarlier}
      .earlierRefusal=${now.earlierRefusal}
      .explain=${refusalText}
      .fetching=${this.#downloads.running}
      @dw-log-file=${({detail}: CustomEvent<{file: Attachment}>) => {
        void this.#downloads.fetch(interactionId, detail.file, this.customerOf);
      }}
      @dw-log-earlier=${this.#earlier}
    ></dw-conversation-log>`;
  }

  #failedDownload(): unknown {
    const {failed} = this.#downloads;
    if (!failed) return nothing;
    const language = this.#language;
    const {file, refusal} = failed;
    const retry = (): void => {
      this.#downloads.retry();
    };
    return trouble(
      {
        text: `${file.name}: ${refusalText(language.locale, refusal)}`,
        retry: refusal.kind === 'transport' ? retry : undefined,
        dismiss: () => {
          this.#downloads.dismiss();
        },
      },
      language,
    );
  }

  /** The same object as long as nothing in it changed: the log renders only then. */
  #input(transcript: Transcript, agent: HistoryEntry['agent']): LogInput {
    const {messages, earlier, customerLeftAt} = transcript;
    const id = this.#viewer.value ?? agent?.id ?? '';
    const parts = [messages, earlier, customerLeftAt, id, this.#language.locale];
    if (this.#log?.parts.every((part, index) => part === parts[index])) return this.#log.input;
    const viewer: LogViewer = {kind: 'agent', id, name: ''};
    const left = {key: 'left', at: customerLeftAt ?? 0, text: this.#language.t('customerLeft')};
    const input: LogInput = {
      ...{viewer, messages, earlier},
      outgoing: [],
      events: customerLeftAt === undefined ? [] : [left],
      foldsBot: true,
    };
    this.#log = {parts, input};
    return input;
  }

  readonly #retry = (): void => {
    void this.#loader?.loader.load();
  };

  readonly #earlier = (): void => {
    void this.#loader?.loader.loadEarlier();
  };
}
