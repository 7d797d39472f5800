/** The ledger goes out and comes back without loss; one edit comes back as that edit and nothing else. */
import { factOf, type PayloadInput } from '@gongze/domain/testing/facts';
import type { Fact } from '@gongze/domain/events/catalogue';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bilingual, terms } from '../testing/terms.ts';
import { sourceWith } from '../testing/source.ts';
import type { CaseSource } from '../source.ts';
import { ledgerCsv, ledgerTables, ledgerWorkbook } from './export.ts';
import { type LedgerPreview, previewLedger } from './import.ts';

const today = isoDateOf('2024-05-01');

async function imported(bytes: Uint8Array | string, source: CaseSource, fileName = 'ledger.xlsx'): Promise<LedgerPreview> {
  const preview = await previewLedger({
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    fileName,
    source,
    on: today,
  });
  if (!preview.ok) throw new Error(preview.text.en);
  return preview;
}

const factsOf = (all: readonly object[]): Fact[] =>
  all.map((own, index) =>
    factOf('obligationDrafted', { obligation: `duty-${index}`, ...own } as PayloadInput<'obligationDrafted'>, {
      on: '2020-03-01',
      id: `fact-${index}`,
    }),
  );
const empty = sourceWith('2024-05-01', []);
const lists = fc.array(terms, { minLength: 1, maxLength: 4 });
const runs = { numRuns: 60 };

describe('round trip', () => {
  test.each(['zh', 'en'] as const)('a workbook in %s comes back into an empty case as the same duties', async (lang) => {
    await fc.assert(
      fc.asyncProperty(lists, async (all) => {
        const facts = factsOf(all);
        const preview = await imported(await ledgerWorkbook(sourceWith('2024-05-01', facts), lang), empty);
        expect(preview.faults).toEqual([]);
        expect(preview.events.map(({ type, payload }) => ({ type, payload }))).toEqual(
          facts.map(({ type, payload }) => ({ type, payload })),
        );
        expect(preview.events.every(({ occurred }) => occurred.first === '2020-03-01')).toBe(true);
      }),
      runs,
    );
  });

  test('into the case that it came from it adds nothing, as a workbook and as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom('zh' as const, 'en' as const), async (all, lang) => {
        const source = sourceWith('2024-05-01', factsOf(all));
        for (const preview of [
          await imported(await ledgerWorkbook(source, lang), source),
          await imported(ledgerCsv(source, lang), source, 'ledger.csv'),
        ]) {
          expect(preview.faults).toEqual([]);
          expect(preview.events).toEqual([]);
          expect(preview.rows.map(({ kind }) => kind)).toEqual(all.map(() => 'unchanged'));
        }
      }),
      runs,
    );
  });

  test('one title that was edited comes back as one amendment of the title', async () => {
    await fc.assert(
      fc.asyncProperty(terms, bilingual, async (own, title) => {
        fc.pre(title.zh !== own.title.zh || title.en !== own.title.en);
        const source = sourceWith('2024-05-01', factsOf([own]));
        const edited = await ledgerWorkbook(sourceWith('2024-05-01', factsOf([{ ...own, title }])), 'zh');
        const preview = await imported(edited, source);
        expect(preview.faults).toEqual([]);
        expect(preview.events.map(({ type, payload }) => ({ type, payload }))).toEqual([
          { type: 'obligationAmended', payload: { obligation: 'duty-0', terms: { title } } },
        ]);
      }),
      { numRuns: 30 },
    );
  });
});

const duty = {
  title: { zh: '建成跨界污水管网', en: 'Build the cross-boundary sewer' },
  origin: 'agreed',
  liable: ['610100', '610400'],
  lead: '610100',
  deadline: {
    text: { zh: '2023年底前', en: 'by the end of 2023' },
    readings: [{ reading: 'day', dueOn: '2023-12-31' }],
    defaultReading: 'day',
  },
  yardsticks: [
    {
      yardstick: 'y1',
      indicator: 'km',
      subject: '610100',
      unit: 'km',
      target: { kind: 'level', value: 10 },
      direction: 'atLeast',
      dueOn: '2023-12-31',
    },
  ],
} as const;

describe('what a person edits', () => {
  const source = sourceWith('2024-05-01', factsOf([duty]));
  const edit = (csv: string, from: string, to: string): string => {
    expect(csv).toContain(from);
    return csv.replace(from, to);
  };

  test('a new date moves the reading that counts', async () => {
    const preview = await imported(edit(ledgerCsv(source, 'zh'), '2023-12-31', '2024年6月底'), source, 'x.csv');
    expect(preview.events.map(({ payload }) => payload)).toEqual([
      { obligation: 'duty-0', terms: { deadline: { ...duty.deadline, readings: [{ reading: 'day', dueOn: '2024-06-30' }] } } },
    ]);
  });

  test('what changes is told field by field, in words, with whom and for which day', async () => {
    const facts = [
      ...factsOf([duty]),
      factOf('obligationAccepted', { obligation: 'duty-0', by: '610100' }, { on: '2024-02-01' }),
      factOf('progressReported', { obligation: 'duty-0', by: '610100', completion: 'limited' }, { on: '2024-03-01' }),
    ];
    const known = sourceWith('2024-05-01', facts);
    const text = edit(edit(ledgerCsv(known, 'zh'), '2023-12-31', '2024-06-30'), '有限', '大部分');
    const [row] = (await imported(text, known, 'x.csv')).rows;
    expect(row?.changes.map(({ field, before, after }) => `${field.zh}：${before?.zh} → ${after?.zh}`)).toEqual([
      '完成时限：2023年12月31日 → 2024年6月30日',
      '完成情况：有限 → 大部分',
    ]);
    expect(row?.changes.at(-1)).toMatchObject({ before: { en: 'limited' }, after: { en: 'substantial' } });
    expect(row?.records).toEqual([
      { by: null, on: '2024-05-01' },
      { by: { zh: 'Northford', en: 'Northford' }, on: '2024-05-01' },
    ]);
  });

  test('a completion that was filled in is a report of the lead', async () => {
    const [head = '', row = ''] = ledgerCsv(source, 'en').split('\r\n');
    const at = head.replace('\ufeff', '').split(',').indexOf('Completion');
    const cells = row.split(',');
    expect(cells[at]).toBe('');
    cells[at] = 'substantial';
    const preview = await imported([head, cells.join(',')].join('\r\n'), source, 'x.csv');
    expect(preview.events).toEqual([
      {
        type: 'progressReported',
        occurred: { first: today, last: today, precision: 'day' },
        payload: { obligation: 'duty-0', by: '610100', completion: 'substantial' },
      },
    ]);
  });

  test('clearing what was agreed is refused, and then nothing is recorded', async () => {
    const preview = await imported(edit(ledgerCsv(source, 'zh'), ',Northford（610100）,', ',,'), source, 'x.csv');
    expect(preview.faults.map(({ kind, field, row }) => ({ kind, field, row }))).toEqual([{ kind: 'cannotClear', field: 'lead', row: 2 }]);
    expect(preview.events).toEqual([]);
  });

  test('what was computed is not read back', () => {
    // Nobody is late for what not all have accepted.
    expect(ledgerTables(source, 'en').duties).toMatchObject([{ status: 'drafted', schedule: '', daysLate: 0 }]);
    const acceptances = duty.liable.map((by) => factOf('obligationAccepted', { obligation: 'duty-0', by }, { on: '2020-03-02' }));
    const { duties } = ledgerTables(sourceWith('2024-05-01', [...factsOf([duty]), ...acceptances]), 'en');
    expect(duties).toMatchObject([{ status: 'in effect', schedule: 'not met', daysLate: 122 }]);
  });
});
