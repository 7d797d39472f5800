/** A scenario: who, how long, which parameters, what the superior does, and which variants are compared on the same chances. */
import { isIsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Outcome, type ParameterSpec, refusal, type Refusal, unknownParameter, valueRefusal } from '../../parameters/parameters.ts';
import { acceptedCount } from '../calibration/accepted.ts';
import { modelParameters } from '../model/parameters.ts';
import { exitKinds, monthsMax, noIntervention, onsetKinds, type Policy, policyNumbers } from '../model/policy.ts';
import type { Carried } from '../model/carried.ts';
import { seedMax } from '../../random/stream.ts';
import { readCarried } from './carried.ts';
import { expandSweep, type Variant } from './sweep.ts';

/** Where parameter sets come from: as written, drawn from the prior, or from the ensemble that reproduces the patterns. */
export const draws = ['fixed', 'prior', 'accepted'] as const;

export interface Scenario {
  readonly id: string;
  readonly title: Bilingual;
  /** Government codes; their number is the number of parties. */
  readonly parties: readonly string[];
  /** Relative resources of the parties, mean 1; absent = drawn. */
  readonly resources?: readonly number[];
  /** First month. */
  readonly start: string;
  readonly months: number;
  readonly runs: number;
  readonly seed: number;
  readonly draw: (typeof draws)[number];
  /** With `accepted`: the members of the ensemble that are used, by their place in it; absent = all. */
  readonly members?: readonly number[];
  /** What had been begun before the first month; absent = the run starts afresh. */
  readonly carried?: Carried;
  /** At least one; the first is what others are compared with. */
  readonly variants: readonly Variant[];
}

const runsMax = 10_000_000;
const limits: Readonly<Record<'months' | 'runs' | 'seed' | 'parties', ParameterSpec>> = {
  months: { name: 'months', standard: 240, min: 1, max: monthsMax, whole: true, meaning: { zh: '月数', en: 'months' } },
  runs: { name: 'runs', standard: 200, min: 1, max: runsMax, whole: true, meaning: { zh: '运行次数', en: 'runs' } },
  seed: { name: 'seed', standard: 1, min: 0, max: seedMax, whole: true, meaning: { zh: '随机种子', en: 'seed' } },
  parties: { name: 'parties', standard: 6, min: 2, max: 20, whole: true, meaning: { zh: '当事方数', en: 'number of parties' } },
};

const numbersByName = new Map<string, ParameterSpec>([
  ...modelParameters.map((spec) => [`parameters.${spec.name}`, spec] as const),
  ...policyNumbers.map((spec) => [`policy.${spec.name}`, spec] as const),
]);

/** Refusal of a single setting such as `parameters.c` or `policy.strength`. */
export function settingRefusal(path: string, value: unknown): Refusal | undefined {
  const spec = numbersByName.get(path);
  if (spec !== undefined) return valueRefusal(spec, value, path);
  const [group = '', name = path] = path.split('.');
  const known = [...numbersByName.keys()].filter((one) => one.startsWith(`${group}.`)).map((one) => one.slice(group.length + 1));
  return unknownParameter(name, known.length > 0 ? known : ['parameters.…', 'policy.…'], path);
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function badField(where: string, zh: string, en: string): Refusal {
  return refusal('badFile', where, `${where}：${zh}`, `${where}: ${en}`);
}

function unknownFields(fields: Fields, known: readonly string[], at = ''): Refusal[] {
  return Object.keys(fields)
    .filter((name) => !known.includes(name))
    .map((name) => unknownParameter(name, known, `${at}${name}`));
}

function readNumber(name: keyof typeof limits, value: unknown, refusals: Refusal[]): number {
  if (value === undefined) return limits[name].standard;
  const found = valueRefusal(limits[name], value);
  if (found !== undefined) refusals.push(found);
  return value as number;
}

export function readParameterValues(value: unknown, at: string, refusals: Refusal[]): Readonly<Record<string, number>> {
  if (value === undefined) return {};
  if (!isFields(value)) {
    refusals.push(badField(at, '应为 名称: 数值', 'name: number is expected'));
    return {};
  }
  for (const [name, one] of Object.entries(value)) {
    const found = settingRefusal(`parameters.${name}`, one);
    if (found !== undefined) refusals.push(found);
  }
  return value as Record<string, number>;
}

function readKind<T extends string>(value: unknown, kinds: readonly T[], at: string, refusals: Refusal[], standard: T): T {
  if (value === undefined) return standard;
  if (kinds.includes(value as T)) return value as T;
  refusals.push(badField(at, `应为 ${kinds.join('、')} 之一`, `one of ${kinds.join(', ')} is expected`));
  return standard;
}

const sumTolerance = 1e-9;

/** A policy: the fields given over `base`. Without an onset, a given strength comes in `onsetMonth`. */
export function readPolicy(value: unknown, base: Policy, at: string, refusals: Refusal[]): Policy {
  if (value === undefined) return base;
  if (!isFields(value)) {
    refusals.push(badField(at, '应为对象', 'an object is expected'));
    return base;
  }
  const numbers = policyNumbers.map(({ name }) => name);
  refusals.push(...unknownFields(value, ['onset', 'exit', ...numbers], `${at}.`));
  for (const name of numbers) {
    const found = value[name] === undefined ? undefined : settingRefusal(`policy.${name}`, value[name]);
    if (found !== undefined) refusals.push(found);
  }
  const onset = readKind(value['onset'], onsetKinds, `${at}.onset`, refusals, value['onsetMonth'] === undefined ? base.onset : 'month');
  const exit = readKind(value['exit'], exitKinds, `${at}.exit`, refusals, base.exit);
  const policy = { ...base, ...value, onset, exit } as Policy;
  if (Math.abs(policy.sanction + policy.subsidy + policy.coordination - 1) > sumTolerance) {
    refusals.push(badField(at, 'sanction、subsidy、coordination 之和应为 1', 'sanction, subsidy and coordination add up to 1'));
  }
  return policy;
}

function readTitle(value: unknown, id: string, at: string, refusals: Refusal[]): Bilingual {
  if (value === undefined) return { zh: id, en: id };
  if (isFields(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  refusals.push(badField(at, '应有 zh 与 en 两种文字', 'zh and en are expected'));
  return { zh: id, en: id };
}

const slug = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const code = /^[A-Za-z0-9]{1,20}$/;

function readParties(value: unknown, refusals: Refusal[]): readonly string[] {
  if (Array.isArray(value)) {
    const found = valueRefusal(limits.parties, value.length, 'parties');
    if (found !== undefined) refusals.push(found);
    if (!value.every((one) => typeof one === 'string' && code.test(one)) || new Set(value).size !== value.length) {
      refusals.push(badField('parties', '应为互不相同的政府代码', 'government codes, each once, are expected'));
    }
    return value.map(String);
  }
  const count = readNumber('parties', value, refusals);
  return Array.from({ length: Math.min(Math.max(0, count || 0), limits.parties.max) }, (_, i) => `P${i + 1}`);
}

function readVariants(fields: Fields, refusals: Refusal[]): readonly Variant[] {
  const parameters = readParameterValues(fields['parameters'], 'parameters', refusals);
  const policy = readPolicy(fields['policy'], noIntervention, 'policy', refusals);
  const listed = fields['variants'];
  if (listed === undefined) return [{ id: 'base', title: { zh: '基准', en: 'base' }, parameters, policy }];
  if (!Array.isArray(listed) || listed.length === 0 || !listed.every(isFields)) {
    refusals.push(badField('variants', '应为非空的对象列表', 'a list of objects, not empty, is expected'));
    return [];
  }
  return listed.map((one: Fields, index): Variant => {
    const at = `variants.${index}`;
    refusals.push(...unknownFields(one, ['id', 'title', 'parameters', 'policy'], `${at}.`));
    const id = typeof one['id'] === 'string' && slug.test(one['id']) ? one['id'] : '';
    if (id === '') refusals.push(badField(`${at}.id`, '应为字母、数字与 . _ - 组成的名称', 'a name of letters, digits, . _ - is expected'));
    return {
      id,
      title: readTitle(one['title'], id, `${at}.title`, refusals),
      parameters: { ...parameters, ...readParameterValues(one['parameters'], `${at}.parameters`, refusals) },
      policy: readPolicy(one['policy'], policy, `${at}.policy`, refusals),
    };
  });
}

const fieldsKnown = [
  'id',
  'title',
  'parties',
  'resources',
  'start',
  'months',
  'runs',
  'seed',
  'draw',
  'members',
  'carried',
  'parameters',
  'policy',
  'variants',
  'sweep',
];

function readResources(value: unknown, parties: number, refusals: Refusal[]): readonly number[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.length === parties && value.every((one) => typeof one === 'number' && one > 0 && one <= 1000))
    return value;
  refusals.push(
    badField('resources', `应为 ${parties} 个大于 0、不超过 1000 的数`, `${parties} numbers above 0, at most 1000, are expected`),
  );
  return undefined;
}

function readMembers(value: unknown, refusals: Refusal[]): readonly number[] | undefined {
  if (value === undefined) return undefined;
  const fits = (one: unknown): boolean => typeof one === 'number' && Number.isInteger(one) && one >= 0 && one < acceptedCount;
  if (Array.isArray(value) && value.length > 0 && value.every(fits) && new Set(value).size === value.length) return value;
  const range = `0 … ${acceptedCount - 1}`;
  refusals.push(badField('members', `应为 ${range} 之间互不相同的整数`, `whole numbers within ${range}, each once, are expected`));
  return undefined;
}

/** Reads the content of a scenario file. Everything wrong is told at once, with what would be right. */
export function readScenario(content: unknown): Outcome<Scenario> {
  if (!isFields(content)) return { ok: false, refusals: [badField('scenario', '应为 JSON 对象', 'a JSON object is expected')] };
  const refusals: Refusal[] = unknownFields(content, fieldsKnown);
  const id = typeof content['id'] === 'string' && slug.test(content['id']) ? content['id'] : 'scenario';
  if (content['id'] !== undefined && id !== content['id']) {
    refusals.push(badField('id', '应为字母、数字与 . _ - 组成的名称', 'a name of letters, digits, . _ - is expected'));
  }
  const start = content['start'] ?? '2020-01';
  if (typeof start !== 'string' || !/^\d{4}-\d{2}$/.test(start) || !isIsoDate(`${start}-01`)) {
    refusals.push(badField('start', '应为 YYYY-MM', 'YYYY-MM is expected'));
  }
  const parties = readParties(content['parties'], refusals);
  const resources = readResources(content['resources'], parties.length, refusals);
  const members = readMembers(content['members'], refusals);
  const carried = readCarried(content['carried'], refusals);
  const draw = readKind(content['draw'], draws, 'draw', refusals, 'fixed');
  if (members !== undefined && draw !== 'accepted')
    refusals.push(badField('members', '仅与 draw = accepted 同用', 'goes with draw = accepted only'));
  const variants = expandSweep(readVariants(content, refusals), content['sweep'], refusals);
  if (new Set(variants.map((one) => one.id)).size !== variants.length)
    refusals.push(badField('variants', '名称不得重复', 'ids are given once'));
  const scenario: Scenario = {
    id,
    title: readTitle(content['title'], id, 'title', refusals),
    parties,
    ...(resources !== undefined && { resources }),
    start: String(start),
    months: readNumber('months', content['months'], refusals),
    runs: readNumber('runs', content['runs'], refusals),
    seed: readNumber('seed', content['seed'], refusals),
    draw,
    ...(members !== undefined && { members }),
    ...(carried !== undefined && { carried }),
    variants,
  };
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: scenario };
}

/** The scenario with another number of runs or another seed, as from the command line. */
export function withRuns(scenario: Scenario, given: { readonly runs?: number; readonly seed?: number }): Outcome<Scenario> {
  const refusals: Refusal[] = [];
  const runs = given.runs === undefined ? scenario.runs : readNumber('runs', given.runs, refusals);
  const seed = given.seed === undefined ? scenario.seed : readNumber('seed', given.seed, refusals);
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: { ...scenario, runs, seed } };
}
