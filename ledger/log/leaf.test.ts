import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson } from '@gongze/application/canonical';
import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { textOf, utf8 } from './bytes.ts';
import { portableSha256 } from './hash.ts';
import { type LoggedRecord, leafOf } from './leaf.ts';
import { parseLeaf, parseReceiptExtra, receiptExtra } from './receipt.ts';

const salt = '00112233445566778899aabbccddeeff';
const record = {
  streamId: 'xixian',
  version: 3,
  id: 'bridge-agreed',
  type: 'agreementSigned',
  schemaVersion: 1,
  recordedAt: '2026-11-24T00:00:00Z',
  recordedBy: { person: '张三', office: 'registry', actor: '610000', mode: 'server' },
  payload: { b: 2, a: '桥' },
  note: { zh: '备注', en: 'note' },
  payloadHash: 'x',
  payloadSalt: salt,
};

describe('leaves', () => {
  test('are what the definition says, written out by hand', () => {
    const hash = (text: string): string => createHash('sha256').update(`${salt}${text}`).digest('hex');
    const payloadHash = hash('{"a":"桥","b":2}');
    const envelopeHash = hash(
      '{"id":"bridge-agreed","note":{"en":"note","zh":"备注"},"recordedAt":"2026-11-24T00:00:00Z","recordedBy":{"actor":"610000","mode":"server","office":"registry","person":"张三"},"schemaVersion":1,"streamId":"xixian","type":"agreementSigned","version":3}',
    );
    const leaf = leafOf(record, salt, sha256);
    expect(leaf).toMatchObject({ payloadHash, envelopeHash });
    expect(textOf(leaf.bytes)).toBe(
      `{"actor":"610000","envelopeHash":"${envelopeHash}","id":"bridge-agreed","payloadHash":"${payloadHash}","recordedAt":"2026-11-24T00:00:00Z","schemaVersion":1,"stream":"xixian","type":"agreementSigned","v":1,"version":3}`,
    );
    expect(leafOf(record, salt, portableSha256)).toEqual(leaf);
  });
  test('hold no name, note or payload', () => {
    const text = textOf(leafOf(record, salt, sha256).bytes) ?? '';
    for (const secret of ['张三', '备注', 'note', '桥', salt, 'registry']) expect(text).not.toContain(secret);
  });
  test('change with every member of the record but hash and salt, and with the salt', () => {
    const leaf = textOf(leafOf(record, salt, sha256).bytes);
    for (const name of Object.keys(record)) {
      const changed = textOf(leafOf({ ...record, [name]: name === 'recordedBy' ? { mode: 'local' } : 'other' }, salt, sha256).bytes);
      expect(changed === leaf).toBe(name === 'payloadHash' || name === 'payloadSalt');
    }
    expect(textOf(leafOf(record, salt.replace('0', '1'), sha256).bytes)).not.toBe(leaf);
    expect(textOf(leafOf({ ...record, more: 1 } as LoggedRecord, salt, sha256).bytes)).not.toBe(leaf);
  });
  test('do not outgrow an entry bundle', () => {
    const fixed = leafOf({ ...record, id: '' }, salt, sha256).bytes.length;
    expect(leafOf({ ...record, id: 'x'.repeat(65_535 - fixed) }, salt, sha256).bytes).toHaveLength(65_535);
    expect(() => leafOf({ ...record, id: 'x'.repeat(65_536 - fixed) }, salt, sha256)).toThrow('65536');
  });
  test('are read back as headers, other entries are not', () => {
    const { bytes, payloadHash } = leafOf(record, salt, sha256);
    expect(parseLeaf(bytes)).toMatchObject({ stream: 'xixian', version: 3, payloadHash });
    for (const text of [
      '',
      'null',
      '[]',
      '1',
      '{"v":1}',
      (textOf(bytes) ?? '').replace('"v":1', '"v":2'),
      (textOf(bytes) ?? '').replace('"610000"', '1'),
      // Another reader could read another header in these.
      (textOf(bytes) ?? '').replace('"id":', '"id":"other","id":'),
      ` ${textOf(bytes)}`,
      (textOf(bytes) ?? '').replace('"v":1', '"v":1.0'),
      (textOf(bytes) ?? '').replace('"v":1', '"v":1,"w":1'),
      (textOf(bytes) ?? '').replace('"v":1', '"v":1,"w":1e999'),
    ]) {
      expect(parseLeaf(utf8(text))).toBeUndefined();
    }
  });
});

describe('what a receipt carries', () => {
  const { bytes } = leafOf(record, salt, sha256);
  test('is the leaf, byte for byte, and the salt', () => {
    expect(parseReceiptExtra(receiptExtra(bytes, salt))).toMatchObject({ leaf: bytes, salt, header: { id: 'bridge-agreed' } });
    expect(parseReceiptExtra(receiptExtra(bytes))).not.toHaveProperty('salt');
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const strange = ['{"leaf":{"v":1,"x":1e999}}', `{"leaf":{"v":1,"x":${deep}}}`];
    for (const text of ['', '{}', '{"leaf":{}}', 'null', '{"leaf":null}', ...strange])
      expect(parseReceiptExtra(utf8(text))).toBeUndefined();
    expect(parseReceiptExtra(Uint8Array.of(0xff))).toBeUndefined();
  });
});

describe('RFC 8785', () => {
  interface Pair {
    readonly input: string;
    readonly output: string;
    readonly hex: string;
  }
  const pairs: Readonly<Record<string, Pair>> = JSON.parse(
    readFileSync(new URL('../testing/vectors/rfc8785.json', import.meta.url), 'utf8'),
  );
  test('all six pairs come out byte for byte', () => {
    expect(Object.keys(pairs)).toHaveLength(6);
    for (const { input, output, hex } of Object.values(pairs)) {
      expect(canonicalJson(JSON.parse(input))).toBe(output);
      expect(Buffer.from(utf8(canonicalJson(JSON.parse(input)))).toString('hex')).toBe(hex.replaceAll(/\s/g, ''));
    }
  });
});
