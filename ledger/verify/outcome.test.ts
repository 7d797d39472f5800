/** What a finished verification says, sentence by sentence: the verdict must never be kinder than what was found. */
import { describe, expect, test } from 'vitest';
import type { LeafHeader } from '../log/leaf.ts';
import type { VerifyFault } from './faults.ts';
import type { LogReport } from './log.ts';
import { logFaults, logOutcome, receiptOutcome } from './outcome.ts';
import { untoldText } from './server.ts';

const checkpoint = { origin: 'gongze.test/log', size: 1234, root: new Uint8Array(32).fill(1) };
const root = `${'AQEB'.repeat(10)}AQE=`;
const cosigned = [{ name: 'w1', timestamp: 0 }];
const whole: LogReport = {
  checkpoint,
  cosigned,
  entries: 1234,
  records: { checked: 1200, payloads: 0, withheld: 34, streams: 1, signInFirst: false },
  attachments: { checked: 0, absent: 0 },
  faults: [],
  faultsTotal: 0,
};
const fault: VerifyFault = { kind: 'recordDiffers', index: 12 };
const zhOf = (outcome: { readonly details: readonly { readonly zh: string }[] }): string[] => outcome.details.map(({ zh }) => zh);
const enOf = (outcome: { readonly details: readonly { readonly en: string }[] }): string[] => outcome.details.map(({ en }) => en);

describe('of a log', () => {
  test('says how many files were hashed and how many did not come along', () => {
    const outcome = logOutcome({ ...whole, attachments: { checked: 3, absent: 1 } });
    expect(zhOf(outcome).slice(-2)).toEqual(['附件：3 个，内容与记录所列摘要一致', '附件：1 个未随附，未核对']);
    expect(enOf(outcome).slice(-2)).toEqual([
      'Files: 3, each of them the one its record names',
      'Files: 1 named by records did not come along and were not checked',
    ]);
  });
  test('that is whole says so, with its root, its witnesses and its records', () => {
    const outcome = logOutcome(whole);
    expect(outcome.holds).toBe(true);
    expect(outcome.verdict).toEqual({
      zh: '属实：日志 gongze.test/log，共 1,234 条，逐条核对无误',
      en: 'It holds: the log gongze.test/log, 1,234 entries, each of them checked',
    });
    expect(zhOf(outcome)).toEqual([
      `根哈希：${root}`,
      '会签的见证方：w1（1970-01-01 00:00:00 UTC）',
      '记录：1,200 条与日志一致，34 条未公开，分属 1 个流',
    ]);
    expect(enOf(outcome)).toEqual([
      `Root: ${root}`,
      'Cosigned by: w1 (1970-01-01 00:00:00 UTC)',
      'Records: 1,200 records as logged, 34 withheld, in 1 stream',
    ]);
  });

  test('whose records did not come along says what was not checked', () => {
    const outcome = logOutcome({ ...whole, records: undefined });
    expect(zhOf(outcome).at(-1)).toBe('未附记录：只核对了日志本身');
    expect(enOf(outcome).at(-1)).toBe('No records came along: the log itself was checked, not what it stands for');
  });

  test('tells published contents apart from whole records', () => {
    const records = { checked: 0, payloads: 12, withheld: 3, streams: 2, signInFirst: true };
    const outcome = logOutcome({ ...whole, records });
    expect(zhOf(outcome)).toContain('记录：0 条与日志一致，已公开而内容与日志一致的 12 条，3 条未公开，分属 2 个流');
    expect(enOf(outcome)).toContain(
      'Records: 0 records as logged, 12 published ones with the content that was logged, 3 withheld, in 2 streams',
    );
    expect(untoldText('told', records)?.zh).toContain('未登录');
    expect(untoldText('told', records)?.en).toContain('signatures of offices');
    expect(untoldText('told', { ...records, signInFirst: false })).toBeUndefined();
  });

  test('counts one as one', () => {
    const one = logOutcome({
      ...whole,
      checkpoint: { ...checkpoint, size: 1 },
      records: { checked: 1, payloads: 0, withheld: 0, streams: 2, signInFirst: false },
    });
    expect(one.verdict.en).toBe('It holds: the log gongze.test/log, 1 entry, each of them checked');
    expect(enOf(one).at(-1)).toBe('Records: 1 record as logged, 0 withheld, in 2 streams');
  });

  test('names every fault, and how many more there are only where there are more', () => {
    const listed = logOutcome({ ...whole, faults: [fault], faultsTotal: 1 });
    expect(listed.holds).toBe(false);
    expect(listed.verdict).toEqual({ zh: '不符：共 1 处', en: 'It does not hold: 1 fault' });
    // The fault, then root, witnesses and records: nothing about others.
    expect(listed.details).toHaveLength(4);
    expect(zhOf(listed).join()).not.toContain('未列出');

    const more = logOutcome({ ...whole, faults: [fault], faultsTotal: 2 });
    expect(more.verdict).toEqual({ zh: '不符：共 2 处', en: 'It does not hold: 2 faults' });
    expect(more.details[1]).toEqual({ zh: '另有 1 处未列出', en: '1 more fault not listed' });
    expect(logOutcome({ ...whole, faults: [fault], faultsTotal: 2001 }).details[1]).toEqual({
      zh: '另有 2,000 处未列出',
      en: '2,000 more faults not listed',
    });
  });

  test('without a checkpoint that counts does not hold, and says nothing of a root', () => {
    const outcome = logOutcome({ ...whole, checkpoint: undefined, cosigned: [], faults: [{ kind: 'checkpointMissing' }], faultsTotal: 1 });
    expect(outcome.holds).toBe(false);
    expect(outcome.details).toHaveLength(1);
    // Even where nobody counted a fault.
    expect(logOutcome({ ...whole, checkpoint: undefined }).holds).toBe(false);
  });

  test('says that it begins with an earlier checkpoint only where all holds', () => {
    const kept = {
      zh: '先前的检查点（1,000 条）是它的开头：历史未被改写',
      en: 'It begins with the checkpoint of 1,000 entries kept earlier: nothing was rewritten',
    };
    const same = logOutcome(whole, { size: 1000, fault: undefined });
    expect(same.holds).toBe(true);
    expect(same.details.at(-1)).toEqual(kept);
    expect(logOutcome(whole).details).not.toContainEqual(kept);

    expect(logOutcome(whole, { size: 1, fault: undefined }).details.at(-1)?.en).toContain('the checkpoint of 1 entry kept earlier');

    // The comparison itself failed: it counts as a fault of the whole.
    const inconsistent: VerifyFault = { kind: 'inconsistent', oldSize: 1000, size: 1234 };
    const other = logOutcome(whole, { size: 1000, fault: inconsistent });
    expect(other.holds).toBe(false);
    expect(other.verdict.en).toBe('It does not hold: 1 fault');
    expect(other.details).not.toContainEqual(kept);
    expect(logFaults(whole, { size: 1000, fault: inconsistent })).toEqual({ faults: [inconsistent], total: 1 });

    // The comparison held, the log does not: nothing is vouched for.
    const broken = logOutcome({ ...whole, faults: [fault], faultsTotal: 1 }, { size: 1000, fault: undefined });
    expect(broken.holds).toBe(false);
    expect(broken.details).not.toContainEqual(kept);
  });
});

describe('of a receipt', () => {
  const header = { stream: 'xixian', version: 3, id: 'bridge-agreed', recordedAt: '2026-01-02T03:04:05Z' } as LeafHeader;
  const found = { index: 1007, checkpoint, cosigned, header, recordCompared: true };

  test('that holds says where the entry is, what it is about, and that the record was compared', () => {
    expect(receiptOutcome(found)).toEqual({
      holds: true,
      verdict: {
        zh: '属实：它是日志 gongze.test/log 前 1,234 条中的第 1,007 条（从 0 起）',
        en: 'It holds: entry 1,007, counted from 0, of the first 1,234 of the log gongze.test/log',
      },
      details: [
        {
          zh: '所证：xixian 第 3 版，bridge-agreed，记录于 2026-01-02T03:04:05Z',
          en: 'About: xixian version 3, bridge-agreed, recorded at 2026-01-02T03:04:05Z',
        },
        { zh: '所给记录与日志一致', en: 'The record given is the one that was logged' },
        { zh: '会签的见证方：w1（1970-01-01 00:00:00 UTC）', en: 'Cosigned by: w1 (1970-01-01 00:00:00 UTC)' },
      ],
    });
  });

  test('without a record proves the entry alone, and says so', () => {
    const ofPublic = receiptOutcome({ ...found, only: 'payload' });
    expect([ofPublic.holds, ofPublic.details[1]?.zh, ofPublic.details[1]?.en]).toEqual([
      true,
      expect.stringContaining('公开版本'),
      expect.stringContaining('was not compared'),
    ]);
    expect(receiptOutcome({ ...found, recordCompared: false }).details[1]).toEqual({
      zh: '未给出记录：只证明了日志中有此条目，未比对其内容',
      en: 'No record was given: the entry is proved, what it says was not compared',
    });
  });

  test('that is refused does not hold, and says why', () => {
    expect(receiptOutcome({ refusal: 'recordDiffers', header })).toEqual({
      holds: false,
      verdict: {
        zh: '不符：记录与回执不符：回执所证的是 xixian 第 3 版（bridge-agreed）',
        en: 'It does not hold: the record is not the one of the receipt, which proves xixian version 3 (bridge-agreed)',
      },
      details: [],
    });
  });
});
