// wire.md: the messages of the wire and its numbers. What the types cannot say stands in PROTOCOL.md.
import ts from 'typescript';
import {code, page, section, table} from './markdown.mjs';
import {docOf, parsed, typeText} from './sources.mjs';

const MESSAGES = 'packages/core/protocol/src/messages.ts';
const DOMAIN = 'packages/core/domain/src';

/** The page about the wire. */
export function wirePage({PROTOCOL_VERSION, CLOSE_CODES, LIMITS, MAIL_BYTES, MESSAGE_BYTES}) {
  return page(
    'Wire protocol',
    'packages/core/protocol/src and packages/core/domain/src',
    `Version ${PROTOCOL_VERSION}. How a session goes, what may be cut, and the ways to be incompatible are in
[PROTOCOL.md](../../packages/core/protocol/PROTOCOL.md); this page lists what there is.`,
    section(2, 'From a desk or a visitor', union(MESSAGES, 'ClientMessage')),
    section(2, 'From a gateway', union(MESSAGES, 'ServerMessage')),
    section(2, 'Commands', union(`${DOMAIN}/command.ts`, 'Command')),
    section(2, 'Queries', union(`${DOMAIN}/query.ts`, 'Query')),
    section(2, 'Facts', union(`${DOMAIN}/fact.ts`, 'Happening')),
    section(
      2,
      'Close codes',
      table(
        ['code', 'refusal', 'final'],
        Object.entries(CLOSE_CODES).map(([number, one]) => [
          number,
          code(one.code),
          one.final ? 'yes' : 'no',
        ]),
      ),
    ),
    section(2, 'Limits', limitsTable({MESSAGE_BYTES, MAIL_BYTES, LIMITS})),
  );
}

const limitsTable = ({MESSAGE_BYTES, MAIL_BYTES, LIMITS}) =>
  table(
    ['limit', 'most', 'unit'],
    [
      ...Object.entries(MESSAGE_BYTES).map(([sender, most]) => [`one message of ${sender}`, most, 'bytes']),
      ['`mail.send` of an agent', MAIL_BYTES, 'bytes'],
      ...Object.entries(LIMITS).map(([name, most]) => [code(name), most, 'UTF-16 units, entries of lists']),
    ],
  );

/** The members of a union type that have a fixed word as their `type`: the word, what they carry, and what is said of them. */
function membersOf(file, name) {
  const source = parsed(file);
  const aliases = new Map(
    source.statements.filter(ts.isTypeAliasDeclaration).map((node) => [node.name.text, node.type]),
  );
  if (!aliases.has(name)) throw new Error(`${file} has no type ${name}`);
  const found = expand(aliases.get(name), aliases);
  if (found.length === 0) throw new Error(`${file} lists nothing in ${name}`);
  return found;
}

/** A union's members, through names of the same file; a member is a shape, or `Of<'word', more>` and its like. */
function expand(type, aliases) {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => expand(one, aliases));
  if (ts.isParenthesizedTypeNode(type)) return expand(type.type, aliases);
  if (ts.isTypeLiteralNode(type))
    return [{word: wordOf(type), carries: fieldsOf(type), summary: commentBefore(type)}];
  if (!ts.isTypeReferenceNode(type)) return [];
  const [word, more] = type.typeArguments ?? [];
  const name = type.typeName.getText();
  if (!word) return aliases.has(name) ? expand(aliases.get(name), aliases) : [];
  const carries = [name === 'On' && 'interactionId', more && fieldsOf(more)].filter(Boolean).join(', ');
  return [{word: word.literal.text, carries, summary: commentBefore(type)}];
}

const wordOf = ({members}) => members.find((member) => member.name.getText() === 'type')?.type.literal.text;

/** The fields of a shape without its `type`; those that `By` adds are told by name. */
function fieldsOf(type) {
  if (ts.isTypeLiteralNode(type)) {
    return type.members
      .filter((member) => member.name.getText() !== 'type')
      .map(
        ({name, questionToken, type: of}) => `${name.getText()}${questionToken ? '?' : ''}: ${typeText(of)}`,
      )
      .join(', ');
  }
  const [inner] = type.typeArguments ?? [];
  if (!inner) return type.getText() === 'By' ? 'agentId' : typeText(type);
  if (type.typeName.getText() === 'Partial') return 'agentId?';
  return `agentId, ${fieldsOf(inner)}`;
}

const union = (file, name) =>
  table(
    ['type', 'carries', ''],
    membersOf(file, name).map(({word, carries, summary}) => [code(word), code(carries), summary]),
  );

/** The doc comment in front of a member of a union, which TypeScript itself gives to nobody. */
function commentBefore(node) {
  const own = docOf(node);
  if (own) return own;
  const text = node.getSourceFile().text;
  const before = text.slice(0, node.getStart()).replace(/[\s|]+$/, '');
  const comment = /\/\*\*((?:(?!\*\/)[^])*)\*\/$/.exec(before)?.[1] ?? '';
  return comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
