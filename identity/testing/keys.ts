/** Offices with keys for tests: Ed25519 key files, and passkeys played by software. Node only. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { LedgerRecord, RecordedBy } from '@gongze/application/ledger/records';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { toBase64url } from '../signatures/base64url.ts';
import { actBytes, keyBytes, keyIdOf, type KeyToRegister, type SignedContent } from '../signatures/bytes.ts';
import { challengeOf, type Signature } from '../signatures/verify.ts';

export interface TestKey extends KeyToRegister {
  readonly keyId: string;
  readonly signBytes: (bytes: Uint8Array) => Signature;
  readonly signAct: (content: SignedContent) => Signature;
  /** Payload of `keyRegistered`. */
  readonly registration: () => Record<string, unknown>;
}

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

function keyOf(key: KeyToRegister, value: (bytes: Uint8Array) => string): TestKey {
  const keyId = keyIdOf(key);
  const algorithm = key.algorithm === 'ed25519' ? 'ed25519' : 'webauthn';
  const signBytes = (bytes: Uint8Array): Signature => ({ keyId, algorithm, value: value(bytes) });
  return {
    ...key,
    keyId,
    signBytes,
    signAct: (content) => signBytes(actBytes(content)),
    registration: () => ({ ...key, proof: signBytes(keyBytes(key)) }),
  };
}

const rawEd25519 = (key: KeyObject): string =>
  toBase64url(new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)));

/** A key file; the same for the same names. */
export function ed25519Office(office: string, actor: string, salt = ''): TestKey {
  const seed = createHash('sha256').update(`test key ${office} ${actor} ${salt}`).digest();
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const key: KeyToRegister = { office, actor, algorithm: 'ed25519', publicKey: rawEd25519(secret) };
  return keyOf(key, (bytes) => toBase64url(new Uint8Array(sign(null, bytes, secret))));
}

export interface PasskeyOptions {
  readonly algorithm?: 'webauthn-es256' | 'webauthn-ed25519';
  readonly origin?: string;
  readonly rpId?: string;
  /** Default: user present and verified. */
  readonly flags?: number;
  readonly type?: string;
}

/** A passkey in software, as an authenticator and a browser would answer. */
export function passkeyOffice(office: string, actor: string, options: PasskeyOptions = {}): TestKey {
  const { algorithm = 'webauthn-es256', origin = 'https://gongze.test', rpId = 'gongze.test', flags = 5, type = 'webauthn.get' } = options;
  const es256 = algorithm === 'webauthn-es256';
  const { privateKey, publicKey } = es256 ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const point = es256
    ? toBase64url(new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-65)))
    : rawEd25519(privateKey);
  const key: KeyToRegister = { office, actor, algorithm, publicKey: point, rpId: 'gongze.test', origins: ['https://gongze.test'] };
  return keyOf(key, (bytes) => {
    const clientDataJSON = Buffer.from(JSON.stringify({ type, challenge: challengeOf(bytes), origin, crossOrigin: false }));
    const authenticatorData = Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags, 0, 0, 0, 1])]);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
    const signature = sign(es256 ? 'sha256' : null, signed, privateKey);
    const text = (part: Uint8Array): string => toBase64url(new Uint8Array(part));
    return JSON.stringify({ authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature) });
  });
}

let counter = 0;

/** A record of a registry. */
export function recordOf(streamId: string, type: string, payload: unknown, more: Partial<LedgerRecord> = {}): LedgerRecord {
  counter += 1;
  const recordedBy: RecordedBy = { mode: 'server', person: 'p1', office: 'o1', actor: '610100' as ActorId };
  const recordedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, counter)).toISOString();
  return {
    streamId,
    version: counter,
    id: `r${counter}`,
    idempotencyKey: `k${counter}`,
    type,
    schemaVersion: 1,
    recordedAt,
    recordedBy,
    payload,
    signatures: [],
    ...more,
  };
}
