/**
 * Offline: does each act in a log carry the signature of its office, by a key that the same log registered before and had not
 * revoked? Keys are records of `registry:keys`, bound by the log as everything is, so that an operator can neither write an
 * act for an office nor slip a key of his own under one.
 */
import { isChange } from '@gongze/domain/events/change';
import { isBinding } from '@gongze/application/ledger/binding';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import { type Fact, isEventType } from '@gongze/domain/events/catalogue';
import { isIsoDate, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import type { LeafHeader, LoggedRecord } from '@gongze/ledger/log/leaf';
import type { ActCounts, ActFault, ActWatch, UncheckedAct } from '@gongze/ledger/verify/acts';
import type { Signature } from '../signatures/verify.ts';
import { aboveIn } from './above.ts';
import { type Authors, AuthorsOfActs } from './authors.ts';
import { type KeyRules, type OfficeKey, signaturesOn, takeKeyRecord } from './keys.ts';

const keyStream = 'registry:keys';

/**
 * An act and the end of its key may be under way at once: the server looked at the key, and the revocation was logged first. So
 * a key counts until the log holds something that was recorded more than this before or after its end. An act with an old date
 * put there later gains nothing by its date, nor does a date far in the future stop the clock for whoever has a revoked key.
 */
export const GRACE_MILLISECONDS = 60_000;

/** So many acts that could not be checked are named one by one. */
const NAMED_MAX = 100;

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
  readonly #keys = new Map<string, OfficeKey>();
  #day: IsoDate | undefined;
  /** Milliseconds: the clock of the log. */
  #clock = 0;
  /** Keys that ended a moment ago by all that was recorded since, with the instant of their end. */
  readonly #ending = new Map<string, number>();
  /** Acts that bind, for what changes them later. */
  readonly #binding = new Set<string>();
  /** Requests by which acts with signatures were recorded: what was signed once is recorded once. */
  readonly #requests = new Set<string>();
  /** Whether offices sign here, and the first act that binds and says that it needs no signature. A log is of one mode. */
  #isServers = false;
  #unsigned: { readonly index: number; readonly id: string } | undefined;
  readonly #authors = new AuthorsOfActs();
  readonly #counts = { signed: 0, unsignedLocal: 0, unsignedImported: 0, bad: 0, unchecked: 0 };
  readonly #unchecked: UncheckedAct[] = [];

  constructor(governments: GovernmentTree) {
    const day = (): IsoDate => {
      if (this.#day === undefined) throw new Error('bug: no record is being looked at');
      return this.#day;
    };
    this.#rules = { at: () => this.#clock, isAbove: aboveIn(governments, day) };
  }

  counts(): ActCounts {
    return { ...this.#counts, keys: this.#keys.size, uncheckedActs: this.#unchecked };
  }

  withheld(index: number, { stream, id, type, recordedAt }: LeafHeader): readonly ActFault[] {
    this.#tick(recordedAt);
    if (stream === keyStream) return [{ kind: 'keysWithheld', index }];
    if (stream.startsWith('registry:')) return [];
    this.#authors.withheld(stream, type);
    // Whether a draft or a correction binds is told by what it says, and that is withheld.
    if (isEventType(type) && isBinding(type, {})) this.#leaveUnchecked({ index, stream, id, type, why: 'notTold' });
    return [];
  }

  #leaveUnchecked(act: UncheckedAct): void {
    this.#counts.unchecked += 1;
    if (this.#unchecked.length < NAMED_MAX) this.#unchecked.push(act);
  }

  record(index: number, logged: LoggedRecord): readonly ActFault[] {
    this.#tick(logged.recordedAt);
    const act = { ...(logged as LoggedRecord & LedgerRecord), signatures: signaturesIn(logged) };
    const mixed = this.#ofServer(act);
    if (act.streamId === keyStream) return [...mixed, ...this.#key(index, act)];
    if (act.streamId.startsWith('registry:')) return mixed;
    return [...mixed, ...this.#act(index, act)];
  }

  /** Once a server has recorded, whatever bound before without a signature has none to excuse it. */
  #ofServer({ recordedBy }: Act): readonly ActFault[] {
    if (this.#isServers || recordedBy.mode !== 'server') return [];
    this.#isServers = true;
    return this.#unsigned === undefined ? [] : [{ kind: 'modesMixed', ...this.#unsigned }];
  }

  #tick(recordedAt: string): void {
    const instant = Date.parse(recordedAt);
    if (instant > this.#clock) this.#clock = instant;
    for (const [keyId, end] of this.#ending) if (!(Math.abs(instant - end) <= GRACE_MILLISECONDS)) this.#ending.delete(keyId);
    const day = String(recordedAt).slice(0, 10);
    this.#day = isIsoDate(day) ? day : this.#day;
  }

  #key(index: number, record: Act): readonly ActFault[] {
    const taken = this.#day !== undefined && takeKeyRecord(this.#keys, record, this.#rules);
    if (taken) {
      const { key, old } = record.payload as { readonly key?: unknown; readonly old?: unknown };
      for (const ended of [key, old]) if (typeof ended === 'string') this.#ending.set(ended, Date.parse(record.recordedAt));
    }
    return taken ? [] : [{ kind: 'keyUnproved', index, id: record.id }];
  }

  #act(index: number, act: Act): readonly ActFault[] {
    const isAgain = this.#isAgain(act);
    const binds = this.#binds(act);
    if (isAgain) return this.#missing([{ kind: 'actTwice', index, id: act.id }]);
    const fact = isEventType(act.type) ? (act as unknown as Fact) : undefined;
    const authors = binds && fact !== undefined ? this.#authors.of(fact) : [];
    if (fact !== undefined) this.#authors.record(fact, binds ? { authors } : undefined);
    if (!binds && act.signatures.length === 0) return [];
    const { signedBy, faults } = signaturesOn(act, act.signatures, { keys: this.#keysOf(act) }, this.#clock);
    if (faults.length > 0) {
      this.#counts.bad += 1;
      return faults.map(({ keyId, fault }) => ({ kind: 'signatureBad', index, keyId, why: fault }));
    }
    return binds ? this.#signedByAll(index, act, authors, new Set(signedBy)) : this.#signed();
  }

  #signed(): readonly ActFault[] {
    this.#counts.signed += 1;
    return [];
  }

  /** That the office's own actor has signed, and whoever else the act speaks for. */
  #signedByAll(index: number, act: Act, authors: Authors, signedBy: ReadonlySet<string>): readonly ActFault[] {
    const { actor, mode } = act.recordedBy;
    const own = actor !== undefined && signedBy.has(actor);
    if (!own && (mode === 'local' || mode === 'import')) return this.#unsignedBy(index, act, mode);
    if (!own) return this.#missing([{ kind: 'signatureMissing', index, id: act.id }]);
    if (authors === undefined) {
      this.#leaveUnchecked({ index, stream: act.streamId, id: act.id, type: act.type, why: 'authorsUnknown' });
      return [];
    }
    const silent = authors.filter((author) => !signedBy.has(author));
    if (silent.length === 0) return this.#signed();
    return this.#missing(silent.map((author) => ({ kind: 'signatureMissing', index, id: act.id, author })));
  }

  #unsignedBy(index: number, { id }: Act, mode: 'local' | 'import'): readonly ActFault[] {
    if (this.#isServers) return this.#missing([{ kind: 'modesMixed', index, id }]);
    this.#counts[mode === 'local' ? 'unsignedLocal' : 'unsignedImported'] += 1;
    this.#unsigned ??= { index, id };
    return [];
  }

  /** Whether the id is that of an act that binds, or the request that of an act with signatures, earlier in the same case. */
  #isAgain({ streamId, id, idempotencyKey, signatures }: Act): boolean {
    if (this.#binding.has(JSON.stringify([streamId, id]))) return true;
    if (signatures.length === 0) return false;
    const request = JSON.stringify([streamId, idempotencyKey]);
    if (this.#requests.has(request)) return true;
    this.#requests.add(request);
    return false;
  }

  #missing(faults: readonly ActFault[]): readonly ActFault[] {
    this.#counts.bad += 1;
    return faults;
  }

  #binds(act: Act): boolean {
    if (!isEventType(act.type)) return false;
    const nameOf = (id: unknown): string => JSON.stringify([act.streamId, id]);
    const payload = (act.payload ?? {}) as { readonly target?: unknown };
    // A change of a fact binds as that fact does, which stands before it in its stream.
    const binds = isChange(act) ? this.#binding.has(nameOf(payload.target)) : isBinding(act.type, payload);
    if (binds) this.#binding.add(nameOf(act.id));
    return binds;
  }

  /** The keys that the act names; one that ended a moment ago as if it had not. */
  #keysOf({ signatures }: Act): ReadonlyMap<string, OfficeKey> {
    const found = signatures.flatMap(({ keyId }) => this.#keys.get(keyId) ?? []);
    return new Map(found.map((key) => [key.keyId, this.#ending.has(key.keyId) ? { ...key, until: undefined } : key]));
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
