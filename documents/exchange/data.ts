/** Facts and ledger as plain data for research: JSON with everything in it, CSV a table at a time, each with its dictionary. */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { Language } from '@gongze/domain/vocabulary/text';
import { csvText } from '../ledger/csv.ts';
import { ledgerTables } from '../ledger/export.ts';
import type { CaseSource } from '../source.ts';
import { dataDictionary, eventGloss } from './dictionary.ts';

export const DATA_FORMAT = 'gongze-data/1';

/** Everything that counts on the day. Fields and meanings are in `dictionary`. */
export function caseData(source: CaseSource): object {
  const { situation, facts } = source;
  const actors = new Set(situation.duties.flatMap(({ obligation: { terms } }) => [...terms.liable, ...(terms.cooperating ?? [])]));
  const named = Object.fromEntries([...situation.parties, ...actors].map((id) => [id, situation.nameOf(id)]));
  return {
    format: DATA_FORMAT,
    case: source.caseId,
    title: source.title,
    asOf: situation.asOf,
    // Whoever reads the file again finds every actor that its facts name.
    actors: { ...named, ...source.names },
    facts,
    ledger: ledgerTables(source, 'en'),
    dictionary: dataDictionary(),
  };
}

const columns = [
  'id',
  'type',
  'about',
  'first',
  'last',
  'precision',
  'knownFrom',
  'initiative',
  'origin',
  'verification',
  'sources',
  'payload',
] as const;

function factRow(fact: Fact, lang: Language): string[] {
  const { occurred } = fact;
  const cells: Readonly<Record<(typeof columns)[number], string>> = {
    id: fact.id,
    type: fact.type,
    about: eventGloss(fact.type)[lang],
    first: occurred.first,
    last: occurred.last,
    precision: occurred.precision,
    knownFrom: fact.knownFrom,
    initiative: fact.initiative,
    origin: fact.origin,
    verification: fact.verification,
    sources: fact.sources.map(({ publisher, date = '' }) => `${publisher[lang]} ${date}`.trim()).join('; '),
    payload: JSON.stringify(fact.payload),
  };
  return columns.map((name) => cells[name]);
}

/** One line a fact; the payload as JSON. */
export function factsCsv(source: CaseSource, lang: Language): string {
  return csvText([[...columns], ...source.facts.map((fact) => factRow(fact, lang))]);
}

export function dictionaryCsv(lang: Language): string {
  const rows = dataDictionary().map(({ table, field, type, required, values, about }) => [
    table,
    field,
    type,
    required ? 'required' : '',
    values.join(' | '),
    about[lang],
  ]);
  return csvText([['table', 'field', 'type', 'required', 'values', 'about'], ...rows]);
}
