import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column<R> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: R) => ReactNode;
  /** Numbers stand right-aligned in tabular figures. */
  readonly numeric?: boolean;
  /** This cell names the row. */
  readonly rowHead?: boolean;
  readonly wide?: boolean;
  /** Dates and single words are not broken. */
  readonly tight?: boolean;
  /** Periods are broken, but not into single words. */
  readonly dated?: boolean;
}

interface DataTableProps<R> {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** Selection key of the row, if it can be selected. */
  readonly selectKey?: (row: R) => string;
  readonly isMarked?: (row: R) => boolean;
  readonly rowClass?: (row: R) => string;
  readonly onSelect?: (key: string) => void;
  readonly hideCaption?: boolean;
}

/** Rows drawn before the reader asks for all of them; a few more are drawn rather than hidden. */
const SHOWN = 40;
const SLACK = 20;

/** Written out, because browsers drop the roles of a table that is laid out as blocks. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/**
 * A plain table: it copies into a spreadsheet as it stands. On a phone each row becomes a block with its headings
 * beside the cells.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const { rows } = props;
  if (whole || rows.length <= SHOWN + SLACK) return <Rows {...props} />;
  return (
    <>
      <Rows {...props} rows={rows.slice(0, SHOWN)} />
      <button type="button" className="small" onClick={() => setWhole(true)}>
        {t('facts.showAll', { all: rows.length })}
      </button>
    </>
  );
}

function Rows<R>(props: DataTableProps<R>) {
  const { caption, columns, rows, rowKey, selectKey, isMarked, rowClass, onSelect, hideCaption = false } = props;
  return (
    <table className="data" {...roles.table}>
      <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map(({ key, head, numeric }) => (
            <th key={key} scope="col" {...roles.columnheader} className={numeric ? 'numeric' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map((row) => {
          const select = selectKey?.(row);
          const marked = isMarked?.(row) ?? false;
          return (
            <tr
              key={rowKey(row)}
              {...roles.row}
              className={[rowClass?.(row) ?? '', marked ? 'marked' : ''].join(' ').trim() || undefined}
              data-row={select}
              aria-current={marked ? 'true' : undefined}
              onClick={select === undefined ? undefined : () => onSelect?.(select)}
            >
              {columns.map(({ key, head, cell, numeric, rowHead, wide, tight, dated }) => {
                const className =
                  [numeric ? 'numeric' : '', wide ? 'wide' : '', tight ? 'tight' : '', dated ? 'dated' : ''].join(' ').trim() || undefined;
                return rowHead ? (
                  <th key={key} scope="row" {...roles.rowheader} data-label={head} className={className}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} {...roles.cell} data-label={head} className={className}>
                    {cell(row)}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
