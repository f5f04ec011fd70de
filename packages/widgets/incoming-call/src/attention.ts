import type {RequestRow} from './incoming-call.view.js';
import {fieldText, requestName, type Words} from './request-texts.js';
import {SystemNotices, type Notice} from './system-notices.js';
import {TitleFlash} from './title-flash.js';

/** One title, however many trays a page has. */
const titleFlash = /* @__PURE__ */ new TitleFlash(globalThis.document);

const queueOf = (words: Words, {fields}: RequestRow): string => {
  const field = fields.find((one) => one.kind === 'own' && one.name === 'queue');
  return (field && fieldText(words, field)) ?? '';
};

const noticeOf = (words: Words, row: RequestRow): Notice => {
  const title = words.t(row.kind);
  const about = [requestName(words, row), queueOf(words, row)];
  return {
    id: row.id,
    isCall: row.channel === 'voice',
    title,
    body: about.filter((text) => text && text !== title).join(' · '),
    lang: words.locale,
    dir: words.dir,
  };
};

/** A tab may stand beside a colleague's eyes: its title says how many and what, never who. */
const titleText = (words: Words, rows: readonly RequestRow[]): string | undefined => {
  const first = rows.find(({channel}) => channel === 'voice') ?? rows[0];
  return first && `(${rows.length}) ${words.t(first.kind)}`;
};

const WATCHED = ['focus', 'blur', 'visibilitychange'];

/** A page within another one may be looked at without having the focus: it counts as away only while it is hidden. */
const isAway = (): boolean => document.hidden || (window === window.top && !document.hasFocus());

/** Reaches the agent who looks at another tab or window: a notification of the system, and a title that flashes. */
export class Attention {
  readonly #notices = new SystemNotices();
  #rows: readonly RequestRow[] = [];
  #wasAsked = false;

  /** @param changed Told when there is nothing to ask any more. */
  constructor(
    private readonly words: Words,
    private readonly changed: () => void,
  ) {
    // Visibility is told to the document, and goes up to the window.
    for (const type of WATCHED) window.addEventListener(type, this.#look);
  }

  /** Lets the browser ask whether the page may notify, once; undefined where it has an answer, or was asked. */
  get ask(): (() => void) | undefined {
    return this.#wasAsked || globalThis.Notification?.permission !== 'default' ? undefined : this.#ask;
  }

  /** @param rows What waits now. */
  update(rows: readonly RequestRow[]): void {
    this.#rows = rows;
    this.#look();
  }

  /** Nothing waits any more, as far as this tray knows. */
  close(): void {
    for (const type of WATCHED) window.removeEventListener(type, this.#look);
    this.update([]);
  }

  readonly #look = (): void => {
    const {words} = this;
    const notices = this.#rows.map((row) => noticeOf(words, row));
    this.#notices.update(notices, isAway());
    titleFlash.set(this, document.hidden ? titleText(words, this.#rows) : undefined);
  };

  readonly #ask = (): void => {
    this.#wasAsked = true;
    this.changed();
    void Notification.requestPermission().then(this.changed);
  };
}
