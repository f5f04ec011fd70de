import type {CSSResult} from 'lit';

/** Gives a host the styles of what was loaded later, once. */
export const addStyles = (host: HTMLElement, ...styles: readonly CSSResult[]): void => {
  const root = host.shadowRoot;
  const sheets = styles.flatMap(({styleSheet}) => styleSheet ?? []);
  if (root) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
};
