import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { fromBase64, toBase64, utf8 } from '../log/bytes.ts';
import { type LoggedRecord, leafOf } from '../log/leaf.ts';
import { receiptExtra } from '../log/receipt.ts';
import { saltOf, testRecords } from '../testing/files.ts';
import { policyOf, testLog, textEntries } from '../testing/log.ts';
import { recordLine } from './format.ts';
import { verifyReceipt } from './receipt.ts';

const records = testRecords(9);
const log = testLog(records.map((record, index) => leafOf(record, saltOf(index), sha256).bytes));
const policy = policyOf(2);
const receiptOf = async (index: number, salt?: string): Promise<string> =>
  await log.receipt(index, receiptExtra(log.entries[index] ?? new Uint8Array(), salt), 2);
const recordText = (index: number): string => JSON.stringify(records[index]);

describe('a receipt', () => {
  test('and its record verify, the salt coming from either', async () => {
    for (const [receipt, record] of [
      [await receiptOf(4, saltOf(4)), recordText(4)],
      [await receiptOf(4), recordLine(records[4] ?? {}, saltOf(4))],
    ] as const) {
      const verified = verifyReceipt({ receipt, record, policy, sha256 });
      expect(verified).toMatchObject({ index: 4, recordCompared: true, header: { id: 'fact-4', stream: 'case-1', version: 2 } });
      expect(verified).toMatchObject({ checkpoint: { size: 9 }, cosigned: [{ name: 'shaanxi', timestamp: 1_000_009 }, {}] });
    }
  });
  test('without its record proves the leaf only', async () => {
    expect(verifyReceipt({ receipt: await receiptOf(4), policy, sha256 })).toMatchObject({ recordCompared: false });
  });
  test('of another record, of a changed one, with another salt is refused', async () => {
    const receipt = await receiptOf(4, saltOf(4));
    const differs = { refusal: 'recordDiffers', header: { id: 'fact-4' } };
    expect(verifyReceipt({ receipt, record: recordText(5), policy, sha256 })).toMatchObject(differs);
    expect(verifyReceipt({ receipt, record: recordText(4).replace('备注', '备忘'), policy, sha256 })).toMatchObject(differs);
    expect(verifyReceipt({ receipt: await receiptOf(4, saltOf(5)), record: recordText(4), policy, sha256 })).toMatchObject(differs);
    const tooLong = JSON.stringify({ ...records[4], id: 'x'.repeat(70_000) });
    expect(verifyReceipt({ receipt, record: tooLong, policy, sha256 })).toMatchObject(differs);
    const strange = JSON.stringify({ ...records[4], payload: undefined });
    expect(verifyReceipt({ receipt, record: strange, policy, sha256 })).toMatchObject(differs);
  });
  test('is refused for the first thing that is wrong', async () => {
    const receipt = await receiptOf(4);
    expect(verifyReceipt({ receipt: 'no receipt', policy, sha256 })).toEqual({ malformed: 'proof' });
    expect(verifyReceipt({ receipt: await log.receipt(4), policy, sha256 })).toEqual({ refusal: 'leafMissing' });
    expect(verifyReceipt({ receipt, policy: policyOf(3), sha256 })).toMatchObject({ refusal: 'quorumMissing' });
    expect(verifyReceipt({ receipt, record: '{', policy, sha256 })).toEqual({ refusal: 'recordMalformed' });
    expect(verifyReceipt({ receipt, record: recordText(4), policy, sha256 })).toEqual({ refusal: 'saltMissing' });
    const other = testLog(textEntries(9));
    const foreign = await other.receipt(4, receiptExtra(log.entries[4] ?? new Uint8Array()), 2);
    expect(verifyReceipt({ receipt: foreign, policy, sha256 })).toEqual({ refusal: 'notIncluded', index: 4, size: 9 });
  });
  test('whose leaf was exchanged is refused', async () => {
    const receipt = await receiptOf(4);
    const extra = /^extra (.*)$/m.exec(receipt)?.[1] ?? '';
    const changed = toBase64(
      utf8(
        Buffer.from(fromBase64(extra) ?? [])
          .toString()
          .replace('fact-4', 'fact-7'),
      ),
    );
    expect(verifyReceipt({ receipt: receipt.replace(extra, changed), policy, sha256 })).toMatchObject({ refusal: 'notIncluded' });
  });
  test('of a published record verifies what the public is told of it, and says so; anything else of it is refused', async () => {
    const whole = { ...records[4], recordedBy: { mode: 'server', person: 'p-1', office: 'o', actor: '610100' } } as never as LoggedRecord;
    const own = testLog([...log.entries.slice(0, 4), leafOf(whole, saltOf(4), sha256).bytes, ...log.entries.slice(5)]);
    const receipt = await own.receipt(4, receiptExtra(own.entries[4] ?? new Uint8Array(), saltOf(4)), 2);
    const told = { ...whole, recordedBy: { mode: 'server', office: 'o', actor: '610100' } } as never as LoggedRecord;
    const verify = (record: object) => verifyReceipt({ receipt, record: JSON.stringify(record), policy, sha256 });
    expect(verify(whole)).toMatchObject({ recordCompared: true, record: { id: 'fact-4' } });
    expect(verify(whole)).not.toHaveProperty('only');
    const found = verify(told);
    expect(found).toMatchObject({ recordCompared: true, only: 'payload' });
    // Whose signatures it carries cannot be judged without the rest.
    expect(found).not.toHaveProperty('record');
    for (const changed of [
      { payload: { ...(told.payload as object), more: 1 } },
      { type: 'obligationAccepted' },
      { version: 3 },
      { recordedAt: '2026-01-01T00:00:00Z' },
      { recordedBy: { mode: 'server', office: 'o', actor: '610400' } },
      { recordedBy: { mode: 'server', office: 'o' } },
      { recordedBy: { mode: 'server', person: 'p-2', office: 'o', actor: '610100' } },
      { recordedBy: { mode: 'local', office: 'o', actor: '610100' } },
    ])
      expect(verify({ ...told, ...changed }), JSON.stringify(changed)).toMatchObject({ refusal: 'recordDiffers' });
  });
});
