/**
 * A shipped history that was improved since it was imported: what changed becomes corrections, so that the record shows
 * what it said before. Deterministic: the same file against the same stream gives the same corrections, or none.
 */
import { isChange } from '@gongze/domain/events/change';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { FactId } from '@gongze/domain/vocabulary/ids';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import { importTexts } from './messages.ts';
import type { Clock } from './ports.ts';

/** What a correction can replace. */
function replaceable({ occurred, payload, sources, verification, initiative }: Fact) {
  return { occurred, payload, sources, verification, initiative };
}

/** Names the fact and what it is to say; the place in the stream follows, as a text may come back later. */
function revisionPrefix(fact: Fact): string {
  const digest = bytesToHex(sha256(utf8ToBytes(canonicalJson(replaceable(fact)))));
  return `${fact.id}-rev-${digest.slice(0, 12)}-`;
}

/** The last revision of each fact that the stream holds. */
function lastRevisions(stored: readonly Fact[]): Map<FactId, FactId> {
  const last = new Map<FactId, FactId>();
  for (const fact of stored) {
    if (fact.type === 'factCorrected' && fact.id.startsWith(`${fact.payload.target}-rev-`)) last.set(fact.payload.target, fact.id);
  }
  return last;
}

function revision(fact: Fact, clock: Clock, version: number): Fact {
  const id = `${revisionPrefix(fact)}${version}` as FactId;
  const today = clock.today();
  return {
    streamId: fact.streamId,
    id,
    version,
    type: 'factCorrected',
    schemaVersion: 1,
    occurred: { first: today, last: today, precision: 'day' },
    knownFrom: today,
    recordedAt: clock.now(),
    recordedBy: { mode: 'import', office: 'shipped history' },
    initiative: fact.initiative,
    origin: 'archive',
    sources: fact.sources,
    verification: fact.verification,
    idempotencyKey: id,
    signatures: [],
    payload: { target: fact.id, replacement: replaceable(fact) as never, reason: importTexts.revised },
  };
}

export interface Revisions {
  readonly corrections: readonly Fact[];
  /** Changed beyond what a correction can express: another type, a correction that was itself rewritten, or its target. */
  readonly impossible: readonly FactId[];
}

/** Corrections that bring the stream to what the file says. `size` is the version of the last fact before them. */
export function revisionsOf(stored: readonly Fact[], file: readonly Fact[], size: number, clock: Clock): Revisions {
  const kept = new Map(stored.map((fact) => [fact.id, fact]));
  const last = lastRevisions(stored);
  // A correction that the file itself brings stands on the fact as it was: a revision would undo it.
  const corrected = new Set(file.flatMap((fact) => (fact.type === 'factCorrected' ? [fact.payload.target] : [])));
  const corrections: Fact[] = [];
  const impossible: FactId[] = [];
  for (const fact of file) {
    const known = kept.get(fact.id);
    if (known === undefined) continue;
    const wanted = canonicalJson(replaceable(fact));
    const revised = last.get(fact.id);
    const isCurrent = revised === undefined ? canonicalJson(replaceable(known)) === wanted : revised.startsWith(revisionPrefix(fact));
    if (isCurrent && known.type === fact.type) continue;
    const correctable = known.type === fact.type && !isChange(fact) && !corrected.has(fact.id);
    if (!correctable) impossible.push(fact.id);
    else corrections.push(revision(fact, clock, size + corrections.length + 1));
  }
  return { corrections, impossible };
}
