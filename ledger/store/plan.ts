/** What every store decides in the same way when facts are appended. How they are kept is its own matter. */
import { factContent } from '@gongze/application/canonical';
import type { AppendRefusal } from '@gongze/application/ports';
import type { Fact } from '@gongze/domain/events/catalogue';
import { LedgerFault } from '../fault.ts';
import { payloadHashOf } from './hash.ts';

/** The facts to write, after those that are there already have been left out. */
export interface Plan {
  readonly fresh: readonly Fact[];
}

/**
 * Decides an append. `present`: the facts of the stream that share an id or an idempotency key with one of `facts`;
 * `size`: facts in the stream.
 *
 * Refuses, in this order, a duplicate with another content (which reading again would not cure) and a stream that has
 * moved on; a retry of what is all there is neither. Throws for versions with a gap.
 */
export function planAppend(size: number, present: readonly Fact[], expectedVersion: number, facts: readonly Fact[]): Plan | AppendRefusal {
  const known = new Map<string, Fact>();
  const learn = (fact: Fact): void => {
    known.set(`id ${fact.id}`, fact).set(`key ${fact.idempotencyKey}`, fact);
  };
  present.forEach(learn);
  const fresh: Fact[] = [];
  for (const fact of facts) {
    const [byId, byKey] = [known.get(`id ${fact.id}`), known.get(`key ${fact.idempotencyKey}`)];
    const twin = byId ?? byKey;
    if (twin === undefined) {
      fresh.push(fact);
      learn(fact);
    } else if (byId !== byKey || factContent(twin) !== factContent(fact)) {
      return { refusal: 'conflictingDuplicate', factId: fact.id };
    }
  }
  fresh.forEach((fact, index) => {
    const due = expectedVersion + 1 + index;
    if (fact.version !== due) throw new RangeError(`bug: fact ${fact.id} has version ${fact.version} where ${due} is due`);
  });
  if (fresh.length > 0 && size !== expectedVersion) return { refusal: 'versionConflict', expected: expectedVersion, actual: size };
  return { fresh };
}

/** Throws for what no caller may hand in, before a store looks at anything: facts of another case, ids or keys that are no text. */
export function assertKeepable(caseId: string, facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.streamId !== caseId) throw new RangeError(`bug: fact ${fact.id} of ${fact.streamId} is appended to ${caseId}`);
    for (const name of [fact.id, fact.idempotencyKey]) {
      if (name.isWellFormed() && !name.includes('\u0000')) continue;
      throw new LedgerFault({
        en: `The id and the idempotency key of a fact must be text without NUL and without half characters: ${JSON.stringify(name)}.`,
        zh: `事实的编号和幂等键必须是不含 NUL、不含半个字符的文本：${JSON.stringify(name)}。`,
      });
    }
  }
}

/** How a fact is kept: its text as handed in, and what the store vouches for. */
export interface KeptFact {
  readonly body: string;
  readonly salt: string;
  readonly hash: string;
}

/** Prepares a fact for keeping. `salt`: 16 random bytes, hex. */
export function keep(fact: Fact, salt: string): KeptFact {
  return { body: JSON.stringify(fact), salt, hash: payloadHashOf(fact.payload, salt) };
}

/** The fact as it was handed in, with salt and hash. A hash that came with it is replaced: a store vouches for its own. */
export function factOf({ body, salt, hash }: KeptFact): Fact {
  return { ...(JSON.parse(body) as Fact), payloadSalt: salt, payloadHash: hash };
}

/** Append to a stream that nobody created. */
export function unknownCase(caseId: string): LedgerFault {
  return new LedgerFault({
    en: `There is no case ${caseId} in the store. Create it before appending facts to it.`,
    zh: `存储中没有案例 ${caseId}。请先创建该案例，再追加事实。`,
  });
}
