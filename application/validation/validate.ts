/**
 * Reads a history that somebody hands in. Either the whole history comes back or the list of its faults, one for
 * each, with file, line, column and path; nothing is loaded by half and nothing is repaired silently.
 */
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { expected, faultMessage } from '../messages.ts';
import { decodeUtf8 } from './decode.ts';
import { documentsOf } from './documents.ts';
import { FaultList, FILE_BYTES_MAX, FAULTS_SHOWN_MAX, type InputFault, NESTING_MAX, type PlacelessFault } from './faults.ts';
import { placed } from './place.ts';
import { type History, readHistory } from './read.ts';

export type { History } from './read.ts';

export type Validation =
  | { readonly ok: true; readonly history: History }
  /** `total` counts also the faults beyond those that are listed. */
  | { readonly ok: false; readonly faults: readonly InputFault[]; readonly total: number };

export interface ValidationOptions {
  readonly governments: GovernmentTree;
  readonly bytesMax?: number;
  readonly nestingMax?: number;
  readonly faultsMax?: number;
}

/** A fault of the file as a whole. */
export function fileFault(kind: InputFault['kind'], file: string, right: Bilingual, found = '', line = 1, column = 1): InputFault {
  return { kind, file, line, column, path: '', expected: right, found, message: faultMessage(kind, '', right, found) };
}

export function tooLargeFault(file: string, bytes: number, bytesMax: number = FILE_BYTES_MAX): InputFault {
  return fileFault('tooLarge', file, expected.bytes(bytesMax), `${Math.ceil(bytes / 1024 / 1024)} MB`);
}

/**
 * Validates a case file (`{"format":"gongze-case/1", …}`) or JSON Lines (one fact a line, optionally a first line
 * with format, case, title and actors). Cost: linear in the text; memory a few times its length.
 */
export function validateHistory(input: Uint8Array | string, file: string, options: ValidationOptions): Validation {
  const { bytesMax = FILE_BYTES_MAX, nestingMax = NESTING_MAX, faultsMax = FAULTS_SHOWN_MAX } = options;
  const one = (fault: InputFault): Validation => ({ ok: false, faults: [fault], total: 1 });
  if (input.length > bytesMax) return one(tooLargeFault(file, input.length, bytesMax));
  const decoded = typeof input === 'string' ? { text: input.replace(/^\ufeff/, '') } : decodeUtf8(input);
  if (!('text' in decoded)) return one(fileFault('notUtf8', file, expected.utf8, decoded.found, decoded.line, decoded.column));
  if (!/\S/.test(decoded.text)) return one(fileFault('empty', file, expected.history));
  const faults = new FaultList<InputFault>(faultsMax);
  const { lines, documents } = documentsOf(decoded.text, file, nestingMax, faults);
  if (faults.total > 0) return { ok: false, faults: faults.shown, total: faults.total };
  const found = new FaultList<{ document: number; fault: PlacelessFault }>(faultsMax);
  const history = readHistory(documents, lines, options.governments, (document, fault) => found.add({ document, fault }));
  if (found.total === 0 && history !== undefined) return { ok: true, history };
  return { ok: false, faults: placed(found.shown, documents, file, nestingMax), total: found.total };
}
