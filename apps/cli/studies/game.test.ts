import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gongze } from '../testing/ran.ts';

const example = (name: string): string => fileURLToPath(new URL(`../../../examples/games/${name}`, import.meta.url));

describe('game', () => {
  it('prints every digit', async () => {
    const { code, out } = await gongze('game', 'crd', '--param', 'r=0.5', '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { etaG: number; stationary: number[] };
    expect(answer.etaG).toBeCloseTo(0.830832813, 9);
    expect(String(answer.etaG).length).toBeGreaterThan(14);
    expect(answer.stationary).toHaveLength(101);
  });
  it('reads payoffs from a file', async () => {
    const { code, out } = await gongze('game', 'matrix', '--payoffs', example('hawk-dove.json'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ strategies: ['hawk', 'dove'] });
    const start = ['x0', 'y0', 'z0'].flatMap((name) => ['--param', `${name}=0.2`]);
    const tripartite = await gongze('game', 'tripartite', '--payoffs', example('three-party.json'), ...start, '--json');
    expect(JSON.parse(tripartite.out)).toMatchObject({ ess: [{ at: [1, 1, 1], eigenvalues: [-9, -6.75, -0.5] }] });
  });
  it('without a model lists what there is', async () => {
    const { code, out } = await gongze('game');
    expect(code).toBe(0);
    for (const name of ['crd', 'voluntary', 'pool-peer', 'inequality', 'institutions', 'tripartite', 'matrix'])
      expect(out).toContain(`${name}  `);
  });
  it.each(['zh', 'en'])('refuses in %s with the range', async (lang) => {
    const { code, out, err } = await gongze('game', 'crd', '--param', 'r=2', '--lang', lang);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('0 ≤ r ≤ 1');
  });
  it.each([
    ['--param', 'r'],
    ['--payoffs', 'nowhere.json'],
    ['--payoffs', fileURLToPath(import.meta.url)],
  ])('refuses %s %s', async (...argv) => {
    const { code, err } = await gongze('game', 'matrix', ...argv);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  });
  it('the example files hold what they say', () => {
    for (const name of ['hawk-dove.json', 'three-party.json'])
      expect(JSON.parse(readFileSync(example(name), 'utf8'))).toHaveProperty('payoffs');
  });
});
