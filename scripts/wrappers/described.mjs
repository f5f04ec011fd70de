// What the typed wrappers are made from: the elements that a package gives to host pages, as its manifest describes them.

/**
 * The elements of one package that a host page may use.
 * @param manifest The package's custom-elements.json.
 * @param defined The text of its define modules: what they do not put into HTMLElementTagNameMap is an inner part.
 */
export function describedElements(manifest, defined) {
  const tags = new Set([...defined.matchAll(/^\s*'(dw-[a-z0-9-]+)': \w+;/gm)].map(([, tag]) => tag));
  return manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName}) => tags.has(tagName))
    .map((declaration) => ({
      tag: declaration.tagName,
      className: declaration.name,
      summary: firstSentence(declaration.description ?? ''),
      properties: (declaration.members ?? []).filter(isSettable).map(({name, description}) => ({
        name,
        summary: firstSentence(description ?? ''),
      })),
      events: namedEvents(declaration.events ?? []),
      // What bubbles out of whatever is put inside is heard on it as well.
      isContainer: (declaration.slots ?? []).some(({name}) => name === ''),
    }))
    .sort((one, other) => one.tag.localeCompare(other.tag));
}

const isSettable = ({kind, static: isStatic, readonly}) => kind === 'field' && !isStatic && !readonly;

/** The analyser also lists what it sees dispatched, by the name of a variable: only names of ours are events. */
function namedEvents(events) {
  const named = events.filter(({name}) => name?.startsWith('dw-'));
  return [...new Map(named.map(({name, description}) => [name, firstSentence(description ?? '')]))].map(
    ([name, summary]) => ({name, summary}),
  );
}

const firstSentence = (text) =>
  /^[^]*?[.](?=\s|$)/.exec(text.trim())?.[0].replace(/\s+/g, ' ') ?? text.trim();

/** A doc comment, or nothing where there is nothing to say. */
export const comment = (text, indent = '') => (text ? `${indent}/** ${text} */\n` : '');

export const head = (what) => `// Made from custom-elements.json by \`npm run wrappers\`: ${what}\n`;
