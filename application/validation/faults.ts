/**
 * What is wrong with a file that somebody hands in: one record per fault, each with its place and with what would
 * have been right. Faults of input are values, never exceptions: whoever wrote the file is to mend it.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export type InputFaultKind =
  | 'unreadable'
  | 'tooLarge'
  | 'notUtf8'
  | 'empty'
  | 'syntax'
  | 'tooDeep'
  | 'duplicateField'
  | 'integerTooLarge'
  | 'unknownFormat'
  | 'missingField'
  | 'unknownField'
  | 'wrongType'
  | 'wrongValue'
  | 'impossibleDate'
  | 'reversedInterval'
  | 'unknownType'
  | 'unknownVersion'
  | 'duplicateId'
  | 'duplicateKey'
  | 'duplicateVersion'
  | 'versionGap'
  | 'wrongStream'
  | 'outsideTree'
  | 'unknownBody'
  | 'knownBeforeBegun'
  | 'unknownTarget'
  | 'correctedCorrection'
  | 'unknownName'
  | 'notYetHappened'
  | 'unknownReference'
  | 'notText';

/** One fault. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface InputFault {
  readonly kind: InputFaultKind;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) within the document, in JSON Lines within the line; '' is the whole. */
  readonly path: string;
  readonly expected: Bilingual;
  /** Excerpt of what stands there; '' where something is absent. */
  readonly found: string;
  readonly message: Bilingual;
}

/** A fault before its place in the text is known. */
export interface PlacelessFault {
  readonly kind: InputFaultKind;
  readonly path: readonly (string | number)[];
  /** True if the fault is the name of the field, not its value. */
  readonly atKey?: boolean;
  readonly expected: Bilingual;
  readonly found: string;
}

export const FAULTS_SHOWN_MAX = 1000;
/** 64 MB: a thousand times the longest shipped history. */
export const FILE_BYTES_MAX = 64 * 1024 * 1024;
export const NESTING_MAX = 64;

/** Collects faults up to a limit and counts the rest, so that a hopeless file costs no memory. */
export class FaultList<T> {
  readonly shown: T[] = [];
  total = 0;
  readonly max: number;

  constructor(max: number = FAULTS_SHOWN_MAX) {
    this.max = max;
  }

  add(fault: T): void {
    this.total += 1;
    if (this.shown.length < this.max) this.shown.push(fault);
  }
}

/** JSON pointer of a path. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const EXCERPT_MAX = 60;

/** Excerpt of a value as JSON, cut at 60 characters; '' for an absent one. */
export function excerptOf(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[… ${value.length}]`;
  if (typeof value === 'object' && value !== null) return `{… ${Object.keys(value).length}}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  const text = JSON.stringify(typeof value === 'string' && value.length > 200 ? value.slice(0, 200) : value);
  return text.length > EXCERPT_MAX ? `${text.slice(0, EXCERPT_MAX - 1)}…` : text;
}
