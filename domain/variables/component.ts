/**
 * A component of a variable: one number between 0 and 1 that the facts carry, or `null` where they carry none.
 * Unknown is never zero. A rule is a pure function of the situation; it names its numbers in both languages.
 */
import type { FactRef } from '../cases/state.ts';
import { evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { FactId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export interface Component {
  readonly id: string;
  readonly name: Bilingual;
  /** 0–1; `null` = unknown. */
  readonly value: number | null;
  readonly evidence: FactId[];
  readonly explanation: Bilingual;
}

export type ComponentRule = (situation: Situation) => Component;

/** What stays the same for every case. */
export type ComponentHead = Pick<Component, 'id' | 'name'>;

type Refs = Iterable<FactRef | undefined>;

/** A known value; it is clipped to 0–1, so that rounding cannot lead out of it. */
export function known(head: ComponentHead, value: number, refs: Refs, explanation: Bilingual): Component {
  if (!Number.isFinite(value)) throw new Error(`bug: ${head.id} is not a number`);
  return { ...head, value: clipped(value), evidence: evidenceOf(refs), explanation };
}

/** The facts do not carry a value; `refs` are what is on record nevertheless. */
export function unknown(head: ComponentHead, explanation: Bilingual, refs: Refs = []): Component {
  return { ...head, value: null, evidence: evidenceOf(refs), explanation };
}

export function clipped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** `1 duty` · `2 duties`. */
export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
