/** The judge: what the record has to be, said once more from the standards and the journal of what was promised. */
import { createHash } from 'node:crypto';
import type { Fact } from '@gongze/domain/events/catalogue';
import { nodeSha256 } from '../../crypto/sha256.ts';
import { parseCheckpoint } from '../../log/checkpoint.ts';
import { judgeCheckpoint, type Policy } from '../../log/policy.ts';
import { parseProof, verifyProof } from '../../log/proof.ts';
import { parseReceiptExtra } from '../../log/receipt.ts';
import type { LoggedLeaf } from '../../sequence/ports.ts';
import { leafOfFact } from './store.ts';

export interface Promised {
  readonly caseId: string;
  readonly version: number;
  readonly texts: readonly string[];
}

export interface Journal {
  readonly acknowledged: Promised[];
  readonly asked: Set<string>;
  readonly published: { readonly size: number; readonly note: string }[];
  readonly cosigned: string[];
  /** What went wrong in a way that must never happen. */
  readonly faults: string[];
}

/** RFC 6962, section 2.1, as it is written there. */
function treeHash(leaves: readonly Uint8Array[]): Buffer {
  const sha256 = (...parts: readonly (Uint8Array | Buffer)[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0] as Uint8Array);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const textOf = (fact: Fact): string => (fact.payload as { title: { en: string } }).title.en;

/** Every promise is kept, once, as it was given; nothing stands there that nobody asked for. */
export function judgeFacts({ acknowledged, asked }: Journal, byCase: ReadonlyMap<string, readonly Fact[]>): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const [caseId, facts] of byCase) {
    facts.forEach((fact, index) => {
      const text = textOf(fact);
      if (fact.version !== index + 1 || fact.streamId !== caseId)
        faults.push(`${text}: version ${fact.version} at place ${index + 1} of ${caseId}`);
      if (!asked.has(`${caseId} ${text}`)) faults.push(`${caseId} ${text}: nobody asked for it`);
      if (seen.has(text)) faults.push(`${text}: twice`);
      seen.add(text);
    });
  }
  for (const { caseId, version, texts } of acknowledged) {
    const facts = byCase.get(caseId) ?? [];
    texts.forEach((text, index) => {
      const place = version - texts.length + index;
      if (facts[place] === undefined || textOf(facts[place]) !== text)
        faults.push(`${caseId} ${text}: acknowledged as version ${place + 1}, not there`);
    });
  }
  return faults;
}

/** Every checkpoint that was published or cosigned is the beginning of the log as it ended, and the log holds the facts in order. */
export function judgeLog(
  { published, cosigned }: Journal,
  entries: readonly LoggedLeaf[],
  byCase: ReadonlyMap<string, readonly Fact[]>,
  policy: Policy,
): string[] {
  const faults: string[] = [];
  const roots = new Map<number, string>();
  const rootAt = (size: number): string => {
    const known = roots.get(size) ?? treeHash(entries.slice(0, size).map(({ leaf }) => leaf)).toString('base64');
    roots.set(size, known);
    return known;
  };
  for (const text of [...cosigned, ...published.map(({ note }) => note.slice(0, note.indexOf('\n\n') + 1))]) {
    const checkpoint = parseCheckpoint(text);
    if ('malformed' in checkpoint) faults.push('a malformed checkpoint was signed');
    else if (Buffer.from(checkpoint.root).toString('base64') !== rootAt(checkpoint.size))
      faults.push(`the tree of ${checkpoint.size} entries was signed with another root`);
  }
  for (const [index, { size, note }] of published.entries()) {
    if (index > 0 && size < (published[index - 1]?.size ?? 0)) faults.push(`the log went back to ${size} entries`);
    if (!('checkpoint' in judgeCheckpoint(note, policy))) faults.push(`the checkpoint of ${size} entries does not satisfy the policy`);
  }
  const last = new Map<string, number>();
  for (const { streamId, version, leaf } of entries) {
    if (version !== (last.get(streamId) ?? 0) + 1)
      faults.push(`${streamId} ${version} stands in the log behind ${last.get(streamId) ?? 0}`);
    last.set(streamId, version);
    const fact = byCase.get(streamId)?.[version - 1];
    if (fact === undefined || Buffer.compare(leafOfFact(fact), leaf) !== 0)
      faults.push(`${streamId} ${version}: the log holds another record`);
  }
  for (const [caseId, facts] of byCase)
    if ((last.get(caseId) ?? 0) !== facts.length) faults.push(`${caseId}: ${facts.length} facts, ${last.get(caseId) ?? 0} in the log`);
  return faults;
}

/** The receipt speaks of this fact, and the policy of its reader accepts it. */
export function judgeReceipt(fact: Fact, receipt: string | undefined, policy: Policy): string[] {
  const named = `${fact.streamId} ${fact.version}`;
  if (receipt === undefined) return [`${named}: no receipt`];
  const proof = parseProof(receipt);
  const extra = 'malformed' in proof || proof.extra === undefined ? undefined : parseReceiptExtra(proof.extra);
  if ('malformed' in proof || extra === undefined) return [`${named}: its receipt cannot be read`];
  if (Buffer.compare(extra.leaf, leafOfFact(fact)) !== 0) return [`${named}: its receipt speaks of another record`];
  return 'checkpoint' in verifyProof(nodeSha256, proof, leafOfFact(fact), policy) ? [] : [`${named}: its receipt proves nothing`];
}
