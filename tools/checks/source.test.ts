/** What the text of the product may not hold, because no test of behaviour could find the one place where it does. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const product = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !/\.test\.tsx?$|\/testing\/|\/e2e\/|^(?:tools|bench)\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

function linesWith(pattern: RegExp, files = product): string[] {
  return files.flatMap(({ file, text }) => text.split('\n').flatMap((line) => (pattern.test(line) ? [`${file}: ${line.trim()}`] : [])));
}

const madeIntoCode = /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*['"`]|\bset(?:Timeout|Interval)\s*\(\s*['"`]/;
const pastReact = /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|srcDoc/;
const statement = /^\s*(?:select|insert|update|delete|with|create|lock|begin|set|alter|drop|truncate)\b/i;

/** What stands inside a statement that is not a parameter: `file expression`. Names of our own columns and tables, and closed choices. */
function piecesOf({ file, text }: { readonly file: string; readonly text: string }): string[] {
  return [...text.matchAll(/`([^`]*)`/g)]
    .flatMap(([, body = '']) => (statement.test(body) ? [...body.matchAll(/\$\{([^}]*)\}/g)] : []))
    .map(([, expression]) => `${file} ${expression}`);
}

/** A constant of the file itself, or a function of the file that is given fixed texts only: no input can reach either. */
function isFixed(piece: string, text: string): boolean {
  const name = /^(\w+)(?:\((?:'[^']*'(?:, )?)*\))?$/.exec(piece.split(' ').slice(1).join(' '))?.[1];
  return name !== undefined && new RegExp(`^(?:export )?(?:const|function) ${name}\\b`, 'm').test(text);
}

/** Checked by hand: each is a name out of `tableClasses`, a constant of another file, or one of the values of a closed type. */
const reviewed = new Set([
  'apps/server/sign-in/accounts.ts accountColumns',
  'apps/server/sign-in/accounts.ts accountTables',
  'ledger/backup/restore.ts line.table',
  'ledger/backup/write.ts table',
  'ledger/daily/store.ts table',
  'ledger/daily/store.ts rows',
  'ledger/daily/store.ts same',
  "ledger/daily/store.ts names.join(', ')",
  'ledger/daily/store.ts phase',
  'ledger/daily/store.ts shown',
  'ledger/daily/store.ts order',
  'ledger/store/connection.ts bounded',
  'ledger/store/connection.ts isolation',
]);

test('no text is made into code', () => {
  expect(linesWith(madeIntoCode)).toEqual([]);
  expect(madeIntoCode.test('new Function("a")') && madeIntoCode.test("setTimeout('a()', 1)")).toBe(true);
});

test('the page writes text as text: nothing goes around React', () => {
  expect(linesWith(pastReact)).toEqual([]);
  expect(pastReact.test('node.innerHTML = x')).toBe(true);
});

test('statements take values as parameters; what else stands in them was looked at', () => {
  const asking = product.filter(({ file }) => /^(?:ledger|identity|application|apps\/server)\//.test(file));
  const open = asking.flatMap((one) => piecesOf(one).filter((piece) => !reviewed.has(piece) && !isFixed(piece, one.text)));
  expect(open).toEqual([]);
  const bad = { file: 'a.ts', text: 'const id = 1;\nask(`select * from t where id = ${request.query.id} and a = ${id}`)' };
  expect(piecesOf(bad).filter((piece) => !isFixed(piece, bad.text))).toEqual(['a.ts request.query.id']);
});

test('no regular expression is made of input: those that are put together are of our own words', () => {
  const places = new Set(linesWith(/new RegExp\(/).map((line) => line.split(':')[0] ?? ''));
  expect([...places].filter((file) => !file.startsWith('clauses/'))).toEqual(['apps/server/http/methods.ts']);
});
