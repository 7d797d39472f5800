/** What was read, to take away: as records in the rubric's field names, as a table, and in the notation of the Institutional Grammar. */
import { clauseRecord, igScript } from '@gongze/clauses';
import type { ReadClause } from './reading.ts';

export type ExportFormat = 'ig' | 'json' | 'csv';

interface Numbered {
  readonly number: number;
  readonly label: string;
  readonly clause: ReadClause;
}

function jsonOf({ number, label, clause }: Numbered): Record<string, unknown> {
  const { reading, start, end } = clause;
  return { ...clauseRecord(String(number), reading), label, lang: reading.language, span: [start, end], text: reading.text };
}

const columns = [
  'clause',
  'label',
  'lang',
  'attribute',
  'lead',
  'cooperating',
  'deontic',
  'aim',
  'object',
  'deadline',
  'indicator',
  'conditions',
  'or_else',
  'kind',
  'party_type',
  'aim_class',
  'vague',
  'binding_score',
  'ig_script',
  'text',
] as const;

/** A field of a table; what a spreadsheet would take for a formula is kept a text by the mark that it hides. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rowsOf({ number, label, clause: { reading } }: Numbered): string[] {
  const shared = { clause: String(number), label, lang: reading.language, text: reading.text };
  return reading.statements.map((statement) => {
    const { attribute, lead, cooperating, deontic, aim, object, deadline, indicator, conditions, orElse } = statement;
    const texts = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join(' | ');
    const values: Readonly<Record<(typeof columns)[number], string>> = {
      ...shared,
      attribute: texts(attribute),
      lead: lead?.text ?? '',
      cooperating: texts(cooperating),
      deontic: deontic ?? '',
      aim: aim.text,
      object: object?.text ?? '',
      deadline: deadline === null ? '' : deadline.kind === 'date' ? deadline.date : deadline.source.text,
      indicator:
        indicator === null
          ? ''
          : `${indicator.name.text} ${indicator.comparator} ${[indicator.value].flat().join('–')} ${indicator.unit}`.trim(),
      conditions: texts(conditions),
      or_else: orElse?.text ?? '',
      kind: statement.kind,
      party_type: statement.partyType,
      aim_class: statement.aimClass,
      vague: reading.vague.join(' | '),
      binding_score: reading.bindingScore?.toFixed(2) ?? '',
      ig_script: igScript(statement),
    };
    return columns.map((column) => cell(values[column])).join(',');
  });
}

/** Clauses in order as one file. CSV opens with a byte order mark, because Excel reads Chinese only then. */
export function exported(clauses: readonly ReadClause[], format: ExportFormat): string {
  const numbered = clauses.map((clause, index): Numbered => ({ number: index + 1, label: clause.label, clause }));
  switch (format) {
    case 'json':
      return `${JSON.stringify(numbered.map(jsonOf), null, 2)}\n`;
    case 'csv':
      return `\ufeff${[columns.join(','), ...numbered.flatMap(rowsOf)].join('\r\n')}\r\n`;
    case 'ig':
      return numbered
        .map(({ number, label, clause: { reading } }) => [`# ${number} ${label}`.trimEnd(), ...reading.statements.map(igScript)].join('\n'))
        .join('\n\n')
        .concat('\n');
    default:
      return format satisfies never;
  }
}
