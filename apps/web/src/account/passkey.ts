/** The office's key as a passkey of this device: registered with proof that somebody holds it, and asked to sign what binds. */
import { toBase64url } from '@gongze/identity/signatures/base64url';
import { actBytes, type KeyToRegister, keyBytes, keyIdOf, type SignedContent } from '@gongze/identity/signatures/bytes';
import { planBatch } from '@gongze/identity/signatures/batch';
import { challengeOf, isSignatureOf, type Signature, signatureAt } from '@gongze/identity/signatures/verify';
import type { OfficeHeld, OfficeKey } from './send.ts';

const ES256 = -7;

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** `credential`: the one that must sign; else the person chooses among those of this site. */
async function assertion(bytes: Uint8Array, credential?: ArrayBuffer): Promise<string> {
  const chosen = await navigator.credentials.get({
    publicKey: {
      challenge: bytesOf(challengeOf(bytes)),
      rpId: location.hostname,
      userVerification: 'required',
      timeout: 120_000,
      ...(credential && { allowCredentials: [{ type: 'public-key', id: credential }] }),
    },
  });
  const { response } = chosen as PublicKeyCredential & { response: AuthenticatorAssertionResponse };
  const part = (buffer: ArrayBuffer) => toBase64url(new Uint8Array(buffer));
  return JSON.stringify({
    authenticatorData: part(response.authenticatorData),
    clientDataJSON: part(response.clientDataJSON),
    signature: part(response.signature),
  });
}

/** The point of a P-256 key, uncompressed: the last 65 bytes of its SubjectPublicKeyInfo. */
function pointOf(spki: ArrayBuffer): string {
  return toBase64url(new Uint8Array(spki).slice(-65));
}

/** Makes a passkey for the office and has it prove itself. Throws what the browser throws when the person turns away. */
export async function createOfficeKey(office: string, actor: string, name: string): Promise<KeyToRegister & { readonly proof: Signature }> {
  const created = await navigator.credentials.create({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rp: { id: location.hostname, name: 'Gongze 共责' },
      // An id of its own for each: a second key of the office on one device must not take the place of the first.
      user: { id: crypto.getRandomValues(new Uint8Array(32)), name: office, displayName: name },
      pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: 120_000,
    },
  });
  const { response, rawId } = created as PublicKeyCredential & { response: AuthenticatorAttestationResponse };
  const spki = response.getPublicKey();
  if (spki === null) throw new Error('this authenticator gives no public key');
  const key: KeyToRegister = {
    office,
    actor,
    algorithm: 'webauthn-es256',
    publicKey: pointOf(spki),
    rpId: location.hostname,
    origins: [location.origin],
  };
  return { ...key, proof: { keyId: keyIdOf(key), algorithm: 'webauthn', value: await assertion(keyBytes(key), rawId) } };
}

/**
 * Signs acts with one of the office's passkeys: the person is asked once, however many there are. `undefined` if what the device
 * signed with is no key of the office.
 */
export async function signActs(contents: readonly SignedContent[], keys: readonly OfficeKey[]): Promise<readonly Signature[] | undefined> {
  const acts = contents.map(actBytes);
  if (acts.length === 1) {
    const own = await signBytes(acts[0] as Uint8Array, keys);
    return own && [own];
  }
  const { bytes, places } = await planBatch(acts);
  const over = await signBytes(bytes, keys);
  return over && places.map((place) => signatureAt(place, over));
}

async function signBytes(bytes: Uint8Array, keys: readonly OfficeKey[]): Promise<Signature | undefined> {
  const value = await assertion(bytes);
  const own = keys.find((key) => isSignatureOf(key as never, bytes, { keyId: key.keyId, algorithm: 'webauthn', value }));
  return own && { keyId: own.keyId, algorithm: 'webauthn', value };
}

/** A key that stands signs the registration of a new one: what the server and everybody after it look for. */
export async function vouchFor(
  key: KeyToRegister & { readonly proof: Signature },
  by: { readonly person: string; readonly office: OfficeHeld; readonly idempotencyKey: string },
  standing: readonly OfficeKey[],
): Promise<Signature | undefined> {
  const { person, office, idempotencyKey } = by;
  const recordedBy = { mode: 'server', person, office: office.office, actor: office.actor } as never;
  return await signBytes(
    actBytes({ streamId: 'registry:keys', type: 'keyRegistered', schemaVersion: 1, idempotencyKey, recordedBy, payload: key }),
    standing,
  );
}
