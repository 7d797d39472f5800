/**
 * With what guessing begins, folded to letters and digits: a list of nearly 50,000 that were most used in what leaked, and
 * words and runs of this place. Those of the length that is asked for are few, so what is made of shorter ones counts too.
 */
import { readFileSync } from 'node:fs';

const runs = [
  '1234567890',
  '0987654321',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfv',
  '1qaz2wsx3edc',
  'abcdefghijklm',
  'abc123abc123',
];
const words = [
  'password',
  'passw0rd',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'dragon',
  'monkey',
  'superman',
  'batman',
  'trustno1',
  'changeme',
  'default',
  'secret',
  'gongze',
  'woaini',
  'woaizhongguo',
  'zhongguo',
  'beijing',
  'shanghai',
  'mima',
  'wodemima',
  'qianqian',
  'xiaoming',
  'woaiwojia',
  '5201314',
  '1314520',
];

let known: ReadonlySet<string> | undefined;

/** Read when first needed; a third of a megabyte. */
function commonOnes(): ReadonlySet<string> {
  known ??= new Set([
    ...readFileSync(new URL('./common-passwords/passwords.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n'),
    ...runs,
    ...words,
  ]);
  return known;
}

/** Two shorter ones are four letters each at least, as the list holds them. */
const partMin = 4;

/**
 * Whether guessing comes to it early: one of the list, with digits before or behind it, over and over, or two of them in a
 * row. `folded`: letters and digits only, in lower case.
 */
export function isCommon(folded: string): boolean {
  const all = commonOnes();
  const bare = folded.replace(/^\d+|\d+$/g, '');
  const repeated = /^(.{2,}?)\1+$/u.exec(bare)?.[1];
  if ([folded, bare, folded.replace(/\d+$/, ''), repeated].some((one) => one !== undefined && all.has(one))) return true;
  const texts = [folded, folded.replace(/\d+$/, ''), bare];
  return texts.some((text) => {
    for (let at = partMin; at <= text.length - partMin; at += 1) if (all.has(text.slice(0, at)) && all.has(text.slice(at))) return true;
    return false;
  });
}
