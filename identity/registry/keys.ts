/**
 * The keys of the offices: what the records of `registry:keys` amount to, and whose signatures an act carries. Everything
 * that a record claims is checked here again from the record alone, so that whoever holds a copy of the log finds a key
 * that was put there without its holder.
 */
import type { LedgerRecord } from '@gongze/application/ledger/records';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { actBytes, keyBytes, keyIdOf, type KeyToRegister, type SignedContent } from '../signatures/bytes.ts';
import { isSignatureOf, keyFault, type Signature } from '../signatures/verify.ts';
import { type KeyPayloads, keyPayloads } from './payloads.ts';

export type RevocationReason = KeyPayloads['keyRevoked']['reason'];

export interface OfficeKey extends Omit<KeyToRegister, 'actor'> {
  readonly keyId: string;
  readonly actor: ActorId;
  /** Positions between which it is valid: instants, or places in the log. The end is not part of it. */
  readonly from: number;
  readonly until: number | undefined;
  /** How it ended, and in whose name that was recorded. Rotated: superseded by its own actor. */
  readonly ended?: { readonly reason: RevocationReason; readonly by: ActorId | undefined };
  /** Keys that signed its registration. None: the first key of its actor, introduced by the operator's word alone. */
  readonly vouchedBy: readonly string[];
}

export interface Keys {
  readonly keys: ReadonlyMap<string, OfficeKey>;
  /** Records that claim what they do not show: forged, or of an unknown form. */
  readonly loose: readonly string[];
}

export const noKeys: Keys = { keys: new Map(), loose: [] };

export interface KeyRules {
  /** Position of a record. Default: its instant. */
  readonly at: (record: LedgerRecord) => number;
  /** True if the first actor is a superior of the second. Default: nobody is. */
  readonly isAbove: (actor: ActorId, other: ActorId) => boolean;
}

/** Position of a record by its instant, for a reader without the log. With the log at hand its index is the better one. */
export const instantOf = ({ recordedAt }: Pick<LedgerRecord, 'recordedAt'>): number => Date.parse(recordedAt);

const defaultRules: KeyRules = { at: instantOf, isAbove: () => false };

function newKey(payload: KeyPayloads['keyRegistered'], from: number): OfficeKey | undefined {
  const { proof, office, actor, algorithm, publicKey, rpId, origins } = payload;
  const key = {
    office,
    actor,
    algorithm,
    publicKey,
    ...(rpId === undefined ? {} : { rpId }),
    ...(origins === undefined ? {} : { origins }),
  };
  const keyId = keyIdOf(key);
  if (keyFault(key) !== undefined || proof.keyId !== keyId || !isSignatureOf(key, keyBytes(key), proof)) return undefined;
  return { ...key, keyId, from, until: undefined, vouchedBy: [] };
}

/** Valid keys of the same actor, or of one above it, that signed the record. */
function vouching(keys: ReadonlyMap<string, OfficeKey>, record: LedgerRecord, actor: ActorId, { isAbove }: KeyRules): string[] {
  const bytes = actBytes(record);
  return record.signatures.flatMap((signature) => {
    const key = keys.get(signature.keyId);
    const mayVouch = key !== undefined && key.until === undefined && (key.actor === actor || isAbove(key.actor, actor));
    return mayVouch && isSignatureOf(key, bytes, signature) ? [key.keyId] : [];
  });
}

/**
 * Takes one more record into the keys; false where it claims what it does not show, and then nothing is changed. The first key of an actor is
 * taken on the operator's word, and says so; every further one needs the signature of a key that is valid for the actor or for one above it.
 * So an operator can introduce nobody where somebody stands already.
 */
export function takeKeyRecord(keys: Map<string, OfficeKey>, record: LedgerRecord, rules: KeyRules = defaultRules): boolean {
  const at = rules.at(record);
  if (record.type === 'keyRevoked') {
    const result = keyPayloads.keyRevoked.safeParse(record.payload);
    const key = result.success ? keys.get(result.data.key) : undefined;
    if (!result.success || key === undefined || key.until !== undefined) return false;
    keys.set(key.keyId, { ...key, until: at, ended: { reason: result.data.reason, by: record.recordedBy.actor } });
    return true;
  }
  if (record.type === 'keyRegistered') {
    const result = keyPayloads.keyRegistered.safeParse(record.payload);
    const key = result.success ? newKey(result.data, at) : undefined;
    if (key === undefined || keys.has(key.keyId)) return false;
    const vouchedBy = vouching(keys, record, key.actor, rules);
    if (vouchedBy.length === 0 && [...keys.values()].some(({ actor }) => actor === key.actor)) return false;
    keys.set(key.keyId, { ...key, vouchedBy });
    return true;
  }
  return record.type === 'keyRotated' && takeRotation(keys, record, at);
}

function takeRotation(keys: Map<string, OfficeKey>, record: LedgerRecord, at: number): boolean {
  const result = keyPayloads.keyRotated.safeParse(record.payload);
  if (!result.success) return false;
  const { old: oldId, ...payload } = result.data;
  const key = newKey(payload, at);
  const old = keys.get(oldId);
  if (key === undefined || keys.has(key.keyId) || old === undefined || old.until !== undefined) return false;
  if (old.office !== key.office || old.actor !== key.actor) return false;
  const handedOver = record.signatures.some((signature) => signature.keyId === oldId && isSignatureOf(old, actBytes(record), signature));
  if (!handedOver) return false;
  keys.set(oldId, { ...old, until: at, ended: { reason: 'superseded', by: old.actor } });
  keys.set(key.keyId, { ...key, vouchedBy: [oldId] });
  return true;
}

/** The registry after one more record. Copies it: for many records `foldKeys`. */
export function evolveKeys(before: Keys, record: LedgerRecord, rules: KeyRules = defaultRules): Keys {
  return foldKeys([record], before, rules);
}

export function foldKeys(records: readonly LedgerRecord[], before: Keys = noKeys, rules: KeyRules = defaultRules): Keys {
  const keys = new Map(before.keys);
  const loose = records.filter((record) => !takeKeyRecord(keys, record, rules)).map(({ id }) => id);
  return { keys, loose: [...before.loose, ...loose] };
}

/** What is wrong with one signature of an act. */
export type SignatureFault = 'unknownKey' | 'notValidThen' | 'wrong';

export interface SignaturesFound {
  /** Actors whose office keys signed exactly this content. */
  readonly signedBy: readonly ActorId[];
  readonly keys: readonly OfficeKey[];
  readonly faults: readonly { readonly keyId: string; readonly fault: SignatureFault }[];
}

/** Checks every signature of an act that was, or is to be, recorded at the position `at`. */
export function signaturesOn(
  content: SignedContent,
  signatures: readonly Signature[],
  { keys }: Pick<Keys, 'keys'>,
  at: number,
): SignaturesFound {
  const bytes = actBytes(content);
  const found: OfficeKey[] = [];
  const faults: { keyId: string; fault: SignatureFault }[] = [];
  for (const signature of signatures) {
    const key = keys.get(signature.keyId);
    if (key === undefined) faults.push({ keyId: signature.keyId, fault: 'unknownKey' });
    else if (key.from > at || (key.until !== undefined && key.until <= at)) faults.push({ keyId: signature.keyId, fault: 'notValidThen' });
    else if (!isSignatureOf(key, bytes, signature)) faults.push({ keyId: signature.keyId, fault: 'wrong' });
    else found.push(key);
  }
  return { signedBy: [...new Set(found.map(({ actor }) => actor))], keys: found, faults };
}
