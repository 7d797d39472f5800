/** One touch for a thousand acts. The root is computed here a second time, by the recursion of RFC 6962 and Node's own SHA-256. */
import { createHash } from 'node:crypto';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { p256 } from '@noble/curves/nist.js';
import { describe, expect, test, vi } from 'vitest';
import { foldKeys, instantOf, signaturesOn } from '../registry/keys.ts';
import { ed25519Office, passkeyOffice, recordOf, type TestKey } from '../testing/keys.ts';
import { BATCH_MAX, batchBytes, planBatch } from './batch.ts';
import { actBytes, keyBytes, type SignedContent } from './bytes.ts';
import { isSignatureOf, type Signature, signatureAt } from './verify.ts';

// The library seals what it exports, so that its calls are counted by another in its place.
vi.mock('@noble/curves/nist.js', async (original) => {
  const real = await original<typeof import('@noble/curves/nist.js')>();
  return { ...real, p256: { ...real.p256, verify: vi.fn(real.p256.verify) } };
});

const sha = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** RFC 6962, 2.1, as it is written there. */
function treeHash(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 1) return sha(Uint8Array.of(0), entries[0] as Uint8Array);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha(Uint8Array.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)));
}

const act = (n: number): SignedContent => ({
  streamId: 'water',
  type: 'obligationAccepted',
  schemaVersion: 1,
  idempotencyKey: `row-${n}`,
  recordedBy: { person: 'p1', office: '610100#signer', actor: '610100' as ActorId, mode: 'server' },
  occurred: { first: '2026-05-01', last: '2026-05-01', precision: 'day' },
  payload: { obligation: `d${n}`, by: '610100' },
  sources: [],
  initiative: 'self',
});
const acts = (count: number): SignedContent[] => Array.from({ length: count }, (_, n) => act(n));

async function signAll(key: TestKey, contents: readonly SignedContent[]): Promise<Signature[]> {
  const { bytes, places } = await planBatch(contents.map(actBytes));
  const over = key.signBytes(bytes);
  return places.map((place) => signatureAt(place, over));
}

const passkey = passkeyOffice('610100#signer', '610100');
const file = ed25519Office('610100#file', '610100');

describe('a batch', () => {
  test.each([1, 2, 3, 7, 64, 101, 257])('of %i: what is signed is the root of RFC 6962', async (count) => {
    const bytes = acts(count).map(actBytes);
    expect((await planBatch(bytes)).bytes).toEqual(batchBytes(count, treeHash(bytes)));
  });

  test.each([
    ['passkey', passkey],
    ['key file', file],
  ])('a %s signs a thousand once, and each holds alone', async (_what, key) => {
    const contents = acts(BATCH_MAX);
    const signatures = await signAll(key, contents);
    expect(new Set(signatures.map(({ value }) => JSON.parse(value).over)).size, 'one signature').toBe(1);
    const keys = foldKeys([recordOf('registry:keys', 'keyRegistered', key.registration())]);
    const later = instantOf({ recordedAt: '2026-06-01T00:00:00Z' });
    for (const n of [0, 1, 499, 511, 512, 998, 999]) {
      const own = signatures[n] as Signature;
      expect(signaturesOn(act(n), [own], keys, later), `act ${n}`).toMatchObject({ signedBy: ['610100'], faults: [] });
      expect(own.value.length, 'what a request may hold').toBeLessThan(8000);
    }
  });

  test('no act that was not in it, and none at another place', async () => {
    const signatures = await signAll(passkey, acts(5));
    const holds = (content: SignedContent, signature: Signature) => isSignatureOf(passkey, actBytes(content), signature);
    const [first, second] = signatures as [Signature, Signature];
    expect(holds(act(0), first)).toBe(true);
    expect(holds(act(1), first)).toBe(false);
    expect(holds({ ...act(0), payload: { obligation: 'd9', by: '610100' } }, first)).toBe(false);
    expect(holds(act(0), second)).toBe(false);
    const place = JSON.parse(first.value);
    for (const [what, change] of Object.entries({
      index: { index: 1 },
      size: { size: 6 },
      smaller: { size: 4 },
      shorter: { path: place.path.slice(1) },
      longer: { path: [...place.path, place.path[0]] },
      'no hash': { path: ['x', ...place.path.slice(1)] },
      'no path': { path: undefined },
      negative: { index: -1 },
      fraction: { index: 0.5 },
      text: { size: '5' },
      huge: { size: 2 ** 53 },
      'no signature': { over: undefined },
    }))
      expect(holds(act(0), { ...first, value: JSON.stringify({ ...place, ...change }) }), what).toBe(false);
    expect(holds(act(0), { ...first, value: '[' }), 'no JSON').toBe(false);
    expect(isSignatureOf(passkeyOffice('610100#signer', '610100'), actBytes(act(0)), first), 'another key').toBe(false);
  });

  test('is no signature of one act, nor the other way round, and vouches for no key by its form', async () => {
    const [one] = (await signAll(passkey, acts(1))) as [Signature];
    const single = passkey.signAct(act(0));
    const bytes = actBytes(act(0));
    expect(isSignatureOf(passkey, bytes, one)).toBe(true);
    expect(isSignatureOf(passkey, bytes, { ...one, algorithm: 'webauthn', value: JSON.parse(one.value).over })).toBe(false);
    expect(isSignatureOf(passkey, bytes, signatureAt({ index: 0, size: 1, path: [] }, single))).toBe(false);
    const nested = { ...signatureAt({ index: 0, size: 1, path: [] }, one), algorithm: 'webauthn-batch-batch' };
    expect(isSignatureOf(passkey, bytes, nested), 'no batch of batches').toBe(false);
    const key = keyBytes(file);
    const { bytes: over, places } = await planBatch([key]);
    expect(isSignatureOf(passkey, key, signatureAt(places[0] as never, passkey.signBytes(over)))).toBe(false);
  });

  test('is looked at once, however many acts it holds, and anew for whatever differs', async () => {
    const contents = acts(150);
    const signatures = await signAll(passkey, contents);
    const asked = vi.mocked(p256.verify);
    asked.mockClear();
    for (const [at, content] of contents.entries())
      expect(isSignatureOf(passkey, actBytes(content), signatures[at] as Signature)).toBe(true);
    expect(asked).toHaveBeenCalledTimes(1);
    // The same touch under another key, for another site, or over another batch is another question.
    const [first] = signatures as [Signature];
    const others = [passkeyOffice('610100#signer', '610100'), { ...passkey, rpId: 'elsewhere.example' }, { ...passkey, origins: [] }];
    for (const key of others) expect(isSignatureOf(key, actBytes(act(0)), first)).toBe(false);
    const [own] = (await signAll(passkey, acts(3))) as [Signature];
    const swapped = { ...own, value: JSON.stringify({ ...JSON.parse(own.value), over: JSON.parse(first.value).over }) };
    expect(isSignatureOf(passkey, actBytes(act(0)), swapped)).toBe(false);
    expect(isSignatureOf(passkey, actBytes(act(0)), first)).toBe(true);
  });

  test('holds at most a thousand, and something', async () => {
    await expect(planBatch([])).rejects.toThrow(RangeError);
    await expect(planBatch(Array.from({ length: BATCH_MAX + 1 }, () => new Uint8Array()))).rejects.toThrow(RangeError);
  });
});
