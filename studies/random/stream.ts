/**
 * Random streams. A stream is named by a seed, what it is for and its number; its state comes from Philox at that counter, so streams
 * need no order and no generator is shared. Within a stream numbers come from xoshiro128**, which costs a few shifts.
 *
 * Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM Trans Math Softw 47:36, 2021 (xoshiro128** 1.1).
 */
import { philox4x32 } from './philox.ts';

/** What streams are for. One number a purpose keeps them apart for ever. */
export const purposes = { run: 1, prior: 2, bootstrap: 3, shift: 4, morris: 5, population: 6, case: 7 } as const;
export type Purpose = keyof typeof purposes;

const word = 0x1_0000_0000;

/** Largest seed and largest stream number: whole numbers that a double holds exactly. */
export const seedMax = Number.MAX_SAFE_INTEGER;

/** State of the named stream: four words of which at least one is not 0. */
export function streamState(seed: number, purpose: Purpose, number: number): [number, number, number, number] {
  const state = philox4x32([number % word, Math.floor(number / word), purposes[purpose], 0], [seed % word, Math.floor(seed / word)]);
  return state.some((one) => one !== 0) ? state : [1, 0, 0, 0];
}

export class Stream {
  readonly #state: Uint32Array;

  constructor(state: readonly [number, number, number, number]) {
    this.#state = Uint32Array.from(state);
  }

  static named(seed: number, purpose: Purpose, number: number): Stream {
    return new Stream(streamState(seed, purpose, number));
  }

  /** The next unsigned 32-bit number. */
  next(): number {
    const s = this.#state;
    const s1 = s[1] as number;
    const five = Math.imul(s1, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const t = s1 << 9;
    s[2] = (s[2] as number) ^ (s[0] as number);
    s[3] = (s[3] as number) ^ s1;
    s[1] = s1 ^ (s[2] as number);
    s[0] = (s[0] as number) ^ (s[3] as number);
    s[2] = (s[2] as number) ^ t;
    const s3 = s[3] as number;
    s[3] = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  /** 0 ≤ u < 1, with 53 bits. */
  uniform(): number {
    return ((this.next() >>> 5) * 0x4000000 + (this.next() >>> 6)) / 0x20000000000000;
  }

  /** A whole number 0 … n − 1. Bias below n/2⁵³. */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** Standard normal, by Box and Muller, from two uniform numbers. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}
