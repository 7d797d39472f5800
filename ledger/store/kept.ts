/** How a fact is kept: its text as handed in, and what the store vouches for. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { payloadHashOf } from './hash.ts';

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
