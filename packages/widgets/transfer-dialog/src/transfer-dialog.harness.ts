import type {Happening, Interaction, Target} from '@deskwire/domain';
import {FakeDirectory, fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, anActive} from '@deskwire/testing/fixtures.js';
import {Harness, mountWidget, textOf, type Mounted, type MountOptions} from '@deskwire/testing/widgets.js';

import type {TransferDialogElement} from './transfer-dialog.element.js';

/** The dialog on a desk that a test plays, in an agent's words. */
export class Transfer {
  readonly heard: string[] = [];
  /** Everything on the page, not the dialog alone. */
  readonly page: Harness;

  constructor(
    readonly mounted: Mounted<TransferDialogElement>,
    readonly stream: FakeStream,
    readonly directory: FakeDirectory,
  ) {
    this.page = new Harness(mounted.container);
    for (const type of ['dw-transfer-request', 'dw-transfer-done', 'dw-transfer-closed'] as const) {
      mounted.container.addEventListener(type, () => this.heard.push(type));
    }
  }

  get harness(): Harness {
    return this.mounted.harness;
  }

  get isOpen(): boolean {
    return this.harness.find('dialog') !== undefined;
  }

  /** The names in the list, as they are read. */
  get names(): readonly string[] {
    return this.harness
      .all('option')
      .map((option) => option.querySelector('.name')?.textContent?.trim() ?? '');
  }

  /** What the dialog says will happen. */
  get consequence(): string {
    return this.harness.description('dialog');
  }

  /** What the dialog says of the last try. */
  get failure(): string {
    return this.harness.all('alert').map(textOf).join(' ');
  }

  async opens(id = 'voice-1'): Promise<void> {
    this.mounted.element.open(id);
    await this.harness.settled();
  }

  async shows(tab: 'Agents' | 'Queues' | 'Dial number'): Promise<void> {
    await this.harness.click('tab', tab);
  }

  async types(text: string): Promise<void> {
    await this.harness.focus('combobox');
    await this.harness.type(text);
  }

  async pastes(text: string): Promise<void> {
    const field = this.harness.get('combobox') as HTMLInputElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(
      new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertFromPaste', data: text}),
    );
    await this.harness.settled();
  }

  async picks(name: string | RegExp): Promise<void> {
    await this.harness.click('option', name);
  }

  async commits(): Promise<void> {
    await this.harness.click('button', 'Transfer');
  }
}

/** What the backend tells when a transfer went through. */
export const transferred = (to: Target, interactionId = 'voice-1'): readonly Happening[] => [
  {type: 'interaction.transferred', interactionId, by: AGENT.id, to, how: 'blind'},
  {type: 'wrap-up.started', interactionId, agentId: AGENT.id},
];

/** A dialog on a desk with one call, closed unless told otherwise. */
export const mountTransfer = async (
  set: Partial<Interaction> = {},
  options: FakeStreamOptions & {directory?: FakeDirectory; place?: MountOptions<TransferDialogElement>} = {},
): Promise<Transfer> => {
  const {directory = new FakeDirectory(), place, ...more} = options;
  const stream = fakeStream({interactions: [anActive(set)], answer: directory.answer, ...more});
  const mounted = await mountWidget<TransferDialogElement>('dw-transfer-dialog', {stream, ...place});
  return new Transfer(mounted, stream, directory);
};
