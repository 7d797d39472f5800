/**
 * Pure packages get clock, randomness and data as arguments; otherwise a report could not be computed again.
 * The linter bans whole globals (biome.json), dependency-cruiser bans imports; this check bans the rest: members
 * of globals that are pure in part (`Date`, `Math`), what depends on the zone or language of the machine, and SQL.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Fault, filesBelow } from './files.ts';

const pureFolders = /^(domain|statistics|clauses|studies|ledger\/(log|verify))\//;
const exempt = /\.test\.tsx?$|(^|\/)testing\//;

const localTime = /^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset)$/;
/** Without a first argument these take the language of the machine. */
const localeMethod = /^(toLocale\w*String)$/;
const sql =
  /^\s*(select\s[\w"*,.()\s]+\sfrom\s+[\w".]+(\s+(where|order|group|limit|join|left|for)\b|\s*;?\s*$)|insert\s+into\s+[\w".]+\s*\(|update\s+[\w".]+\s+set\s|delete\s+from\s|(create|alter|drop)\s+(table|index|function)\s)/i;

const passTime = 'take the time as an argument (an IsoDate for a day)';

/** What is wrong with calling or reading `object.property`, if anything. */
function bannedMember(object: string, property: string): readonly [string, string] | undefined {
  if (object === 'Date' && property === 'now') return ['Date.now() reads the clock', passTime];
  if (object === 'Temporal' && property === 'Now') return ['Temporal.Now reads the clock', passTime];
  if (object === 'Math' && property === 'random')
    return ['Math.random() cannot be replayed', 'take a random stream as an argument (statistics)'];
  if (localTime.test(property))
    return [`${property}() depends on the time zone of the machine`, 'use the UTC method, or domain/vocabulary/dates'];
  return undefined;
}

function bannedNode(node: ts.Node): readonly [string, string] | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) {
    return ['new Date() without an argument reads the clock', passTime];
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date') {
    return ['Date() as a function reads the clock', passTime];
  }
  if (ts.isCallExpression(node) && node.arguments.length === 0 && ts.isPropertyAccessExpression(node.expression)) {
    const method = node.expression.name.text;
    if (localeMethod.test(method)) return [`${method}() takes the language of the machine`, "name the language: toLocaleString('en')"];
  }
  if (ts.isPropertyAccessExpression(node)) return bannedMember(node.expression.getText(), node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return bannedMember(node.expression.getText(), node.argumentExpression.text);
  }
  // `const { now } = Date` is the same thing by another road.
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer !== undefined) {
    for (const element of node.name.elements) {
      const found = bannedMember(node.initializer.getText(), (element.propertyName ?? element.name).getText());
      if (found !== undefined) return found;
    }
  }
  if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && sql.test(node.text)) {
    return ['SQL in a pure package', 'move the query to ledger/store, behind the Store port of application'];
  }
  return undefined;
}

/** Faults of one source text. */
export function impurities(file: string, text: string): Fault[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const faults: Fault[] = [];
  const visit = (node: ts.Node): void => {
    const found = bannedNode(node);
    if (found !== undefined) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      faults.push({ file, line, fault: found[0], fix: found[1] });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** Faults of all pure packages below `root`. */
export function checkPurity(root: string): Fault[] {
  return filesBelow(root)
    .filter((file) => /\.tsx?$/.test(file) && pureFolders.test(file) && !exempt.test(file))
    .flatMap((file) => impurities(file, readFileSync(join(root, file), 'utf8')));
}
