// The elements of one package as intrinsic elements of JSX, for React 19: properties by name, events as `ondw-…`.
import {comment, head} from './described.mjs';

export function reactTypes(name, elements) {
  const classes = elements.map(({className}) => className).join(', ');
  return `${head("this package's elements in the JSX of React 19.")}
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {} from '${name}/define.js';
import type {${classes}} from '${name}';

/** What every element takes in JSX: ref, key, children, hidden, class, lang, dir and the rest. */
type Base<E extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<E>, E>;
/** React hands over the DOM's own event. */
type Listener<E extends HTMLElement, Name extends keyof HTMLElementEventMap> = (
  event: HTMLElementEventMap[Name] & {readonly currentTarget: E},
) => void;
${elements.some(({isContainer}) => isContainer) ? inner : ''}
${elements.map(props).join('\n')}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${elements.map(({tag, className}) => `      '${tag}': ${propsName(className)};\n`).join('')}    }
  }
}
`;
}

const inner = `/** Every event of Deskwire whose package the page imports: they bubble. */
type Inner<E extends HTMLElement> = {
  [Name in keyof HTMLElementEventMap as Name extends \`dw-\${string}\` ? \`on\${Name}\` : never]?:
    | Listener<E, Name>
    | undefined;
};
`;

const propsName = (className) => className.replace(/Element$/, 'Props');

function props({className, summary, properties, events, isContainer}) {
  const base = `Base<${className}>${isContainer ? `, Inner<${className}>` : ''}`;
  const lines = [
    ...properties.map(
      ({name, summary: what}) => `${comment(what, '  ')}  ${name}?: ${className}['${name}'] | undefined;\n`,
    ),
    ...events.map(
      ({name, summary: what}) =>
        `${comment(what, '  ')}  'on${name}'?: Listener<${className}, '${name}'> | undefined;\n`,
    ),
  ];
  return `${comment(summary)}export interface ${propsName(className)} extends ${base} {\n${lines.join('')}}\n`;
}
