/** The case matrix: one row a case, one column a condition or an outcome, every cell a number or unknown. */
import { type Answer, answered, listed, refused, repeated } from '../answer.ts';

export interface Column {
  readonly name: string;
  /** One value a case; `null` = unknown. */
  readonly values: readonly (number | null)[];
  /** Facts behind each cell, where the table was made from cases of the ledger. */
  readonly evidence?: readonly (readonly string[])[];
}

export interface CaseTable {
  readonly cases: readonly string[];
  readonly columns: readonly Column[];
}

/** A table whose names are unique and whose columns are as long as its list of cases. Refuses: `emptyTable`, `duplicateCase`, `duplicateColumn`. */
export function caseTable(cases: readonly string[], columns: readonly Column[]): Answer<CaseTable> {
  if (cases.length === 0)
    return refused('emptyTable', '表中没有案例。请至少提供两个案例。', 'The table holds no cases. Give at least two cases.');
  const twice = repeated(cases);
  if (twice.length > 0) {
    const names = listed(twice);
    return refused(
      'duplicateCase',
      `案例名称重复：${names.zh}。请使每个案例的名称唯一，例如加上年份。`,
      `Case names occur twice: ${names.en}. Give every case a name of its own, for example by adding the year.`,
      twice.map((name) => ({ case: name })),
    );
  }
  const columnsTwice = repeated(columns.map(({ name }) => name));
  if (columnsTwice.length > 0) {
    const names = listed(columnsTwice);
    return refused(
      'duplicateColumn',
      `列名重复：${names.zh}。请为每一列另取名称。`,
      `Column names occur twice: ${names.en}. Give every column a name of its own.`,
      columnsTwice.map((name) => ({ column: name })),
    );
  }
  for (const { name, values } of columns)
    if (values.length !== cases.length) throw new Error(`column ${name} has ${values.length} values for ${cases.length} cases`);
  return answered({ cases, columns });
}

/** The named column. Refuses: `unknownColumn`, naming those that there are. */
export function columnOf({ columns }: CaseTable, name: string): Answer<Column> {
  const found = columns.find((column) => column.name === name);
  if (found !== undefined) return answered(found);
  const known = listed(columns.map((column) => column.name));
  return refused(
    'unknownColumn',
    `没有名为“${name}”的列。现有的列：${known.zh}。`,
    `There is no column "${name}". The columns are: ${known.en}.`,
    [{ column: name }],
  );
}
