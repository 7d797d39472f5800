import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { policyOf, testLog, textEntries } from '../testing/log.ts';
import { toBase64, utf8 } from './bytes.ts';
import { parseProof, proofText, verifyProof } from './proof.ts';

const log = testLog(textEntries(11));
const entry = (index: number): Uint8Array => log.entries[index] as Uint8Array;

describe('receipts', () => {
  test('have the form of C2SP tlog-proof', async () => {
    const text = await log.receipt(4, utf8('extra'), 1);
    const lines = text.split('\n');
    expect(lines.slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', `extra ${toBase64(utf8('extra'))}`, 'index 4']);
    // Four siblings in a tree of eleven, an empty line, then the checkpoint as it was published.
    expect(lines[7]).toBe('');
    expect(lines.slice(8).join('\n')).toBe(await log.note(11, 1));
    const parsed = parseProof(text);
    if ('malformed' in parsed) throw new Error('refused');
    expect(proofText(parsed)).toBe(text);
  });
  test('of every entry verify, and for no other entry', async () => {
    for (const [index] of log.entries.entries()) {
      const proof = parseProof(await log.receipt(index, undefined, 2));
      if ('malformed' in proof) throw new Error('refused');
      expect(verifyProof(sha256, proof, entry(index), policyOf(2))).toMatchObject({ checkpoint: { size: 11 }, cosigned: [{}, {}] });
      expect(verifyProof(sha256, proof, entry((index + 1) % 11), policyOf(2))).toEqual({ refusal: 'notIncluded', index, size: 11 });
      expect(verifyProof(sha256, proof, entry(index), policyOf(3))).toMatchObject({ refusal: 'quorumMissing' });
    }
  });
  test('one changed byte anywhere but in the extra data spoils them', async () => {
    const text = await log.receipt(6, undefined, 1);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'AB0129 \n+—=x'), (at, letter) => {
        if (text[at] === letter) return;
        const changed = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
        const proof = parseProof(changed);
        if (!('malformed' in proof)) expect(verifyProof(sha256, proof, entry(6), policyOf(1))).not.toHaveProperty('checkpoint');
      }),
      { numRuns: 300 },
    );
  });
  test('are refused line by line', async () => {
    const text = await log.receipt(6, utf8('x'), 0);
    const change = (line: number, to: string): string =>
      text
        .split('\n')
        .map((old, at) => (at === line - 1 ? to : old))
        .join('\n');
    expect(parseProof(change(1, 'c2sp.org/tlog-proof@v2'))).toEqual({ malformed: 'proof', line: 1 });
    expect(parseProof(change(2, 'extra ?'))).toEqual({ malformed: 'proof', line: 2 });
    for (const bad of ['index', 'index 06', 'index -1', 'index 9007199254740992', 'index  6', 'Index 6', 'index 6 ']) {
      expect([bad, parseProof(change(3, bad))]).toEqual([bad, { malformed: 'proof', line: 3 }]);
    }
    expect(parseProof(change(5, toBase64(new Uint8Array(31))))).toEqual({ malformed: 'proof', line: 5 });
    const long = text.replace('index 6\n', `index 6\n${`${toBase64(new Uint8Array(32))}\n`.repeat(64)}`);
    expect(parseProof(long)).toEqual({ malformed: 'proof', line: 67 });
    expect(parseProof('c2sp.org/tlog-proof@v1\nindex 0\n')).toEqual({ malformed: 'proof' });
    fc.assert(fc.property(fc.string(), (random) => void parseProof(`c2sp.org/tlog-proof@v1\n${random}\n\n${random}`)));
  });
});
