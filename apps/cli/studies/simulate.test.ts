import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planOf, runChunk } from '@gongze/studies/simulation/ensemble/chunks';
import { Merge } from '@gongze/studies/simulation/ensemble/merge';
import { readScenario } from '@gongze/studies/simulation/scenario/scenario';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { RunsFile } from './runs-file.ts';

async function gongze(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await main(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LANG: 'en_GB.UTF-8' },
    columns: undefined,
  });
  return { code, out, err };
}
const root = fileURLToPath(new URL('../../../', import.meta.url));
const example = (name: string): string => join(root, 'examples/scenarios', name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongze-simulate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const small = { parties: 3, months: 36, runs: 1700, policy: { onsetMonth: 6, strength: 5, exit: 'abrupt', holdMonths: 12 } };

describe('simulate', () => {
  it('gives the same bytes whatever the number of workers', async () => {
    const path = file('workers.json', small);
    const [one, two, three] = await Promise.all(['1', '2', '3'].map((workers) => gongze('simulate', path, '--workers', workers, '--json')));
    expect(one?.code).toBe(0);
    expect(two?.out).toBe(one?.out);
    expect(three?.out).toBe(one?.out);
    expect(JSON.parse(one?.out ?? '')).toMatchObject({ partial: false, variants: [{ runs: 1700 }] });
  });
  it('takes runs and seed from the line', async () => {
    const path = file('seeds.json', small);
    const [a, b, c] = await Promise.all(
      [
        ['--seed', '1'],
        ['--seed', '2'],
        ['--seed', '1'],
      ].map((seed) => gongze('simulate', path, '--runs', '20', '--workers', '1', '--json', ...seed)),
    );
    expect(a?.out).toBe(c?.out);
    expect(a?.out).not.toBe(b?.out);
    expect(JSON.parse(a?.out ?? '').variants[0].runs).toBe(20);
  });
  it('writes runs by column', async () => {
    const out = join(folder, 'runs.jsonl');
    const { code } = await gongze('simulate', file('columns.json', small), '--workers', '2', '--out', out, '--json');
    expect(code).toBe(0);
    const [head, ...chunks] = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head.format).toBe('gongze-runs/1');
    expect(chunks.map(({ from }: { from: number }) => from)).toEqual([0, 500, 1000, 1500]);
    expect(chunks.flatMap(({ columns }: { columns: { damage: number[] } }) => columns.damage)).toHaveLength(1700);
    expect(existsSync(`${out}.checkpoint`)).toBe(false);
  });
  it('goes on after a crash: same file, same summary', async () => {
    const path = file('crash.json', small);
    const [whole, broken] = [join(folder, 'whole.jsonl'), join(folder, 'broken.jsonl')];
    const expected = await gongze('simulate', path, '--workers', '1', '--out', whole, '--json');
    // As if the machine had stopped in the middle of the third chunk's line.
    const read = readScenario(small);
    if (!read.ok) throw new Error('bug: the scenario is fine');
    const plan = planOf(read.value);
    const merge = new Merge(plan);
    const runs = new RunsFile(broken, read.value);
    runs.begin();
    for (const index of [0, 1]) runs.append(merge.add(runChunk(plan, index)), merge);
    runs.checkpoint(merge);
    writeFileSync(broken, `${readFileSync(broken, 'utf8')}{"variant":"base","from":1000,"colu`);
    const resumed = await gongze('simulate', path, '--workers', '2', '--out', broken, '--resume', '--json');
    expect(resumed.out).toBe(expected.out);
    expect(readFileSync(broken, 'utf8')).toBe(readFileSync(whole, 'utf8'));
  });
  it('does not go on with another scenario', async () => {
    const out = join(folder, 'other.jsonl');
    await gongze('simulate', file('a.json', small), '--runs', '10', '--out', out);
    const { err } = await gongze('simulate', file('b.json', { ...small, months: 37 }), '--runs', '10', '--out', out, '--resume');
    expect(err).toContain('no checkpoint');
  });
  it.each(['what-if.json', 'timing-strength.json'])('runs the example %s, and says what it is', async (name) => {
    const { code, out } = await gongze('simulate', example(name), '--runs', '5', '--workers', '1');
    expect(code).toBe(0);
    expect(out).toContain('not a forecast');
    expect((await gongze('simulate', example(name), '--runs', '5', '--workers', '1', '--lang', 'zh')).out).toContain('不是预测');
  });
  it('tells a run as a case that replays', async () => {
    const history = join(folder, 'history.json');
    expect((await gongze('simulate', example('what-if.json'), '--history', history, '--variant', 'abrupt', '--run', '2')).code).toBe(0);
    expect((await gongze('validate', history)).code).toBe(0);
    const replayed = JSON.parse((await gongze('replay', history, '--as-of', '2030-12-31', '--json')).out);
    expect(replayed.title.en).toContain('Simulated');
    expect(replayed.interventions.length).toBeGreaterThan(0);
  });
  it('tells a run of made-up parties, with their governments', async () => {
    const history = join(folder, 'made-up.json');
    expect((await gongze('simulate', file('made-up.scenario.json', small), '--history', history)).code).toBe(0);
    expect((await gongze('validate', history, '--governments', `${history}.governments.json`)).code).toBe(0);
  });
  it.each([
    [['--runs', '1e10'], '1 ≤ runs ≤ 10000000'],
    [['--runs', 'many'], 'runs is a finite number'],
    [['--seed', '-1'], '0 ≤ seed'],
    [['--workers', '0'], '1 ≤ workers ≤ 256'],
    [['--resume'], '--resume goes with --out'],
    [['--history', 'x', '--variant', 'y'], 'no variant y'],
    [['--history', 'x', '--run', '99999999'], '0 ≤ --run'],
  ])('refuses %o', async (argv, part) => {
    const { code, out, err } = await gongze('simulate', file('refused.json', small), ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(part);
  });
});

describe('what is printed', () => {
  // A superior that leaves when it works, and in some runs it never does: their cost pulls the mean out of the band.
  const leavesLate = {
    parties: 2,
    months: 240,
    runs: 200,
    draw: 'accepted',
    policy: {
      onsetMonth: 2,
      strength: 3,
      sanction: 0.4,
      subsidy: 0.2,
      coordination: 0.4,
      exit: 'performance',
      holdMonths: 48,
      taperMonths: 12,
    },
  };
  const tailed = { en: 'The mean lies outside its own 5–95% band', zh: '均值落在自身的5—95%区间之外' } as const;
  it.each(['en', 'zh'] as const)('says in %s where a few runs carry the mean', async (lang) => {
    const path = file('tail.json', leavesLate);
    const { out } = await gongze('simulate', path, '--workers', '1', '--lang', lang);
    const { outputs } = JSON.parse((await gongze('simulate', path, '--workers', '1', '--json')).out).variants[0];
    const { mean, quantiles } = outputs.cost;
    expect(mean).toBeGreaterThan(quantiles[4]);
    const row = out.split('\n').find((line) => line.includes(' cost ')) ?? '';
    expect(row).toContain(`${quantiles[2].toFixed(3)}    ${mean.toFixed(3)}*`);
    expect(out).toContain(tailed[lang]);
    if (lang === 'zh') expect(row).toContain('（强度·月）');
  });
  it('says nothing of a tail where there is none', async () => {
    const { out } = await gongze('simulate', file('no-tail.json', small), '--runs', '100', '--workers', '1');
    expect(out).not.toContain(tailed.en);
    expect(out).not.toContain('*');
  });
  it.each(['NaN', 'Infinity', '-Infinity'])('a file with %s is refused with the range of the field', async (word) => {
    const path = join(folder, 'not-a-number.json');
    writeFileSync(path, `{"title": {"zh": "NaN", "en": "NaN"}, "parameters": {"r": ${word}}}`);
    const { code, err } = await gongze('simulate', path);
    expect(code).toBe(2);
    expect(err).toContain('0 ≤ r ≤ 1');
    expect(err).not.toContain('title');
  });
});

describe('sensitivity', () => {
  it('counts the points at which an output is not defined, and says whether the indices have settled', async () => {
    const path = file('recovery.json', { ...small, months: 60, draw: 'prior' });
    const argv = ['sensitivity', path, '--output', 'recovery', '--base', '16', '--runs', '1', '--parameters', 'r,c', '--workers', '1'];
    const { undefinedPoints } = JSON.parse((await gongze(...argv, '--json')).out);
    expect(undefinedPoints).toBeGreaterThan(0);
    const { out } = await gongze(...argv);
    expect(out).toContain(`${undefinedPoints} points where it is undefined`);
    expect(out).toContain('largest move of ST');
    expect((await gongze(...argv, '--lang', 'zh')).out).toContain('收敛检查');
  });
  it('refuses what does not go with a server', async () => {
    const path = file('on-server.json', small);
    const [workers, draws] = await Promise.all([
      gongze('sensitivity', path, '--server', 'http://127.0.0.1:1', '--workers', '2'),
      gongze('patterns', '--server', 'http://127.0.0.1:1'),
    ]);
    expect([workers.code, draws.code]).toEqual([2, 2]);
    expect(workers.err).toContain('does not go with --workers');
    expect(draws.err).toContain('--server goes with --draws');
  });
  it('an output that is defined nowhere decides nothing', async () => {
    const path = file('never.json', { parties: 3, months: 36 });
    const { code, err } = await gongze('sensitivity', path, '--output', 'recovery', '--base', '4', '--runs', '1', '--parameters', 'r');
    expect(code).toBe(2);
    expect(err).toContain('defined nowhere');
  });
  it('ranks what decides, and does not depend on the workers', async () => {
    const argv = ['sensitivity', file('sensitivity.json', small), '--base', '64', '--runs', '2', '--parameters', 'r,c,chi', '--json'];
    const [one, two] = await Promise.all(['1', '2'].map((workers) => gongze(...argv, '--workers', workers)));
    expect(one?.code).toBe(0);
    expect(two?.out).toBe(one?.out);
    expect(JSON.parse(one?.out ?? '')).toMatchObject({
      method: 'sobol',
      evaluations: 64 * 5,
      parameters: [{ name: 'r' }, { name: 'c' }, { name: 'chi' }],
    });
  });
  it('screens all parameters by Morris', async () => {
    const { code, out } = await gongze(
      'sensitivity',
      file('morris.json', small),
      '--method',
      'morris',
      '--base',
      '4',
      '--runs',
      '1',
      '--workers',
      '1',
    );
    expect(code).toBe(0);
    for (const name of ['benefitScale', 'capacityScale', 'coordinationRelief', 'zeta']) expect(out).toContain(name);
  });
  it.each([
    [['--base', '100'], 'power of 2'],
    [['--output', 'joy'], 'finalQ'],
    [['--parameters', 'nothing'], 'no parameter named nothing'],
    [['--method', 'guess'], 'sobol, morris'],
  ])('refuses %o', async (argv, part) => {
    const { code, err } = await gongze('sensitivity', file('refused-too.json', small), ...argv);
    expect(code).toBe(2);
    expect(err).toContain(part);
  });
});

describe('patterns and hindcast', () => {
  it.each(['zh', 'en'])('shows the table of patterns in %s', async (lang) => {
    const { code, out } = await gongze('patterns', '--lang', lang);
    expect(code).toBe(0);
    expect(out).toContain('142 / 8000 = 1.8%');
  });
  it('screens anew', async () => {
    const { out } = await gongze('patterns', '--draws', '40', '--json');
    expect(JSON.parse(out)).toMatchObject({ draws: 40, patterns: [{ id: 'stall' }, {}, {}, {}, {}, {}, {}] });
  });
  it('scores the shipped cases beside forecasts without a model', async () => {
    const { code, out } = await gongze('hindcast', '--json');
    expect(code).toBe(0);
    const scores = JSON.parse(out);
    for (const id of ['jingjinji', 'xixian']) {
      for (const key of ['model', 'persistence', 'trend', 'ignorance']) expect(scores[id].crps[key]).toBeGreaterThanOrEqual(0);
    }
    expect((await gongze('hindcast', 'elsewhere')).code).toBe(2);
  });
});
