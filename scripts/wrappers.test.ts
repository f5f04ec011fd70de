import {describe, expect, it} from 'vitest';
import {describedElements} from './wrappers/described.mjs';
import {reactTypes} from './wrappers/react.mjs';
import {vueTypes} from './wrappers/vue.mjs';

const field = (name: string, rest: object = {}) => ({kind: 'field', name, ...rest});

const manifest = {
  modules: [
    {
      declarations: [
        {
          tagName: 'dw-lamp',
          name: 'LampElement',
          description: 'A lamp. It has a switch.',
          members: [
            field('bright', {description: 'How bright it is, 0 to 1. More is\nignored.'}),
            field('current', {readonly: true}),
            field('made', {static: true}),
            {kind: 'method', name: 'blink'},
          ],
          events: [
            {name: 'dw-lamp-done', description: 'It shines.'},
            {name: 'dw-lamp-done', description: 'Seen once more by the analyser.'},
            {name: 'status'},
            {},
          ],
          slots: [{name: 'shade'}],
        },
        {tagName: 'dw-lamp-socket', name: 'SocketElement', members: [field('inner')]},
        {name: 'NoElement'},
      ],
    },
    {declarations: [{tagName: 'dw-box', name: 'BoxElement', slots: [{name: ''}]}]},
    {},
  ],
};
const defined = `declare global { interface HTMLElementTagNameMap {
    'dw-lamp': LampElement;
    'dw-box': BoxElement;
  } }`;

describe('described elements', () => {
  const [box, lamp, ...others] = describedElements(manifest, defined);

  it('are those which the package defines for pages', () => {
    expect([box?.tag, lamp?.tag]).toEqual(['dw-box', 'dw-lamp']);
    expect(others).toEqual([]);
  });

  it('have the properties that can be set, and the events that have a name', () => {
    expect(lamp?.properties).toEqual([{name: 'bright', summary: 'How bright it is, 0 to 1.'}]);
    expect(lamp?.events.map(({name}: {name: string}) => name)).toEqual(['dw-lamp-done']);
  });

  it('hold others when they have a slot for whatever is inside', () => {
    expect(box?.isContainer).toBe(true);
    expect(lamp?.isContainer).toBe(false);
  });
});

describe('the types', () => {
  const elements = describedElements(manifest, defined);

  it('name each property by the class, each event by its name', () => {
    const text: string = reactTypes('@deskwire/lamp', elements);
    expect(text).toContain("bright?: LampElement['bright'] | undefined;");
    expect(text).toContain("'ondw-lamp-done'?: Listener<LampElement, 'dw-lamp-done'> | undefined;");
    expect(text).toContain("'dw-lamp': LampProps;");
    expect(text).toContain("import type {BoxElement, LampElement} from '@deskwire/lamp';");
    expect(text).toContain('interface BoxProps extends Base<BoxElement>, Inner<BoxElement> {');
    expect(text).not.toContain('Socket');
  });

  it('let a container of Vue hear what is inside it', () => {
    const text: string = vueTypes('@deskwire/lamp', elements);
    expect(text).toContain("'dw-lamp': Component<LampElement, 'bright', 'dw-lamp-done'>;");
    expect(text).toContain("'dw-box': Component<BoxElement, never, Inner>;");
  });
});
