/** A file with one rule table: what a `ruleAdopted` fact would carry. Read and checked, with the place of every fault. */
import { payloadSchemas } from '@gongze/domain/events/catalogue';
import { ruleTableSchema } from '@gongze/domain/events/ruleTables';
import { isoDateSchema } from '@gongze/domain/events/schemas';
import { type TableVersion, versionOf } from '@gongze/domain/stages/ruleTables/inForce';
import { expected } from './messages.ts';
import { decodeUtf8 } from './validation/decode.ts';
import { documentsOf } from './validation/documents.ts';
import { FaultList, type InputFault, NESTING_MAX } from './validation/faults.ts';
import { faultsOfIssues } from './validation/issues.ts';
import { placed } from './validation/place.ts';
import { fileFault, tooLargeFault } from './validation/validate.ts';

const BYTES_MAX = 1024 * 1024;
/** A table in a file says itself from when it holds, and what it is. */
const fileSchema = payloadSchemas.ruleAdopted.extend({ from: isoDateSchema, table: ruleTableSchema });

export type ReadRuleTable =
  | { readonly ok: true; readonly version: TableVersion }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** Reads the file. Nothing is taken from a file that has a fault. */
export function readRuleTableFile(bytes: Uint8Array, file: string): ReadRuleTable {
  if (bytes.length > BYTES_MAX) return { ok: false, faults: [tooLargeFault(file, bytes.length, BYTES_MAX)] };
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded))
    return { ok: false, faults: [fileFault('notUtf8', file, expected.utf8, decoded.found, decoded.line, decoded.column)] };
  const syntax = new FaultList<InputFault>();
  const { documents } = documentsOf(decoded.text, file, NESTING_MAX, syntax, false);
  const document = documents[0];
  if (document === undefined) return { ok: false, faults: syntax.shown };
  const parsed = fileSchema.safeParse(document.value);
  if (!parsed.success) {
    const faults = faultsOfIssues(parsed.error.issues, document.value, []).map((fault) => ({ document: 0, fault }));
    return { ok: false, faults: placed(faults, documents, file, NESTING_MAX) };
  }
  const version = versionOf(parsed.data, parsed.data.from);
  if (version === undefined) throw new Error('bug: a table file without a table passed its schema');
  return { ok: true, version };
}
