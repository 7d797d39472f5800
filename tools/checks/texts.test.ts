import { expect, test } from 'vitest';
import { bannedTexts } from './texts.ts';

const banned = {
  'a home directory': 'see /home/someone/project',
  'a home directory on another system': "const a = '/Users/someone/project';",
  'the home of root': 'cd /root/project',
  'a work directory': '`/workspace/project/x.ts`',
  'a home directory with backslashes': 'C:\\Users\\someone',
  'an address on the machine': 'file:///tmp/x.html',
  'a download address in the lock file': '      "resolved": "https://packages.example/zod/-/zod-4.6.7.tgz",',
  'an unfinished merge': '<<<<<<< HEAD',
  'a private key': '-----BEGIN PRIVATE KEY-----',
};
test.each(Object.entries(banned))('%s is found with its line and a fix', (_, text) => {
  expect(bannedTexts('a.md', `first\n${text}\n`)).toMatchObject([{ file: 'a.md', line: 2, fix: expect.stringMatching(/\w/) }]);
});

test.each([
  'a relative path docs/work/plan.md and ./home/x',
  'an address https://example.org/home/news',
  'a route `/api/cases` and a system path /usr/bin/env',
  '/** home */ and an alternative a/work/b',
])('%s is fine', (text) => {
  expect(bannedTexts('a.md', text)).toEqual([]);
});
