import { describe, expect, test } from 'vitest';
import type { LeafHeader } from '../log/leaf.ts';
import type { ProofRefusal } from '../log/proof.ts';
import type { VerifyFault } from './faults.ts';
import type { ReceiptRefusal } from './receipt.ts';
import { cosignersText, faultText, proofRefusalText, receiptRefusalText, timeText } from './texts.ts';

const header = { stream: 'xixian', version: 3, id: 'bridge-agreed' } as LeafHeader;
const proofRefusals: readonly ProofRefusal[] = [
  { malformed: 'note' },
  { malformed: 'signature', line: 5 },
  { malformed: 'vkey' },
  { malformed: 'weakKey' },
  { malformed: 'checkpoint', line: 2 },
  { malformed: 'proof' },
  { malformed: 'policy' },
  { malformed: 'request' },
  { refusal: 'signatureInvalid', name: 'a' },
  { refusal: 'unknownLog', origin: 'a' },
  { refusal: 'notSignedByLog', origin: 'a' },
  { refusal: 'quorumMissing', quorum: 'all', cosigned: [{ name: 'w', timestamp: 0 }] },
  { refusal: 'notIncluded', index: 1, size: 2 },
];
const receiptRefusals: readonly ReceiptRefusal[] = [
  ...proofRefusals,
  { refusal: 'leafMissing' },
  { refusal: 'recordMalformed' },
  { refusal: 'saltMissing' },
  { refusal: 'recordDiffers', header },
];
const faults: readonly VerifyFault[] = [
  { kind: 'checkpointMissing' },
  { kind: 'checkpointRefused', refusal: { malformed: 'note' } },
  { kind: 'fileMissing', path: 'p' },
  { kind: 'fileLength', path: 'p', bytes: 1, expected: 2 },
  { kind: 'bundleMalformed', path: 'p', entries: 3 },
  { kind: 'entryDiffers', index: 4, path: 'p' },
  { kind: 'hashDiffers', path: 'p', at: 5 },
  { kind: 'rootDiffers', signed: 's', computed: 'c' },
  { kind: 'leafMalformed', index: 6 },
  { kind: 'streamBroken', index: 7, stream: 's', version: 8, expected: 9 },
  { kind: 'recordMissing', index: 10 },
  { kind: 'recordMalformed', index: 11 },
  { kind: 'recordDiffers', index: 12 },
  { kind: 'attachmentDiffers', path: 'attachments/00' },
  { kind: 'recordsSurplus', size: 13 },
  { kind: 'inconsistent', oldSize: 14, size: 15 },
  { kind: 'olderThanKnown', knownSize: 16, size: 17 },
  { kind: 'otherLog', origin: 'a', knownOrigin: 'b' },
];

describe('sentences', () => {
  const sentences = [...proofRefusals.map(proofRefusalText), ...receiptRefusals.map(receiptRefusalText), ...faults.map(faultText)];
  test('say every refusal and fault, each in its own language', () => {
    for (const { zh, en } of sentences) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}|undefined|NaN|\[object/u);
      expect(zh).not.toMatch(/undefined|NaN|\[object/);
      // Numbers and names are the same in both.
      const numbers = (text: string): string => [...(text.match(/\d+/g) ?? [])].sort().join();
      expect(numbers(zh)).toBe(numbers(en));
    }
  });
  test('tell apart what differs', () => {
    const texts = [...receiptRefusals.map(receiptRefusalText), ...faults.map(faultText)].map(({ en }) => en);
    expect(new Set(texts).size).toBe(texts.length);
  });
  test('name those who cosigned, and when', () => {
    expect(cosignersText([])).toEqual({ zh: '无', en: 'nobody' });
    expect(
      cosignersText([
        { name: 'a', timestamp: 1_700_000_000 },
        { name: '西安', timestamp: 0 },
      ]),
    ).toEqual({
      zh: 'a（2023-11-14 22:13:20 UTC）、西安（1970-01-01 00:00:00 UTC）',
      en: 'a (2023-11-14 22:13:20 UTC), 西安 (1970-01-01 00:00:00 UTC)',
    });
    expect(timeText(1e15)).toBe('1000000000000000');
  });
});
