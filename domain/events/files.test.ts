import { expect, test } from 'vitest';
import { filesNamedIn } from './files.ts';

const file = (name: string) => ({ name, sha256: '0'.repeat(64), bytes: 3, mediaType: 'text/plain' });

test('names the files of a fact and of the one that a correction puts in its place', () => {
  expect(filesNamedIn({ files: [file('a.txt')] })).toEqual([file('a.txt')]);
  expect(filesNamedIn({ replacement: { payload: { files: [file('b.txt')] } } })).toEqual([file('b.txt')]);
});

test.each([[null], [undefined], ['text'], [{}], [{ files: 'none' }], [{ replacement: null }], [{ replacement: { payload: null } }]])(
  'names none in %j',
  (payload) => {
    expect(filesNamedIn(payload)).toEqual([]);
  },
);
