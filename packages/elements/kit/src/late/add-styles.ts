import type {CSSResult} from 'lit';

/** Gives an element the styles of what was loaded later, once. They come after its own, in the order given. */
export const addStyles = (host: HTMLElement, styles: readonly CSSResult[]): void => {
  const root = host.shadowRoot;
  const sheets = styles.flatMap(({styleSheet}) => styleSheet ?? []);
  if (root) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
};
