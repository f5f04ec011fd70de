// What a hand and a keyboard do to an element.

/** Points at it, presses it, focuses it and leaves it. Its own window's events: it may stand in a frame. */
export function disturb(element) {
  const {Event, MouseEvent, PointerEvent} = element.ownerDocument.defaultView ?? globalThis;
  const set = {bubbles: true, composed: true, cancelable: true};
  for (const type of ['pointerover', 'pointerenter', 'pointermove', 'pointerdown', 'pointerup'])
    element.dispatchEvent(new PointerEvent(type, set));
  for (const type of [
    'mouseover',
    'mouseenter',
    'mousemove',
    'mouseout',
    'auxclick',
    'dblclick',
    'contextmenu',
  ])
    element.dispatchEvent(new MouseEvent(type, set));
  element.focus?.();
  element.dispatchEvent(new Event('focus', set));
  element.blur?.();
}

/** Clicks it as a mouse does it; pictures have no method for it. */
export const clicked = (element) => {
  const {MouseEvent} = element.ownerDocument.defaultView ?? globalThis;
  return element.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true}));
};
