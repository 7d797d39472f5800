/** A file in which a user sets thresholds: the name of each with a number, or with an object that holds its `value`. */
import { defaultParameters, type ParameterName, type Parameters, parametersWith } from '@gongze/domain/vocabulary/parameters';
import { expected, requestTexts } from './messages.ts';
import { decodeUtf8 } from './validation/decode.ts';
import { documentsOf } from './validation/documents.ts';
import { excerptOf, FaultList, type InputFault, NESTING_MAX, type PlacelessFault } from './validation/faults.ts';
import { nearestName } from './validation/nearest.ts';
import { placed } from './validation/place.ts';
import { fileFault, tooLargeFault } from './validation/validate.ts';

const BYTES_MAX = 1024 * 1024;

export type ReadParametersFile =
  | { readonly ok: true; readonly parameters: Parameters; readonly overrides: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

/** The defaults as a file that can be edited and handed back. */
export function editableParameters(): Readonly<Record<string, unknown>> {
  return defaultParameters;
}

function faultOf(name: string, entry: unknown): PlacelessFault | undefined {
  const names = Object.keys(defaultParameters);
  if (!Object.hasOwn(defaultParameters, name)) {
    return {
      kind: 'unknownName',
      path: [name],
      atKey: true,
      expected: requestTexts.parameterName(nearestName(name, names)),
      found: excerptOf(name),
    };
  }
  const { value, path } = setValue(name, entry);
  const { range } = defaultParameters[name as ParameterName];
  if (typeof value !== 'number')
    return {
      kind: value === undefined ? 'missingField' : 'wrongType',
      path,
      expected: requestTexts.parameterNumber,
      found: excerptOf(value),
    };
  const inRange = value >= range[0] && value <= range[1];
  return inRange
    ? undefined
    : { kind: 'wrongValue', path, expected: requestTexts.parameterRange(range[0], range[1]), found: excerptOf(value) };
}

function setValue(name: string, entry: unknown): { readonly value: unknown; readonly path: readonly string[] } {
  if (typeof entry !== 'object' || entry === null) return { value: entry, path: [name] };
  return { value: Object.hasOwn(entry, 'value') ? (entry as { value: unknown }).value : undefined, path: [name, 'value'] };
}

/** Reads the file; values that equal their default are no overrides, so that an unedited file changes nothing. */
export function readParametersFile(bytes: Uint8Array, file: string): ReadParametersFile {
  if (bytes.length > BYTES_MAX) return { ok: false, faults: [tooLargeFault(file, bytes.length, BYTES_MAX)] };
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded))
    return { ok: false, faults: [fileFault('notUtf8', file, expected.utf8, decoded.found, decoded.line, decoded.column)] };
  const faults = new FaultList<InputFault>();
  const { documents } = documentsOf(decoded.text, file, NESTING_MAX, faults, false);
  const document = documents[0];
  if (document === undefined) return { ok: false, faults: faults.shown };
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, faults: [fileFault('wrongType', file, expected.type('object'), excerptOf(value))] };
  }
  const wrong = Object.entries(value)
    .map(([name, entry]) => faultOf(name, entry))
    .filter((fault) => fault !== undefined);
  if (wrong.length > 0)
    return {
      ok: false,
      faults: placed(
        wrong.map((fault) => ({ document: 0, fault })),
        documents,
        file,
        NESTING_MAX,
      ),
    };
  const overrides = Object.fromEntries(
    Object.entries(value)
      .map(([name, entry]) => [name, setValue(name, entry).value as number] as const)
      .filter(([name, set]) => set !== defaultParameters[name as ParameterName].value),
  );
  const parameters = parametersWith(overrides);
  if ('faults' in parameters) throw new Error(`bug: parameters that were checked have faults: ${JSON.stringify(parameters.faults)}`);
  return { ok: true, parameters, overrides };
}
