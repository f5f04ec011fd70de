// What the events of the elements carry, read from their classes: `class X extends RequestEvent<Detail>` and its `super`.
import ts from 'typescript';
import {workspacePackages} from '../lib/packages.mjs';
import {docOf, membersText, parsedBelow, typeText} from './sources.mjs';

const BASES = new Set(['RequestEvent', 'DoneEvent', 'CustomEvent', 'Event']);

/** Every event class and every shape of the packages that have elements, by package folder. */
export function readEvents() {
  const folders = workspacePackages()
    .filter(({manifest}) => manifest.customElements)
    .map(({folder}) => folder);
  const shapes = new Map();
  const classes = [];
  for (const folder of folders) {
    for (const file of parsedBelow(`${folder}/src`)) collect(file, folder, shapes, classes);
  }
  return classes.map((event) => ({...event, detail: detailText(event, shapes)}));
}

function collect(file, folder, shapes, classes) {
  for (const node of file.statements) {
    if (ts.isInterfaceDeclaration(node)) shapes.set(`${folder} ${node.name.text}`, node);
    if (ts.isClassDeclaration(node) && node.name) classes.push(...eventOf(node, folder));
  }
}

/** The events that a class makes: one, or none where it is no event or passes its name on. */
function eventOf(node, folder) {
  const base = node.heritageClauses?.flatMap(({types}) => types)[0];
  if (!base || !BASES.has(base.expression.getText())) return [];
  const type = /super\(\s*'(dw-[a-z0-9-]+)'/.exec(node.getText())?.[1];
  if (!type) return [];
  const isCancelable =
    base.expression.getText() === 'RequestEvent' || /cancelable: true/.test(node.getText());
  return [
    {
      type,
      folder,
      className: node.name.text,
      summary: docOf(node),
      isCancelable,
      of: base.typeArguments?.[0],
    },
  ];
}

function detailText({of: type, folder}, shapes) {
  if (!type) return '';
  if (!ts.isTypeReferenceNode(type)) return typeText(type);
  const name = type.typeName.getText();
  const shape = shapes.get(`${folder} ${name}`) ?? shapes.get(`packages/elements/kit ${name}`);
  if (!shape) return name === 'Record' ? '{}' : typeText(type);
  return `{${shapeText(shape, folder, shapes)}}`;
}

/** The members of a shape, those of what it extends first. */
function shapeText(shape, folder, shapes) {
  const above = (shape.heritageClauses ?? [])
    .flatMap(({types}) => types)
    .map(({expression}) => shapes.get(`${folder} ${expression.getText()}`))
    .filter(Boolean)
    .map((base) => shapeText(base, folder, shapes));
  return [...above, membersText(shape.members)].filter(Boolean).join(', ');
}
