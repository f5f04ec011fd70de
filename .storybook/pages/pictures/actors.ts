import type {AgentId, InteractionId} from '@deskwire/domain';

import type {Stage} from './stage.js';

/** Answers what rings at an agent's phone, whichever kind it is. */
export const answers = (stage: Stage, agentId: AgentId, call: InteractionId): void => {
  const {simulator} = stage;
  const {profile} = simulator.centre.agents.get(agentId) ?? {};
  const verdict =
    profile?.station.kind === 'desk-phone'
      ? simulator.phoneAnswers(agentId)
      : simulator.colleague(agentId).accepts(call);
  if (!verdict.ok) throw new Error(`${call} was not answered: ${verdict.refusal.code}`);
};

/** Puts a text in place of what is in a field, as a paste does, and leaves it. */
export const fill = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  field.focus();
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
};

/** Presses a button, ours or the browser's. */
export const press = (button: HTMLElement): void => {
  (button.shadowRoot?.querySelector('button') ?? button).click();
};

/** The control of a field with this label. */
export const labelled = (root: ParentNode | null | undefined, label: RegExp): HTMLInputElement => {
  const found = [...(root?.querySelectorAll('label') ?? [])].find((one) => label.test(one.textContent));
  const control = found && (found.getRootNode() as ShadowRoot).getElementById(found.htmlFor);
  if (!control) throw new Error(`no field ${String(label)}`);
  return control as HTMLInputElement;
};

/** Puts a text into a box in place of what is there, as a paste does. */
export const put = (box: HTMLTextAreaElement, text: string): void => {
  box.focus();
  box.setRangeText(text, 0, box.value.length, 'end');
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

/** Drops files. */
export const drop = (place: HTMLElement, ...files: readonly File[]): void => {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    place.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}));
  }
};
