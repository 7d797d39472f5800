/** The part of a scenario file that says what had been begun before its first month. */
import { type ParameterSpec, refusal, type Refusal, unknownParameter, valueRefusal } from '../../parameters/parameters.ts';
import { type Carried, type CarriedIntervention, carriedKinds } from '../model/carried.ts';
import { monthsMax } from '../model/policy.ts';

const whole = { whole: true, unit: 'months' } as const;
const limits: Readonly<Record<'months' | 'strength' | 'tier' | 'from' | 'until', ParameterSpec>> = {
  months: { name: 'months', standard: 0, min: 0, max: monthsMax, meaning: { zh: '此前的月数', en: 'months before' }, ...whole },
  strength: { name: 'strength', standard: 0, min: 0, max: 5, meaning: { zh: '强度', en: 'strength' } },
  tier: {
    name: 'tier',
    standard: 0,
    min: 0,
    max: 5,
    whole: true,
    meaning: { zh: '高于最近上级的级数', en: 'tiers above the nearest superior' },
  },
  from: {
    name: 'from',
    standard: 0,
    min: -monthsMax,
    max: monthsMax,
    meaning: { zh: '开始的月份', en: 'month of its beginning' },
    ...whole,
  },
  until: { name: 'until', standard: 0, min: -monthsMax, max: monthsMax, meaning: { zh: '结束的月份', en: 'month of its end' }, ...whole },
};
const fields = ['kind', 'strength', 'tier', 'from', 'until'] as const;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const bad = (where: string, zh: string, en: string): Refusal => refusal('badFile', where, `${where}：${zh}`, `${where}: ${en}`);

function readOne(one: unknown, at: string, refusals: Refusal[]): CarriedIntervention[] {
  if (!isFields(one)) {
    refusals.push(bad(at, '应为对象', 'an object is expected'));
    return [];
  }
  const unknown = Object.keys(one).filter((name) => !(fields as readonly string[]).includes(name));
  refusals.push(...unknown.map((name) => unknownParameter(name, fields, `${at}.${name}`)));
  const kind = carriedKinds.find((known) => known === one['kind']);
  const kinds = carriedKinds.join(', ');
  if (kind === undefined) refusals.push(bad(`${at}.kind`, `应为 ${kinds} 之一`, `one of ${kinds} is expected`));
  for (const name of ['strength', 'tier', 'from', 'until'] as const) {
    if (name === 'until' && one['until'] === undefined) continue;
    const found = valueRefusal(limits[name], one[name] ?? limits[name].standard, `${at}.${name}`);
    if (found !== undefined) refusals.push(found);
  }
  const { strength = 0, tier = 0, from = 0, until } = one as Partial<CarriedIntervention>;
  return [{ kind: kind ?? 'sanction', strength, tier, from, ...(until !== undefined && { until }) }];
}

export function readCarried(value: unknown, refusals: Refusal[]): Carried | undefined {
  if (value === undefined) return undefined;
  if (!isFields(value) || !Array.isArray(value['interventions'] ?? [])) {
    refusals.push(bad('carried', '应有 months 与 interventions 列表', 'months and a list of interventions are expected'));
    return undefined;
  }
  const unknown = Object.keys(value).filter((name) => name !== 'months' && name !== 'interventions');
  refusals.push(...unknown.map((name) => unknownParameter(name, ['months', 'interventions'], `carried.${name}`)));
  const months = value['months'] ?? 0;
  const found = valueRefusal(limits.months, months, 'carried.months');
  if (found !== undefined) refusals.push(found);
  const listed = (value['interventions'] ?? []) as readonly unknown[];
  const interventions = listed.flatMap((one, i) => readOne(one, `carried.interventions.${i}`, refusals));
  return { months: months as number, interventions };
}
