/** The office's key as a passkey of this device: registered with proof that somebody holds it, and asked to sign what binds. */
import { toBase64url } from '@gongze/identity/signatures/base64url';
import { actBytes, type KeyToRegister, keyBytes, keyIdOf, type SignedContent } from '@gongze/identity/signatures/bytes';
import { planBatch } from '@gongze/identity/signatures/batch';
import { challengeOf, isSignatureOf, type Signature, signatureAt } from '@gongze/identity/signatures/verify';
import type { OfficeKey } from './send.ts';

const ES256 = -7;

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

async function assertion(bytes: Uint8Array): Promise<string> {
  const credential = await navigator.credentials.get({
    publicKey: { challenge: bytesOf(challengeOf(bytes)), rpId: location.hostname, userVerification: 'required', timeout: 120_000 },
  });
  const { response } = credential as PublicKeyCredential & { response: AuthenticatorAssertionResponse };
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
      user: { id: new TextEncoder().encode(office.slice(0, 64)), name: office, displayName: name },
      pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: 120_000,
    },
  });
  const { response } = created as PublicKeyCredential & { response: AuthenticatorAttestationResponse };
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
  return { ...key, proof: { keyId: keyIdOf(key), algorithm: 'webauthn', value: await assertion(keyBytes(key)) } };
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
