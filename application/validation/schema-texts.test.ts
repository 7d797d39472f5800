/** What a schema asks for in words of its own is said in both languages: none falls back to “something valid”. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaTexts } from '../messages.ts';

const folder = new URL('../../domain/events/', import.meta.url);

test('every text of a schema has its Chinese', () => {
  const asked = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/error: '([^']+)'/g)].map(([, text]) => text ?? ''));
  expect(asked.length).toBeGreaterThan(10);
  // Names are explained by their characters.
  expect(asked.filter((text) => schemaTexts[text] === undefined && !text.includes('letters, digits'))).toEqual([]);
});
