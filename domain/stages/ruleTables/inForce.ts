/** Which version of each rule table holds on a day. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Dated, FactRef } from '../../cases/state.ts';
import type { Payload } from '../../events/catalogue.ts';
import type { RuleTable } from '../../events/ruleTables.ts';
import type { IsoDate } from '../../vocabulary/dates.ts';
import { type ActorId, governmentOf } from '../../vocabulary/ids.ts';
import type { Bilingual } from '../../vocabulary/text.ts';
import type { Situation } from '../situation.ts';

export interface TableVersion<T extends RuleTable = RuleTable> {
  readonly rule: string;
  readonly title: Bilingual;
  readonly by: readonly ActorId[];
  readonly scope: readonly ActorId[];
  readonly from: IsoDate;
  readonly until: IsoDate | undefined;
  readonly table: T;
  /** SHA-256 over what the table says, days included: two results that differ by their table can be told apart. */
  readonly hash: string;
  /** The fact that adopted it; absent for one that is only tried. */
  readonly ref: FactRef | undefined;
}

/** JSON with the keys of every object in order, so that the order of writing does not change the hash. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

type Adopted = Pick<Payload<'ruleAdopted'>, 'rule' | 'title' | 'by' | 'scope' | 'from' | 'until' | 'table'>;

/** The version that a payload adopts on `on`; `undefined` for a rule that is no table. */
export function versionOf({ rule, title, by, scope, from, until, table }: Adopted, on: IsoDate, ref?: FactRef): TableVersion | undefined {
  if (table === undefined) return undefined;
  const start = from ?? on;
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(ordered({ rule, scope, from: start, until, table })))));
  return { rule, title, by, scope, from: start, until, table, hash, ref };
}

/** All versions of all tables, in the order of adoption. */
export function tableVersions(tables: ReadonlyMap<string, readonly Dated<Payload<'ruleAdopted'>>[]>): TableVersion[] {
  return [...tables.values()].flatMap((versions) => versions.flatMap(({ payload, ref }) => versionOf(payload, ref.on, ref) ?? []));
}

/** The version of each table that holds on `day`: of several the one adopted last. */
export function tablesInForce(versions: readonly TableVersion[], day: IsoDate): TableVersion[] {
  const latest = new Map<string, TableVersion>();
  for (const version of versions)
    if (version.from <= day && (version.until === undefined || day <= version.until)) latest.set(version.rule, version);
  return [...latest.values()];
}

export function isOfKind<K extends RuleTable['kind']>(
  kind: K,
): (version: TableVersion) => version is TableVersion<Extract<RuleTable, { kind: K }>> {
  return (version): version is TableVersion<Extract<RuleTable, { kind: K }>> => version.table.kind === kind;
}

/** True if the table is for the actor: named itself, its government named, or below one that is named. */
export function isFor({ scope }: TableVersion, actor: ActorId, { governments, asOf }: Situation): boolean {
  const own = governmentOf(actor);
  return scope.some((named) => {
    if (named === actor) return true;
    const above = governmentOf(named);
    return own !== undefined && above !== undefined && (above === own || governments.relation(above, own, asOf) === 'superior');
  });
}
