import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSigningKey, signingKey } from '../crypto/signing-key.ts';
import { fromBase64, textOf, toBase64, utf8 } from './bytes.ts';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { ed25519KeyFault, verifyEd25519 } from './keys.ts';
import { openNote, parseNote } from './note.ts';
import { cosignature, signNote } from './signer.ts';
import { parseVkey, type VerifierKey, verifierKey, vkeyText } from './vkey.ts';

const vector = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../testing/vectors/${file}`, import.meta.url), 'utf8'));
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

function keyOf(vkey: string): VerifierKey {
  const key = parseVkey(vkey);
  if ('malformed' in key) throw new Error(`${vkey} is refused`);
  return key;
}

const log = signingKey('log.example/gongze', 'ed25519', new Uint8Array(32).fill(1));
const witness = signingKey('witness.example/西安', 'cosignature', new Uint8Array(32).fill(2));
const text = checkpointText({ origin: 'log.example/gongze', size: 3, root: new Uint8Array(32).fill(9) });

describe('the example of C2SP signed-note', () => {
  const key = keyOf('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
  const note =
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
  test('verifies', () => {
    expect(openNote(note, [key])).toEqual({ text: 'This is an example message.\n', verified: [{ key }] });
    expect(vkeyText(key)).toBe('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
  });
  test('spoils with any changed character', () => {
    for (let at = 0; at < note.length; at++) {
      const changed = `${note.slice(0, at)}${note[at] === 'B' ? 'C' : 'B'}${note.slice(at + 1)}`;
      const opened = openNote(changed, [key]);
      expect('verified' in opened && opened.verified.length > 0).toBe(false);
    }
  });
});

describe('the example checkpoint of C2SP tlog-checkpoint', () => {
  const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
  test('is read and written the same', () => {
    const checkpoint = parseCheckpoint(body);
    if ('malformed' in checkpoint) throw new Error('refused');
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(checkpointText(checkpoint)).toBe(body);
    expect(parseCheckpoint(`${body}extension\n`)).toEqual(checkpoint);
  });
  test('is refused line by line', () => {
    const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
    expect(parseCheckpoint(body.slice(0, -1))).toEqual({ malformed: 'checkpoint' });
    expect(parseCheckpoint(`\n1\n${root}\n`)).toEqual({ malformed: 'checkpoint', line: 1 });
    for (const size of ['', '01', '-1', '1e3', '+1', '9007199254740992', '99999999999999999999', '１']) {
      expect(parseCheckpoint(`origin\n${size}\n${root}\n`)).toEqual({ malformed: 'checkpoint', line: 2 });
    }
    for (const bad of ['', root.slice(4), `${root}AAAA`, root.replace('I=', 'J='), ` ${root}`]) {
      expect(parseCheckpoint(`origin\n1\n${bad}\n`)).toEqual({ malformed: 'checkpoint', line: 3 });
    }
    expect(parseCheckpoint(`origin\n1\n${root}\nx\n\n`)).toEqual({ malformed: 'checkpoint', line: 5 });
    expect(parseCheckpoint(`origin\n1\n${root}\n\n`)).toEqual({ malformed: 'checkpoint', line: 4 });
    expect(parseCheckpoint(`origin\n9007199254740991\n${root}\n`)).toMatchObject({ size: Number.MAX_SAFE_INTEGER });
    expect(parseCheckpoint(`origin\n0\n${root}\n`)).toMatchObject({ size: 0 });
  });
});

describe('notes', () => {
  test('signed and cosigned are opened with who signed and when', async () => {
    const note = `${await signNote(text, log.signer)}${await cosignature(text, 1_700_000_000, witness.signer)}`;
    const keys = [keyOf(log.signer.vkey), keyOf(witness.signer.vkey)];
    expect(openNote(note, keys)).toEqual({ text, verified: [{ key: keys[0] }, { key: keys[1], timestamp: 1_700_000_000 }] });
    expect(openNote(note, keys.slice(1))).toMatchObject({ verified: [{ timestamp: 1_700_000_000 }] });
    expect(openNote(note, [])).toEqual({ text, verified: [] });
  });
  test('of two cosignatures by one witness the later counts', async () => {
    const lines = [await cosignature(text, 20, witness.signer), await cosignature(text, 10, witness.signer)];
    const keys = [keyOf(witness.signer.vkey)];
    expect(openNote(`${text}\n${lines.join('')}`, keys)).toMatchObject({ verified: [{ timestamp: 20 }] });
    expect(openNote(`${text}\n${lines.toReversed().join('')}`, keys)).toMatchObject({ verified: [{ timestamp: 20 }] });
  });
  test('a cosignature is bound to its time and is no plain signature', async () => {
    const line = await cosignature(text, 20, witness.signer);
    const keys = [keyOf(witness.signer.vkey)];
    const [dash = '', name = '', base64 = ''] = line.trim().split(' ');
    const typed = fromBase64(base64) ?? new Uint8Array();
    const later = Uint8Array.from(typed, (byte, at) => (at === 11 ? byte + 1 : byte));
    expect(openNote(`${text}\n${dash} ${name} ${toBase64(later)}\n`, keys)).toEqual({ refusal: 'signatureInvalid', name });
    const cut = Uint8Array.of(...typed.slice(0, 4), ...typed.slice(12));
    expect(openNote(`${text}\n${dash} ${name} ${toBase64(cut)}\n`, keys)).toEqual({ refusal: 'signatureInvalid', name });
    const huge = Uint8Array.from(typed, (byte, at) => (at >= 4 && at < 12 ? 0xff : byte));
    expect(openNote(`${text}\n${dash} ${name} ${toBase64(huge)}\n`, keys)).toEqual({ refusal: 'signatureInvalid', name });
  });
  test('that are none are refused', async () => {
    const note = await signNote(text, log.signer);
    const [line = ''] = note.slice(text.length + 1).split('\n');
    for (const bad of ['', 'text\n', `${text}${line}\n`, note.replace('\n', '\r\n'), note.replace('\n', '\t\n'), `${note}\ud800`]) {
      expect(parseNote(bad)).toEqual({ malformed: 'note' });
    }
    expect(parseNote(`${text}\n`)).toHaveProperty('malformed');
    expect(parseNote(note.slice(0, -1))).toHaveProperty('malformed');
    for (const bad of [
      line.replace('—', '-'),
      `${line} `,
      line.replace(' ', '  '),
      line.slice(0, -3),
      '— name AAAAAA==',
      '—  AAAAAAAA',
      '— a+b AAAAAAAA',
    ]) {
      expect([bad, parseNote(`${text}\n${line}\n${bad}\n`)]).toEqual([bad, { malformed: 'signature', line: 6 }]);
    }
    expect(parseNote(`${text}\n${`${line}\n`.repeat(101)}`)).toEqual({ malformed: 'signature', line: 105 });
    expect(parseNote(`${text}\n${`${line}\n`.repeat(100)}`)).toHaveProperty('text', text);
    // One byte behind the id is the least; a million letters are the most.
    expect(parseNote(`${text}\n— name AAAAAAA=\n`)).toMatchObject({ signatures: [{ name: 'name', id: 0, bytes: new Uint8Array(1) }] });
    const long = (length: number): string => `${'x'.repeat(length - note.length - 1)}\n${note}`;
    expect(parseNote(long(1_000_000))).toHaveProperty('signatures');
    expect(parseNote(long(1_000_001))).toEqual({ malformed: 'note' });
  });
  test('random text never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (random) => {
        expect(parseNote(random)).toBeDefined();
        expect(parseNote(`${text}\n— ${random}\n`)).toBeDefined();
        expect(parseCheckpoint(random)).toBeDefined();
        expect(parseVkey(random)).toBeDefined();
      }),
    );
  });
});

describe('keys', () => {
  test('secret lines give back their signer, and none other', () => {
    const signer = parseSigningKey(`${log.secret}\n`);
    expect(signer).toMatchObject({ name: log.signer.name, vkey: log.signer.vkey });
    expect(parseSigningKey(witness.secret)).toMatchObject({ vkey: witness.signer.vkey });
    expect(parseSigningKey(log.secret.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toEqual({ malformed: 'vkey' });
    expect(parseSigningKey(log.signer.vkey)).toEqual({ malformed: 'vkey' });
    expect(() => signingKey('a b', 'ed25519', new Uint8Array(32))).toThrow('no name');
    expect(() => signingKey('a', 'ed25519', new Uint8Array(31))).toThrow('32 bytes');
  });
  test('the 22 keys of CCTV: those of low order, with a part of low order or written otherwise are refused', () => {
    const keys = vector<readonly { key: string; flags: readonly string[] }[]>('cctv-ed25519-keys.json');
    const judged = keys.map(({ key, flags }) => ({ key, refused: ed25519KeyFault(hex(key)) !== undefined, flags }));
    expect(judged).toHaveLength(22);
    expect(judged.filter(({ refused, flags }) => refused !== flags.length > 0)).toEqual([]);
    expect(ed25519KeyFault(new Uint8Array(31))).toBe('length');
    expect(ed25519KeyFault(hex('01'.padEnd(64, '0')))).toBe('smallOrder');
    expect(ed25519KeyFault(hex('ec'.padEnd(62, 'f').concat('ff')))).toBe('encoding');
  });
  test('the 28 edge cases of CCTV under its sound key are judged as Go and OpenSSL judge them', () => {
    const cases = vector<readonly { key: string; sig: string; msg: string; flags: readonly string[] | null }[]>('cctv-ed25519-cases.json');
    const judged = cases.map(({ key, sig, msg, flags }) => ({ flags, holds: verifyEd25519(utf8(msg), hex(sig), hex(key)) }));
    expect(judged).toHaveLength(28);
    const refused = ['non_canonical_R', 'low_order_residue'];
    expect(judged.filter(({ flags, holds }) => holds === (flags ?? []).some((flag) => refused.includes(flag)))).toEqual([]);
  });
  test('weak keys, other algorithms and wrong ids make no vkey', () => {
    const { vkey } = log.signer;
    const typed = fromBase64(vkey.split('+').slice(2).join('+')) ?? new Uint8Array();
    const named = (bytes: Uint8Array): string => `n+00000000+${toBase64(bytes)}`;
    expect(parseVkey(named(typed))).toEqual({ malformed: 'vkey' });
    expect(parseVkey(vkey.replace('log.example', 'other.example'))).toEqual({ malformed: 'vkey' });
    expect(parseVkey(vkey.slice(0, -4))).toEqual({ malformed: 'vkey' });
    expect(parseVkey(`${vkey.slice(0, -1)}!`)).toEqual({ malformed: 'vkey' });
    expect(parseVkey(vkeyText(verifierKey('n', 'ed25519', new Uint8Array(31))))).toEqual({ malformed: 'vkey' });
    // An id that is right for a name that may not be.
    const [a = 0, b = 0, c = 0, d = 0] = createHash('sha256').update('a b\n').update(typed).digest();
    const id = [a, b, c, d].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(parseVkey(`a b+${id}+${toBase64(typed)}`)).toEqual({ malformed: 'vkey' });
    const weak = vkeyText(verifierKey('n', 'ed25519', new Uint8Array(32)));
    expect(parseVkey(weak)).toEqual({ malformed: 'weakKey' });
  });
  test('a signature of another length is none, whatever its bytes say', async () => {
    const { publicKey } = keyOf(log.signer.vkey);
    const signature = await log.signer.sign(utf8('text'));
    expect(verifyEd25519(utf8('text'), signature, publicKey)).toBe(true);
    expect(verifyEd25519(utf8('text'), Uint8Array.of(...signature, 0), publicKey)).toBe(false);
    expect(verifyEd25519(utf8('text'), signature, Uint8Array.of(...publicKey, 0))).toBe(false);
    expect(verifyEd25519(utf8('text'), signature.subarray(0, 63), publicKey)).toBe(false);
  });
  test('Wycheproof: 151 signatures are judged as published', () => {
    interface Case {
      readonly publicKey: string;
      readonly id: number;
      readonly msg: string;
      readonly sig: string;
      readonly result: string;
    }
    const cases = vector<readonly Case[]>('wycheproof-ed25519.json');
    const wrong = cases.filter(
      ({ publicKey, msg, sig, result }) => verifyEd25519(hex(msg), hex(sig), hex(publicKey)) !== (result === 'valid'),
    );
    expect(cases).toHaveLength(151);
    expect(cases.filter(({ result }) => result === 'invalid')).toHaveLength(63);
    expect(wrong).toEqual([]);
  });
});

describe('bytes', () => {
  test('base64 is that of Node, and nothing else is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-D/+=]{0,8}$/), (text) => {
        const exact = Buffer.from(text, 'base64').toString('base64') === text;
        expect(fromBase64(text) !== undefined).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });
  test('what is no UTF-8 has no text', () => {
    expect(textOf(utf8('责\ufeff'))).toBe('责\ufeff');
    expect(textOf(utf8('\ufeff责'))).toBe('\ufeff责');
    expect(textOf(Uint8Array.of(0xc3))).toBeUndefined();
  });
});
