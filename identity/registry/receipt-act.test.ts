/** One act with its receipt, its record and the registry of keys: whatever somebody put in the place of a signature is found. */
import type { LedgerRecord } from '@gongze/application/ledger/records';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { leafOf } from '@gongze/ledger/log/leaf';
import { receiptExtra } from '@gongze/ledger/log/receipt';
import { saltOf } from '@gongze/ledger/testing/files';
import { policyOf, testLog } from '@gongze/ledger/testing/log';
import { recordLine } from '@gongze/ledger/verify/format';
import { isVerified, receiptOutcome } from '@gongze/ledger/verify/outcome';
import { verifyReceipt } from '@gongze/ledger/verify/receipt';
import { expect, test } from 'vitest';
import { ed25519Office, passkeyOffice, type TestKey } from '../testing/keys.ts';
import { judgeAct } from './receipt-act.ts';

const city = passkeyOffice('610100#signer', '610100');
const neighbour = ed25519Office('610400#signer', '610400');
const operators = ed25519Office('610100#signer', '610100', 'of the operator');
const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const text = { zh: '联合通知', en: 'Joint notice' };

function record(streamId: string, version: number, type: string, payload: unknown, minute: number, actor = '610100'): LedgerRecord {
  const recordedBy = { mode: 'server' as const, person: 'p1', office: `${actor}#signer`, actor: actor as ActorId };
  const id = `${streamId}-${version}`;
  return { streamId, version, id, idempotencyKey: id, type, schemaVersion: 1, recordedAt: at(minute), recordedBy, payload, signatures: [] };
}
const signed = (one: LedgerRecord, ...by: readonly TestKey[]): LedgerRecord => ({ ...one, signatures: by.map((key) => key.signAct(one)) });
const registered = (version: number, key: TestKey, minute: number): LedgerRecord =>
  record('registry:keys', version, 'keyRegistered', key.registration(), minute, key.actor);
const revoked = (version: number, key: TestKey, minute: number): LedgerRecord =>
  record('registry:keys', version, 'keyRevoked', { key: key.keyId, reason: 'compromised' }, minute);
const linesOf = (...records: readonly LedgerRecord[]): string =>
  records.map((one, index) => `${recordLine(one, saltOf(index))}\n`).join('');
const keys = linesOf(registered(1, city, 1), registered(2, neighbour, 2));
const accepted = (): LedgerRecord => record('water', 1, 'obligationAccepted', { obligation: 'd1', by: '610100' }, 10);
const issued = (issuers = ['610100', '610400']): LedgerRecord => record('water', 1, 'jointDocumentIssued', { title: text, issuers }, 10);

/** The outcome of a receipt that the operator made in order, over whatever he recorded. */
async function outcomeOf(act: LedgerRecord, registry: string | undefined) {
  const salt = saltOf(7);
  const leaf = leafOf(act, salt, sha256).bytes;
  const receipt = await testLog([leaf]).receipt(0, receiptExtra(leaf, salt), 2);
  const found = verifyReceipt({ receipt, record: JSON.stringify(act), policy: policyOf(2), sha256 });
  if (!isVerified(found) || found.record === undefined) throw new Error(`the receipt does not hold: ${JSON.stringify(found)}`);
  const judged = judgeAct(gb2260(), found.index, found.record, registry);
  const { holds, verdict, details } = receiptOutcome(found, judged);
  const said = (lang: 'zh' | 'en'): string => [verdict, ...details].map((one) => one[lang]).join('\n');
  return { holds, signatures: judged.signatures, en: said('en'), zh: said('zh') };
}

test('an act that everybody signed for whom it speaks', async () => {
  for (const act of [signed(accepted(), city), signed(issued(), city, neighbour)]) {
    const { holds, signatures, en, zh } = await outcomeOf(act, keys);
    expect([holds, signatures]).toEqual([true, 'valid']);
    expect([en, zh]).toEqual([expect.stringContaining('Everybody for whom it speaks has signed'), expect.stringContaining('职位签名有效')]);
  }
});

test.each<[string, LedgerRecord, string, RegExp, RegExp]>([
  [
    'a forged signature',
    { ...accepted(), signatures: signed(issued(), city).signatures },
    keys,
    /what was signed is not this/,
    /所签并非此内容/,
  ],
  ['a key that is nobody’s', signed(accepted(), operators), keys, /the log registers no such key before it/, /并未登记该密钥/],
  [
    'the key of another office alone',
    signed(accepted(), neighbour),
    keys,
    /without the signature of an office of its actor/,
    /没有本主体的职位签名/,
  ],
  ['no signature at all', accepted(), keys, /without the signature of an office of its actor/, /没有本主体的职位签名/],
  [
    'a key that had been revoked',
    signed(accepted(), city),
    keys + linesOf(revoked(3, city, 5)),
    /that key had been revoked or replaced before/,
    /该密钥此前已吊销或更换/,
  ],
  ['an author missing', signed(issued(), city), keys, /speaks for 610400 too, without the signature/, /也以 610400 的名义作出/],
  [
    'an author in the place of another',
    signed(issued(['610100', '610500']), city, neighbour),
    keys,
    /for 610500 too/,
    /也以 610500 的名义/,
  ],
  ['keys of his own slipped in', signed(accepted(), operators), keys + linesOf(registered(3, operators, 5)), /no such key/, /并未登记/],
])('%s is found, and told in both languages', async (_what, act, registry, en, zh) => {
  const found = await outcomeOf(act, registry);
  expect(found).toMatchObject({ holds: false, signatures: 'bad' });
  expect(found.en).toMatch(/^It does not hold: the log has this record/);
  expect(found.en).toMatch(en);
  expect(found.zh).toMatch(zh);
});

test('a key that was revoked afterwards signed while it stood', async () => {
  expect(await outcomeOf(signed(accepted(), city), keys + linesOf(revoked(3, city, 11)))).toMatchObject({
    holds: true,
    signatures: 'valid',
  });
});

test('beside the whole log its order counts: an act of a revoked key gains nothing by the date that it bears', () => {
  const backdated = { ...signed(accepted(), city), recordedAt: at(3) };
  const inTime = { ...backdated, recordedAt: at(5) };
  const since = (minute: number) => record('air', 1, 'progressReported', {}, minute);
  const judged = (act: LedgerRecord, ...before: readonly LedgerRecord[]) =>
    judgeAct(gb2260(), before.length, act, linesOf(...before, act, record('air', 2, 'progressReported', {}, 60))).signatures;
  const above = [registered(1, city, 1), registered(2, neighbour, 2)];
  expect(judged(backdated, ...above, revoked(3, city, 5), since(20))).toBe('bad');
  // The minute of grace ends with what others recorded since, though it is no matter of this act.
  expect(judged(inTime, ...above, revoked(3, city, 5), since(20))).toBe('bad');
  expect(judged(inTime, ...above, revoked(3, city, 5))).toBe('valid');
  expect(judged(backdated, ...above, since(20))).toBe('valid');
});

test('without a registry of keys the signatures are left open, and the answer says so; a missing one is missing all the same', async () => {
  const open = await outcomeOf(signed(accepted(), city), undefined);
  expect(open).toMatchObject({ holds: true, signatures: 'keysMissing' });
  expect([open.en, open.zh]).toEqual([expect.stringContaining('which were not checked'), expect.stringContaining('但未核对')]);
  expect(await outcomeOf(accepted(), undefined)).toMatchObject({ holds: false, signatures: 'bad' });
});

test('whose other authors follow from records before it: with them it is judged, without them left open', async () => {
  const pact = signed(
    record(
      'water',
      1,
      'agreementSigned',
      { agreement: 'pact', title: text, parties: ['610100', '610400'], topics: [], framework: true },
      10,
    ),
    city,
    neighbour,
  );
  const facts = {
    occurred: { first: '2026-01-01', last: '2026-01-01', precision: 'day', setBy: 'source' },
    knownFrom: '2026-01-01',
    origin: 'live',
  };
  const before = { ...pact, ...facts, sources: [] };
  const end = signed(record('water', 2, 'agreementTerminated', { agreement: 'pact' }, 12), city);
  expect(await outcomeOf(end, keys)).toMatchObject({ holds: true, signatures: 'authorsUnknown' });
  const judged = await outcomeOf(end, keys + linesOf(before));
  expect(judged).toMatchObject({ holds: false, signatures: 'bad' });
  expect(judged.en).toContain('speaks for 610400 too');
});

test('what does not bind, and what says itself that nobody signed', async () => {
  expect(await outcomeOf(record('water', 1, 'progressReported', {}, 10), keys)).toMatchObject({ holds: true, signatures: 'none' });
  const by = (mode: 'local' | 'import'): LedgerRecord => ({ ...accepted(), recordedBy: { mode } });
  expect(await outcomeOf(by('local'), undefined)).toMatchObject({ holds: true, signatures: 'unsignedLocal' });
  expect(await outcomeOf(by('import'), undefined)).toMatchObject({ holds: true, signatures: 'unsignedImported' });
});
