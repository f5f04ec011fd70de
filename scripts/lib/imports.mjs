// What a TypeScript file imports, by a real parse.
import {isBuiltin} from 'node:module';
import ts from 'typescript';

/**
 * Every import of a file: its specifier, its line, and whether it is for types alone, that is, gone when the file runs.
 * `import {type X}` is not: it still loads the module.
 */
export function importsOf(text, fileName = 'file.ts') {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest);
  const found = [];
  const add = (literal, typeOnly) => {
    if (!literal || !ts.isStringLiteralLike(literal)) return;
    const {line} = file.getLineAndCharacterOfPosition(literal.getStart(file));
    found.push({specifier: literal.text, line: line + 1, typeOnly});
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node.moduleReference.expression, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The package that a specifier names; `node:` for what Node itself brings, undefined for a path. */
export function packageOf(specifier) {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return undefined;
  if (isBuiltin(specifier)) return 'node:';
  const [first, second] = specifier.split('/');
  return specifier.startsWith('@') ? `${first}/${second}` : first;
}
