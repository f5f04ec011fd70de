/** One value that an agent types. */
export interface Edit {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** The same, as the desk writes it in a sentence. */
  readonly shown: string;
}

/** What one agent does in one round: types this, waits so many milliseconds, saves. */
export interface Turn {
  readonly edits: readonly Edit[];
  readonly wait: number;
}

/** What a save came to, as the element told its page. */
export interface Done {
  readonly saved: readonly string[];
  readonly overwritten: readonly string[];
}

/** What an agent did. `seen`: what stood in each field when they began to type over it, by label. */
export interface Act {
  readonly seen: Readonly<Record<string, string>>;
  readonly done: Done;
}

/** Values by variable. */
export type Values = Readonly<Record<string, string>>;

/** What the page says of each field, by label: the words that describe it to whoever cannot see. */
export type Said = Readonly<Record<string, string>>;

/** What a page can do that races. */
export interface Racer {
  /** The next save that comes through. */
  hear(): Promise<Done>;
  /** Waits until the page shows these values; dismisses every message after it was read. */
  settle(values: Values): Promise<Said>;
  /** Races through these rounds; after each act, and after each settling, it meets the other page. */
  run(turns: readonly Turn[]): Promise<void>;
}

declare global {
  interface Window {
    racer: Racer;
    /** Made by the test: both pages have acted; what everybody should have now. */
    raceActed(act: Act): Promise<Values>;
    /** Made by the test: both pages have settled. */
    raceSettled(said: Said): Promise<void>;
  }
}

/**
 * Makes a page one that races, through nothing but the element's controls, its `save()`, its `value` and its event. It is
 * sent to the page as it stands.
 */
export const makeRacer = (): void => {
  const pane = document.querySelector('dw-cad-editor');
  const root = pane?.shadowRoot;
  if (!pane || !root) throw new Error('no pane');

  const fields = (): ReadonlyMap<string, HTMLInputElement> =>
    new Map(
      [...root.querySelectorAll('label')].flatMap((label) => {
        const box = root.getElementById(label.htmlFor);
        return box instanceof HTMLInputElement ? [[label.textContent.trim(), box] as const] : [];
      }),
    );

  const hear = (): Promise<Done> =>
    new Promise((resolve) => {
      document.body.addEventListener('dw-cad-save-done', ({detail}) => resolve(detail), {once: true});
    });

  const act = async ({edits, wait}: Turn): Promise<Act> => {
    const boxes = fields();
    const seen: Record<string, string> = {};
    for (const {label, text} of edits) {
      const box = boxes.get(label);
      if (!box) throw new Error(`no field ${label}`);
      seen[label] = box.value;
      box.focus();
      box.select();
      document.execCommand('insertText', false, text);
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    const done = hear();
    if (!pane.save()) throw new Error('nothing was sent');
    return {seen, done: await done};
  };

  const wordsOf = (box: HTMLInputElement): string => {
    const ids = box.getAttribute('aria-describedby')?.split(' ') ?? [];
    const text = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
    return text.replace(/\s+/g, ' ').trim();
  };

  const settle = async (values: Values): Promise<Said> => {
    const end = Date.now() + 10_000;
    const differing = () => Object.entries(values).filter(([name, value]) => pane.value[name] !== value);
    while (differing().length > 0) {
      if (Date.now() > end) throw new Error(`It shows something else than ${JSON.stringify(differing())}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await pane.updateComplete;
    const said = Object.fromEntries([...fields()].map(([label, box]) => [label, wordsOf(box)]));
    const buttons = [...root.querySelectorAll('button')];
    for (const button of buttons) if (button.textContent.trim() === 'Dismiss') button.click();
    await pane.updateComplete;
    return said;
  };

  const run = async (turns: readonly Turn[]): Promise<void> => {
    for (const turn of turns) await window.raceSettled(await settle(await window.raceActed(await act(turn))));
  };

  window.racer = {hear, settle, run};
};
