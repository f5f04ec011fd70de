const GAP = 4;
const EDGE = 8;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Puts a surface of the top layer under its anchor, or over it where there is no room, for browsers without CSS anchor
 * positioning. Follows scrolling and resizing until it is stopped. Writes through the CSSOM, which every CSP allows.
 */
export const placeBelow = (surface: HTMLElement, anchor: HTMLElement): (() => void) => {
  const view = anchor.ownerDocument.defaultView ?? window;
  const place = (): void => {
    const at = anchor.getBoundingClientRect();
    const {width, height} = surface.getBoundingClientRect();
    const isRtl = view.getComputedStyle(anchor).direction === 'rtl';
    const fits = at.bottom + GAP + height <= view.innerHeight - EDGE || at.top < height + GAP;
    const top = fits ? at.bottom + GAP : at.top - GAP - height;
    const left = clamp(isRtl ? at.right - width : at.left, EDGE, view.innerWidth - width - EDGE);
    Object.assign(surface.style, {inset: 'auto', margin: '0', top: `${top}px`, left: `${left}px`});
  };
  place();
  view.addEventListener('scroll', place, {capture: true, passive: true});
  view.addEventListener('resize', place);
  return () => {
    view.removeEventListener('scroll', place, {capture: true});
    view.removeEventListener('resize', place);
  };
};
