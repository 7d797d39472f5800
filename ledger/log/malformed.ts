/** Texts that are not what they claim to be: a refusal, told by what was expected and in which line. */

export type TextKind = 'note' | 'signature' | 'vkey' | 'weakKey' | 'checkpoint' | 'proof' | 'policy' | 'request';

/** `line` counts from 1; without it the whole is meant. */
export interface Malformed {
  readonly malformed: TextKind;
  readonly line?: number;
}

export function malformed(kind: TextKind, line?: number): Malformed {
  return line === undefined ? { malformed: kind } : { malformed: kind, line };
}

export function isMalformed(value: object): value is Malformed {
  return 'malformed' in value;
}
