import { describe, expect, test } from 'vitest';
import { signingKey } from '../crypto/signing-key.ts';
import { keyOf, logSigner, origin, policyOf, testLog, textEntries, witnessSigners } from '../testing/log.ts';
import { utf8 } from './bytes.ts';
import { judgeCheckpoint, parsePolicy, policyText, quorumMet } from './policy.ts';
import { cosignature, signNote } from './signer.ts';

const keyFrom = (name: string, algorithm: 'ed25519' | 'cosignature', seed: number): string =>
  signingKey(name, algorithm, new Uint8Array(32).fill(seed)).signer.vkey;
const log = keyFrom('log.example/a', 'ed25519', 40);
const witness = (seed: number): string => keyFrom(`w.example/${seed}`, 'cosignature', seed);

/** The example of the specification: two groups, both needed. */
const nested = `# who we trust
log ${log} https://log.example/
${[1, 2, 3].map((at) => `witness X${at} ${witness(at)}`).join('\n')}
\tgroup  X-witnesses 2 X1 X2 X3

${[1, 2, 3].map((at) => `witness Y${at} ${witness(at + 10)} https://y.example/${at}`).join('\n')}
group Y-witnesses any Y1 Y2 Y3
  # both
group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

describe('policies', () => {
  test('of nested groups are met by exactly the sets that the rule names', () => {
    const policy = parsePolicy(nested);
    if ('malformed' in policy) throw new Error(`line ${policy.line}`);
    const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'];
    for (let set = 0; set < 64; set++) {
      const some = names.filter((_, at) => set & (1 << at));
      const expected = some.filter((name) => name.startsWith('X')).length >= 2 && some.some((name) => name.startsWith('Y'));
      expect(quorumMet(policy, some)).toBe(expected);
    }
    expect(policy.logs).toMatchObject([{ url: 'https://log.example/' }]);
    expect(policy.witnesses).toHaveLength(6);
    expect(policy.witnesses.map(({ url }) => url)).toEqual([
      undefined,
      undefined,
      undefined,
      ...[1, 2, 3].map((at) => `https://y.example/${at}`),
    ]);
  });

  test('are refused at the line that is wrong', () => {
    const cases: readonly (readonly [string, number | undefined])[] = [
      [`log ${log}\n`, undefined],
      [`log ${log}\nquorum none\nquorum none\n`, 3],
      // A log that witnesses itself.
      [`log ${log}\nwitness A ${keyFrom('other', 'cosignature', 40)}\nquorum A\n`, 2],
      [`witness A ${keyFrom('other', 'cosignature', 40)}\nlog ${log}\nquorum A\n`, 2],
      [`log ${log}\nlog ${keyFrom('other', 'ed25519', 40)}\nquorum none\n`, 2],
      [`log ${witness(1)}\nquorum none\n`, 1],
      [`witness A ${log}\nquorum A\n`, 1],
      [`witness A ${witness(1)} url more\nquorum A\n`, 1],
      [`log ${log} url more\nquorum none\n`, 1],
      [`witness A ${witness(1)}\nwitness B ${keyFrom('b', 'cosignature', 1)}\nquorum A\n`, 2],
      [`witness A ${witness(1)}\nwitness A ${witness(2)}\nquorum A\n`, 2],
      [`witness none ${witness(1)}\nquorum none\n`, 1],
      [`quorum A\nwitness A ${witness(1)}\n`, 1],
      [`witness A ${witness(1)}\nquorum A B\n`, 2],
      [`witness A ${witness(1)}\ngroup G 2 A\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G 0 A\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G 01 A\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G any\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G all\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G any B\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G any none\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup A any A\nquorum A\n`, 2],
      [`witness A ${witness(1)}\ngroup none any A\nquorum none\n`, 2],
      [`witness A ${witness(1)}\ngroup G 2 A A\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G any A\ngroup H any A\nquorum G\n`, 3],
      [`quorum none\u0007\n`, 1],
      ['quorum none\r\n', 1],
      // A control character is refused where the line would else be read over, and where the rest of it is sound.
      ['# bell\u0007\nquorum none\n', 1],
      [`log ${log} https://log.example/\u007f\nquorum none\n`, 1],
      [`witness A ${witness(1)}\ngroup G 1x A\nquorum G\n`, 2],
      [`witness A ${witness(1)}\ngroup G 1.0 A\nquorum G\n`, 2],
      ['constructor x\n', 1],
      [`log ${log.replace('+', '++')}\nquorum none\n`, 1],
    ];
    for (const [text, line] of cases) {
      expect([text, parsePolicy(text)]).toEqual([text, line === undefined ? { malformed: 'policy' } : { malformed: 'policy', line }]);
    }
    expect(parsePolicy('quorum none\n')).toEqual({ logs: [], witnesses: [], quorum: undefined });
  });

  test('count to ten and more, are read over blanks of any length and remarks of any end', () => {
    const many = Array.from({ length: 11 }, (_, at) => `witness w${at} ${witness(at + 40)}`);
    const names = many.map((_, at) => `w${at}`);
    const text = ['#remark', '# remark #', ...many, `group  G \t 10   ${names.join('  ')}`, 'quorum  G', ''].join('\n');
    const policy = parsePolicy(text);
    if ('malformed' in policy) throw new Error(`line ${policy.line}`);
    expect([quorumMet(policy, names.slice(0, 9)), quorumMet(policy, names.slice(0, 10))]).toEqual([false, true]);
  });
  test('say no address where there is none', () => {
    const policy = parsePolicy(`log ${log}\nwitness A ${witness(1)}\nquorum A\n`);
    if ('malformed' in policy) throw new Error(`line ${policy.line}`);
    for (const known of [...policy.logs, ...policy.witnesses]) expect(Object.hasOwn(known, 'url')).toBe(false);
    const [key, only] = [policy.logs[0]?.key, policy.witnesses];
    if (key === undefined) throw new Error('no log');
    // Nothing behind the key, not even a blank.
    for (const line of policyText(key, only, 1).split('\n')) expect(line).toBe(line.trimEnd());
  });
  test('that are written are read back', () => {
    for (const threshold of [0, 1, 3]) {
      const policy = policyOf(threshold);
      expect(parsePolicy(policyText(keyOf(logSigner), policy.witnesses, threshold))).toEqual(policy);
    }
    const [one] = policyOf(0).witnesses;
    if (one === undefined) throw new Error('no witness');
    expect(policyText(keyOf(logSigner), [{ ...one, url: 'https://w.example/' }], 1)).toContain(
      ' https://w.example/\ngroup witnesses 1 shaanxi\n',
    );
  });
});

describe('checkpoints', () => {
  const log = testLog(textEntries(5));
  test('need the log and enough witnesses', async () => {
    for (const cosigned of [0, 1, 2, 3]) {
      for (const needed of [0, 1, 2, 3]) {
        const judged = judgeCheckpoint(await log.note(5, cosigned), policyOf(needed));
        expect('checkpoint' in judged).toBe(cosigned >= needed);
        expect(judged).toMatchObject({
          cosigned: policyOf(0)
            .witnesses.slice(0, cosigned)
            .map(({ name }) => ({ name, timestamp: 1_000_005 })),
        });
      }
    }
  });
  test('with too few cosignatures are refused by the name of the rule', async () => {
    const note = await log.note(5, 1);
    expect(judgeCheckpoint(note, policyOf(2))).toMatchObject({ refusal: 'quorumMissing', quorum: 'witnesses' });
    expect(judgeCheckpoint(note, { ...policyOf(0), quorum: 'xianyang' })).toMatchObject({ refusal: 'quorumMissing', quorum: 'xianyang' });
    expect(judgeCheckpoint(note, { ...policyOf(0), quorum: 'shaanxi' })).toHaveProperty('checkpoint');
  });
  test('of others are refused, whoever cosigned', async () => {
    const note = await log.note(5, 3);
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    const stranger = signingKey('stranger.example', 'ed25519', new Uint8Array(32).fill(99)).signer;
    const renamed = signingKey(origin, 'ed25519', new Uint8Array(32).fill(99)).signer;
    const lines = await Promise.all(witnessSigners.map((signer) => cosignature(text, 1, signer)));
    expect(judgeCheckpoint(`${await signNote(text, stranger)}${lines.join('')}`, policyOf(3))).toEqual({
      refusal: 'notSignedByLog',
      origin,
    });
    expect(judgeCheckpoint(`${await signNote(text, renamed)}${lines.join('')}`, policyOf(3))).toEqual({
      refusal: 'notSignedByLog',
      origin,
    });
    expect(judgeCheckpoint(note, { ...policyOf(0), logs: [] })).toEqual({ refusal: 'unknownLog', origin });
    // A known log may not speak for another one.
    const other = text.replace(origin, 'other.example');
    expect(judgeCheckpoint(await signNote(other, logSigner), policyOf(0))).toEqual({ refusal: 'unknownLog', origin: 'other.example' });
    const policy = policyOf(0);
    const logs = [...policy.logs, { key: keyOf(stranger) }];
    expect(judgeCheckpoint(await signNote(text, stranger), { ...policy, logs })).toEqual({ refusal: 'notSignedByLog', origin });
    expect(judgeCheckpoint(await signNote('no checkpoint\n', logSigner), policy)).toMatchObject({ malformed: 'checkpoint' });
    expect(judgeCheckpoint(note.replace('\n5\n', '\n6\n'), policy)).toMatchObject({ refusal: 'signatureInvalid' });
    expect(judgeCheckpoint('', policy)).toEqual({ malformed: 'note' });
    expect(utf8(text)).toHaveLength(text.length);
  });
});
