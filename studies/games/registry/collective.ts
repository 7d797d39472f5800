/** Collective-risk games by name: crd, inequality, institutions. */
import { refused } from '../../parameters/parameters.ts';
import { compositionCount } from '../population/fullChain.ts';
import { type CollectiveRisk, collectiveRisk } from '../models/collectiveRisk.ts';
import { inequality } from '../models/inequality.ts';
import { institutions, type Scope, scopes } from '../models/institutions.ts';
import { consistent, type GameInput, type GameModel } from './model.ts';
import { shared } from './specs.ts';

const groupFits = ({ values: { N = 0, M = 0, Z = 0 } }: GameInput) =>
  consistent(
    [M <= N, 'M', `M ≤ N：小组共 ${N} 人，不能要求 ${M} 人贡献`, `M ≤ N: a group of ${N} cannot need ${M} contributors`],
    [N <= Z, 'N', `N ≤ Z：种群只有 ${Z} 人，抽不出 ${N} 人的小组`, `N ≤ Z: no group of ${N} can be drawn from ${Z}`],
  );

/** Most multiplications of one exact solution: some ten seconds. */
const workMax = 2e10;
const tooMuch = (work: number) =>
  consistent([
    work <= workMax,
    'Z',
    `Z 过大：精确求解约需 ${work.toExponential(1)} 次乘法，上限 ${workMax}`,
    `Z is too large: the exact solution takes about ${work.toExponential(1)} multiplications, ${workMax} at most`,
  ]);

export const crd: GameModel = {
  name: 'crd',
  title: { zh: '集体风险困境', en: 'Collective-risk dilemma' },
  source: 'Santos & Pacheco, PNAS 108:10421, 2011',
  parameters: [shared.N(6), shared.M(3), shared.c(0.1), shared.b(1), shared.r(0.5), shared.Z(100), shared.beta(5), shared.mu(0.01)],
  choices: [],
  payoffs: 'none',
  run: (input) => {
    const refusals = groupFits(input);
    if (refusals.length > 0) return refused(...refusals);
    const { Z, beta, mu } = input.values as Readonly<Record<'Z' | 'beta' | 'mu', number>>;
    return { ok: true, value: collectiveRisk(input.values as unknown as CollectiveRisk, Z, beta, mu) };
  },
};

export const inequalityModel: GameModel = {
  name: 'inequality',
  title: { zh: '贫富不均与同类相仿', en: 'Wealth inequality and homophily' },
  source: 'Vasconcelos, Santos, Pacheco & Levin, PNAS 111:2212, 2014',
  parameters: [
    shared.Z(200, 5000),
    shared.spec('ZR', 40, [0, 5000], '富者人数', 'number of the rich', { whole: true }),
    shared.N(6),
    shared.M(3),
    shared.c(0.1),
    shared.spec('bR', 2.5, [0, 1000], '富者禀赋', 'endowment of the rich'),
    shared.spec('bP', 0.625, [0, 1000], '贫者禀赋', 'endowment of the poor'),
    shared.beta(3),
    shared.mu(1 / 200),
    shared.r(0.3),
    shared.spec('h', 0, [0, 1], '同类相仿程度', 'homophily: 1 copies only its own class'),
  ],
  choices: [],
  payoffs: 'none',
  run: (input) => {
    const { Z, ZR } = input.values as Readonly<Record<'Z' | 'ZR', number>>;
    const inner = Math.min(ZR, Z - ZR) + 1;
    const refusals = [
      ...groupFits(input),
      ...consistent([ZR <= Z, 'ZR', `ZR ≤ Z = ${Z}`, `ZR ≤ Z = ${Z}`]),
      ...tooMuch((ZR + 1) * (Z - ZR + 1) * inner * inner),
    ];
    if (refusals.length > 0) return refused(...refusals);
    return { ok: true, value: inequality(input.values as unknown as Parameters<typeof inequality>[0]) };
  },
};

export const institutionsModel: GameModel = {
  name: 'institutions',
  title: { zh: '地方与全局惩罚机构', en: 'Local and global sanctioning institutions' },
  source: 'Vasconcelos, Santos & Pacheco, Nature Climate Change 3:797, 2013',
  parameters: [
    shared.Z(100, 1000),
    shared.N(4),
    shared.M(3),
    shared.c(0.1),
    shared.b(1),
    shared.r(0.3),
    shared.spec('piT', 0.03, [0, 1000], '惩罚者缴费', 'fee of a punisher'),
    shared.spec('piF', 0.3, [0, 1000], '对背叛者的罚款', 'fine of a defector'),
    shared.spec('nP', 0.25, [0, 1], '机构成立所需惩罚者份额', 'share of punishers from which an institution stands', { aboveMin: true }),
    shared.beta(5),
    shared.mu(0.01),
  ],
  choices: [{ name: 'scope', options: scopes, standard: 'local', meaning: { zh: '机构范围', en: 'reach of the institution' } }],
  payoffs: 'none',
  aliases: { pi_t: 'piT', pi_f: 'piF', n_p: 'nP' },
  run: (input) => {
    const { Z = 0 } = input.values;
    const refusals = [...groupFits(input), ...(input.choices['scope'] === 'none' ? [] : tooMuch(compositionCount(3, Z) * Z * Z))];
    if (refusals.length > 0) return refused(...refusals);
    return {
      ok: true,
      value: institutions(input.values as unknown as Parameters<typeof institutions>[0], input.choices['scope'] as Scope),
    };
  },
};
