import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from './io.ts';
import { main } from './main.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongze-clauses-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(content: string | Uint8Array, name: string, ...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, name);
  await writeFile(path, content);
  let [out, err] = ['', ''];
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), env: {}, columns: undefined } as unknown as Io;
  return { code: await main(['clauses', path, ...options], io), out, err };
}

describe('gongze clauses', () => {
  test('writes one record a line in the field names of the rubric', async () => {
    const { code, out } = await run(
      `${JSON.stringify({ id: 'a', lang: 'zh', text: '甲方应于2026年底前移交档案。' })}\n`,
      'in.jsonl',
      '--jsonl',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'a',
      statements: [
        {
          attribute: ['甲方'],
          deontic: 'must',
          aim: '移交',
          object: '档案',
          deadline: '2026-12-31',
          orElse: null,
          party_type: 'individual',
          kind: 'regulative',
        },
      ],
      vague: ['no_consequence'],
      binding_score: 0.85,
    });
  });
  test('reads records in lines whatever their file is called', async () => {
    const line = JSON.stringify({ id: 'a', lang: 'en', text: 'Harrow shall reply.' });
    for (const name of ['records', 'records.ndjson', 'records.in']) {
      const { code, out } = await run(`${line}\n`, name, '--jsonl');
      expect([code, JSON.parse(out).id]).toEqual([0, 'a']);
    }
    expect((await run('Harrow shall reply.', 'text.pdf')).code).toBe(2);
  });
  test('tells a bad line by its number and reads the others', async () => {
    const { code, out, err } = await run(
      '{"id":1}\n{"id":"b","lang":"en","text":"Harrow shall reply."}\n',
      'bad.jsonl',
      '--jsonl',
      '--lang',
      'en',
    );
    expect(code).toBe(2);
    expect(err).toContain('bad.jsonl:1:1:');
    expect(JSON.parse(out)).toMatchObject({ id: 'b' });
  });
  test('shows what is vague in both languages', async () => {
    const text = '第一条 目标\n双方应加强合作。\n';
    expect((await run(text, 'a.txt', '--lang', 'zh')).out).toContain('没有期限');
    expect((await run('The Parties shall strengthen cooperation.\n', 'b.md', '--lang', 'en')).out).toContain('No date');
  });
  test('resolves a date without a year by the day of signature', async () => {
    const { out } = await run('甲方应于年底前移交档案。', 'c.txt', '--json', '--signed', '2026-03-01');
    expect(JSON.parse(out).clauses[0].statements[0].deadline).toBe('2026-12-31');
  });
  test.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]), 'p.txt'],
    ['a broken Word document', 'no zip', 'w.docx'],
    ['another kind', 'x', 'x.pdf'],
  ])('refuses %s with exit code 2', async (_name, content, name) => {
    const { code, out, err } = await run(content, name);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^gongze: /);
  });
});
