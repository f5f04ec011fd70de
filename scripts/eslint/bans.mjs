// What no source file of ours may contain, as settings for ESLint's own "no-restricted-…" rules. Each says what to do instead.

/** Lit directives that break the promises to the host page. */
export const bannedImports = {
  paths: [
    {
      name: 'lit/directives/style-map.js',
      message:
        'styleMap writes a style attribute, which a strict CSP refuses. Bind .style, or set a custom property.',
    },
    {
      name: 'lit/directives/unsafe-html.js',
      message: 'No HTML strings: a customer could have written them.',
    },
    {
      name: 'lit/directives/unsafe-svg.js',
      message: 'No SVG strings: use the svg templates of the kit.',
    },
  ],
};

/** A style attribute in a template, while `.style=${…}` (a property) may stay. */
const styleAttribute = String.raw`TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\sstyle\s*=/]`;

/** Everywhere in what a package ships. */
export const bannedSyntax = [
  {
    selector: "AssignmentExpression[left.type='MemberExpression'][left.property.name=/^(inner|outer)HTML$/]",
    message: 'No HTML strings: render a template, or set textContent.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'No HTML strings: render a template, or append nodes.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'No HTML strings: render a template, or append nodes.',
  },
  {
    selector: styleAttribute,
    message: 'No style attribute: a strict CSP refuses it. Use a class, a part, or bind .style.',
  },
  {
    selector:
      ":matches(PropertyDefinition, MethodDefinition)[accessibility='private']:not(:has(> Decorator)):not([kind='constructor'])",
    message: 'Use #private; the keyword is for decorated reactive state only.',
  },
];

/** In the pure rooms, time, chance and identity come in from outside, so that the same input gives the same answer. */
export const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is injected: take the time from the command or the tick.',
  },
];

export const impureProperties = [
  {object: 'Date', property: 'now', message: 'The clock is injected.'},
  {object: 'Math', property: 'random', message: 'Chance is injected.'},
  {object: 'crypto', property: 'randomUUID', message: 'Ids are injected.'},
  {object: 'crypto', property: 'getRandomValues', message: 'Chance is injected.'},
  {object: 'performance', property: 'now', message: 'The clock is injected.'},
];

export const impureGlobals = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'requestAnimationFrame',
  'queueMicrotask',
].map((name) => ({name, message: 'A pure room keeps no timer: state what is due when, and answer a tick.'}));
