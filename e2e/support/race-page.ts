// What runs in the page of one who races: nothing but the element's controls, its `save()`, `value` and events. Each function
// is sent to the page as it stands, and so can use nothing of this file.

/** One value that an agent types. */
export interface Edit {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** The same, as the desk writes it in a sentence. */
  readonly shown: string;
}

/** What a save came to, as the element told its page. */
export interface Done {
  readonly saved: readonly string[];
  readonly overwritten: readonly string[];
}

/** By label: what stood in a field when an agent began to type over it. */
export type Seen = Readonly<Record<string, string>>;

/** What the next save of the page comes to. */
export const hear = (): Promise<Done> =>
  new Promise((resolve) => {
    document.body.addEventListener('dw-cad-save-done', ({detail}) => resolve(detail), {once: true});
  });

/** Types into the fields, waits so many milliseconds, saves, and says what it came to. */
export const typeAndSave = async ({
  edits,
  wait,
}: {
  readonly edits: readonly Edit[];
  readonly wait: number;
}): Promise<{seen: Seen; done: Done}> => {
  const pane = document.querySelector('dw-cad-editor');
  const root = pane?.shadowRoot;
  const seen: Record<string, string> = {};
  for (const {label, text} of edits) {
    const captions = [...(root?.querySelectorAll('label') ?? [])];
    const caption = captions.find((one) => one.textContent.trim() === label);
    const box = root?.getElementById(caption?.htmlFor ?? '');
    if (!(box instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
    seen[label] = box.value;
    box.focus();
    box.select();
    document.execCommand('insertText', false, text);
  }
  await new Promise((resolve) => setTimeout(resolve, wait));
  const done = new Promise<Done>((resolve) => {
    document.body.addEventListener('dw-cad-save-done', ({detail}) => resolve(detail), {once: true});
  });
  if (!pane?.save()) throw new Error('nothing was sent');
  return {seen, done: await done};
};

/**
 * Waits until the page shows these values, and gives back what it says of each field: by label, in the words that describe
 * it to whoever cannot see. Then every message is dismissed.
 */
export const settle = async (
  values: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> => {
  const pane = document.querySelector('dw-cad-editor');
  const root = pane?.shadowRoot;
  if (!pane || !root) throw new Error('no pane');
  const end = Date.now() + 10_000;
  const differing = () => Object.entries(values).filter(([name, value]) => pane.value[name] !== value);
  while (differing().length > 0) {
    if (Date.now() > end) throw new Error(`It shows something else than ${JSON.stringify(differing())}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await pane.updateComplete;
  const said = [...root.querySelectorAll('label')].map((label) => {
    const ids = root.getElementById(label.htmlFor)?.getAttribute('aria-describedby')?.split(' ') ?? [];
    const text = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
    return [label.textContent.trim(), text.replace(/\s+/g, ' ').trim()] as const;
  });
  const buttons = [...root.querySelectorAll('button')];
  for (const button of buttons) if (button.textContent.trim() === 'Dismiss') button.click();
  await pane.updateComplete;
  return Object.fromEntries(said);
};
