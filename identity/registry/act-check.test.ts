/**
 * A log that its operator wrote, with all the keys of the log in his hands: hashes, roots and checkpoints are his and in order.
 * What he cannot make is the signature of an office.
 */
import { createPublicKey, verify as nodeVerify } from 'node:crypto';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { utf8 } from '@gongze/ledger/log/bytes';
import { leafOf } from '@gongze/ledger/log/leaf';
import { memoryFiles, saltOf } from '@gongze/ledger/testing/files';
import { policyOf, testLog } from '@gongze/ledger/testing/log';
import { recordLine, recordsFile, signInLine, withheldLine } from '@gongze/ledger/verify/format';
import { type LogReport, verifyLog } from '@gongze/ledger/verify/log';
import { logOutcome } from '@gongze/ledger/verify/outcome';
import { describe, expect, test } from 'vitest';
import { fromBase64url } from '../signatures/base64url.ts';
import { planBatch } from '../signatures/batch.ts';
import { actBytes } from '../signatures/bytes.ts';
import { isSignatureOf, type Signature, signatureAt } from '../signatures/verify.ts';
import { ed25519Office, passkeyOffice, type TestKey } from '../testing/keys.ts';
import { actCheck, GRACE_MILLISECONDS } from './act-check.ts';

const city = passkeyOffice('610100#signer', '610100');
const second = ed25519Office('610100#signer', '610100', 'second');
const next = ed25519Office('610100#signer', '610100', 'next');
const neighbour = ed25519Office('610400#signer', '610400');
const province = ed25519Office('610000#signer', '610000');
const operators = ed25519Office('610100#signer', '610100', 'of the operator');

type Draft = Omit<LedgerRecord, 'version' | 'recordedAt'> & { readonly recordedAt?: string };

let count = 0;
function draft(streamId: string, type: string, payload: unknown, actor = '610100'): Draft {
  count += 1;
  const recordedBy = { mode: 'server' as const, person: 'p1', office: `${actor}#signer`, actor: actor as ActorId };
  return { streamId, id: `r${count}`, idempotencyKey: `k${count}`, type, schemaVersion: 1, recordedBy, payload, signatures: [] };
}

const accepted = (duty: string): Draft => draft('water', 'obligationAccepted', { obligation: duty, by: '610100' });
const progress = (duty: string): Draft => draft('water', 'progressReported', { obligation: duty, by: '610100' });
const signed = (record: Draft, ...by: readonly TestKey[]): Draft => ({
  ...record,
  signatures: by.map((key) => key.signAct(record as LedgerRecord)),
});
const registered = (key: TestKey, ...vouching: readonly TestKey[]): Draft =>
  signed(draft('registry:keys', 'keyRegistered', key.registration(), key.actor), ...vouching);
const rotated = (old: TestKey, key: TestKey): Draft =>
  signed(draft('registry:keys', 'keyRotated', { ...key.registration(), old: old.keyId }), old);
const revoked = (key: TestKey): Draft => draft('registry:keys', 'keyRevoked', { key: key.keyId, reason: 'compromised' });

/** Minutes after the beginning; by default a record every minute. */
const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** Puts the records into a log with leaves, tiles and a cosigned checkpoint, as whoever holds the log's key can, and verifies it. */
async function verified(
  drafts: readonly Draft[],
  isWithheld: (record: Draft) => boolean = () => false,
  mark: string = withheldLine,
): Promise<LogReport> {
  const versions = new Map<string, number>();
  const records = drafts.map((one, minute): LedgerRecord => {
    const version = (versions.get(one.streamId) ?? 0) + 1;
    versions.set(one.streamId, version);
    return { ...one, version, recordedAt: one.recordedAt ?? at(minute) };
  });
  const files = await testLog(records.map((record, index) => leafOf(record, saltOf(index), sha256).bytes)).files(records.length, 2);
  const lines = records.map((record, index) => (isWithheld(record) ? mark : recordLine(record, saltOf(index))));
  files.set(recordsFile, utf8(lines.map((line) => `${line}\n`).join('')));
  return await verifyLog(memoryFiles(files), { policy: policyOf(2), sha256, depth: 'records', acts: actCheck(gb2260()) });
}

async function batchOf(key: TestKey, drafts: readonly Draft[]): Promise<Draft[]> {
  const { bytes, places } = await planBatch(drafts.map((one) => actBytes(one as LedgerRecord)));
  const over = key.signBytes(bytes);
  return drafts.map((one, index) => ({ ...one, signatures: [signatureAt(places[index] as never, over)] }));
}

describe('an honest log', () => {
  test('counts what is signed, alone or in a batch, and what needs no signature', async () => {
    const { acts, faults } = await verified([
      registered(city),
      registered(second, city),
      signed(accepted('d1'), city),
      ...(await batchOf(second, [accepted('d2'), accepted('d3'), accepted('d4')])),
      progress('d1'),
      signed(progress('d2'), city),
    ]);
    expect(faults).toEqual([]);
    expect(acts).toEqual({ signed: 5, unsignedLocal: 0, unsignedImported: 0, bad: 0, keys: 2, unchecked: 0, uncheckedActs: [] });
  });

  test('tells acts of local mode and imported ones apart from signed ones, in words too', async () => {
    const by = (mode: 'local' | 'import'): Draft => ({ ...accepted('d1'), recordedBy: { mode } });
    const report = await verified([by('local'), by('import'), by('import')]);
    expect(report).toMatchObject({ faultsTotal: 0, acts: { signed: 0, unsignedLocal: 1, unsignedImported: 2, bad: 0, keys: 0 } });
    const { holds, details } = logOutcome(report);
    expect(holds).toBe(true);
    expect(details.map(({ en }) => en).join()).toContain('1 recorded in local mode, 2 imported');
  });

  test('with a key that a superior vouched for, one that was rotated, and an act beside the revocation', async () => {
    const soon = new Date(Date.parse(at(3)) + GRACE_MILLISECONDS - 1000).toISOString();
    const { faults, acts } = await verified([
      registered(province),
      registered(city),
      registered(second, province),
      revoked(city),
      { ...signed(accepted('d1'), city), recordedAt: soon },
      rotated(second, next),
      signed(accepted('d2'), next),
    ]);
    expect(faults).toEqual([]);
    expect(acts).toMatchObject({ signed: 2, keys: 4 });
  });

  test('the correction of what binds is signed as that was, of what does not bind it needs no signature', async () => {
    const [bound, told] = [signed(accepted('d1'), city), progress('d1')];
    const correct = ({ id }: Draft): Draft => draft('water', 'factCorrected', { target: id, reason: { zh: '误', en: 'slip' } });
    expect(await verified([registered(city), bound, told, correct(told), signed(correct(bound), city)])).toMatchObject({ faultsTotal: 0 });
    const unsigned = correct(bound);
    expect((await verified([registered(city), bound, unsigned])).faults).toEqual([{ kind: 'signatureMissing', index: 2, id: unsigned.id }]);
  });
});

describe('what the operator plants is found', () => {
  const act = signed(accepted('d1'), city);
  const bad = (index: number, key: TestKey, why: string) => [{ kind: 'signatureBad', index, keyId: key.keyId, why }];

  test('an act signed by a key that is nobody’s', async () => {
    expect((await verified([registered(city), signed(accepted('d1'), operators)])).faults).toEqual(bad(1, operators, 'unknownKey'));
  });

  test('an act with his own key under the name of the office’s', async () => {
    const one = accepted('d1');
    const forged = { ...operators.signAct(one as LedgerRecord), keyId: city.keyId };
    expect((await verified([registered(city), { ...one, signatures: [forged] }])).faults).toEqual(bad(1, city, 'wrong'));
  });

  test.each<[string, Partial<Draft>]>([
    ['payload', { payload: { obligation: 'd9', by: '610100' } }],
    ['case', { streamId: 'air' }],
    ['type', { type: 'obligationDischarged' }],
    ['actor', { recordedBy: { ...act.recordedBy, actor: '610400' as ActorId } }],
    ['idempotency key: the act a second time', { idempotencyKey: 'again' }],
  ])('an act whose %s he changed', async (_what, change) => {
    expect((await verified([registered(city), { ...act, ...change }])).faults).toEqual(bad(1, city, 'wrong'));
  });

  test('the signature of another act', async () => {
    expect((await verified([registered(city), act, { ...accepted('d2'), signatures: act.signatures }])).faults).toEqual(
      bad(2, city, 'wrong'),
    );
  });

  test('the place of another act in a batch, and a place in it for an act that was not signed', async () => {
    const [one, two] = (await batchOf(city, [accepted('d1'), accepted('d2'), accepted('d3')])) as [Draft, Draft];
    const swapped = await verified([registered(city), { ...one, signatures: two.signatures }]);
    expect(swapped.faults).toEqual(bad(1, city, 'wrong'));
    const added = await verified([registered(city), one, two, { ...accepted('d4'), signatures: one.signatures }]);
    expect(added.faults).toEqual(bad(3, city, 'wrong'));
  });

  test('an act after its key was revoked or replaced, whatever date he gives it', async () => {
    const late = { ...act, recordedAt: at(0) };
    expect((await verified([registered(city), revoked(city), progress('d1'), progress('d1'), late])).faults).toEqual(
      bad(4, city, 'notValidThen'),
    );
    const after = await verified([
      registered(second),
      rotated(second, next),
      progress('d1'),
      progress('d1'),
      signed(accepted('d2'), second),
    ]);
    expect(after.faults).toEqual(bad(4, second, 'notValidThen'));
  });

  test('an act of a revoked key, though a record far in the future came before the revocation, or the revocation itself is dated there', async () => {
    const far = '9999-12-31T00:00:00.000Z';
    const late = signed(accepted('d2'), city);
    const since = [progress('d1'), progress('d1'), progress('d1')];
    const stopped = await verified([registered(city), { ...progress('d1'), recordedAt: far }, revoked(city), ...since, late]);
    expect(stopped.faults).toEqual(bad(6, city, 'notValidThen'));
    const dated = await verified([registered(city), { ...revoked(city), recordedAt: far }, progress('d1'), { ...late, recordedAt: far }]);
    expect(dated.faults).toEqual(bad(3, city, 'notValidThen'));
  });

  test('an act that was signed once and stands there twice, word for word, or under another id', async () => {
    for (const id of [act.id, 'again']) {
      const report = await verified([registered(city), act, progress('d1'), { ...act, id }]);
      expect(report).toMatchObject({ faults: [{ kind: 'actTwice', index: 3, id }], acts: { signed: 1, bad: 1 } });
    }
    // The same request in another case is another text, which the office signed too.
    const other = signed({ ...accepted('d1'), streamId: 'air', idempotencyKey: act.idempotencyKey }, city);
    expect((await verified([registered(city), act, other])).faults).toEqual([]);
  });

  test('another record under the id of an act that binds', async () => {
    const report = await verified([registered(city), act, { ...progress('d9'), id: act.id }]);
    expect(report.faults).toEqual([{ kind: 'actTwice', index: 2, id: act.id }]);
  });

  test.each(['local', 'import'] as const)('an act without a signature, said to be of mode %s, in the log of a server', async (mode) => {
    const excused = { ...accepted('d1'), recordedBy: { ...act.recordedBy, mode } };
    const faults = (index: number) => [{ kind: 'modesMixed', index, id: excused.id }];
    const after = await verified([registered(city), progress('d1'), excused]);
    expect(after).toMatchObject({ faults: faults(2), acts: { unsignedLocal: 0, unsignedImported: 0, bad: 1 } });
    const before = await verified([excused, registered(city), progress('d1')]);
    expect(before.faults).toEqual(faults(0));
    const [told] = logOutcome(after).details;
    expect([told?.zh, told?.en]).toEqual([expect.stringContaining('此日志属于服务器'), expect.stringContaining('the log of a server')]);
  });

  test('a mark that belongs to servers, in the place of a record, to keep all signatures from being judged', async () => {
    const forged = accepted('d1');
    const report = await verified([registered(city), progress('d1'), forged], ({ type }) => type === 'progressReported', signInLine);
    expect(report.faults).toEqual([{ kind: 'signatureMissing', index: 2, id: forged.id }]);
  });

  test('an act before its key was registered', async () => {
    expect((await verified([act, registered(city)])).faults).toEqual(bad(0, city, 'unknownKey'));
  });

  test('an act that binds without a signature, or with that of another party alone', async () => {
    const bare = accepted('d1');
    expect((await verified([registered(city), bare])).faults).toEqual([{ kind: 'signatureMissing', index: 1, id: bare.id }]);
    const other = signed(accepted('d1'), neighbour);
    const report = await verified([registered(city), registered(neighbour), other]);
    expect(report.faults).toEqual([{ kind: 'signatureMissing', index: 2, id: other.id }]);
    expect(report.acts).toMatchObject({ signed: 0, bad: 1 });
  });

  test('a key of his own beside that of the office: vouched for by nobody, by a neighbour, by itself', async () => {
    for (const vouching of [[], [neighbour], [operators]]) {
      const planted = registered(operators, ...vouching);
      const report = await verified([registered(city), registered(neighbour), planted, signed(accepted('d1'), operators)]);
      expect(report.faults).toEqual([{ kind: 'keyUnproved', index: 2, id: planted.id }, ...bad(3, operators, 'unknownKey')]);
    }
  });

  test('a key without the proof of its holder', async () => {
    const payload = { ...city.registration(), proof: operators.signBytes(utf8('another')) };
    const planted = draft('registry:keys', 'keyRegistered', payload);
    expect((await verified([planted])).faults).toEqual([{ kind: 'keyUnproved', index: 0, id: planted.id }]);
  });

  test('keys kept back', async () => {
    const report = await verified([registered(city), act], ({ streamId }) => streamId === 'registry:keys');
    expect(report.faults).toEqual([{ kind: 'keysWithheld', index: 0 }, ...bad(1, city, 'unknownKey')]);
    expect(logOutcome(report).holds).toBe(false);
  });

  test('signatures that are no signatures', async () => {
    for (const signatures of [null, 'x', {}, [null], [7], [{ keyId: 7 }], [{ ...act.signatures[0], value: null }]]) {
      const report = await verified([registered(city), { ...act, signatures: signatures as never }]);
      expect(report.faultsTotal, JSON.stringify(signatures)).toBe(1);
    }
  });
});

const text = { zh: '治污协议', en: 'Clean water' };
const occurred = { first: '2026-01-01', last: '2026-01-01', precision: 'day', setBy: 'source' };
/** A fact with the rest of its envelope, as the fold of the case wants it. */
const fact = (type: string, payload: unknown): Draft =>
  Object.assign(draft('water', type, payload), { occurred, knownFrom: '2026-01-01', origin: 'live', sources: [], initiative: 'self' });
const agreed = (): Draft =>
  fact('agreementSigned', { agreement: 'pact', title: text, parties: ['610100', '610400'], topics: [], framework: true });
const issued = (): Draft => fact('jointDocumentIssued', { title: text, issuers: ['610100', '610400'] });
const duty = (): Draft =>
  fact('obligationDrafted', {
    obligation: 'd1',
    title: text,
    origin: 'agreed',
    liable: ['610100', '610400'],
    lead: '610100',
    acceptedBy: ['610100', '610400'],
  });
const silent = (index: number, { id }: Draft, author = '610400') => [{ kind: 'signatureMissing', index, id, author }];

describe('an act of several authors', () => {
  const keys = [registered(city), registered(neighbour)];
  const both = (one: Draft): Draft => signed(one, city, neighbour);

  test('holds with the signatures of all of them', async () => {
    const pact = agreed();
    const after = [
      both(fact('agreementTerminated', { agreement: 'pact' })),
      both(fact('factRetracted', { target: pact.id, reason: text })),
    ];
    const report = await verified([...keys, both(pact), both(issued()), both(duty()), ...after]);
    expect(report).toMatchObject({ faults: [], acts: { signed: 5, bad: 0, unchecked: 0 } });
  });

  test.each<[string, () => Draft]>([
    ['a text that they sign', agreed],
    ['a document that they issue', issued],
    ['a duty that they accept by signing', duty],
  ])('%s: one of them is missing, and is named in both languages', async (_what, made) => {
    const lone = signed(made(), city);
    const report = await verified([...keys, lone]);
    expect(report.faults).toEqual(silent(2, lone));
    const { details } = logOutcome(report);
    expect(details[0]?.en).toBe(`entry 2 (${lone.id}): an act that speaks for 610400 too, without the signature of an office of 610400`);
    expect(details[0]?.zh).toBe(`第 2 条（${lone.id}）：此行为也以 610400 的名义作出，却没有其职位签名`);
  });

  test('an author who was put in the place of another', async () => {
    const swapped = both(fact('agreementSigned', { ...(agreed().payload as object), parties: ['610100', '610500'] }));
    expect((await verified([...keys, swapped])).faults).toEqual(silent(2, swapped, '610500'));
  });

  test.each<[string, (before: Draft) => Draft]>([
    ['ending a text', () => fact('agreementTerminated', { agreement: 'pact' })],
    ['changing it', () => fact('agreementAmended', { agreement: 'pact', text })],
    ['taking it back', ({ id }) => fact('factRetracted', { target: id, reason: text })],
    ['correcting it', ({ id }) => fact('factCorrected', { target: id, replacement: { verification: 'verified' }, reason: text })],
  ])('%s that others signed too takes their signatures, which only the record before tells', async (_what, made) => {
    const pact = both(agreed());
    const lone = signed(made(pact), city);
    expect((await verified([...keys, pact, lone])).faults).toEqual(silent(3, lone));
  });

  test('suspending a duty that was agreed takes everybody whom it obliges, and amending it whom it is to oblige', async () => {
    const suspended = (): Draft => fact('obligationSuspended', { obligation: 'd1', by: '610100' });
    const lone = signed(suspended(), city);
    expect((await verified([...keys, both(duty()), lone])).faults).toEqual(silent(3, lone));
    const more = registered(ed25519Office('610500#signer', '610500'));
    const amended = both(fact('obligationAmended', { obligation: 'd1', by: '610100', terms: { cooperating: ['610500'] } }));
    const told = await verified([...keys, more, both(duty()), amended]);
    expect(told.faults).toEqual(silent(4, amended, '610500'));
  });

  test('what cannot be told is counted, act by act, with the reason, and is no fault', async () => {
    const pact = both(agreed());
    const end = signed(fact('agreementTerminated', { agreement: 'pact' }), city);
    const report = await verified([...keys, pact, end], ({ id }) => id === pact.id);
    const place = (index: number, { id, type }: Draft, why: string) => ({ index, stream: 'water', id, type, why });
    expect(report).toMatchObject({ faults: [], acts: { signed: 0, bad: 0, unchecked: 2 } });
    expect(report.acts?.uncheckedActs).toEqual([place(2, pact, 'notTold'), place(3, end, 'authorsUnknown')]);
    const { holds, details } = logOutcome(report);
    const said = (lang: 'zh' | 'en') => details.map((one) => one[lang]).join('\n');
    expect(holds).toBe(true);
    expect(said('en')).toContain('whose signatures could not be checked: 2');
    expect(said('en')).toContain(`entry 3 (water, agreementTerminated, ${end.id}): its own office has signed`);
    expect(said('zh')).toContain(`第 2 条（water，agreementSigned，${pact.id}）：其记录未提供`);
  });
});

/** The same question to another implementation, OpenSSL in Node: the signature over one act by a passkey. */
function nodeSays(key: TestKey, { value }: Signature): boolean {
  const { authenticatorData, clientDataJSON, signature } = JSON.parse(value) as Record<string, string>;
  const bytes = (text: string | undefined): Buffer => Buffer.from(fromBase64url(text ?? '') ?? []);
  const point = bytes(key.publicKey);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as never, format: 'jwk' });
  const over = Buffer.concat([bytes(authenticatorData), sha256(bytes(clientDataJSON))]);
  return nodeVerify('sha256', over, publicKey, bytes(signature));
}

test('of signatures with a bit changed, OpenSSL says the same', () => {
  const content = accepted('d1') as LedgerRecord;
  const good = city.signAct(content);
  expect([isSignatureOf(city, actBytes(content), good), nodeSays(city, good)]).toEqual([true, true]);
  const parts = JSON.parse(good.value) as { signature: string };
  const whole = Buffer.from(parts.signature, 'base64url');
  for (let bit = 0; bit < whole.length * 8; bit += 5) {
    const changed = Buffer.from(whole.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
    const forged = { ...good, value: JSON.stringify({ ...parts, signature: changed.toString('base64url') }) };
    const ours = isSignatureOf(city, actBytes(content), forged);
    expect([bit, ours]).toEqual([bit, nodeSays(city, forged)]);
    expect(ours).toBe(false);
  }
});
