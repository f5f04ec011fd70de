// The elements of one package as global components of Vue 3, for templates: properties by name, events as `@dw-…`.
import {comment, head} from './described.mjs';

export function vueTypes(name, elements) {
  const classes = elements.map(({className}) => className).join(', ');
  return `${head("this package's elements in the templates of Vue 3.")}
import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {} from '${name}/define.js';
import type {${classes}} from '${name}';

/** What Vue's language tools read of a component; \`$\`-members are all that they look at. */
type Component<E extends HTMLElement, Property extends keyof E, Event extends keyof HTMLElementEventMap> = new () => E & {
  /** @deprecated Not there when the page runs. */
  readonly $props: HTMLAttributes & Partial<Pick<E, Property>> & PublicProps;
  /** @deprecated Not there when the page runs. */
  readonly $emit: EmitFn<{[Name in Event]: (event: HTMLElementEventMap[Name]) => void}>;
};
${elements.some(({isContainer}) => isContainer) ? inner : ''}
declare module 'vue' {
  interface GlobalComponents {
${elements.map(component).join('')}  }
}
`;
}

const inner = `/** Every event of Deskwire whose package the page imports: they bubble. */
type Inner = Extract<keyof HTMLElementEventMap, \`dw-\${string}\`>;
`;

function component({tag, className, summary, properties, events, isContainer}) {
  const names = isContainer ? 'Inner' : union(events);
  return `${comment(summary, '    ')}    '${tag}': Component<${className}, ${union(properties)}, ${names}>;\n`;
}

const union = (things) => things.map(({name}) => `'${name}'`).join(' | ') || 'never';
