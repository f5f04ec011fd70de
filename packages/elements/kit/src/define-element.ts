/** Under which a defined class carries its version; registered, so that bundles built apart can read it. */
const VERSION = Symbol.for('deskwire/element-version');

interface Versioned {
  [VERSION]?: string;
}

/**
 * Registers an element. The first definition of a tag wins. The same bundle loaded twice is silent (HOST-4); another
 * version of it is told to the developer once, since the first one goes on serving both.
 * @returns Whether this class is now the one behind the tag.
 */
export const defineElement = (
  tag: string,
  elementClass: CustomElementConstructor,
  version: string,
): boolean => {
  const first = customElements.get(tag) as (CustomElementConstructor & Versioned) | undefined;
  if (!first) {
    Object.defineProperty(elementClass, VERSION, {value: version});
    customElements.define(tag, elementClass);
    return true;
  }
  const other = first[VERSION];
  if (other !== version) warnOnce(tag, other, version);
  return first === elementClass;
};

const warned = Symbol.for('deskwire/element-warnings');

const warnOnce = (tag: string, first: string | undefined, second: string): void => {
  const page = globalThis as {[warned]?: Set<string>};
  const seen = (page[warned] ??= new Set());
  const key = `${tag} ${second}`;
  if (seen.has(key)) return;
  seen.add(key);
  // eslint-disable-next-line no-console -- for whoever put two versions on one page; nobody else could know
  console.warn(`<${tag}> ${second} was not registered: ${first ?? 'another element'} is already there.`);
};
