import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import type { Meanings } from '../specification/meanings.js';

type Constants = ReadonlyMap<string, ts.VariableDeclaration>;

const source = new URL('../../src/', import.meta.url);

/** What the doc comment of a node says, on one line. */
export function textOf(node: ts.Node): string | undefined {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment);
  return text?.replace(/\{@link (\w+)\}/g, '`$1`').replace(/\s+/g, ' ');
}

function constantsOf(file: ts.SourceFile): [string, ts.VariableDeclaration][] {
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .map((declaration) => [declaration.name.getText(file), declaration]);
}

/** Walks through the source of one schema, whose members have the same names in the same places. */
function collect(
  node: ts.Node | undefined,
  path: string,
  known: Constants,
  found: Map<string, string>,
): void {
  const into = (child: ts.Node | undefined, at = path) => collect(child, at, known, found);
  if (!node) return;
  if (ts.isIdentifier(node)) into(known.get(node.text)?.initializer);
  else if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) into(node.expression);
  else if (ts.isArrowFunction(node)) into(node.body);
  else if (ts.isCallExpression(node)) {
    if (ts.isPropertyAccessExpression(node.expression)) into(node.expression.expression);
    for (const argument of node.arguments) into(argument);
  } else if (ts.isObjectLiteralExpression(node)) {
    for (const member of node.properties) {
      if (ts.isSpreadAssignment(member)) into(member.expression);
      if (!ts.isPropertyAssignment(member) || ts.isComputedPropertyName(member.name)) continue;
      const at = `${path}.${member.name.text}`;
      const text = textOf(member);
      if (text) found.set(at, text);
      into(member.initializer, at);
    }
  }
}

/** Reads what the doc comments of the contract's sources say of nouns and members. */
export function readMeanings(): Meanings {
  const files = readdirSync(source)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => {
      const text = readFileSync(new URL(name, source), 'utf8');
      return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    });
  const everywhere = new Map(files.flatMap(constantsOf));
  const texts = new Map<string, string>();
  const homes = new Map<string, string>();
  for (const file of files) {
    const own = constantsOf(file);
    const known: Constants = new Map([...everywhere, ...own]);
    for (const [name, declaration] of own) {
      const text = textOf(declaration);
      if (text) texts.set(name, text);
      homes.set(name, file.fileName.replace('.ts', ''));
      collect(declaration.initializer, name, known, texts);
    }
  }
  return { texts, homes };
}
