import { describe, expect, test } from 'vitest';
import { englishExamples } from './en/constructs.examples.ts';
import { readClause } from './readClause.ts';
import { clauseRecord } from './record.ts';
import type { Example } from './example.ts';
import { chineseExamples } from './zh/constructs.examples.ts';

/** Value at a dotted path; a missing step is `undefined`. */
function at(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], record);
}

function check({ text, holds, at: index = 0 }: Example, language: 'zh' | 'en'): void {
  const statements = clauseRecord('x', readClause(text, language))['statements'] as unknown[];
  for (const [path, expected] of Object.entries(holds)) expect(at(statements[index], path) ?? null, `${path} of ${text}`).toEqual(expected);
}

describe('Chinese constructs', () => {
  test.each(chineseExamples.map((example) => [`${example.construct}: ${example.text}`, example] as const))('%s', (_name, example) =>
    check(example, 'zh'),
  );
});

describe('English constructs', () => {
  test.each(englishExamples.map((example) => [`${example.construct}: ${example.text}`, example] as const))('%s', (_name, example) =>
    check(example, 'en'),
  );
});
