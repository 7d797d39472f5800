import type { LedgerRecord } from '@gongze/application/ledger/records';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { describe, expect, test, vi } from 'vitest';
import { actBytes } from '../signatures/bytes.ts';
import { ed25519Office, passkeyOffice, recordOf, type TestKey } from '../testing/keys.ts';
import { foldKeys, instantOf, type Keys, signaturesOn } from './keys.ts';

const city = ed25519Office('610100#signer', '610100');
const other = ed25519Office('610400#signer', '610400');
const passkey = passkeyOffice('610300#signer', '610300');

const registered = (key: TestKey, more: Partial<LedgerRecord> = {}) => recordOf('registry:keys', 'keyRegistered', key.registration(), more);
/** Adds the signature of `by` to a record, as its content stands. */
const signedBy = (by: TestKey, record: LedgerRecord): LedgerRecord => ({
  ...record,
  signatures: [...record.signatures, by.signAct(record)],
});

const keys: Keys = foldKeys([registered(city), registered(other), registered(passkey)]);
const later = instantOf({ recordedAt: '2026-06-01T00:00:00Z' });

/** An act that the city signs and records. */
const act = {
  streamId: 'water',
  type: 'obligationAccepted',
  schemaVersion: 1,
  idempotencyKey: 'accept-1',
  recordedBy: { person: 'p1', office: '610100#signer', actor: '610100' as ActorId, mode: 'server' as const },
  occurred: { first: '2026-05-01', last: '2026-05-01', precision: 'day' },
  payload: { obligation: 'd1', by: '610100' },
  sources: [],
  initiative: 'self',
  note: { zh: '说明', en: 'note' },
};
const signature = city.signAct(act);

describe('what an operator cannot do', () => {
  test('the signature of the office holds for what was signed', () => {
    expect(signaturesOn(act, [signature], keys, later)).toMatchObject({ signedBy: ['610100'], faults: [] });
  });

  test.each([
    ['another case', { streamId: 'roads' }],
    ['another kind of fact', { type: 'obligationContested' }],
    ['another version of the schema', { schemaVersion: 2 }],
    ['another request: the same act a second time', { idempotencyKey: 'accept-2' }],
    ['another person', { recordedBy: { ...act.recordedBy, person: 'p2' } }],
    ['another office', { recordedBy: { ...act.recordedBy, office: '610100#second' } }],
    ['another actor', { recordedBy: { ...act.recordedBy, actor: '610400' as ActorId } }],
    ['another day', { occurred: { ...act.occurred, last: '2026-05-02' } }],
    ['another payload', { payload: { ...act.payload, obligation: 'd2' } }],
    ['a payload with more in it', { payload: { ...act.payload, reason: { zh: '无', en: 'none' } } }],
    ['other sources', { sources: [{ kind: 'press' }] }],
    ['another initiative', { initiative: 'superior' }],
    ['another note', { note: { zh: '另', en: 'other' } }],
    ['no note', { note: undefined }],
  ])('changing it to %s breaks the signature', (_what, change) => {
    expect(signaturesOn({ ...act, ...change }, [signature], keys, later)).toMatchObject({ signedBy: [], faults: [{ fault: 'wrong' }] });
  });

  test('a flipped bit anywhere in the signature breaks it', () => {
    for (let at = 0; at < signature.value.length; at += 1) {
      const value = `${signature.value.slice(0, at)}${signature.value[at] === 'A' ? 'B' : 'A'}${signature.value.slice(at + 1)}`;
      expect(signaturesOn(act, [{ ...signature, value }], keys, later).signedBy, `letter ${at}`).toEqual([]);
    }
  });

  test('the signature of another office does not pass for that of this one', () => {
    expect(signaturesOn(act, [other.signAct(act)], keys, later).signedBy).toEqual(['610400']);
    expect(signaturesOn(act, [{ ...other.signAct(act), keyId: city.keyId }], keys, later)).toMatchObject({
      signedBy: [],
      faults: [{ fault: 'wrong' }],
    });
  });

  test('a key that nobody registered counts for nothing', () => {
    const stranger = ed25519Office('610100#signer', '610100', 'forged');
    expect(signaturesOn(act, [stranger.signAct(act)], keys, later)).toMatchObject({ signedBy: [], faults: [{ fault: 'unknownKey' }] });
  });

  test('a second key for an actor needs one that stands already', () => {
    const forged = ed25519Office('610100#signer', '610100', 'forged');
    const alone = foldKeys([registered(forged)], keys);
    expect(alone.keys.has(forged.keyId)).toBe(false);
    expect(alone.loose).toHaveLength(1);
    const byStranger = foldKeys([signedBy(other, registered(forged))], keys);
    expect(byStranger.keys.has(forged.keyId)).toBe(false);
    const bySuperior = foldKeys([signedBy(other, registered(forged))], keys, {
      at: instantOf,
      isAbove: (a, b) => a === '610400' && b === '610100',
    });
    expect(bySuperior.keys.get(forged.keyId)?.vouchedBy).toEqual([other.keyId]);
    const byOwn = foldKeys([signedBy(city, registered(forged))], keys);
    expect(byOwn.keys.get(forged.keyId)?.vouchedBy).toEqual([city.keyId]);
  });

  test('the first key of an actor says that only the operator vouches for it', () => {
    expect(keys.keys.get(city.keyId)?.vouchedBy).toEqual([]);
  });
});

describe('registering, rotating, revoking', () => {
  test('without proof of possession there is no key', () => {
    const stolen = { ...ed25519Office('x', '620100').registration(), proof: city.signBytes(new Uint8Array(3)) };
    expect(foldKeys([recordOf('registry:keys', 'keyRegistered', stolen)]).keys.size).toBe(0);
    const forOther = { ...city.registration(), office: '610400#signer', actor: '610400' };
    expect(foldKeys([recordOf('registry:keys', 'keyRegistered', forOther)]).keys.size).toBe(0);
  });

  test('a key that was revoked, or replaced, vouches for none', () => {
    const [second, third] = ['second', 'third'].map((salt) => ed25519Office('610100#signer', '610100', salt)) as [TestKey, TestKey];
    const vouched = foldKeys([registered(city), signedBy(city, registered(second))]);
    expect(vouched.keys.size, 'while it stands').toBe(2);
    const revocation = recordOf('registry:keys', 'keyRevoked', { key: city.keyId, reason: 'compromised' });
    const after = foldKeys([registered(city), revocation, signedBy(city, registered(second))]);
    expect([after.keys.size, after.loose.length]).toEqual([1, 1]);
    const rotation = signedBy(city, recordOf('registry:keys', 'keyRotated', { ...second.registration(), old: city.keyId }));
    const replaced = foldKeys([registered(city), rotation, signedBy(city, registered(third))]);
    expect([replaced.keys.size, replaced.loose.length]).toEqual([2, 1]);
    // What ended it, and in whose name, stands beside it.
    expect(after.keys.get(city.keyId)?.ended).toEqual({ reason: 'compromised', by: '610100' });
    expect(replaced.keys.get(city.keyId)?.ended).toEqual({ reason: 'superseded', by: '610100' });
  });

  // The eight points of low order, in the encodings that RFC 8032 allows; facts of the curve.
  test.each([
    ['identity', '0100000000000000000000000000000000000000000000000000000000000000'],
    ['order 2', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
    ['order 4', '0000000000000000000000000000000000000000000000000000000000000000'],
    ['order 4, negative', '0000000000000000000000000000000000000000000000000000000000000080'],
    ['order 8', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['order 8, other', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['not canonical', 'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'],
  ])('a key of low order or of a second spelling is refused: %s', (_what, hex) => {
    const publicKey = Buffer.from(hex, 'hex').toString('base64url');
    const payload = { ...city.registration(), publicKey };
    expect(foldKeys([recordOf('registry:keys', 'keyRegistered', payload)]).keys.size).toBe(0);
  });

  test('the old key hands over to the new one and ends', () => {
    const next = ed25519Office('610100#signer', '610100', 'next');
    const rotation = recordOf('registry:keys', 'keyRotated', { ...next.registration(), old: city.keyId });
    expect(foldKeys([rotation], keys).keys.has(next.keyId)).toBe(false);
    expect(foldKeys([signedBy(next, rotation)], keys).keys.has(next.keyId)).toBe(false);
    const after = foldKeys([signedBy(city, rotation)], keys);
    expect(after.keys.get(next.keyId)).toMatchObject({ vouchedBy: [city.keyId], until: undefined });
    expect(signaturesOn(act, [signature], after, instantOf(rotation)).faults).toEqual([{ keyId: city.keyId, fault: 'notValidThen' }]);
    expect(signaturesOn(act, [signature], after, instantOf(rotation) - 1).signedBy).toEqual(['610100']);
  });

  test('a revoked key signs nothing afterwards, and what it signed before stays', () => {
    const revocation = recordOf('registry:keys', 'keyRevoked', { key: city.keyId, reason: 'lost' });
    const after = foldKeys([revocation], keys);
    expect(signaturesOn(act, [signature], after, instantOf(revocation)).signedBy).toEqual([]);
    expect(signaturesOn(act, [signature], after, instantOf(revocation) - 1).signedBy).toEqual(['610100']);
    const again = foldKeys([registered(city)], after);
    expect(again.loose).toHaveLength(1);
  });
});

describe('passkeys', () => {
  const byPasskey = { ...act, recordedBy: { ...act.recordedBy, office: '610300#signer', actor: '610300' as ActorId } };

  test.each(['webauthn-es256', 'webauthn-ed25519'] as const)('an assertion of %s is the signature of its office', (algorithm) => {
    const key = passkeyOffice('610300#signer', '610300', { algorithm });
    const known = foldKeys([registered(key)]);
    expect(signaturesOn(byPasskey, [key.signAct(byPasskey)], known, later).signedBy).toEqual(['610300']);
    expect(signaturesOn({ ...byPasskey, streamId: 'roads' }, [key.signAct(byPasskey)], known, later).signedBy).toEqual([]);
  });

  test.each([
    ['for another site', { rpId: 'evil.test' }],
    ['from another origin', { origin: 'https://evil.test' }],
    ['without a verified user', { flags: 1 }],
    ['made at registration, not at signing', { type: 'webauthn.create' }],
  ])('an assertion %s is refused', (_what, options) => {
    const key = passkeyOffice('610300#signer', '610300', options);
    expect(foldKeys([registered(key)]).keys.size).toBe(0);
  });

  test('a signature of a key file does not pass for an assertion', () => {
    const bytes = actBytes(byPasskey);
    const value = passkey.signBytes(bytes).value;
    expect(signaturesOn(byPasskey, [{ keyId: city.keyId, algorithm: 'webauthn', value }], keys, later).signedBy).toEqual([]);
    expect(signaturesOn(byPasskey, [{ keyId: passkey.keyId, algorithm: 'ed25519', value }], keys, later).signedBy).toEqual([]);
    expect(signaturesOn(byPasskey, [{ keyId: passkey.keyId, algorithm: 'webauthn', value: '{}' }], keys, later).signedBy).toEqual([]);
  });
});

/** Entries written to maps while the registrations of so many offices are read. A copy of a map writes all of its entries. */
function writtenFor(count: number): number {
  const records = Array.from({ length: count }, (_, at) => registered(ed25519Office(`${610_000 + at}#signer`, `${610_000 + at}`)));
  const set = vi.spyOn(Map.prototype, 'set');
  try {
    expect(foldKeys(records)).toMatchObject({ keys: { size: count }, loose: [] });
    return set.mock.calls.length;
  } finally {
    set.mockRestore();
  }
}

test('eight times the keys are eight times the work', () => {
  const [small, large] = [writtenFor(20), writtenFor(160)];
  expect(small).toBeGreaterThanOrEqual(20);
  expect(large / small).toBeLessThan(8 * 1.1);
});
