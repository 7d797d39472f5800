import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { textOf, utf8 } from '../log/bytes.ts';
import { portableSha256 } from '../log/hash.ts';
import { isMalformed } from '../log/malformed.ts';
import { encodeEntries } from '../log/tiles.ts';
import { parseVkey } from '../log/vkey.ts';
import { memoryFiles, recordExport, saltOf, testRecords } from '../testing/files.ts';
import { origin, policyOf, testLog, textEntries } from '../testing/log.ts';
import type { VerifyFault } from './faults.ts';
import { payloadLine, recordLine, recordsFile, signInLine, withheldLine } from './format.ts';
import { type LogOptions, type LogReport, verifyLog } from './log.ts';

const options: LogOptions = { policy: policyOf(2), sha256, depth: 'records' };
const check = async (files: ReadonlyMap<string, Uint8Array>, more: Partial<LogOptions> = {}): Promise<LogReport> =>
  await verifyLog(memoryFiles(files), { ...options, ...more });
const kinds = (faults: readonly VerifyFault[]): string[] => [...new Set(faults.map(({ kind }) => kind))];

describe('a whole log', () => {
  test('of every awkward size verifies, with its records', async () => {
    for (const size of [1, 2, 255, 256, 257, 512, 700]) {
      const { files } = await recordExport(size);
      const progress: number[] = [];
      const report = await check(files, { onProgress: (entries) => void progress.push(entries) });
      expect(report).toMatchObject({ entries: size, faultsTotal: 0, records: { checked: size, withheld: 0, streams: Math.min(3, size) } });
      expect(report.checkpoint).toMatchObject({ origin, size });
      expect(report.cosigned).toHaveLength(2);
      expect(progress.at(-1)).toBe(size);
    }
  });
  test('three tiles high verifies, by either SHA-256', async () => {
    const files = await testLog(textEntries(66_000)).files(66_000, 2);
    for (const hashing of [sha256, portableSha256]) {
      const report = await check(files, { depth: 'tree', sha256: hashing });
      expect(report).toMatchObject({ entries: 66_000, faultsTotal: 0, records: undefined });
    }
    // One hash of each tile above the leaves, changed.
    for (const [path, at] of [
      ['tile/1/000', 77],
      ['tile/1/001.p/1', 0],
      ['tile/2/000.p/1', 0],
    ] as const) {
      const changed = new Map(files).set(
        path,
        Uint8Array.from(files.get(path) ?? [], (byte, place) => (place === at * 32 + 5 ? byte ^ 1 : byte)),
      );
      expect((await check(changed, { depth: 'tree' })).faults).toEqual([{ kind: 'hashDiffers', path, at }]);
    }
  });
  test('without entries verifies', async () => {
    expect(await check(await testLog([]).files(0, 2))).toMatchObject({ entries: 0, faultsTotal: 0 });
  });
  test('that another program wrote (tessera) verifies', async () => {
    const vector: { vkey: string; files: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(new URL('../testing/vectors/tessera-log.json', import.meta.url), 'utf8'),
    );
    const key = parseVkey(vector.vkey);
    if (isMalformed(key)) throw new Error('refused');
    const files = new Map(Object.entries(vector.files).map(([path, base64]) => [path, new Uint8Array(Buffer.from(base64, 'base64'))]));
    const policy = { logs: [{ key }], witnesses: [], quorum: undefined };
    expect(await check(files, { policy, depth: 'tree' })).toMatchObject({ entries: 15, faultsTotal: 0 });
    // Its entries are no leaves of ours.
    expect(kinds((await check(files, { policy })).faults)).toEqual(['leafMalformed']);
  });
});

describe('what is wrong is found', () => {
  test('any changed, cut or added byte of any file', async () => {
    const { files } = await recordExport(300);
    const missed: string[] = [];
    let tried = 0;
    for (const [path, bytes] of files) {
      // Every byte of the short files, a sample of the long ones.
      const step = Math.max(1, Math.floor(bytes.length / 80));
      for (let at = 0; at < bytes.length; at += step) {
        const flipped = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ (1 << (at % 7)) : byte));
        tried++;
        if ((await check(new Map(files).set(path, flipped))).faultsTotal === 0) missed.push(`${path} byte ${at}`);
      }
      for (const changed of [bytes.slice(0, -1), bytes.slice(1), Uint8Array.of(...bytes, 48), new Uint8Array()]) {
        if ((await check(new Map(files).set(path, changed))).faultsTotal === 0 && !isOnlyTheLastNewline(path, bytes, changed))
          missed.push(`${path} length`);
      }
      const without = new Map(files);
      without.delete(path);
      if (path !== recordsFile && (await check(without)).faultsTotal === 0) missed.push(`${path} deleted`);
    }
    expect(tried).toBeGreaterThan(400);
    expect(missed).toEqual([]);
  });
  /** A last line without its newline still is that line. */
  const isOnlyTheLastNewline = (path: string, bytes: Uint8Array, changed: Uint8Array): boolean =>
    path === recordsFile && changed.length === bytes.length - 1 && changed[0] === bytes[0];

  test('where it is', async () => {
    const { files } = await recordExport(300);
    const has = async (path: string, bytes: Uint8Array, fault: VerifyFault): Promise<void> => {
      expect((await check(new Map(files).set(path, bytes))).faults).toContainEqual(fault);
    };
    const flip = (path: string, at: number): Uint8Array =>
      Uint8Array.from(files.get(path) ?? [], (byte, place) => (place === at ? byte ^ 1 : byte));
    await has('tile/0/000', flip('tile/0/000', 32 * 9), { kind: 'entryDiffers', index: 9, path: 'tile/0/000' });
    await has('tile/0/001.p/44', flip('tile/0/001.p/44', 32 * 3), { kind: 'entryDiffers', index: 259, path: 'tile/0/001.p/44' });
    await has('tile/1/000.p/1', flip('tile/1/000.p/1', 4), { kind: 'hashDiffers', path: 'tile/1/000.p/1', at: 0 });
    await has('tile/1/000.p/1', new Uint8Array(31), { kind: 'fileLength', path: 'tile/1/000.p/1', bytes: 31, expected: 32 });
    await has('tile/entries/000', new Uint8Array(3), { kind: 'bundleMalformed', path: 'tile/entries/000', entries: 256 });
    expect((await check(new Map())).faults).toEqual([{ kind: 'checkpointMissing' }]);
    expect((await check(files, { policy: policyOf(3) })).faults).toMatchObject([
      { kind: 'checkpointRefused', refusal: { refusal: 'quorumMissing' } },
    ]);
  });

  test('entries and tiles rewritten together, against the signed root', async () => {
    const { files } = await recordExport(300);
    const records = testRecords(300);
    const rewritten = await recordExportOf(records.map((record, at) => (at === 100 ? { ...record, note: '改' } : record)));
    rewritten.set('checkpoint', files.get('checkpoint') ?? new Uint8Array());
    const report = await check(rewritten);
    expect(kinds(report.faults)).toEqual(['rootDiffers']);
  });

  test('records changed, swapped, left out, doubled or too many', async () => {
    const { files } = await recordExport(300);
    const lines = (textOf(files.get(recordsFile) ?? new Uint8Array()) ?? '').trimEnd().split('\n');
    const faultsOf = async (changed: readonly (string | undefined)[]): Promise<readonly VerifyFault[]> => {
      const text = changed.map((line) => `${line}\n`).join('');
      return (await check(new Map(files).set(recordsFile, utf8(text)))).faults;
    };
    expect(await faultsOf(lines.with(40, (lines[40] ?? '').replace('会议', '会谈')))).toContainEqual({ kind: 'recordDiffers', index: 40 });
    expect(await faultsOf(lines.with(40, lines[41] ?? '').with(41, lines[40] ?? ''))).toMatchObject([
      { kind: 'recordDiffers', index: 40 },
      { kind: 'recordDiffers', index: 41 },
    ]);
    expect(kinds(await faultsOf(lines.slice(0, -1)))).toEqual(['recordMissing']);
    expect(await faultsOf([...lines, lines[299]])).toEqual([{ kind: 'recordsSurplus', size: 300 }]);
    for (const bad of [
      '',
      '{',
      'null',
      '7',
      '{}',
      '{"streamId":"a"}',
      '{"streamId":"a","recordedBy":null}',
      (lines[5] ?? '').replace('payloadSalt', 'salt'),
    ]) {
      expect(await faultsOf(lines.with(5, bad))).toContainEqual({ kind: 'recordMalformed', index: 5 });
    }
    expect(await faultsOf(lines.with(6, (lines[6] ?? '').replace('"payloadSalt"', '"payloadHash":"00","payloadSalt"')))).toContainEqual({
      kind: 'recordDiffers',
      index: 6,
    });
    expect(await faultsOf(lines.with(299, withheldLine))).toEqual([]);
    expect(kinds(await faultsOf(['\ufeff', ...lines].slice(0, 300)))).toContain('recordMalformed');
  });

  test('withheld records are counted and still stand in their streams', async () => {
    const { files } = await recordExport(30);
    files.set(recordsFile, utf8(`${withheldLine}\n`.repeat(30)));
    expect(await check(files)).toMatchObject({ faultsTotal: 0, records: { checked: 0, withheld: 30, streams: 3 } });
    files.delete(recordsFile);
    expect(await check(files)).toMatchObject({ faultsTotal: 0, records: undefined });
  });

  test('records that another reader would read otherwise are not those that were logged', async () => {
    const { files } = await recordExport(5);
    const lines = testRecords(5).map((record, index) => recordLine(record, saltOf(index)));
    const line = lines[2] ?? '';
    const with_ = (told: string) => new Map(files).set(recordsFile, utf8(`${lines.with(2, told).join('\n')}\n`));
    for (const told of [
      line.replace('"payload":', '"payload":{"forged":true},"payload":'),
      line.replace('"payload":', '"p\\u0061yload":{"forged":true},"payload":'),
      line.replace(/"version":(\d)/, '"version":$1.00000000000000000001'),
    ]) {
      expect(told).not.toBe(line);
      expect((await check(with_(told))).faults, told).toEqual([{ kind: 'recordMalformed', index: 2 }]);
    }
    expect(await check(with_(line.replaceAll('":', '" : ')))).toMatchObject({ faultsTotal: 0 });
  });

  test('published payloads are compared without the rest of their records; a changed one, or another salt, is told', async () => {
    const { files } = await recordExport(30);
    const records = testRecords(30);
    const lineOf = (index: number, payload: unknown = records[index]?.payload, salt = saltOf(index)) => payloadLine(payload, salt);
    const lines = records.map((_, index) => (index % 3 === 0 ? lineOf(index) : signInLine));
    const with_ = (own: readonly string[]) => new Map(files).set(recordsFile, utf8(`${own.join('\n')}\n`));
    const acts = { record: () => [], withheld: () => [{ kind: 'keysWithheld', index: 0 }] as const, counts: () => ({ keys: 1 }) as never };
    const report = await check(with_(['{"withheld":true,"signIn":true}', ...lines.slice(1)]), { acts, maySignIn: true });
    expect(report).toMatchObject({ faultsTotal: 0, records: { checked: 0, payloads: 9, withheld: 21, streams: 3, signInFirst: true } });
    // What no server said is a record kept back.
    expect((await check(with_(lines), { acts })).records).toMatchObject({ withheld: 20, signInFirst: false });
    // Without the keys nothing is said of signatures; where only a key is withheld, that is a fault.
    expect(report.acts).toBeUndefined();
    expect(kinds((await check(with_(lines.with(0, withheldLine).slice(0, 1).concat(lines.slice(1))), { acts })).faults)).toEqual([
      'keysWithheld',
    ]);
    for (const bad of [lineOf(6, { ...(records[6]?.payload as object), x: 1 }), lineOf(6, undefined, saltOf(7)), lineOf(9)])
      expect((await check(with_(lines.with(6, bad)))).faults).toEqual([{ kind: 'recordDiffers', index: 6 }]);
    for (const bad of [lineOf(6).replace('only', 'but'), lineOf(6).replace('payloadSalt', 'salt'), 'null', '{'])
      expect((await check(with_(lines.with(6, bad)))).faults).toEqual([{ kind: 'recordMalformed', index: 6 }]);
  });

  test('a version that stands twice, or that is passed over, though all is signed', async () => {
    const records = testRecords(30);
    const at = (index: number, version: number): typeof records =>
      records.map((record, place) => (place === index ? { ...record, version } : record));
    for (const [index, version] of [
      [27, 9],
      [27, 11],
      [0, 0],
      [0, 2],
    ] as const) {
      const files = await recordExportOf(at(index, version));
      const expected = { kind: 'streamBroken', index, stream: 'case-0', version, expected: index === 27 ? 10 : 1 };
      expect((await check(files)).faults).toContainEqual(expected);
      expect((await check(files, { depth: 'leaves' })).faults).toContainEqual(expected);
      expect((await check(files, { depth: 'tree' })).faultsTotal).toBe(0);
    }
  });

  test('files that records name: hashed where they are there, told where they are not', async () => {
    const bytes = new Uint8Array(3000).map((_, at) => at % 251);
    const [digest, elsewhere] = [Buffer.from(sha256(bytes)).toString('hex'), 'ab'.repeat(32)];
    const records = testRecords(30);
    const naming = (at: number, payload: object) => ({ ...(records[at] as (typeof records)[0]), payload });
    const told = records
      .with(3, naming(3, { files: [{ sha256: digest }, { sha256: elsewhere }] }) as never)
      .with(9, naming(9, { target: 'fact-3', replacement: { payload: { files: [{ sha256: digest }, null, 7] } } }) as never);
    const files = await recordExportOf(told);
    expect(await check(files)).toMatchObject({ faultsTotal: 0, attachments: { checked: 0, absent: 2 } });
    files.set(`attachments/${digest}`, bytes);
    expect(await check(files)).toMatchObject({ faultsTotal: 0, attachments: { checked: 1, absent: 1 } });
    files.set(`attachments/${digest}`, bytes.with(2999, 0));
    expect((await check(files)).faults).toEqual([{ kind: 'attachmentDiffers', path: `attachments/${digest}` }]);
    expect(await check(await recordExportOf(records))).toMatchObject({ attachments: { checked: 0, absent: 0 } });
  });

  test('more faults than are told are counted', async () => {
    const { files } = await recordExport(30);
    files.set('tile/0/000.p/30', new Uint8Array(30 * 32));
    const report = await check(files, { faultsMax: 7 });
    expect(report.faults).toHaveLength(7);
    expect(report.faultsTotal).toBe(30);
  });

  test('a file that cannot be read is a fault of the world, not of the log', async () => {
    const { files } = await recordExport(300);
    const read = async (path: string): Promise<Uint8Array | undefined> => {
      if (path.includes('entries/001')) throw new Error('disk on fire');
      return files.get(path);
    };
    await expect(verifyLog({ ...memoryFiles(files), read }, options)).rejects.toThrow('disk on fire');
  });
});

async function recordExportOf(records: ReturnType<typeof testRecords>): Promise<Map<string, Uint8Array>> {
  const { leafOf } = await import('../log/leaf.ts');
  const log = testLog(records.map((record, index) => leafOf(record, saltOf(index), sha256).bytes));
  const files = await log.files(records.length, 2);
  files.set(recordsFile, utf8(records.map((record, index) => `${recordLine(record, saltOf(index))}\n`).join('')));
  expect(encodeEntries(log.entries.slice(0, 256))).toEqual(
    files.get(records.length < 256 ? `tile/entries/000.p/${records.length}` : 'tile/entries/000'),
  );
  return files;
}
