/** Code whose mutants have a known fate (expected.ts). Used by nothing else. */

/** Computed once, on import: a mutant here lives only where modules are loaded anew. */
export const largest = 3 + 1;

/** At `value = largest` both branches give the same, so that `<` for `<=` cannot be told. */
export function capped(value: number): number {
  return value <= largest ? value : largest;
}

/** Upwards it never ends. */
export function countedDown(from: number): number {
  let left = from;
  while (left > 0) left -= 1;
  return left;
}

/** Called by no test. */
export function unseen(value: number): number {
  return value * 2;
}

/** Called by a test that looks at nothing. */
export function unchecked(value: number): number {
  return value / 2;
}
