/**
 * One run told as a case: the same kernel, month by month, writing what an observer would have recorded. The history can be folded,
 * diagnosed and opened like a real one; every fact says that it is simulated.
 *
 * Each party owes a duty a year. It reports by quarter what is seen of it; the joint body, or a superior while there is one, reviews at the
 * end of the year what was really done.
 */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { parametersOfRun } from '../ensemble/chunks.ts';
import { Beginning } from '../model/carried.ts';
import { FULFIL, Kernel, parameterPlaces, scalar, SYMBOLIC } from '../model/kernel.ts';
import { policyNumbersOf } from '../model/policy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { FactWriter } from './facts.ts';
import { InterventionWriter, writeCarried } from './instruments.ts';

export interface SimulatedHistory {
  readonly caseId: string;
  readonly title: Bilingual;
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly facts: readonly Fact[];
  /** Delivery of every month, as the ensemble computes it for this run. */
  readonly delivery: Float64Array;
}

export interface HistoryOptions {
  /** Index of the variant; default the first. */
  readonly variant?: number;
  readonly run: number;
  /** Superiors from the nearest up. */
  readonly tiers: readonly string[];
  /** Names of parties and superiors. */
  readonly names?: Readonly<Record<string, Bilingual>>;
}

const topic = 'joint-duty';
const agreement = 'agreement';
const body = 'body:joint';
const months = { quarter: 3, year: 12 } as const;

/** Shares of a year's duty from which it counts as complete, substantial, limited. */
const done = { complete: 0.9, substantial: 0.6, limited: 0.2 } as const;
const completionOf = (share: number): 'complete' | 'substantial' | 'limited' | 'notStarted' =>
  share >= done.complete ? 'complete' : share >= done.substantial ? 'substantial' : share >= done.limited ? 'limited' : 'notStarted';

function openCase(writer: FactWriter, kernel: Kernel, parties: readonly string[], title: Bilingual): void {
  const on = writer.day(0, 1);
  const everyone = [...parties];
  writer.add('caseOpened', on, 'self', { title, parties: everyone });
  writer.add('topicRaised', on, 'self', { topic, title: { zh: '共同责任（模拟）', en: 'joint duty (simulated)' }, by: everyone });
  writer.add('bodyEstablished', on, 'self', {
    body,
    title: { zh: '联席会议（模拟）', en: 'joint conference (simulated)' },
    kind: 'joint',
    members: everyone,
    powers: ['convene', 'coordinate'],
  });
  writer.add('consensusRecorded', on, 'self', { topic, parties: everyone });
  writer.add('agreementSigned', on, 'self', {
    agreement,
    title: { zh: '合作协议（模拟）', en: 'agreement (simulated)' },
    parties: everyone,
    topics: [topic],
    judgement: {
      operability: kernel.parameters[parameterPlaces.spec] as number,
      bindingness: kernel.parameters[parameterPlaces.bind] as number,
      by: { zh: '模型参数', en: 'parameters of the model' },
    },
    framework: true,
  });
}

const dutyOf = (year: number, party: string): string => `duty-${year + 1}-${party}`;

/** Opens the year's duties; their weights are the burdens. */
function draftDuties(writer: FactWriter, kernel: Kernel, parties: readonly string[], year: number, last: number): void {
  const dueOn = writer.day(last, 28);
  parties.forEach((party, i) => {
    writer.add('obligationDrafted', writer.day(year * months.year, 1), 'self', {
      obligation: dutyOf(year, party),
      title: { zh: `第${year + 1}年责任（模拟）`, en: `duty of year ${year + 1} (simulated)` },
      topic,
      agreement,
      origin: 'agreed',
      liable: [party],
      acceptedBy: [party],
      beneficiaries: [...parties],
      measure: { zh: '按月履责', en: 'delivery month by month' },
      deadline: { text: { zh: dueOn, en: dueOn }, readings: [{ reading: 'strict', dueOn }], defaultReading: 'strict' },
      weight: Math.max(1e-6, kernel.burden[i] as number),
    });
  });
}

/** What the parties did and were seen to do in the current year. */
class Year {
  readonly effort: Float64Array;
  readonly seenInQuarter: Uint8Array;

  constructor(parties: number) {
    this.effort = new Float64Array(parties);
    this.seenInQuarter = new Uint8Array(parties);
  }

  count(kernel: Kernel): void {
    const partly = kernel.parameters[parameterPlaces.eS] as number;
    kernel.act.forEach((act, i) => {
      this.effort[i] = (this.effort[i] as number) + (act === FULFIL ? 1 : act === SYMBOLIC ? partly : 0);
      this.seenInQuarter[i] = (this.seenInQuarter[i] as number) + (kernel.seen[i] as number);
    });
  }
}

function reportQuarter(writer: FactWriter, year: Year, parties: readonly string[], yearIndex: number, month: number): void {
  parties.forEach((party, i) => {
    const seen = year.seenInQuarter[i] as number;
    year.seenInQuarter[i] = 0;
    if (seen === 0) return;
    const completion = seen >= 2 ? 'substantial' : 'limited';
    writer.add('progressReported', writer.day(month, 25), 'self', { obligation: dutyOf(yearIndex, party), by: party, completion });
  });
}

function closeYear(writer: FactWriter, year: Year, parties: readonly string[], yearIndex: number, month: number, reviewer: string): void {
  parties.forEach((party, i) => {
    const length = (month % months.year) + 1;
    const completion = completionOf((year.effort[i] as number) / length);
    year.effort[i] = 0;
    const obligation = dutyOf(yearIndex, party);
    const initiative = reviewer === body ? 'self' : 'superior';
    writer.add('obligationReviewed', writer.day(month, 27), initiative, { obligation, by: reviewer, completion });
    if (completion === 'complete') writer.add('obligationFulfilled', writer.day(month, 28), initiative, { obligation, by: reviewer });
  });
}

/** Tells one run as facts. Cost: some hundred facts a year and party. */
export function simulateHistory(scenario: Scenario, { variant = 0, run, tiers, names = {} }: HistoryOptions): SimulatedHistory {
  const chosen = scenario.variants[variant];
  if (chosen === undefined) throw new RangeError(`the scenario has no variant ${variant}`);
  if (tiers.length === 0) throw new RangeError('a superior is needed: the parties have no common one');
  const { parties } = scenario;
  const caseId = `simulated.${scenario.id}.${chosen.id}.${run}`.slice(0, 120);
  const title = {
    zh: `模拟：${scenario.title.zh}（${chosen.title.zh}，第${run}次）`,
    en: `Simulated: ${scenario.title.en} (${chosen.title.en}, run ${run})`,
  };
  const kernel = new Kernel(parties.length);
  const { months: horizon, carried, seed, resources } = scenario;
  const parameters = parametersOfRun(scenario, chosen.parameters, run);
  new Beginning(carried, horizon).begin(kernel, parameters, policyNumbersOf(chosen.policy), seed, run, resources);
  const writer = new FactWriter(caseId, scenario.start);
  const intervention = new InterventionWriter(writer, parties, tiers, body);
  const year = new Year(parties.length);
  const delivery = new Float64Array(scenario.months);
  openCase(writer, kernel, parties, title);
  writeCarried(writer, scenario, tiers);
  for (let month = 0; month < scenario.months; month++) {
    const yearIndex = Math.floor(month / months.year);
    const last = Math.min(scenario.months, (yearIndex + 1) * months.year) - 1;
    if (month % months.year === 0) draftDuties(writer, kernel, parties, yearIndex, last);
    kernel.advance();
    delivery[month] = kernel.scalars[scalar.Q] as number;
    intervention.month(kernel, month);
    kernel.turnover.forEach((changed, i) => {
      if (changed === 1)
        writer.add('leaderChanged', writer.day(month, 15), 'society', {
          actor: parties[i] as string,
          post: { zh: '主要领导（模拟）', en: 'leader (simulated)' },
        });
    });
    year.count(kernel);
    if (month % months.quarter === months.quarter - 1) reportQuarter(writer, year, parties, yearIndex, month);
    if (month !== last) continue;
    closeYear(writer, year, parties, yearIndex, month, intervention.tier ?? body);
    readIndicator(writer, delivery, yearIndex, month);
  }
  const actors = { [body]: { zh: '联席会议（模拟）', en: 'joint conference (simulated)' }, ...nameAll([...parties, ...tiers], names) };
  return { caseId, title, actors, facts: writer.facts, delivery };
}

function readIndicator(writer: FactWriter, delivery: Float64Array, yearIndex: number, month: number): void {
  const from = yearIndex * months.year;
  let sum = 0;
  for (let m = from; m <= month; m++) sum += delivery[m] as number;
  writer.add('indicatorRead', writer.day(month, 28), 'society', {
    indicator: 'delivery',
    title: { zh: '履责水平（模拟）', en: 'delivery (simulated)' },
    subject: body,
    period: { first: writer.day(from, 1), last: writer.day(month, 28) },
    value: (100 * sum) / (month - from + 1),
    unit: '%',
  });
}

function nameAll(codes: readonly string[], names: Readonly<Record<string, Bilingual>>): Record<string, Bilingual> {
  return Object.fromEntries(codes.map((code) => [code, names[code] ?? { zh: code, en: code }]));
}
