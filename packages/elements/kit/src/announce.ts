import {defineAnnouncer} from './primitives/register/announcer.js';
import type {AnnouncerElement, Urgency} from './primitives/announcer.element.js';

const modalAround = (element: Element): Element | null => {
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    if (node instanceof HTMLDialogElement && node.matches(':modal')) return node;
  }
  return null;
};

/**
 * The announcer for an element: that of its document, or of the modal dialog it stands in. Call it once when a widget
 * is connected, so that the regions exist before there is something to say.
 */
export const announcerFor = (element: Element): AnnouncerElement => {
  defineAnnouncer();
  const place = modalAround(element) ?? element.ownerDocument.body;
  const known = place.querySelector<AnnouncerElement>(':scope > dw-announcer');
  if (known) return known;
  const announcer = element.ownerDocument.createElement('dw-announcer');
  place.append(announcer);
  return announcer;
};

/** Has a text read out. Never announce what a visible live region (role status, alert) already says. */
export const announce = (element: Element, text: string, urgency: Urgency = 'polite'): void => {
  announcerFor(element).say(text, urgency);
};
