/**
 * Every number of the responsibility model, in the order in which the kernel reads them. `min`/`max` is what can be computed and means
 * something; `prior` is what the literature or a labelled assumption makes plausible, and what calibration draws from.
 */
import type { ParameterSpec } from '../../parameters/parameters.ts';

export interface ModelParameter extends ParameterSpec {
  readonly unit: string;
  readonly source: string;
  /** Plausible range; absent = held at its standard value in calibration. */
  readonly prior?: readonly [number, number];
  /** Turns an equation's shape and has no counterpart that could be measured; screened, not fitted. */
  readonly scaling?: boolean;
}

type Row = readonly [
  name: string,
  standard: number,
  range: readonly [number, number],
  prior: readonly [number, number] | undefined,
  unit: string,
  zh: string,
  en: string,
  source: string,
];

const assumption = 'assumption';

const mechanism: readonly Row[] = [
  // Parties and burden
  [
    'sigmaR',
    0.5,
    [0, 2],
    [0.2, 1],
    'log units',
    '资源差异（对数标准差）',
    'spread of resources, sd of their logarithm',
    'Vasconcelos et al. 2014 (4 : 1)',
  ],
  ['w', 0.3, [0, 1], [0, 0.6], 'share', '按议价能力转移的负担份额', 'share of the burden shifted by bargaining power', assumption],
  ['eta', 1, [0, 3], [0.5, 1.5], 'elasticity', '负担转移弹性', 'elasticity of the shift', assumption],
  ['c', 0.25, [0, 2], [0.1, 0.35], 'of the benefit', '履责成本', 'cost of fulfilling', 'Santos & Pacheco 2011'],
  ['r', 0.45, [0, 1], [0.1, 0.9], 'probability', '未达标时的风险', 'risk if the joint duty is missed', 'Milinski et al. 2008'],
  ['k', 11, [0.1, 100], [6, 16], 'per unit of Q', '达标概率的陡度', 'steepness of success in joint delivery', assumption],
  ['M0', 0.6, [0, 1], [0.45, 0.75], 'share', '达标所需的履责水平', 'joint delivery at which success is even', assumption],
  ['M1', 0.08, [0, 1], [0, 0.15], 'share', '问题存量抬高门槛的程度', 'how far the stock of the problem raises it', assumption],
  ['d', 0.03, [0, 1], [0.01, 0.05], 'per month', '问题存量的变化速度', 'speed of the stock of the problem', assumption],
  ['X0', 1, [0, 2], undefined, 'stock', '问题存量初值', 'stock of the problem at the start', assumption],
  // Trust
  ['a0', 1, [0.01, 100], [0.7, 1.5], 'occasions', '先验守信次数', 'prior good occasions', 'Jøsang & Ismail 2002'],
  ['b0', 1.5, [0.01, 100], [1, 2.5], 'occasions', '先验失信次数', 'prior bad occasions', 'Jøsang & Ismail 2002'],
  ['lam', 0.95, [0, 0.9999], [0.9, 0.99], 'per month', '遗忘因子', 'forgetting', 'Jøsang & Ismail 2002, value assumed'],
  ['eps', 0.05, [0, 0.5], [0.02, 0.1], 'probability', '误判概率', 'error of observation', assumption],
  ['h', 1 / 45, [0, 1], [1 / 60, 1 / 30], 'per month', '领导更替率', 'hazard of a change of leaders', 'Eaton & Kostka 2014 (3–4 years)'],
  ['kappaL', 0.5, [0, 1], [0.2, 0.8], 'share', '更替后保留的信任', 'trust kept across a change of leaders', assumption],
  // Symbolic compliance
  ['eS', 0.35, [0, 1], [0.2, 0.5], 'share', '象征性执行的实效', 'real effect of symbolic compliance', assumption],
  ['qS', 0.65, [0, 1], [0.4, 0.9], 'probability', '象征性执行被当作履责的概率', 'probability that it passes for fulfilment', assumption],
  // Institution
  ['spec', 0.4, [0, 1], [0.1, 0.8], 'share', '协议具体程度', 'specificity of the agreement', assumption],
  ['bind', 0.45, [0, 1], [0.1, 0.8], 'share', '协议约束力', 'bindingness of the agreement', assumption],
  ['rank', 0.4, [0, 1], [0.2, 0.7], 'share', '协调机构位阶', 'rank of the coordinating body', assumption],
  ['d0', 0.12, [0, 1], [0.05, 0.25], 'probability', '基础发现率', 'detection without anything', assumption],
  ['mon', 0.5, [0, 1], [0.3, 0.7], 'probability', '上级督查增加的发现率', 'detection added by a superior', assumption],
  ['phi', 0.9, [0, 10], [0.2, 1.6], 'of the benefit', '内部惩罚', 'internal sanction', 'Vasconcelos et al. 2013'],
  ['kappa', 0.3, [0, 5], [0.1, 0.5], 'of the benefit', '交易成本', 'transaction cost', assumption],
  // Superior
  ['Phi', 1.1, [0, 20], [0.6, 1.6], 'of the benefit', '上级惩罚', 'sanction of the superior', 'Vasconcelos et al. 2013; Couto et al. 2020'],
  ['psi', 0.2, [0, 10], [0, 0.4], 'of the benefit', '上级补助', 'subsidy of the superior', 'Góis et al. 2019'],
  ['legit', 0.4, [0, 1], [0, 1], 'share', '介入的正当性', 'legitimacy of the intervention', 'DeCaro et al. 2015'],
  [
    'chi',
    0.08,
    [0, 1],
    [0, 0.2],
    'per month',
    '动机挤出率',
    'crowding-out of motivation',
    'Frey & Jegen 2001; 0 after Abatayo & Lynham 2016',
  ],
  // Choice
  [
    'beta',
    15,
    [0, 1000],
    [5, 25],
    'per benefit',
    '理性程度（logit）',
    'precision of choice (logit)',
    'Vasconcelos et al. 2013, 2014 (3–5)',
  ],
  ['betaF', 10, [0, 1000], [1, 25], 'per benefit', '模仿的选择强度', 'intensity of imitation', 'Vasconcelos et al. 2013, 2014 (3–5)'],
  ['iota', 0.15, [0, 1], [0, 0.3], 'probability', '模仿的概率', 'probability of imitating', assumption],
  ['mu', 0.015, [0, 1], [0.005, 0.03], 'probability', '随机试错', 'random trial', '1/Z convention'],
  // Motivation
  ['m0', 0.15, [0, 5], [0.05, 0.3], 'of the benefit', '内在动机水平', 'level of intrinsic motivation', assumption],
  ['am', 0.05, [0, 1], [0.02, 0.1], 'per month', '动机恢复速度', 'speed at which motivation recovers', assumption],
  // Self-coordination
  ['K0', 0.15, [0, 1], [0, 0.3], 'share', '自主协调能力初值', 'capacity of self-coordination at the start', assumption],
  ['gK', 0.03, [0, 1], [0.01, 0.06], 'per month', '自主协调能力的学习', 'learning of self-coordination', assumption],
  ['dK', 0.008, [0, 1], [0.002, 0.02], 'per month', '自主协调能力的衰减', 'decay of self-coordination', assumption],
  ['zeta', 0.7, [0, 1], [0.4, 1], 'share', '介入对学习的抑制', 'how far intervention stops learning', assumption],
  ['zc', 0.05, [0, 1], [0, 0.08], 'per month', '介入对能力的侵蚀', 'erosion of capacity by intervention', assumption],
  ['ay', 0.2, [0.0001, 1], [0.1, 0.35], 'per month', '绩效平滑', 'smoothing of performance', assumption],
];

/** Numbers inside the equations. All are in the Morris screen. */
const scalings: readonly Row[] = [
  ['benefitScale', 2.2, [0, 100], [1.7, 2.7], 'of the risk', '收益尺度', 'benefit per unit of risk and resources', assumption],
  ['priorWeight', 0.2, [0, 1], [0.1, 0.3], 'share', '先验回归权重', 'weight of the prior in forgetting', assumption],
  [
    'specReveals',
    0.6,
    [0, 1],
    [0.4, 0.8],
    'share',
    '具体条款揭穿象征性执行',
    'how far specificity exposes symbolic compliance',
    assumption,
  ],
  ['superiorReveals', 0.6, [0, 1], [0.4, 0.8], 'share', '上级揭穿象征性执行', 'how far a superior exposes it', assumption],
  ['specDetects', 0.5, [0, 1], [0.3, 0.7], 'probability', '具体条款增加的发现率', 'detection added by specificity', assumption],
  [
    'coordinationBlinds',
    0.5,
    [0, 1],
    [0.3, 0.7],
    'share',
    '协调型介入削弱督查',
    'monitoring given up by a coordination mandate',
    assumption,
  ],
  ['detectionCap', 0.95, [0, 1], [0.9, 1], 'probability', '发现率上限', 'highest detection', assumption],
  ['rankBase', 0.5, [0, 1], [0.3, 0.7], 'share', '不依赖位阶的惩罚份额', 'sanction that does not depend on rank', assumption],
  ['capacityScale', 2, [0, 10], [1.5, 2.5], 'factor', '协调能力对内部惩罚的放大', 'internal sanction per unit of capacity', assumption],
  [
    'coordinationRelief',
    1.5,
    [0, 10],
    [1, 2],
    'per strength',
    '协调授权降低交易成本',
    'transaction cost relieved by a mandate',
    assumption,
  ],
  ['symbolicEffort', 0.3, [0, 1], [0.15, 0.45], 'share', '象征性执行承担的交易成本', 'transaction cost of symbolic compliance', assumption],
  ['symbolicPride', 0.3, [0, 1], [0.15, 0.45], 'share', '象征性执行得到的动机回报', 'motivation it satisfies', assumption],
  ['symbolicSubsidy', 0.5, [0, 1], [0.3, 0.7], 'share', '象征性执行得到的补助', 'subsidy it obtains', assumption],
  ['motivationFloor', 0.4, [0, 5], [0.2, 0.6], 'share', '无绩效时的动机', 'motivation without performance', assumption],
  ['motivationGain', 1.2, [0, 5], [0.8, 1.6], 'per unit of y', '绩效对动机的增益', 'motivation gained by performance', assumption],
  ['mandateErodes', 0.5, [0, 1], [0.3, 0.7], 'share', '协调授权对能力的侵蚀', 'erosion by a coordination mandate', assumption],
  ['rankPerTier', 0.15, [0, 1], [0.05, 0.25], 'share', '每升一级增加的位阶', 'rank added by each higher tier', assumption],
];

const rowOf =
  (scaling: boolean) =>
  ([name, standard, [min, max], prior, unit, zh, en, source]: Row): ModelParameter => ({
    name,
    standard,
    min,
    max,
    meaning: { zh, en },
    unit,
    source,
    ...(prior !== undefined && { prior }),
    ...(scaling && { scaling }),
  });

export const modelParameters: readonly ModelParameter[] = [...mechanism.map(rowOf(false)), ...scalings.map(rowOf(true))];

/** Place of each parameter in a parameter set. */
export const parameterIndex: ReadonlyMap<string, number> = new Map(modelParameters.map(({ name }, index) => [name, index]));

/** Parameters that calibration draws. */
export const priorParameters = modelParameters.filter(
  (one): one is ModelParameter & { prior: readonly [number, number] } => one.prior !== undefined,
);

/** Values in kernel order: the given ones, else the standard. Names are checked by the caller. */
export function parameterSet(given: Readonly<Record<string, number>> = {}): Float64Array {
  return Float64Array.from(modelParameters, ({ name, standard }) => given[name] ?? standard);
}
