import { EVENTS_PER_REQUEST_MAX } from '@gongze/application/commands/new-event';
import { dutyColumns } from '@gongze/documents/ledger/columns';
import { useMemo, useState } from 'react';
import { DataTable } from '../parts/DataTable.tsx';
import { useFrame } from '../view/useCase.ts';
import { type Recorder, recordNew } from '../work/record.ts';
import { FileField, Outcome } from './FileField.tsx';
import { type LedgerPreview, previewLedger, recordLedger } from './files.ts';
import { Pick } from './Pick.tsx';
import { useRecording } from './useRecording.ts';
import { filled, words } from './words.ts';

interface Shown {
  readonly file: File;
  readonly map: Readonly<Record<string, string>>;
  readonly preview: LedgerPreview;
}

/** A ledger of obligations: shown row by row with the meaning of its columns, then recorded whole or not at all. */
export function LedgerIn({ recorder }: { readonly recorder: Recorder | undefined }) {
  const { engine, lang } = useFrame();
  const [shown, setShown] = useState<Shown>();
  const [reading, setReading] = useState(false);
  const key = useMemo(() => (shown === undefined ? '' : crypto.randomUUID()), [shown]);
  const { busy, told, tell, record } = useRecording(() => setShown(undefined));
  const read = async (file: File, map: Readonly<Record<string, string>>) => {
    setReading(true);
    const answer = await previewLedger(engine.caseId, file, map, lang).finally(() => setReading(false));
    tell(answer.ok ? undefined : { text: answer.detail, bad: true });
    if (answer.ok) setShown({ file, map, preview: answer.value });
    else setShown(undefined);
  };
  const send = async ({ file, map, preview }: Shown) =>
    await record(() =>
      preview.events.length <= EVENTS_PER_REQUEST_MAX
        ? recordNew(engine.caseId, engine.size, key, preview.events, lang, recorder)
        : recordLedger(engine.caseId, engine.size, key, file, map, lang),
    );
  return (
    <section data-import="ledger">
      <h4>{words.ledger[lang]}</h4>
      <p className="muted">{words.ledgerText[lang]}</p>
      <FileField accept=".xlsx,.csv,.tsv" busy={reading} onFile={(file) => read(file, {})} />
      <Outcome told={told} />
      {shown !== undefined && (
        <>
          <Columns shown={shown} onMap={(column, meaning) => read(shown.file, { ...shown.map, [column]: meaning })} />
          <Faults preview={shown.preview} />
          <Rows preview={shown.preview} />
          {shown.preview.faults.length > 0 ? (
            <p className="note">{words.mend[lang]}</p>
          ) : shown.preview.events.length === 0 ? (
            <p className="note">{words.nothing[lang]}</p>
          ) : (
            <p>
              <button type="button" className="main" disabled={busy} onClick={() => send(shown)}>
                {shown.preview.events.length === 1
                  ? words.recordOne[lang]
                  : filled(words.record[lang], { count: shown.preview.events.length })}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface ColumnsProps {
  readonly shown: Shown;
  readonly onMap: (column: string, meaning: string) => void;
}

function Columns({ shown: { preview }, onMap }: ColumnsProps) {
  const { lang } = useFrame();
  const meanings = dutyColumns
    .filter(({ computed }) => !computed)
    .map(({ key, heading }) => ({ value: key as string, text: heading[lang] }));
  const named = preview.columns.filter(({ heading }) => heading.trim() !== '');
  // What the ledger computes is recognised and never read back.
  const computed = new Set(dutyColumns.filter((column) => column.computed).flatMap(({ heading: { zh, en } }) => [zh, en]));
  const isComputed = (heading: string) => computed.has(heading.trim());
  const known = named.filter(({ key, heading }) => key !== null || isComputed(heading)).length;
  // A file whose every column says what it is has nothing to ask; what it was taken for can still be looked at.
  const isOwn = named.every(({ by, heading }) => by === 'heading' || isComputed(heading));
  return (
    <details className="columns-read" open={!isOwn}>
      <summary>
        {words.columns[lang]}
        {lang === 'zh' ? '：' : ': '}
        {filled(words.columnsKnown[lang], { known, all: named.length })}
      </summary>
      <p className="muted">{filled(words.sheet[lang], { sheet: preview.sheet, row: preview.headingRow })}</p>
      <ul className="column-map">
        {named.map(({ column, heading, key }) => (
          <li key={column}>
            <Pick
              label={`${column} ${heading}`}
              none={words.notRead[lang]}
              options={meanings}
              value={key ?? ''}
              onPick={(meaning) => onMap(column, meaning === '' ? '-' : meaning)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Faults({ preview: { faults } }: { readonly preview: LedgerPreview }) {
  const { lang } = useFrame();
  if (faults.length === 0) return null;
  return (
    <DataTable
      caption={words.faults[lang]}
      rows={faults}
      rowKey={({ row, column, message }) => `${column}${row} ${message.en}`}
      columns={[
        { key: 'cell', head: words.cell[lang], tight: true, rowHead: true, cell: ({ row, column }) => `${column}${row}` },
        { key: 'fault', head: words.fault[lang], wide: true, cell: ({ message }) => message[lang] },
      ]}
    />
  );
}

/** Each field that changes, with what stands and what would stand. */
function Changes({ changes }: Pick<LedgerPreview['rows'][number], 'changes'>) {
  const { lang } = useFrame();
  if (changes.length === 0) return '—';
  return (
    <ul className="plain">
      {changes.map(({ field, before, after }) => (
        <li key={field.en}>
          {filled(words.change[lang], { field: field[lang], before: before?.[lang] ?? '—', after: after?.[lang] ?? '—' })}
        </li>
      ))}
    </ul>
  );
}

function Rows({ preview: { rows } }: { readonly preview: LedgerPreview }) {
  const { lang, date } = useFrame();
  return (
    <DataTable
      caption={words.rows[lang]}
      rows={rows}
      rowKey={({ row }) => `${row}`}
      columns={[
        { key: 'row', head: words.row[lang], numeric: true, cell: ({ row }) => row },
        { key: 'title', head: words.title[lang], rowHead: true, wide: true, cell: ({ title, obligation }) => title?.[lang] ?? obligation },
        { key: 'what', head: words.what[lang], tight: true, cell: ({ kind }) => words[kind][lang] },
        { key: 'changes', head: words.changes[lang], wide: true, cell: ({ changes }) => <Changes changes={changes} /> },
        {
          key: 'as',
          head: words.recordedAs[lang],
          cell: ({ records }) =>
            records.map(({ by, on }) => `${by?.[lang] ?? words.ownOffice[lang]}${lang === 'zh' ? '，' : ', '}${date(on)}`).join('; ') ||
            '—',
        },
      ]}
    />
  );
}
