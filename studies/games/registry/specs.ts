/** Parameters that several games share. */
import type { ParameterSpec } from '../../parameters/parameters.ts';

const spec = (
  name: string,
  standard: number,
  [min, max]: readonly [number, number],
  zh: string,
  en: string,
  more: Partial<ParameterSpec> = {},
): ParameterSpec => ({ name, standard, min, max, meaning: { zh, en }, ...more });

const whole = { whole: true } as const;

export const shared = {
  spec,
  Z: (standard: number, max = 100_000) => spec('Z', standard, [2, max], '种群规模', 'size of the population', whole),
  /** Population in the notation of papers that call the group N and the population M. */
  population: (standard: number) => spec('M', standard, [2, 10_000], '种群规模', 'size of the population', whole),
  N: (standard: number) => spec('N', standard, [2, 1000], '小组人数', 'size of a group', whole),
  M: (standard: number) => spec('M', standard, [1, 1000], '达标所需贡献者数', 'contributors that a group needs', whole),
  c: (standard: number) => spec('c', standard, [0, 1], '贡献成本（占禀赋份额）', 'cost of contributing, as a share of the endowment'),
  b: (standard: number) => spec('b', standard, [0, 1000], '禀赋', 'endowment'),
  r: (standard: number) =>
    spec('r', standard, [0, 1], '未达标时丧失禀赋的概率', 'probability of losing the endowment if the target is missed'),
  beta: (standard: number) => spec('beta', standard, [0, 1e6], '选择强度', 'intensity of selection'),
  mu: (standard: number) => spec('mu', standard, [0, 1], '突变概率', 'probability of mutation', { aboveMin: true }),
} as const;
