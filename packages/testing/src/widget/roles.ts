import {deepElements, textOf} from './deep.js';

const IMPLICIT: Readonly<Record<string, string>> = {
  article: 'article',
  aside: 'complementary',
  button: 'button',
  dialog: 'dialog',
  fieldset: 'group',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  li: 'listitem',
  nav: 'navigation',
  ol: 'list',
  progress: 'progressbar',
  section: 'region',
  select: 'combobox',
  table: 'table',
  textarea: 'textbox',
  ul: 'list',
};

const INPUTS: Readonly<Record<string, string>> = {
  checkbox: 'checkbox',
  radio: 'radio',
  search: 'searchbox',
  range: 'slider',
  number: 'spinbutton',
  button: 'button',
  submit: 'button',
};

/** The role that assistive technology sees. */
export const roleOf = (element: Element): string => {
  const role = element.getAttribute('role');
  if (role) return role;
  if (element instanceof HTMLInputElement) return INPUTS[element.type] ?? 'textbox';
  if (element instanceof HTMLAnchorElement) return element.hasAttribute('href') ? 'link' : '';
  return IMPLICIT[element.localName] ?? '';
};

const byIds = (element: Element, attribute: string): readonly Element[] => {
  const root = element.getRootNode() as Document | ShadowRoot;
  return (element.getAttribute(attribute) ?? '')
    .split(/\s+/)
    .flatMap((id) => (id ? (root.getElementById(id) ?? []) : []));
};

const rawText = (element: Element): string =>
  (textOf(element) || (element.textContent ?? '')).replace(/\s+/g, ' ').trim();

const fromLabels = (element: Element): string => {
  const {labels} = element as HTMLInputElement;
  return labels ? [...labels].map(textOf).join(' ') : '';
};

/** What keeps a text in its own direction, and is not heard. */
const ISOLATES = /[\u2066-\u2069]/g;

/** The accessible name, for the ways in which our widgets give one, as it is heard. */
export const nameOf = (element: Element): string => {
  const references = byIds(element, 'aria-labelledby');
  const name =
    references.length > 0
      ? references.map(rawText).join(' ')
      : (element.getAttribute('aria-label') ??
        (fromLabels(element) || element.getAttribute('placeholder') || textOf(element)));
  return name.replace(ISOLATES, '');
};

/** The accessible description. */
export const descriptionOf = (element: Element): string =>
  byIds(element, 'aria-describedby').map(rawText).join(' ');

const isReachable = (element: Element): boolean => {
  if (!(element as HTMLElement).checkVisibility({visibilityProperty: true})) return false;
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return false;
  }
  return true;
};

const fits = (name: string, wanted: string | RegExp | undefined): boolean => {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
};

/** Everything below `root` with a role, and a name where one is given, as assistive technology finds it. */
export const allByRole = (root: Node, role: string, name?: string | RegExp): readonly HTMLElement[] =>
  deepElements(root).filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      roleOf(element) === role &&
      isReachable(element) &&
      fits(nameOf(element), name),
  );
