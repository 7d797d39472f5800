/**
 * Assessment by a table: the share of the way that is covered, over the share that is due, gives a score and a grade. What was
 * published stands beside it, and whether both agree. Where a reading is missing the score is unknown, never nought.
 */
import { type Dated, type FactRef, type Reading, readingKey } from '../../cases/state.ts';
import type { Payload } from '../../events/catalogue.ts';
import type { AssessmentTable, Grade } from '../../events/ruleTables.ts';
import type { Yardstick } from '../../events/schemas.ts';
import type { IsoDate } from '../../vocabulary/dates.ts';
import type { ActorId, ObligationId } from '../../vocabulary/ids.ts';
import type { Bilingual } from '../../vocabulary/text.ts';
import type { Duty } from '../duties.ts';
import { both, dateText, decimal, percent } from '../explain.ts';
import type { Situation } from '../situation.ts';
import { targetLevelOf } from '../yardsticks.ts';
import { isFor, isOfKind, type TableVersion, tablesInForce, tableVersions } from './inForce.ts';

export interface Assessed {
  readonly table: string;
  readonly hash: string;
  readonly actor: ActorId;
  readonly obligation: ObligationId;
  /** Last day of the period that is scored, by the path. */
  readonly on: IsoDate;
  readonly final: boolean;
  /** Share of the way covered, and due. */
  readonly attained: number | null;
  readonly due: number;
  readonly score: number | null;
  readonly grade: Grade | null;
  /** Best grade that is possible while another score is not on record. */
  readonly atMost: Grade | null;
  /** Grade on record, of the final assessment. */
  readonly published: Grade | null;
  /** `null`: one of the two is not known. */
  readonly agrees: boolean | null;
  readonly explanation: Bilingual;
  readonly refs: readonly FactRef[];
}

/** A value that is tried and not on record. */
export interface TriedReading {
  readonly actor: ActorId;
  readonly indicator: string;
  readonly on: IsoDate;
  readonly value: number;
}

type Version = TableVersion<AssessmentTable>;

interface Reader {
  readonly situation: Situation;
  readonly tried: readonly TriedReading[];
}

/** The reading of the period that ends on `on`; of several the one recorded last. */
function readingOn(
  { situation, tried }: Reader,
  indicator: string,
  actor: ActorId,
  on: IsoDate,
): (Pick<Reading, 'value'> & { ref?: FactRef }) | undefined {
  const given = tried.findLast((own) => own.actor === actor && own.indicator === indicator && own.on === on);
  if (given !== undefined) return { value: given.value };
  return situation.state.readings.get(readingKey(indicator, actor))?.findLast(({ period }) => period.last === on);
}

/** Score at a ratio: along the straight line between the points of the table, flat beyond the first and the last. */
export function scoreAt(points: AssessmentTable['points'], ratio: number): number {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) throw new Error('bug: a table without points passed its schema');
  if (ratio <= first.ratio) return first.score;
  for (const [index, { ratio: right, score }] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined || ratio > right) continue;
    return before.score + ((score - before.score) * (ratio - before.ratio)) / (right - before.ratio);
  }
  return last.score;
}

export function gradeOf(bands: AssessmentTable['bands'], score: number): Grade {
  const band = bands.find(({ atLeast }) => score >= atLeast) ?? bands.at(-1);
  if (band === undefined) throw new Error('bug: a table without bands passed its schema');
  return band.grade;
}

function worse(yardstick: Yardstick, value: number, before: number): boolean {
  return yardstick.direction === 'atMost' ? value > before : value < before;
}

interface Scored {
  readonly score: number | null;
  readonly attained: number | null;
  readonly why: Bilingual;
  readonly refs: readonly FactRef[];
}

const unknownScore = (why: Bilingual): Scored => ({ score: null, attained: null, why, refs: [] });

/** Score of the indicator alone. */
function scoreOf(reader: Reader, { table }: Version, duty: Duty, yardstick: Yardstick, step: number): Scored {
  const { on, share } = table.path[step] as AssessmentTable['path'][number];
  const reading = readingOn(reader, table.indicator, yardstick.subject, on);
  if (reading === undefined)
    return unknownScore(both(`没有截至${dateText(on).zh}的读数，无法计分。`, `No reading to ${dateText(on).en} is on record: no score.`));
  const refs = reading.ref === undefined ? [] : [reading.ref];
  const target = targetLevelOf(yardstick);
  const base = yardstick.baseline?.value;
  if (base === undefined || target === undefined || base === target)
    return { ...unknownScore(both('基准或目标不详，无法计分。', 'Base or target is not known: no score.')), refs };
  const attained = (base - reading.value) / (base - target);
  const full = step === table.path.length - 1 ? metInFull(duty, table, reading.value) : undefined;
  if (full !== undefined)
    return { score: 100, attained, refs, why: both(`已达到“${full.zh}”，得满分。`, `“${full.en}” is met: full score.`) };
  const previous = table.path[step - 1];
  const before = previous && readingOn(reader, table.indicator, yardstick.subject, previous.on);
  if (table.riseScore !== undefined && before !== undefined && worse(yardstick, reading.value, before.value))
    return { score: table.riseScore, attained, refs, why: both('较上年不降反升。', 'It got worse than the year before.') };
  const score = scoreAt(table.points, share === 0 ? (attained >= 0 ? 1 : 0) : attained / share);
  const [covered, due] = [percent(attained), percent(share)];
  return {
    score,
    attained,
    refs,
    why: both(
      `应完成${due.zh}，已完成${covered.zh}，得${decimal(score)}分。`,
      `${due.en} of the way is due, ${covered.en} is covered: ${decimal(score)} points.`,
    ),
  };
}

/** The target whose being met alone gives the full score. */
function metInFull(duty: Duty, table: AssessmentTable, value: number): Bilingual | undefined {
  for (const yardstick of duty.obligation.terms.yardsticks ?? []) {
    if (!(table.fullIfMet ?? []).includes(yardstick.yardstick) || yardstick.indicator !== table.indicator) continue;
    const target = targetLevelOf(yardstick);
    if (target === undefined || (yardstick.direction === 'atMost' ? value > target : value < target)) continue;
    const text = `${decimal(target)} ${yardstick.unit}`;
    return both(`目标${text}`, `the target of ${text}`);
  }
  return undefined;
}

function publishedGrade(
  { state }: Situation,
  topic: string | undefined,
  actor: ActorId,
  from: IsoDate,
): { grade: Grade; ref: FactRef } | undefined {
  const fits = ({ payload, ref }: Dated<Payload<'evaluationPublished'>>): boolean =>
    ref.on >= from && (payload.topics === undefined || topic === undefined || payload.topics.some((own) => own === topic));
  for (const evaluation of state.evaluations.filter(fits)) {
    const grade = evaluation.payload.grades?.find((own) => own.actor === actor)?.grade;
    if (grade !== undefined) return { grade, ref: evaluation.ref };
  }
  return undefined;
}

/** The lowest of the other scores, and whether all of them are on record. */
function otherScore(
  reader: Reader,
  { table }: Version,
  actor: ActorId,
  on: IsoDate,
): { lowest: number; complete: boolean; refs: FactRef[] } {
  const found = (table.otherScores ?? []).map((name) => readingOn(reader, name, actor, on));
  const known = found.filter((own) => own !== undefined);
  return {
    lowest: Math.min(100, ...known.map(({ value }) => value)),
    complete: known.length === found.length,
    refs: known.flatMap(({ ref }) => ref ?? []),
  };
}

function assessStep(reader: Reader, version: Version, duty: Duty, yardstick: Yardstick, step: number): Assessed {
  const { situation } = reader;
  const { table, rule, hash } = version;
  const { on, share } = table.path[step] as AssessmentTable['path'][number];
  const actor = duty.obligation.terms.liable[0] as ActorId;
  const final = step === table.path.length - 1;
  const own = scoreOf(reader, version, duty, yardstick, step);
  const other = final ? { lowest: 100, complete: true, refs: [] } : otherScore(reader, version, actor, on);
  const lowest = own.score === null ? null : Math.min(own.score, other.lowest);
  const graded = lowest === null ? null : gradeOf(table.bands, lowest);
  const published = final ? publishedGrade(situation, duty.obligation.terms.topic, actor, on) : undefined;
  const grade = other.complete ? graded : null;
  const waits =
    other.complete || own.score === null
      ? both('', '')
      : both('另一项百分制得分不在案，取低分后不会更高。', ' The other score is not on record; the lower of the two counts.');
  return {
    table: rule,
    hash,
    actor,
    obligation: duty.obligation.obligation,
    on,
    final,
    attained: own.attained,
    due: share,
    score: other.complete ? lowest : null,
    grade,
    atMost: other.complete ? null : graded,
    published: published?.grade ?? null,
    agrees: grade === null || published === undefined ? null : grade === published.grade,
    explanation: both(`${own.why.zh}${waits.zh}`, `${own.why.en}${waits.en}`),
    refs: [...own.refs, ...other.refs, ...(published === undefined ? [] : [published.ref])],
  };
}

export interface AssessOptions {
  /** Instead of the tables of the case. */
  readonly versions?: readonly TableVersion[];
  readonly tried?: readonly TriedReading[];
}

/**
 * Every score that the tables give by the day of the situation, by actor and date. A period is scored by the version that holds
 * when it ends. Only duties of one agency are scored: a joint one has no single actor to grade.
 */
export function assess(
  situation: Situation,
  { versions = tableVersions(situation.state.ruleTables), tried = [] }: AssessOptions = {},
): Assessed[] {
  const results: Assessed[] = [];
  const reader: Reader = { situation, tried };
  const days = [...new Set(versions.flatMap(({ table }) => (table.kind === 'assessment' ? table.path.map(({ on }) => on) : [])))];
  for (const day of days.filter((own) => own <= situation.asOf).sort()) {
    for (const version of tablesInForce(versions, day).filter(isOfKind('assessment'))) {
      const step = version.table.path.findIndex(({ on }) => on === day);
      if (step < 0) continue;
      for (const duty of situation.duties) {
        const yardstick = duty.obligation.terms.yardsticks?.find((own) => own.yardstick === version.table.yardstick);
        if (yardstick === undefined || duty.joint || !isFor(version, duty.obligation.terms.liable[0] as ActorId, situation)) continue;
        results.push(assessStep(reader, version, duty, yardstick, step));
      }
    }
  }
  return results;
}
