import {expect, type Locator, type Page} from '@playwright/test';

/** The pane with the data of a contact, in the words of the English desk. */
export class CadPane {
  constructor(readonly page: Page) {}

  get root(): Locator {
    return this.page.locator('dw-cad-editor');
  }

  /** The box of a variable that can be edited. */
  field(label: string): Locator {
    return this.root.getByRole('textbox', {name: label, exact: true});
  }

  /** A variable that can only be read. */
  value(label: string): Locator {
    return this.root.getByRole('group', {name: label, exact: true});
  }

  /** What is shown, in this order. */
  labels(): Promise<readonly string[]> {
    return this.root.locator('.label > .name').allInnerTexts();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', {name, exact: true});
  }

  /** The question before unsaved edits are left. */
  get question(): Locator {
    return this.root.getByRole('alertdialog', {name: 'Unsaved edits'});
  }

  /** Writes into a field, and stays in it. */
  async write(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  /** Saves with the button, and waits until it is through. */
  async save(): Promise<void> {
    await this.button('Save').click();
    await expect(this.root).toContainText('Saved at');
  }

  /** Answers the question before edits are left. */
  async answer(answer: 'Stay' | 'Discard' | 'Save'): Promise<void> {
    await this.question.getByRole('button', {name: answer}).click();
    await expect(this.question).toHaveCount(0);
  }
}
