/**
 * The bytes that an office signs. They may never change: signatures that were given rest on them. Each kind begins with a
 * line of its own, so that a signature for one thing is never one for another.
 */
import { canonicalJson } from '@gongze/application/canonical';
import type { RecordedBy } from '@gongze/application/ledger/records';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What of a record is signed: everything that the office says. Not what the recording adds: place, instant, hash. */
export interface SignedContent {
  readonly streamId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly idempotencyKey: string;
  readonly recordedBy: RecordedBy;
  readonly payload: unknown;
  /** Of facts only. */
  readonly occurred?: unknown;
  readonly sources?: unknown;
  readonly initiative?: unknown;
  readonly note?: unknown;
}

/** `gongze/act/v1`, a line end, and the canonical JSON of what is said. The caller's mode is not: it is the server's word. */
export function actBytes(content: SignedContent): Uint8Array {
  const { streamId, type, schemaVersion, idempotencyKey, recordedBy, payload, occurred, sources, initiative, note } = content;
  const { person, office, actor } = recordedBy;
  const said = {
    streamId,
    type,
    schemaVersion,
    idempotencyKey,
    by: { person, office, actor },
    payload,
    occurred,
    sources,
    initiative,
    note,
  };
  return utf8ToBytes(`${actHeading}${canonicalJson(said)}`);
}

const actHeading = 'gongze/act/v1\n';
const headingBytes = utf8ToBytes(actHeading);

/** True for bytes that `actBytes` may have made, by how they begin. */
export function isActBytes(bytes: Uint8Array): boolean {
  return headingBytes.every((byte, at) => bytes[at] === byte);
}

export interface KeyToRegister {
  readonly office: string;
  readonly actor: string;
  readonly algorithm: KeyAlgorithm;
  readonly publicKey: string;
  /** Of a passkey: the site and the origins for which it signs. */
  readonly rpId?: string | undefined;
  readonly origins?: readonly string[] | undefined;
}

/** `ed25519`: a key file. The others: a passkey, which signs through WebAuthn. */
export const keyAlgorithms = ['ed25519', 'webauthn-es256', 'webauthn-ed25519'] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];

/** What the new key signs to show that somebody holds it, and what the old one signs to hand over to it. */
export function keyBytes({ office, actor, algorithm, publicKey, rpId, origins }: KeyToRegister): Uint8Array {
  return utf8ToBytes(`gongze/key/v1\n${canonicalJson({ office, actor, algorithm, publicKey, rpId, origins })}`);
}

/** Name of a key: follows from it, so that no two keys share one. 32 hex digits. */
export function keyIdOf({ algorithm, publicKey }: Pick<KeyToRegister, 'algorithm' | 'publicKey'>): string {
  return bytesToHex(sha256(utf8ToBytes(`gongze/key-id/v1\n${algorithm}\n${publicKey}`))).slice(0, 32);
}
