/**
 * Enterprise, public and government in the control of air pollution. x: the enterprise treats its emissions, y: the public takes
 * part, z: the government regulates. Five stages of one story, from no cooperation to a regulator that has left while cooperation
 * stays.
 *
 * Payoff table and parameters: Wang, Jia, He, Wang and Huang, Journal of Cleaner Production 418:138074, 2023.
 */
import type { ParameterSpec } from '../../parameters/parameters.ts';
import type { Cube, TripartitePayoffs } from './engine.ts';

export type AirPollution = Readonly<Record<(typeof names)[number], number>>;

const names = [
  'PA',
  'Pe',
  'CA',
  'eA',
  'Rc',
  'alpha',
  'beta',
  'gamma',
  'CH',
  'CB1',
  'delta',
  'CB0',
  'epsilon',
  'Rp',
  'zeta',
  'eta',
  'theta',
  'lambda',
  'CG1',
  'CE',
  'gov',
  'G0',
  'kappa',
  'G1',
] as const;

const initial: AirPollution = {
  PA: 40,
  Pe: 20,
  CA: 35,
  eA: 0.1,
  Rc: 10,
  alpha: 0,
  beta: 0,
  gamma: 0.1,
  CH: -30,
  CB1: 30,
  delta: 0.8,
  CB0: 18,
  epsilon: 0,
  Rp: 25,
  zeta: 0.1,
  eta: 0.1,
  theta: 0.1,
  lambda: 0.1,
  CG1: 25,
  CE: 30,
  gov: 0.5,
  G0: 10,
  kappa: 0.8,
  G1: 5,
};

/** What each stage changes against the initial parameters. */
export const stages: readonly Partial<AirPollution>[] = [
  {},
  { eA: 0.2, beta: 0.05, G0: 20 },
  { eA: 0.4, Rc: 15, alpha: 0.06, beta: 0.2, G0: 20, G1: 10 },
  { eA: 0.5, Rc: 20, alpha: 0.1, beta: 0.2, delta: 0.7, epsilon: 0.1, G0: 25, G1: 15 },
  { Pe: 10, eA: 0.7, Rc: 25, alpha: 0, beta: 0.2, gamma: 0.3, delta: 0.5, zeta: 0.2, G0: 15, G1: 5 },
];

export function airPollutionAt(stage: number, given: Partial<AirPollution> = {}): AirPollution {
  return { ...initial, ...stages[stage], ...given };
}

const meanings: Readonly<Record<(typeof names)[number], readonly [zh: string, en: string]>> = {
  PA: ['企业正常利润', 'ordinary profit of the enterprise'],
  Pe: ['外部性利润', 'profit from the external effect'],
  CA: ['完全治理成本', 'cost of complete treatment'],
  eA: ['治理努力程度', 'effort of treatment'],
  Rc: ['减排总收益', 'return on reduced emissions'],
  alpha: ['补贴系数', 'rate of subsidy'],
  beta: ['处罚系数', 'rate of penalty'],
  gamma: ['创新能力', 'power to innovate'],
  CH: ['公众健康损失（负值）', 'loss of health, negative'],
  CB1: ['公众参与成本', 'cost of taking part'],
  delta: ['渠道难度系数', 'difficulty of the channel'],
  CB0: ['个人防护成本', 'cost of protecting oneself'],
  epsilon: ['公众补贴系数', 'rate at which taking part is subsidised'],
  Rp: ['环境收益', 'environmental benefit'],
  zeta: ['公众专业程度', 'expertise of the public'],
  eta: ['公众对企业创新的促进', 'push that the public gives to innovation'],
  theta: ['公众对政府声誉的放大', 'amplification of reputation by the public'],
  lambda: ['心理损失系数', 'psychological loss'],
  CG1: ['监管行政成本', 'administrative cost of regulating'],
  CE: ['环境损害', 'environmental damage'],
  gov: ['外部性分成', 'share of the government in the external effect'],
  G0: ['声誉损失', 'loss of reputation'],
  kappa: ['分权系数', 'degree of decentralisation'],
  G1: ['声誉收益', 'gain of reputation'],
};

export const airPollutionParameters: readonly ParameterSpec[] = names.map((name) => ({
  name,
  standard: initial[name],
  min: -1000,
  max: 1000,
  meaning: { zh: meanings[name][0], en: meanings[name][1] },
  source: 'Wang et al. 2023',
}));

const cube = (payoff: (x: 0 | 1, y: 0 | 1, z: 0 | 1) => number): Cube => [
  [
    [payoff(0, 0, 0), payoff(0, 0, 1)],
    [payoff(0, 1, 0), payoff(0, 1, 1)],
  ],
  [
    [payoff(1, 0, 0), payoff(1, 0, 1)],
    [payoff(1, 1, 0), payoff(1, 1, 1)],
  ],
];

export function airPollution(p: AirPollution): TripartitePayoffs {
  const revenue = p.PA + (1 - p.eA) * (1 - p.gov) * p.Pe;
  const enterprise = cube((x, y, z) =>
    x === 1
      ? (1 + y * p.eta) * p.PA + (1 - p.eA) * (1 - p.gov) * p.Pe - p.eA * (1 - p.gamma) * p.CA + p.eA * p.Rc + z * p.alpha * revenue
      : p.PA + (1 - p.gov) * p.Pe - z * p.beta * revenue,
  );
  const people = cube((x, y, z) => {
    const health = x === 1 ? (1 - p.eA) * p.CH : (1 + y * p.lambda) * p.CH;
    return health + (y === 1 ? p.zeta * p.Rp - (1 - z * p.epsilon) * p.delta * p.CB1 : -p.CB0);
  });
  const government = cube((x, y, z) => {
    const untreated = x === 1 ? 1 - p.eA : 1;
    const own = -(1 - p.kappa) * untreated * p.CE + p.kappa * untreated * p.gov * p.Pe;
    const said = 1 + y * p.theta;
    if (z === 0) return own - said * p.G0;
    const transfers = x === 1 ? -p.alpha * revenue : p.beta * revenue;
    return own + said * p.G1 - p.CG1 + transfers - y * p.epsilon * p.delta * p.CB1;
  });
  return [enterprise, people, government];
}
