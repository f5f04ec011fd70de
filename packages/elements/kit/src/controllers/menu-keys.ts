import {isComposingKey} from '../conversation/enter-guard.js';

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at <= 0 ? count - 1 : at - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Moves the focus among the items of a menu: `@keydown=${moveInMenu}` on the `role="menu"`. */
export const moveInMenu = (event: KeyboardEvent): void => {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const step = isComposingKey(event) ? undefined : STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  items[
    step(
      items.findIndex((item) => item.matches(':focus')),
      items.length,
    )
  ]?.focus();
};
