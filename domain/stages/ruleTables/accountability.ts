/**
 * Quantified accountability by a table: at which counts whom to hold to account. The result is a proposal and nothing else: it
 * changes no duty and no finding, and whoever is entitled to propose still has to sign it.
 */
import { type FactRef, type Reading, readingKey } from '../../cases/state.ts';
import type { AccountabilityTable } from '../../events/ruleTables.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import type { Bilingual } from '../../vocabulary/text.ts';
import { both, decimal } from '../explain.ts';
import type { Situation } from '../situation.ts';
import { isFor, isOfKind, type TableVersion, tablesInForce, tableVersions } from './inForce.ts';

export interface ProposedAccountability {
  readonly table: string;
  readonly hash: string;
  readonly rule: string;
  readonly series: string;
  readonly level: number;
  readonly actor: ActorId;
  /** Whom the table names; never a person. */
  readonly post: Bilingual;
  readonly counts: readonly { readonly count: string; readonly value: number }[];
  readonly explanation: Bilingual;
  readonly refs: readonly FactRef[];
}

type Version = TableVersion<AccountabilityTable>;
type Rule = AccountabilityTable['rules'][number];
type Condition = Rule['when'][number];

function holds({ atLeast, atMost, above, below }: Condition, value: number): boolean {
  return (
    (atLeast === undefined || value >= atLeast) &&
    (atMost === undefined || value <= atMost) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  );
}

/** The latest reading whose period ended while this version held. */
function latest(
  { state }: Situation,
  version: Version,
  versions: readonly TableVersion[],
  count: string,
  actor: ActorId,
): Reading | undefined {
  return state.readings.get(readingKey(count, actor))?.findLast(({ period }) => tablesInForce(versions, period.last).includes(version));
}

function subjectsOf(situation: Situation, version: Version): ActorId[] {
  const { state } = situation;
  const { table } = version;
  const counted = new Set(table.rules.flatMap(({ when }) => when.map(({ count }) => count)));
  const subjects = [...state.readings.keys()].flatMap((key) => {
    const at = key.indexOf('|');
    return counted.has(key.slice(0, at)) ? [key.slice(at + 1) as ActorId] : [];
  });
  return [...new Set(subjects)].filter((actor) => isFor(version, actor, situation)).sort();
}

function proposal(
  situation: Situation,
  version: Version,
  rule: Rule,
  actor: ActorId,
  readings: readonly Reading[],
): ProposedAccountability {
  const name = situation.nameOf(actor);
  const counts = rule.when.map(({ count }, index) => ({ count, value: (readings[index] as Reading).value }));
  const said = counts.map(({ count, value }) => `${count} = ${decimal(value)}`).join(', ');
  return {
    table: version.rule,
    hash: version.hash,
    rule: rule.rule,
    series: rule.series,
    level: rule.level,
    actor,
    post: rule.post,
    counts,
    explanation: both(
      `${name.zh}：${said}，依“${version.title.zh}”可建议问责${rule.post.zh}。仅为建议，须依程序审定。`,
      `${name.en}: ${said}. By “${version.title.en}” it can be proposed to hold to account: ${rule.post.en}. A proposal only, for whoever is entitled to decide.`,
    ),
    refs: [...new Set(readings.map(({ ref }) => ref))],
  };
}

/** What the tables propose by the day of the situation: of each series and actor the gravest rule that applies. */
export function proposeByTables(
  situation: Situation,
  versions: readonly TableVersion[] = tableVersions(situation.state.ruleTables),
): ProposedAccountability[] {
  return versions.filter(isOfKind('accountability')).flatMap((version) =>
    subjectsOf(situation, version).flatMap((actor) => {
      const gravest = new Map<string, ProposedAccountability>();
      for (const rule of version.table.rules) {
        const readings = rule.when.map(({ count }) => latest(situation, version, versions, count, actor));
        if (!readings.every((reading, index) => reading !== undefined && holds(rule.when[index] as Condition, reading.value))) continue;
        if ((gravest.get(rule.series)?.level ?? 0) >= rule.level) continue;
        gravest.set(rule.series, proposal(situation, version, rule, actor, readings as Reading[]));
      }
      return [...gravest.values()];
    }),
  );
}
