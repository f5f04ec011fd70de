import {readFile} from 'node:fs/promises';

import {expect, type FrameLocator, type Locator, type Page} from '@playwright/test';

/** What the agent answers with. */
export type MailMode = 'Quick reply' | 'Reply' | 'Reply all';

/** A file, as a browser's dialog gives it. */
interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The mail in front and the composer beneath it, in the words of the English desk. */
export class MailPane {
  constructor(readonly page: Page) {}

  get root(): Locator {
    return this.page.locator('dw-email-composer');
  }

  /** The mail that is read, with its thread. */
  get original(): Locator {
    return this.root.locator('section.original');
  }

  /** Where the answer is written. */
  get composer(): Locator {
    return this.root.getByRole('region', {name: 'Your reply'});
  }

  /** The body of an HTML mail that is read, the newest or the nth that is shown: a frame in which nothing runs. */
  body(nth = 0): FrameLocator {
    return this.original.frameLocator('dw-mail-body iframe').nth(nth);
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', {name, exact: typeof name === 'string'});
  }

  /** A mail of the thread, by whom it is from: a line that unfolds it. */
  entry(from: string): Locator {
    return this.original.getByRole('listitem').getByRole('button', {name: from}).first();
  }

  /** A file of the mail that is read. */
  file(name: string): Locator {
    return this.original.getByRole('button', {name});
  }

  /** Where a formatted answer is written. */
  get editor(): Locator {
    return this.root.locator('dw-mail-editor').locator('[contenteditable]');
  }

  /** Where a quick reply is written. */
  get quick(): Locator {
    return this.composer.getByRole('textbox', {name: 'Write a reply'});
  }

  /** Saves a file of the mail that is read; gives back what the browser has then. */
  async save(name: string): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await this.file(name).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(name);
    return readFile(await file.path());
  }

  get toolbar(): Locator {
    return this.root.getByRole('toolbar', {name: 'Formatting'});
  }

  /** A control of the toolbar. */
  tool(name: string): Locator {
    return this.toolbar.getByRole('button', {name, exact: true});
  }

  get cc(): Locator {
    return this.root.getByRole('textbox', {name: 'Cc', exact: true});
  }

  /** Chooses the way to answer. */
  async answerWith(mode: MailMode): Promise<void> {
    await this.root.getByRole('radiogroup', {name: 'Kind of reply'}).getByText(mode, {exact: true}).click();
    await expect(mode === 'Quick reply' ? this.quick : this.editor).toBeVisible();
  }

  /** Adds files with the picker behind "Attach file". */
  async attach(...files: readonly ChosenFile[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.button('Attach file').click();
    await (await chooser).setFiles([...files]);
  }

  /** Pastes an image file at the caret, as a browser does with what was copied elsewhere. */
  async pasteImage(name: string, bytes: Buffer): Promise<void> {
    await this.editor.evaluate(
      (target, {name: fileName, base64}) => {
        const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([content], fileName, {type: 'image/png'}));
        const paste = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
          composed: true,
        });
        target.dispatchEvent(paste);
      },
      {name, base64: bytes.toString('base64')},
    );
  }

  /** Takes the caret somewhere with the keyboard; a page hears of that a moment after the key, as after any. */
  async caret(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.editor.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** Goes on writing at the end of what is there. */
  async goToEnd(): Promise<void> {
    await this.editor.click();
    await expect(this.editor).toBeFocused();
    await this.caret('Control+End');
  }

  /** Chooses the colour of what is written next; the focus is in the text again. */
  async ink(name: string): Promise<void> {
    await this.tool('Text colour').click();
    await this.root.getByRole('menuitemradio', {name, exact: true}).click();
    await expect(this.editor).toBeFocused();
  }

  /** Inserts words that lead to an address. */
  async link(address: string, words: string): Promise<void> {
    await this.page.keyboard.type(words);
    await this.caret(...Array.from(words, () => 'Shift+ArrowLeft'));
    await this.page.keyboard.press('Control+k');
    await this.root.getByRole('textbox', {name: 'Link address'}).fill(address);
    await this.button('Insert link').click();
    await expect(this.editor).toBeFocused();
    await this.caret('ArrowRight');
  }

  /** Inserts a table; the caret is in its first cell. */
  async table(size: string): Promise<void> {
    await this.tool('Table').click();
    await this.root.getByRole('gridcell', {name: size}).click();
    await expect(this.editor.locator('table')).toHaveCount(1);
  }

  /** Begins with another template. */
  async template(title: string): Promise<void> {
    await this.button(/^(Template:|No template)/).click();
    await this.root.getByRole('menuitemradio', {name: title}).click();
  }

  async send(): Promise<void> {
    await this.button('Send').click();
  }
}
