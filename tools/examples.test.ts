/** The example programs run, and say what their first lines promise. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './checks/files.ts';

const folder = join(root, 'examples/programs');
const says: Readonly<Record<string, RegExp>> = {
  // The oldest duty was due at the end of 2010; 31 January 2012 is 396 days later.
  '1-diagnose.ts': /396 days[\s\S]*Decision without action, since 2011-01-31/,
  '2-read-agreement.ts': /力争[\s\S]*the whole text: 0\.\d/,
  // 617 of 1,000 lies ten levels deep: 2^9 < 1,000 ≤ 2^10.
  '3-prove-inclusion.ts': /^10 hashes prove entry 617 of 1000: true\nfor another entry they prove nothing: false\n$/,
  // Two of three conditions are always enough: the majority rule, whose prime implicants are the pairs.
  '4-compare.ts': /^(?=.*assessed\*precise)(?=.*assessed\*history)(?=.*precise\*history).*inclusion 1, coverage 1\n$/,
  '5-what-if.ts': /simulated, no intervention: \d+%[\s\S]*simulated, from the second year: \d+%/,
};

it('has an expectation for every example', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(says).sort());
});

it.each(Object.entries(says))('%s', (name, expected) => {
  expect(execFileSync(process.execPath, [join(folder, name)], { encoding: 'utf8', cwd: root })).toMatch(expected);
});
