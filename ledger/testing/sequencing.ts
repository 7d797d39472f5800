/** What a sequencer needs in tests: witnesses in memory, a clock that is set by hand. */
import { signingKey } from '../crypto/signing-key.ts';
import { nodeSha256 } from '../crypto/sha256.ts';
import type { Hash } from '../log/hash.ts';
import { type KnownWitness, parsePolicy, type Policy, policyText } from '../log/policy.ts';
import { cosignature, type Signer } from '../log/signer.ts';
import { decideCosignature, type WitnessedTree } from '../log/witness.ts';
import type { LogClock, WitnessClient } from '../sequence/ports.ts';
import { keyOf, logSigner } from './log.ts';

/** Time stands still but for who sleeps. */
export function handClock(): LogClock & { advance: (milliseconds: number) => void } {
  let now = Date.parse('2026-11-23T00:00:00Z');
  return {
    now: () => now,
    sleep: async () => undefined,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export interface TestWitness extends WitnessClient {
  readonly known: KnownWitness;
  /** Answers nothing while true. */
  silent: boolean;
  tree: WitnessedTree | undefined;
}

export function testWitness(name: string, clock: LogClock, log: Signer = logSigner): TestWitness {
  const { signer } = signingKey(`${name}.example`, 'cosignature', nodeSha256(new TextEncoder().encode(name)));
  const witness: TestWitness = {
    name,
    vkey: signer.vkey,
    known: { name, key: keyOf(signer) },
    silent: false,
    tree: undefined,
    addCheckpoint: async (body) => {
      if (witness.silent) return { kind: 'refused', status: 0, reason: 'silent' };
      const decision = decideCosignature(nodeSha256, body, [keyOf(log)], () => witness.tree);
      if (decision.status === 409) return { kind: 'conflict', size: decision.size };
      if (decision.status !== 200) return { kind: 'refused', status: decision.status, reason: decision.reason };
      witness.tree = decision.tree;
      return { kind: 'cosigned', cosignatures: await cosignature(decision.text, Math.floor(clock.now() / 1000), signer) };
    },
  };
  return witness;
}

export function testPolicy(witnesses: readonly TestWitness[] = [], threshold = 0, log: Signer = logSigner): Policy {
  const policy = parsePolicy(
    policyText(
      keyOf(log),
      witnesses.map(({ known }) => known),
      threshold,
    ),
  );
  if ('malformed' in policy) throw new Error('bug: a policy of the tests is malformed');
  return policy;
}

/** The root by the definition of RFC 6962, 2.1: nothing of our own tree code. */
export function rootByDefinition(leaves: readonly Uint8Array[]): Hash {
  if (leaves.length === 0) return nodeSha256(new Uint8Array());
  if (leaves.length === 1) return nodeSha256(Uint8Array.of(0, ...(leaves[0] as Uint8Array)));
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeSha256(Uint8Array.of(1, ...rootByDefinition(leaves.slice(0, split)), ...rootByDefinition(leaves.slice(split))));
}
