/** The two shipped lives take the course that their scripts say, step by step; a life that takes another says so. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../main.ts';

async function run(...argv: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    env: { LANG: 'en_GB.UTF-8' },
    columns: 110,
  };
  return { code: await main(argv, io), out: out.join(''), err: err.join('') };
}
const example = 'examples/lives/three-cities.json';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'life-'));
});
afterAll(() => rm(folder, { recursive: true }));
async function changed(change: (text: string) => string): Promise<string> {
  const path = join(folder, 'changed.json');
  await writeFile(path, change(await readFile(example, 'utf8')));
  return path;
}

describe('gongze relive', { timeout: 60_000 }, () => {
  it('Xi-Xian from 2011: refused, admitted after 90 days of own remedy, gone in time', async () => {
    const { code, out } = await run('relive', 'xixian', '--json');
    expect(code).toBe(0);
    const { steps, report } = JSON.parse(out);
    const refused = steps.flatMap(({ step, refusal }: { step: { on: string; by: string }; refusal?: { refusal: string } }) =>
      refusal === undefined ? [] : [`${step.on} ${step.by} ${refusal.refusal}`],
    );
    expect(refused).toEqual([
      '2011-01-04 610000 necessity',
      '2011-04-11 000000 stepwise',
      '2011-04-11 610000 selfHelp',
      '2011-12-01 610100 judgeInOwnCause',
      '2012-09-01 610000 necessity',
    ]);
    const roads = report.obligations.find(({ id }: { id: string }) => id === 'roads');
    expect(roads).toMatchObject({ status: 'fulfilled', daysLate: 0, lead: '610100' });
    const found = report.findings.map(({ key }: { key: string }) => key);
    expect(found).not.toContain('collectiveIrresponsibility:roads');
    // What nobody touched is as bad as it was.
    expect(found).toContain('collectiveIrresponsibility:metro-line-1');
  });
  it('three made-up cities: the override stays visible, powers go back', async () => {
    const { code, out } = await run('relive', example, '--json');
    expect(code).toBe(0);
    const facts = JSON.parse(out).steps.flatMap(({ facts: own }: { facts: { type: string; payload: Record<string, unknown> }[] }) => own);
    const opened = facts.filter(({ type }: { type: string }) => type === 'interventionOpened');
    expect(opened.map(({ payload }: { payload: Record<string, unknown> }) => payload['override'] !== undefined)).toEqual([false, true]);
    expect(facts.filter(({ type }: { type: string }) => type === 'powersRestored')).toHaveLength(2);
    // Six months after 5 June 2024 are 5 December, a Thursday.
    expect(JSON.parse(out).report.obligations.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([
      '2024-12-05',
      '2024-12-05',
      '2024-12-05',
    ]);
  });
  it('says where a life takes another course than its script, and fails', async () => {
    const { code, out } = await run('relive', await changed((text) => text.replace('"answer": "stepwise"', '"answer": "recorded"')));
    expect(code).toBe(1);
    expect(out.match(/not what the script says/g)).toHaveLength(1);
  });
  it('refuses what is no script', async () => {
    expect(await run('relive', '/nowhere.json')).toMatchObject({ code: 2, out: '' });
    const bad = await changed((text) => text.replace('"case": "made-up-river",', ''));
    expect((await run('relive', bad, '--lang', 'zh')).err).toMatch(/\/case.*[\u4e00-\u9fff]/);
    expect((await run('relive', bad, '--lang', 'en')).err).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await run('relive', await changed(() => '{'))).toMatchObject({ code: 2, out: '' });
    expect(await run('relive', await changed((text) => text.replace('openCase', 'openMe')))).toMatchObject({ code: 2, out: '' });
  });
});
