/** Public goods games with punishment by name: voluntary, pool-peer. */
import { refused, refusal } from '../../parameters/parameters.ts';
import { type PoolPeer, poolPeer, poolPeerStrategies } from '../models/poolPeer.ts';
import { type Voluntary, voluntary, voluntaryStrategies } from '../models/voluntary.ts';
import type { SmallMutationLimit } from '../population/fixation.ts';
import { ruleKinds, type UpdateRule } from '../population/rules.ts';
import { type ChoiceSpec, consistent, type GameInput, type GameModel, yesOrNo } from './model.ts';
import { shared } from './specs.ts';

export const ruleChoice = (standard: (typeof ruleKinds)[number]): ChoiceSpec => ({
  name: 'rule',
  options: ruleKinds,
  standard,
  meaning: { zh: '更新规则', en: 'rule of imitation' },
});
export const compulsory: ChoiceSpec = {
  name: 'compulsory',
  options: yesOrNo,
  standard: 'false',
  meaning: { zh: '不得退出', en: 'nobody may stay out' },
};

/** `selection` is β of the Fermi rule, s of the Moran process or w of its exponential form; `strong` has none. */
export const selection = (standard: number) =>
  shared.spec(
    's',
    standard,
    [0, 1e6],
    '选择强度（fermi 为 β，moran 为 s ≤ 1，moranExponential 为 w）',
    'intensity of selection: β of fermi, s ≤ 1 of moran, w of moranExponential',
  );

export function ruleOf({ values, choices }: GameInput): UpdateRule {
  const s = values['s'] as number;
  const kind = choices['rule'] as UpdateRule['kind'];
  switch (kind) {
    case 'fermi':
      return { kind, beta: s };
    case 'moran':
      return { kind, s };
    case 'moranExponential':
      return { kind, w: s };
    case 'strong':
      return { kind };
    default:
      return kind satisfies never;
  }
}

export const moranBounded = ({ values: { s = 0 }, choices }: GameInput) =>
  consistent([choices['rule'] !== 'moran' || s <= 1, 's', 'moran 的 s 范围：0 ≤ s ≤ 1', 'with rule moran the range is 0 ≤ s ≤ 1']);

export const fitnessNotPositive = refusal(
  'inconsistent',
  's',
  '适合度 1 − s + s·π 须为正；请减小 s，或改用 moranExponential',
  'fitness 1 − s + s·π has to be above 0; lower s, or use moranExponential',
);

/** Numbers of the strategies left, and the limit by their names. */
export function byName(names: readonly string[], members: readonly number[], { stationary, fixation }: SmallMutationLimit) {
  const strategies = members.map((member) => names[member] as string);
  return { strategies, stationary: Object.fromEntries(strategies.map((name, i) => [name, stationary[i]])), fixation };
}

const groupFits = ({ values: { N = 0, M = 0 } }: GameInput) =>
  consistent([N <= M, 'N', `N ≤ M：种群只有 ${M} 人`, `N ≤ M: the population has only ${M}`]);

export const voluntaryModel: GameModel = {
  name: 'voluntary',
  title: { zh: '自愿参与与代价惩罚', en: 'Voluntary participation and costly punishment' },
  source: 'Hauert et al., Science 316:1905, 2007',
  parameters: [
    shared.N(5),
    shared.population(100),
    shared.spec('r', 3, [0, 1000], '公共品乘数', 'multiplier of contributions'),
    shared.spec('c', 1, [0, 1000], '贡献', 'contribution'),
    shared.spec('sigma', 1, [-1000, 1000], '不参与者收益', 'payoff of who stays out'),
    shared.spec('beta', 1, [0, 1000], '罚款', 'fine'),
    shared.spec('gamma', 0.3, [0, 1000], '惩罚成本', 'cost of fining'),
    selection(0.249),
  ],
  choices: [compulsory, ruleChoice('moran')],
  payoffs: 'none',
  aliases: { Z: 'M' },
  run: (input) => {
    const refusals = [...groupFits(input), ...moranBounded(input)];
    if (refusals.length > 0) return refused(...refusals);
    const members = input.choices['compulsory'] === 'true' ? [0, 1, 3] : [0, 1, 2, 3];
    const limit = voluntary(input.values as unknown as Voluntary, input.values['M'] as number, ruleOf(input), members);
    return limit === undefined ? refused(fitnessNotPositive) : { ok: true, value: byName(voluntaryStrategies, members, limit) };
  },
};

const member = (name: string, zh: string, en: string): ChoiceSpec => ({ name, options: yesOrNo, standard: 'true', meaning: { zh, en } });

export const poolPeerModel: GameModel = {
  name: 'pool-peer',
  title: { zh: '集中惩罚与同侪惩罚', en: 'Pool and peer punishment' },
  source: 'Sigmund, De Silva, Traulsen & Hauert, Nature 466:861, 2010',
  parameters: [
    { ...shared.N(5), min: 3 },
    shared.population(100),
    shared.spec('r', 3, [0, 1000], '公共品乘数', 'multiplier of contributions'),
    shared.spec('c', 1, [0, 1000], '贡献', 'contribution'),
    shared.spec('sigma', 1, [-1000, 1000], '不参与者收益', 'payoff of who stays out'),
    shared.spec('beta', 0.7, [0, 1000], '同侪罚款', 'fine by one peer-punisher'),
    shared.spec('gamma', 0.7, [0, 1000], '同侪惩罚成本', 'cost to a peer-punisher of one fine'),
    shared.spec('B', 0.7, [0, 1000], '集中罚款', 'fine for each pool-punisher'),
    shared.spec('G', 0.7, [0, 1000], '集中惩罚缴费', 'fee of a pool-punisher'),
    selection(1),
  ],
  choices: [
    { name: 'secondOrder', options: yesOrNo, standard: 'false', meaning: { zh: '二阶惩罚', en: 'punishment of the second order' } },
    compulsory,
    member('pool', '有集中惩罚者', 'pool-punishers exist'),
    member('peer', '有同侪惩罚者', 'peer-punishers exist'),
    ruleChoice('strong'),
  ],
  payoffs: 'none',
  aliases: { Z: 'M' },
  run: (input) => {
    const refusals = [...groupFits(input), ...moranBounded(input)];
    if (refusals.length > 0) return refused(...refusals);
    const { choices, values } = input;
    const chosen = [true, true, choices['compulsory'] === 'false', choices['pool'] === 'true', choices['peer'] === 'true'];
    const members = [0, 1, 2, 3, 4].filter((strategy) => chosen[strategy]);
    const game = { ...values, secondOrder: choices['secondOrder'] === 'true' } as unknown as PoolPeer;
    const limit = poolPeer(game, values['M'] as number, ruleOf(input), members);
    return limit === undefined ? refused(fitnessNotPositive) : { ok: true, value: byName(poolPeerStrategies, members, limit) };
  },
};
