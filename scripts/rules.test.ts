import {describe, expect, it} from 'vitest';
import {violations} from './lib/import-rules.mjs';
import {importsOf, packageOf} from './lib/imports.mjs';
import {workspacePackages} from './lib/packages.mjs';
import {rooms} from './lib/rooms.mjs';

interface Given {
  readonly folder: string;
  readonly text: string;
  readonly file?: string;
  readonly dependencies?: readonly string[];
}

/** Judges one file of a package whose package.json names these dependencies. */
function judge({folder, text, file = 'src/some.ts', dependencies = []}: Given): string[] {
  const name = `@deskwire/${folder.split('/').at(-1)}`;
  return violations({
    file: `${folder}/${file}`,
    text,
    home: {folder, manifest: {name, dependencies: Object.fromEntries(dependencies.map((d) => [d, '1.0.0']))}},
    rooms,
    workspace: {
      names: ['@deskwire/domain', '@deskwire/stream', '@deskwire/gateway', '@deskwire/testing'],
      devDependencies: {vitest: '1.0.0', '@open-wc/testing': '1.0.0'},
    },
  });
}

const widget = 'packages/widgets/incoming-call';
const allOfUs = [
  'domain',
  'stream',
  'kit',
  'engine',
  'protocol',
  'gateway',
  'desk',
  'task-list',
  'adapter-simulator',
];
const declared = [
  ...allOfUs.map((name) => `@deskwire/${name}`),
  'lit',
  '@lit/context',
  'rxjs',
  'valibot',
  'fastify',
];

describe('the import table', () => {
  it.each([
    ['domain', 'packages/core/domain', 'rxjs'],
    ['domain', 'packages/core/domain', '@deskwire/engine'],
    ['engine', 'packages/core/engine', '@deskwire/protocol'],
    ['protocol', 'packages/core/protocol', '@deskwire/stream'],
    ['stream', 'packages/core/stream', 'lit'],
    ['kit', 'packages/elements/kit', '@deskwire/desk'],
    ['desk', 'packages/elements/desk', '@deskwire/adapter-simulator'],
    ['a widget', widget, '@deskwire/task-list'],
    ['a widget', widget, '@deskwire/adapter-simulator'],
    ['a widget', widget, '@deskwire/protocol'],
    ['a widget', widget, '@deskwire/engine'],
    ['a widget', widget, '@deskwire/gateway'],
    ['a widget', widget, 'rxjs'],
    ['the simulator', 'packages/adapters/simulator', '@deskwire/protocol'],
    ['the simulator', 'packages/adapters/simulator', 'lit'],
    ['the gateway adapter', 'packages/adapters/gateway', '@deskwire/engine'],
    ['an adapter', 'packages/adapters/webex', '@lit/context'],
    ['the gateway', 'packages/gateway', '@deskwire/kit'],
    ['the gateway', 'packages/gateway', 'rxjs'],
    ['the gateway', 'packages/gateway', 'lit/decorators.js'],
    ['testing', 'packages/testing', '@deskwire/gateway'],
  ])('keeps %s (%s) from %s, declared or not', (name, folder, specifier) => {
    const [found] = judge({folder, text: `import {x} from '${specifier}';`, dependencies: declared});
    expect(found).toContain(`${name} may not import ${packageOf(specifier)}`);
  });

  it.each([
    ['packages/core/engine', '@deskwire/domain'],
    ['packages/core/stream', 'rxjs'],
    ['packages/elements/kit', 'lit/directives/live.js'],
    ['packages/elements/desk', '@deskwire/stream'],
    [widget, '@deskwire/kit/define.js'],
    ['packages/adapters/simulator', '@deskwire/engine'],
    ['packages/adapters/webex', 'fastify'],
    ['packages/gateway', 'fastify'],
    ['packages/gateway', 'node:http'],
  ])('lets %s import %s', (folder, specifier) => {
    expect(judge({folder, text: `import {x} from '${specifier}';`, dependencies: declared})).toEqual([]);
  });

  it.each([widget, 'packages/elements/kit', 'packages/adapters/simulator', 'packages/adapters/gateway'])(
    'lets %s have only types of the stream',
    (folder) => {
      const dependencies = ['@deskwire/stream'];
      const types = `import type {Stream} from '@deskwire/stream';
        export type {Port} from '@deskwire/stream';
        export type Later = import('@deskwire/stream').Later;`;
      expect(judge({folder, text: types, dependencies})).toEqual([]);
      for (const text of [
        `import {connect} from '@deskwire/stream';`,
        `import {type Stream} from '@deskwire/stream';`,
        `export {connect} from '@deskwire/stream';`,
        `const stream = await import('@deskwire/stream');`,
        `import '@deskwire/stream';`,
      ]) {
        expect(judge({folder, text, dependencies})[0]).toContain('only types of @deskwire/stream');
      }
    },
  );

  it('says file and line', () => {
    const text = `import {html} from 'lit';\n\nimport {of} from 'rxjs';`;
    expect(judge({folder: widget, text, dependencies: declared})).toEqual([
      `${widget}/src/some.ts:3: a widget may not import rxjs`,
    ]);
  });

  it('keeps Node out of what runs in a page', () => {
    expect(judge({folder: widget, text: `import fs from 'fs';`})[0]).toContain(`may not use Node's fs`);
    expect(judge({folder: 'packages/core/engine', text: `import 'node:crypto';`})).toHaveLength(1);
  });

  it('wants what is imported to be declared where it is imported', () => {
    expect(judge({folder: widget, text: `import {html} from 'lit';`})).toEqual([
      `${widget}/src/some.ts:1: lit is not declared in ${widget}/package.json`,
    ]);
    expect(judge({folder: 'packages/gateway', text: `import fastify from 'fastify';`})).toHaveLength(1);
  });

  it('wants other packages to be imported by name', () => {
    const text = `import {x} from '../../../elements/kit/src/index.js';`;
    expect(judge({folder: widget, text})[0]).toContain('leaves the package');
    expect(judge({folder: widget, file: 'src/deep/some.ts', text: `import {x} from '../other.js';`})).toEqual(
      [],
    );
  });

  it('knows a room for every package', () => {
    expect(
      violations({file: 'a', text: '', home: {folder: 'packages/new', manifest: {}}, rooms, workspace: {}}),
    ).toEqual(['a: packages/new is in no room of the house plan']);
    for (const home of workspacePackages()) {
      expect(violations({file: `${home.folder}/src/a.ts`, text: '', home, rooms, workspace: {}})).toEqual([]);
    }
  });
});

describe('tests and stories', () => {
  it('may import across rooms, and what the workspace brings for tests', () => {
    const text = `import {it} from 'vitest'; import {x} from '@deskwire/testing'; import {y} from '@deskwire/gateway';`;
    expect(judge({folder: widget, file: 'src/some.test.ts', text})).toEqual([]);
  });

  it('may not import what nobody declares', () => {
    expect(judge({folder: widget, file: 'src/some.test.ts', text: `import 'chai-extra';`})).toHaveLength(1);
  });

  it.each(['src/some.wtr.test.ts', 'src/some.stories.ts'])(
    '%s runs in a page, where no server code can be',
    (file) => {
      const text = `import {build} from '@deskwire/gateway';\nimport 'node:fs';\nimport type {X} from '@deskwire/gateway';`;
      expect(judge({folder: widget, file, text})).toHaveLength(2);
    },
  );
});

describe('importsOf', () => {
  it('reads code, not comments or strings', () => {
    const text = `// import 'a';\nconst b = "import 'b'";\nimport c = require('c');\nexport * from 'd';`;
    expect(importsOf(text).map(({specifier}) => specifier)).toEqual(['c', 'd']);
  });
});
