import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { signingKey } from '../crypto/signing-key.ts';
import { keyOf, logSigner, origin, testLog, textEntries } from '../testing/log.ts';
import { checkpointText } from './checkpoint.ts';
import { emptyRoot, rootFromHashes } from './merkle.ts';
import { signNote } from './signer.ts';
import { addCheckpointBody, decideCosignature, parseAddCheckpoint, type WitnessDecision, type WitnessedTree } from './witness.ts';

const log = testLog(textEntries(20));
const fork = testLog([...log.entries.slice(0, 7), ...textEntries(13, 'rewritten')]);
const keys = [keyOf(logSigner)];
const treeOf = (size: number, from = log): WitnessedTree => ({ size, root: rootFromHashes(sha256, from.leaves.slice(0, size)) });
const decide = (body: string, tree: WitnessedTree | undefined, logs = keys): WitnessDecision =>
  decideCosignature(sha256, body, logs, (name) => (name === origin ? tree : undefined));
const bodyOf = async (oldSize: number, size: number, from = log): Promise<string> =>
  addCheckpointBody({ oldSize, proof: await from.consistency(oldSize, size), note: await from.note(size) });

describe('a witness', () => {
  test('cosigns every later tree of the same history', async () => {
    for (let size = 0; size <= 20; size++) {
      for (let oldSize = 0; oldSize <= size; oldSize++) {
        const decision = decide(await bodyOf(oldSize, size), oldSize === 0 ? undefined : treeOf(oldSize));
        expect(decision).toMatchObject({ status: 200, origin, tree: treeOf(size) });
        expect(decision).toHaveProperty('text', checkpointText({ origin, ...treeOf(size) }));
      }
    }
  });
  test('never another history', async () => {
    for (let oldSize = 8; oldSize <= 20; oldSize++) {
      for (let size = oldSize; size <= 20; size++) {
        const proof = await bodyOf(oldSize, size, fork);
        expect(decide(proof, treeOf(oldSize))).toEqual(
          size === oldSize ? { status: 409, reason: 'otherRoot', size } : { status: 422, reason: 'inconsistent' },
        );
      }
    }
    // Up to the entry that was rewritten both are one history.
    expect(decide(await bodyOf(7, 12, fork), treeOf(7))).toHaveProperty('status', 200);
  });
  test('tells the size it cosigned last where the log thinks of another', async () => {
    for (const oldSize of [0, 4, 6])
      expect(decide(await bodyOf(oldSize, 9), treeOf(5))).toEqual({ status: 409, reason: 'otherSize', size: 5 });
    expect(decide(await bodyOf(5, 9), undefined)).toEqual({ status: 409, reason: 'otherSize', size: 0 });
    // An older tree than the last: the log cannot take its witness back.
    expect(decide(await bodyOf(4, 4), treeOf(5))).toEqual({ status: 409, reason: 'otherSize', size: 5 });
  });
  test('refuses in the order of the specification', async () => {
    const note = await log.note(9);
    const proof = await log.consistency(5, 9);
    expect(decide(addCheckpointBody({ oldSize: 10, proof: [], note }), treeOf(10))).toEqual({ status: 400, reason: 'oldSizeBeyond' });
    expect(decide('', treeOf(5))).toEqual({ status: 400, reason: 'malformed' });
    expect(decide(`old 5\n\n${note.slice(0, -1)}`, treeOf(5))).toEqual({ status: 400, reason: 'malformed' });
    expect(decide(`old 5\n\n${await signNote('no checkpoint\n', logSigner)}`, treeOf(5))).toEqual({ status: 400, reason: 'malformed' });
    expect(decide(addCheckpointBody({ oldSize: 5, proof, note }), treeOf(5), [])).toEqual({ status: 404, reason: 'unknownLog' });
    const text = checkpointText({ origin, ...treeOf(9) });
    for (const signer of [
      signingKey(origin, 'ed25519', new Uint8Array(32).fill(3)).signer,
      signingKey('stranger.example', 'ed25519', new Uint8Array(32).fill(3)).signer,
    ]) {
      const stranger = await signNote(text, signer);
      expect(decide(addCheckpointBody({ oldSize: 5, proof, note: stranger }), treeOf(5))).toEqual({
        status: 403,
        reason: 'notSignedByLog',
      });
    }
    const spoiled = note.replace(/.{5}\n$/, 'AAAA=\n');
    expect(decide(addCheckpointBody({ oldSize: 5, proof, note: spoiled }), treeOf(5))).toEqual({ status: 403, reason: 'notSignedByLog' });
    expect(decide(addCheckpointBody({ oldSize: 5, proof: proof.slice(1), note }), treeOf(5))).toEqual({
      status: 422,
      reason: 'inconsistent',
    });
    expect(decide(addCheckpointBody({ oldSize: 0, proof, note }), undefined)).toEqual({ status: 422, reason: 'inconsistent' });
    expect(decide(addCheckpointBody({ oldSize: 9, proof, note }), treeOf(9))).toEqual({ status: 422, reason: 'inconsistent' });
  });
  test('knows no tree without entries but one', async () => {
    const text = checkpointText({ origin, size: 0, root: treeOf(1).root });
    const body = addCheckpointBody({ oldSize: 0, proof: [], note: await signNote(text, logSigner) });
    expect(decide(body, undefined)).toEqual({ status: 409, reason: 'otherRoot', size: 0 });
    expect(decide(await bodyOf(0, 0), undefined)).toMatchObject({ tree: { size: 0, root: emptyRoot(sha256) } });
  });
});

describe('requests', () => {
  test('have the form of C2SP tlog-witness and are read back', async () => {
    const body = await bodyOf(5, 9);
    expect(body.split('\n')[0]).toBe('old 5');
    expect(parseAddCheckpoint(body)).toEqual({ oldSize: 5, proof: await log.consistency(5, 9), note: await log.note(9) });
    for (const bad of ['old 05', 'old', 'old  5', 'new 5', 'old 5 ']) {
      expect(parseAddCheckpoint(body.replace('old 5', bad))).toEqual({ malformed: 'request', line: 1 });
    }
    expect(parseAddCheckpoint(body.replace('\n', '\nAAAA\n'))).toEqual({ malformed: 'request', line: 2 });
    const line = `${Buffer.alloc(32).toString('base64')}\n`;
    expect(parseAddCheckpoint(`old 5\n${line.repeat(64)}\n${await log.note(9)}`)).toEqual({ malformed: 'request', line: 65 });
    expect(parseAddCheckpoint(`old 5\n${line.repeat(63)}\n${await log.note(9)}`)).toHaveProperty('oldSize', 5);
  });
});
