/** What may be asked of this server, within its bounds, and how it is kept as text. */
import {
  type Outcome,
  type ParameterSpec,
  type Refusal,
  refusal,
  unknownParameter,
  valueRefusal,
} from '@gongze/studies/parameters/parameters';
import { type Job, piecesOfJob, rowsPerPiece } from '@gongze/studies/simulation/jobs/job';
import { readScenario, type Scenario } from '@gongze/studies/simulation/scenario/scenario';
import { sensitivityPlan, type SensitivityRequest } from '@gongze/studies/simulation/sensitivity/analysis';
import { acceptedOf, acceptedSeed } from '@gongze/studies/simulation/calibration/accepted.data';
import { seedMax } from '@gongze/studies/random/stream';

/** Pieces of one experiment, and numbers that its summary keeps a month: bounds of disk and memory. */
const PIECES_MAX = 4000;
const MONTHS_MAX = 50_000;
/** Months of a party in one piece: it has to be done well within its lease. */
const PIECE_WORK_MAX = 200_000_000;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An experiment is kept as its scenario, as it was before there were other jobs. */
export function textOfJob(job: Job): string {
  return JSON.stringify(job.kind === 'experiment' ? job.scenario : job);
}

export function jobOfText(text: string): Job {
  const kept = JSON.parse(text) as Job | Scenario;
  return 'kind' in kept ? kept : { kind: 'experiment', scenario: kept };
}

function tooMany(job: Job, where: string): Refusal[] {
  const pieces = piecesOfJob(job);
  if (pieces <= PIECES_MAX) return [];
  return [
    refusal(
      'tooLarge',
      where,
      `共 ${pieces} 块，上限 ${PIECES_MAX} 块；请减少运行次数、变体或样本量`,
      `${pieces} pieces, ${PIECES_MAX} are allowed; ask for fewer runs, variants or points`,
    ),
  ];
}

function experiment(scenario: Scenario): Outcome<Job> {
  const job: Job = { kind: 'experiment', scenario };
  const months = scenario.months * scenario.variants.length;
  const refusals = tooMany(job, 'runs');
  if (months > MONTHS_MAX) {
    const [zh, en] = [`月数 × 变体数 ≤ ${MONTHS_MAX}，得到 ${months}`, `months × variants ≤ ${MONTHS_MAX}, got ${months}`];
    refusals.push(refusal('tooLarge', 'months', zh, en));
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: job };
}

const requestFields = ['variant', 'method', 'parameters', 'base', 'replicates', 'output', 'pairs', 'seed'];
const texts = ['variant', 'method', 'output'];

/** The types that come as JSON; what the values may be, the plan itself says. */
function typeFaults(request: Fields): Refusal[] {
  const wrong = (name: string, zh: string, en: string): Refusal =>
    refusal('badFile', `sensitivity.${name}`, `sensitivity.${name}：应为${zh}`, `sensitivity.${name}: ${en} is expected`);
  return Object.entries(request).flatMap(([name, value]) => {
    if (!requestFields.includes(name)) return [unknownParameter(name, requestFields, `sensitivity.${name}`)];
    if (texts.includes(name)) return typeof value === 'string' ? [] : [wrong(name, '文字', 'a text')];
    if (name === 'pairs') return typeof value === 'boolean' ? [] : [wrong(name, 'true 或 false', 'true or false')];
    if (name !== 'parameters') return typeof value === 'number' ? [] : [wrong(name, '数', 'a number')];
    const listed = Array.isArray(value) && value.every((one) => typeof one === 'string');
    return listed ? [] : [wrong(name, '参数名的列表', 'a list of names')];
  });
}

function analysis(scenario: Scenario, request: unknown): Outcome<Job> {
  const faults = isFields(request)
    ? typeFaults(request)
    : [refusal('badFile', 'sensitivity', 'sensitivity：应为对象', 'sensitivity: an object is expected')];
  if (faults.length > 0) return { ok: false, refusals: faults };
  const plan = sensitivityPlan(scenario, request as SensitivityRequest);
  if (!plan.ok) return plan;
  const job: Job = { kind: 'sensitivity', plan: plan.value };
  const refusals = tooMany(job, 'sensitivity.base');
  const work = rowsPerPiece * plan.value.replicates * scenario.months * scenario.parties.length;
  if (work > PIECE_WORK_MAX) {
    const most = Math.floor(PIECE_WORK_MAX / (rowsPerPiece * scenario.months * scenario.parties.length));
    const [zh, en] = [`每点运行次数 ≤ ${most}`, `at most ${most} runs a point`];
    refusals.push(refusal('tooLarge', 'sensitivity.replicates', zh, en));
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: job };
}

const screening = {
  draws: { name: 'draws', standard: acceptedOf.draws, min: 1, max: 80_000, whole: true, meaning: { zh: '抽样次数', en: 'draws' } },
  seed: { name: 'seed', standard: acceptedSeed, min: 0, max: seedMax, whole: true, meaning: { zh: '随机种子', en: 'seed' } },
  runs: { name: 'runs', standard: acceptedOf.runs, min: 1, max: 64, whole: true, meaning: { zh: '运行次数', en: 'runs' } },
} as const satisfies Record<string, ParameterSpec>;

const standards: Readonly<Record<keyof typeof screening, number>> = {
  draws: screening.draws.standard,
  seed: screening.seed.standard,
  runs: screening.runs.standard,
};

function calibration(request: unknown): Outcome<Job> {
  if (!isFields(request))
    return { ok: false, refusals: [refusal('badFile', 'calibration', 'calibration：应为对象', 'calibration: an object is expected')] };
  const known = Object.keys(screening);
  const refusals = Object.entries(request).flatMap(([name, value]) => {
    const spec = (screening as Readonly<Record<string, ParameterSpec>>)[name];
    const found =
      !known.includes(name) || spec === undefined ? unknownParameter(name, known, `calibration.${name}`) : valueRefusal(spec, value);
    return found === undefined ? [] : [found];
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const { draws, seed, runs } = { ...standards, ...(request as Partial<typeof standards>) };
  return { ok: true, value: { kind: 'screen', seed, draws, runs } };
}
/**
 * What was asked, or why not, with the range: a scenario; one with `sensitivity`, what is to be analysed; or `calibration` alone, the
 * prior to be screened.
 */
export function readJob(content: Fields): Outcome<Job> {
  // A file of defaults may be meant; hours of all machines on this database are asked for by saying something.
  if (Object.keys(content).length === 0)
    return {
      ok: false,
      refusals: [refusal('inconsistent', 'scenario', '情景为空，至少写明一项', 'the scenario is empty; name at least one field')],
    };
  const { sensitivity, calibration: prior, ...fields } = content;
  if (prior !== undefined && Object.keys(content).length > 1) {
    const [zh, en] = ['calibration 须单独给出', 'calibration stands alone'];
    return { ok: false, refusals: [refusal('inconsistent', 'calibration', zh, en)] };
  }
  if (prior !== undefined) return calibration(prior);
  const read = readScenario(fields);
  if (!read.ok) return read;
  return sensitivity === undefined ? experiment(read.value) : analysis(read.value, sensitivity);
}
