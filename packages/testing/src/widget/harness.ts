import {sendKeys} from '@web/test-runner-commands';
import type {LitElement} from 'lit';

import {deepElements, focused, textOf} from './deep.js';
import {allByRole, descriptionOf, nameOf, roleOf} from './roles.js';

const updateOf = async (element: Element): Promise<unknown> =>
  (element as Partial<LitElement>).updateComplete;

/** Brings what moves to where it goes; what moves for ever goes on. */
const arrive = (element: Element): void => {
  for (const animation of element.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
};

/** Waits until nothing below a node has an update to make, and everything stands where it belongs. */
export const settled = async (node: Node): Promise<void> => {
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(deepElements(node).map(updateOf));
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  deepElements(node).forEach(arrive);
};

/** Names that every engine's driver knows by its character only. */
const CHARACTERS: Readonly<Record<string, string>> = {Space: ' '};

/**
 * Presses one key, or a combination such as `Shift+Enter`, where the focus is. Key by key, since only one of the three
 * engines' drivers takes combinations.
 */
export const pressKey = async (combination: string): Promise<void> => {
  const keys = combination.split('+').map((key) => CHARACTERS[key] ?? key);
  const held = keys.slice(0, -1);
  for (const key of held) await sendKeys({down: key});
  await sendKeys({press: keys.at(-1) ?? ''});
  for (const key of held.reverse()) await sendKeys({up: key});
};

/**
 * What a person can do with a widget and see of it. Tests say what the person does, by role and name; each widget's own
 * harness gives it words (`answer`, `pickReason`).
 */
export class Harness<E extends HTMLElement = HTMLElement> {
  constructor(readonly element: E) {}

  /** The text that is shown. */
  get text(): string {
    return textOf(this.element);
  }

  /** Everything with a role, and a name. */
  all(role: string, name?: string | RegExp): readonly HTMLElement[] {
    return allByRole(this.element, role, name);
  }

  /** The first with a role, and a name; undefined where there is none. */
  find(role: string, name?: string | RegExp): HTMLElement | undefined {
    return this.all(role, name)[0];
  }

  /** The one with a role and a name; an error that lists what there is otherwise. */
  get(role: string, name?: string | RegExp): HTMLElement {
    const found = this.find(role, name);
    if (found) return found;
    const there = deepElements(this.element)
      .filter((element) => roleOf(element) !== '')
      .map((element) => `${roleOf(element)} "${nameOf(element)}"`);
    throw new Error(`No ${role} "${String(name ?? '')}" in: ${there.join(', ') || 'nothing'}`);
  }

  /** Presses a control with the pointer. */
  async click(role: string, name?: string | RegExp): Promise<void> {
    this.get(role, name).click();
    await this.settled();
  }

  /** Puts the focus on a control. */
  async focus(role: string, name?: string | RegExp): Promise<void> {
    this.get(role, name).focus();
    await this.settled();
  }

  /** Presses one key, or a combination such as `Shift+Tab`, where the focus is. */
  async press(key: string): Promise<void> {
    await pressKey(key);
    await this.settled();
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    await sendKeys({type: text});
    await this.settled();
  }

  /** Whether a control is there and takes a click. */
  isLive(role: string, name?: string | RegExp): boolean {
    const control = this.find(role, name);
    return control !== undefined && !control.matches(':disabled, [aria-disabled="true"]');
  }

  /** What a control says about itself beside its name: its reason. */
  description(role: string, name?: string | RegExp): string {
    return descriptionOf(this.get(role, name));
  }

  /** The role and name of what has the focus, e.g. `button "End"`. */
  get focused(): string {
    const element = focused();
    return element ? `${roleOf(element)} "${nameOf(element)}"` : '';
  }

  /** Waits until everything is rendered. */
  async settled(): Promise<void> {
    await settled(this.element);
  }
}
