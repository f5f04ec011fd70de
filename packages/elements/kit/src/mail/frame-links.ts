const linkAt = (event: Event): HTMLAnchorElement | undefined => {
  for (const target of event.composedPath()) {
    const {localName} = target as Partial<Element>;
    if (localName === 'a' || localName === 'area') return target as HTMLAnchorElement;
  }
  return undefined;
};

/** A place in the same mail. */
const placeOf = (doc: Document, href: string): Element | undefined => {
  const name = href.slice(1);
  const anchors = [...doc.querySelectorAll('[id], a[name]')];
  return anchors.find((one) => one.id === name || one.getAttribute('name') === name);
};

const open = (doc: Document, link: HTMLAnchorElement): void => {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) placeOf(doc, href)?.scrollIntoView();
  // The frame itself may open nothing: whoever clicked did so in the page that it stands in.
  else if (/^(?:https?|mailto|tel):/i.test(href)) window.open(href, '_blank', 'noopener,noreferrer');
};

/**
 * Opens links of a frame in another tab, when a person clicks them: with the mouse (also its middle button) or the keyboard.
 * @returns Ends it.
 */
export const followLinks = (doc: Document): (() => void) => {
  const handle = (event: MouseEvent): void => {
    const link = linkAt(event);
    if (!link) return;
    event.preventDefault();
    if (event.isTrusted && event.button < 2) open(doc, link);
  };
  doc.addEventListener('click', handle);
  doc.addEventListener('auxclick', handle);
  return () => {
    doc.removeEventListener('click', handle);
    doc.removeEventListener('auxclick', handle);
  };
};
