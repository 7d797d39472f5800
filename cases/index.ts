/** The shipped histories: two real cases, as data, read and checked on first use. */
import jingjinji from './jingjinji.json' with { type: 'json' };
import xixian from './xixian.json' with { type: 'json' };
import { type CaseFile, parseCaseFile } from './edition.ts';

export { type CaseFile, type Edition, editionFacts, editions } from './edition.ts';

const contents = { jingjinji: jingjinji as unknown, xixian: xixian as unknown };

/** Name of a shipped case. */
export type ShippedCaseId = keyof typeof contents;

export const caseIds = Object.keys(contents) as readonly ShippedCaseId[];

const loaded = new Map<ShippedCaseId, CaseFile>();

/** A shipped case, validated once. */
export function loadCase(id: ShippedCaseId): CaseFile {
  let file = loaded.get(id);
  if (file === undefined) loaded.set(id, (file = parseCaseFile(contents[id])));
  return file;
}
