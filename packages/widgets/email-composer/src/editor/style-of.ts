/** What stood in the style attribute of an element, by property: it was renamed before it was parsed. */
export const styleOf = (element: Element): ReadonlyMap<string, string> => {
  const style = element.getAttribute('data-dw-style');
  const declarations = new Map<string, string>();
  for (const declaration of style?.split(';') ?? []) {
    const at = declaration.indexOf(':');
    if (at < 0) continue;
    const value = declaration.slice(at + 1).replace(/!\s*important/i, '');
    declarations.set(declaration.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
};

/** Whether it was not to be seen where it comes from. */
export const isMarkedOff = (element: Element): boolean => {
  const style = styleOf(element);
  return (
    style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all'
  );
};
