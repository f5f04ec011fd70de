// Whether a package compiles without the browser: the DOM library must not be in its program, by whatever way.
import {join} from 'node:path';
import ts from 'typescript';
import {root} from './packages.mjs';

/** Why the DOM is known to the package in this folder, or undefined when it is not. */
export function domLeak(folder) {
  const path = join(root, folder, 'tsconfig.json');
  const host = {...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {}};
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  if (!config) return `${folder}/tsconfig.json cannot be read`;
  const ownLib = config.options.lib?.find((lib) => lib.includes('dom'));
  if (ownLib) return `${folder}/tsconfig.json names the library ${ownLib}`;
  if (!config.options.lib) return `${folder}/tsconfig.json names no library, so it gets the DOM`;
  const options = {...config.options, customConditions: ['source'], noResolve: false};
  const program = ts.createProgram(config.fileNames, options);
  const dom = program.getSourceFiles().find(({fileName}) => /\/lib\.dom(\.|$)/.test(fileName));
  return dom && `${folder}: something it references brings the DOM library`;
}
