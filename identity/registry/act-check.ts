/**
 * Offline: does each act in a log carry the signature of its office, by a key that the same log registered before and had not
 * revoked? Keys are records of `registry:keys`, bound by the log as everything is, so that an operator can neither write an
 * act for an office nor slip a key of his own under one.
 */
import { isBinding } from '@gongze/application/ledger/binding';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import { isEventType } from '@gongze/domain/events/catalogue';
import { isIsoDate, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import type { LeafHeader, LoggedRecord } from '@gongze/ledger/log/leaf';
import type { ActCounts, ActFault, ActWatch } from '@gongze/ledger/verify/acts';
import type { Signature } from '../signatures/verify.ts';
import { aboveIn } from './above.ts';
import { evolveKeys, type Keys, type KeyRules, noKeys, type OfficeKey, signaturesOn } from './keys.ts';

const keyStream = 'registry:keys';

/**
 * An act and the end of its key may be under way at once: the server looked at the key, and the revocation was logged first. So
 * a key counts for this long after its end, by the clock of the log: the latest instant that anything before it was recorded
 * at. An act with an old date put there later gains nothing by its date.
 */
export const GRACE_MILLISECONDS = 60_000;

type Act = LedgerRecord & { readonly signatures: readonly Signature[] };

/** A record of a log from anywhere has whatever it has. */
function signaturesIn(record: LoggedRecord): readonly Signature[] {
  const given: unknown = (record as { readonly signatures?: unknown }).signatures ?? [];
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.map((one) => {
    const { keyId, algorithm, value } = (one ?? {}) as Readonly<Record<string, unknown>>;
    return { keyId: String(keyId), algorithm: String(algorithm), value: String(value) };
  });
}

class ActCheck implements ActWatch {
  readonly #rules: KeyRules;
  #keys: Keys = noKeys;
  #day: IsoDate | undefined;
  /** Milliseconds: the clock of the log. */
  #clock = 0;
  /** Acts that bind, for what changes them later. */
  readonly #binding = new Set<string>();
  readonly #counts = { signed: 0, unsignedLocal: 0, unsignedImported: 0, bad: 0 };

  constructor(governments: GovernmentTree) {
    const day = (): IsoDate => {
      if (this.#day === undefined) throw new Error('bug: no record is being looked at');
      return this.#day;
    };
    this.#rules = { at: () => this.#clock, isAbove: aboveIn(governments, day) };
  }

  counts(): ActCounts {
    return { ...this.#counts, keys: this.#keys.keys.size };
  }

  withheld(index: number, { stream, recordedAt }: LeafHeader): readonly ActFault[] {
    this.#tick(recordedAt);
    return stream === keyStream ? [{ kind: 'keysWithheld', index }] : [];
  }

  record(index: number, logged: LoggedRecord): readonly ActFault[] {
    this.#tick(logged.recordedAt);
    const act = { ...(logged as LoggedRecord & LedgerRecord), signatures: signaturesIn(logged) };
    if (act.streamId === keyStream) return this.#key(index, act);
    if (act.streamId.startsWith('registry:')) return [];
    return this.#act(index, act);
  }

  #tick(recordedAt: string): void {
    const instant = Date.parse(recordedAt);
    if (instant > this.#clock) this.#clock = instant;
    const day = String(recordedAt).slice(0, 10);
    this.#day = isIsoDate(day) ? day : this.#day;
  }

  #key(index: number, record: Act): readonly ActFault[] {
    const after = this.#day === undefined ? undefined : evolveKeys(this.#keys, record, this.#rules);
    const taken = after !== undefined && after.loose.length === this.#keys.loose.length;
    if (taken) this.#keys = after;
    return taken ? [] : [{ kind: 'keyUnproved', index, id: record.id }];
  }

  #act(index: number, act: Act): readonly ActFault[] {
    const binds = this.#binds(act);
    if (!binds && act.signatures.length === 0) return [];
    const { signedBy, faults } = signaturesOn(act, act.signatures, { ...this.#keys, keys: this.#keysOf(act) }, this.#clock);
    if (faults.length > 0) {
      this.#counts.bad += 1;
      return faults.map(({ keyId, fault }) => ({ kind: 'signatureBad', index, keyId, why: fault }));
    }
    const { actor, mode } = act.recordedBy;
    if (signedBy.length > 0 && (!binds || (actor !== undefined && signedBy.includes(actor)))) this.#counts.signed += 1;
    else if (mode === 'local') this.#counts.unsignedLocal += 1;
    else if (mode === 'import') this.#counts.unsignedImported += 1;
    else {
      this.#counts.bad += 1;
      return [{ kind: 'signatureMissing', index, id: act.id }];
    }
    return [];
  }

  #binds(act: Act): boolean {
    if (!isEventType(act.type)) return false;
    const nameOf = (id: unknown): string => JSON.stringify([act.streamId, id]);
    const payload = (act.payload ?? {}) as { readonly target?: unknown };
    // A change of a fact binds as that fact does, which stands before it in its stream.
    const isChange = act.type === 'factCorrected' || act.type === 'factRetracted';
    const binds = isChange ? this.#binding.has(nameOf(payload.target)) : isBinding(act.type, payload);
    if (binds) this.#binding.add(nameOf(act.id));
    return binds;
  }

  /** The keys that the act names, each with some time after its end. */
  #keysOf({ signatures }: Act): ReadonlyMap<string, OfficeKey> {
    const found = signatures.flatMap(({ keyId }) => this.#keys.keys.get(keyId) ?? []);
    const ends = ({ until }: OfficeKey) => (until === undefined ? undefined : until + GRACE_MILLISECONDS);
    return new Map(found.map((key) => [key.keyId, { ...key, until: ends(key) }]));
  }
}

/** Checks the acts of one log from its beginning. `governments`: who is above whom, for keys that a superior vouched for. */
export function actCheck(governments: GovernmentTree): ActWatch {
  const check = new ActCheck(governments);
  return {
    record: (index, record) => check.record(index, record),
    withheld: (index, header) => check.withheld(index, header),
    counts: () => check.counts(),
  };
}
