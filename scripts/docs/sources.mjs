// What the pages are made from that is TypeScript: constants, read by running them, and shapes, read from the syntax.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import ts from 'typescript';
import {filesBelow, root} from '../lib/packages.mjs';

/** The constants that the pages show, from the modules that the products themselves use. */
export async function constants() {
  const {outputFiles} = await build({
    stdin: {
      contents: `
        export {REFUSALS} from './packages/core/domain/src/refusal.js';
        export {refusalWords} from './packages/elements/kit/src/words/refusals.js';
        export {PROTOCOL_VERSION} from './packages/core/protocol/src/messages.js';
        export {CLOSE_CODES} from './packages/core/protocol/src/close.js';
        export {LIMITS, MAIL_BYTES, MESSAGE_BYTES} from './packages/core/protocol/src/limits.js';
        export {tokens} from './packages/elements/kit/src/tokens.css.js';
        export {ALL_PAIRS} from './packages/testing/src/tokens/list.js';
        export {contrastOf} from './packages/testing/src/contrast.js';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const isSource = (file) => file.endsWith('.ts') && !/\.(test|stories|harness|d)\.ts$/.test(file);

/** The sources of a folder (from the root), parsed. */
export const parsedBelow = (folder) => filesBelow(folder, isSource).map(parsed);

/** One source, parsed. */
export const parsed = (file) =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);

/** What a node's doc comment says, without its tags. */
export const docOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({comment}) => (typeof comment === 'string' ? comment : (ts.getTextOfJSDocComment(comment) ?? '')))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A node's source text on one line. */
export const textOf = (node) => node.getText().replace(/\s+/g, ' ');

/** A type as it may be read in a table: a shape by its members, without what only the compiler needs. */
export const typeText = (node) => {
  if (!ts.isTypeLiteralNode(node)) return textOf(node).replace(/\breadonly /g, '');
  return `{${membersText(node.members)}}`;
};

/** The members of a shape, on one line. */
export const membersText = (members) =>
  members
    .filter(ts.isPropertySignature)
    .map(({name, questionToken, type}) => `${name.getText()}${questionToken ? '?' : ''}: ${typeText(type)}`)
    .join(', ');
