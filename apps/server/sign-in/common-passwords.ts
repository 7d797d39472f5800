/**
 * Words and runs with which guessing begins, folded to letters and digits; digits behind them do not help. The length
 * rule keeps out the rest of the usual lists, whose entries are shorter.
 */
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

/** Every one alone, twice, three times, and in pairs. */
export const commonPasswords: ReadonlySet<string> = new Set(
  [...runs, ...words].flatMap((one) => [
    one,
    one + one,
    one + one + one,
    ...words.map((other) => one + other),
    ...runs.map((run) => one + run),
  ]),
);
