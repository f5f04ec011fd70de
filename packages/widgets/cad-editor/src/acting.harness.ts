import {emulateMedia} from '@web/test-runner-commands';
import type {FakeStream} from '@deskwire/testing';
import {mountWidget, type Harness, type MountOptions, type Mounted} from '@deskwire/testing/widgets.js';

import './define.js';
import type {CadEditorElement} from './cad-editor.element.js';
import {aDeskThatSaves} from './cad-editor.harness.js';
import {loadEditing} from './editing-loader.js';

/** A pane, and what a person does in it. */
export interface Acting extends Mounted<CadEditorElement> {
  readonly desk: FakeStream;
  /** What was heard of each event, in order. */
  readonly heard: [type: string, detail: unknown][];
  box(label: string): HTMLInputElement;
  /** Puts a text in place of what is in a field, as somebody does who selects it and pastes. */
  fill(label: string, text: string): Promise<void>;
  /** Pastes where the caret is. */
  paste(text: string): Promise<void>;
  save(): Promise<void>;
}

const EVENTS = [
  'dw-cad-save-request',
  'dw-cad-save-done',
  'dw-cad-changed',
  'dw-cad-leave-request',
  'dw-cad-leave-done',
] as const;

const boxIn = (harness: Harness, label: string): HTMLInputElement =>
  (harness.find('textbox', label) ?? harness.get('combobox', label)) as HTMLInputElement;

/** Mounts a pane and listens to it. */
export const act = async (
  desk: FakeStream = aDeskThatSaves(),
  options: MountOptions<CadEditorElement> = {},
): Promise<Acting> => {
  await loadEditing();
  const mounted = await mountWidget<CadEditorElement>('dw-cad-editor', {stream: desk, ...options});
  const {element, harness} = mounted;
  const heard: [string, unknown][] = [];
  for (const type of EVENTS) element.addEventListener(type, ({detail}) => heard.push([type, detail]));
  const box = (label: string): HTMLInputElement => boxIn(harness, label);
  const paste = async (text: string): Promise<void> => {
    document.execCommand('insertText', false, text);
    await harness.settled();
  };
  const fill = async (label: string, text: string): Promise<void> => {
    const control = box(label);
    control.focus();
    control.select();
    if (text === '') document.execCommand('delete');
    else await paste(text);
    await harness.settled();
  };
  return {
    ...{...mounted, desk, heard, box, fill, paste},
    save: () => harness.click('button', 'Save'),
  };
};

/** A syllable is being composed: the keys belong to the input method until it is done. */
export const compose = async (harness: Harness, control: HTMLInputElement, text: string): Promise<void> => {
  control.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
  control.value += text;
  control.dispatchEvent(
    new InputEvent('input', {bubbles: true, composed: true, isComposing: true, data: text}),
  );
  control.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      keyCode: 229,
      isComposing: true,
      bubbles: true,
      composed: true,
    }),
  );
  await harness.settled();
};

/** The composition is over. */
export const composed = async (harness: Harness, control: HTMLInputElement): Promise<void> => {
  control.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, composed: true}));
  await harness.settled();
};

/** What the live regions of the page say. */
export const said = (): string =>
  [...document.querySelectorAll('dw-announcer')]
    .map(({shadowRoot}) => shadowRoot?.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

/** Runs something with forced colours; nothing where the engine cannot. */
export const inForcedColours = async (run: () => Promise<void>): Promise<void> => {
  await emulateMedia({forcedColors: 'active'});
  try {
    await run();
  } finally {
    await emulateMedia({forcedColors: 'none'});
  }
};
