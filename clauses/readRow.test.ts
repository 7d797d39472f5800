/** Tables of tasks: what stands in columns of their own. */
import { describe, expect, test } from 'vitest';
import { readAgreement, rereadAgreement } from './agreement.ts';
import { clauseRecord } from './record.ts';

const read = (text: string) =>
  readAgreement(text).clauses.map(({ label, reading }) => ({
    label,
    said: (clauseRecord('', reading)['statements'] as Record<string, unknown>[]).map(
      ({ aim, object, lead, cooperating, attribute, deadline, indicator, party_type }) => ({
        aim,
        object,
        lead,
        cooperating,
        attribute,
        deadline,
        value: (indicator as { readonly value?: unknown } | null)?.value,
        party_type,
      }),
    ),
  }));

const table = [
  '协议',
  '附件一 任务分解表',
  '序号\t项目名称\t建设内容\t牵头单位\t配合单位\t完成时限',
  '1\t滨江大道东延\t新建道路3.2公里\t临江市交通运输局\t云岭市交通运输局\t2026年6月30日',
  '2\t青浦河大桥\t建设桥梁\t临江市住房城乡建设局\t云岭市财政局、临江市财政局\t2026年第三季度末',
  '3\t巡查\t开展联合巡查\t各县区\t—\t每季度',
].join('\n');

describe('a table of tasks', () => {
  test('names lead, helpers and day of each row', () =>
    expect(read(table)).toEqual([
      {
        label: '附件一 1',
        said: [
          {
            aim: '新建',
            object: '道路3.2公里',
            lead: '临江市交通运输局',
            cooperating: ['云岭市交通运输局'],
            attribute: ['临江市交通运输局', '云岭市交通运输局'],
            deadline: '2026-06-30',
            value: 3.2,
            party_type: 'individual',
          },
        ],
      },
      {
        label: '附件一 2',
        said: [
          {
            aim: '建设',
            object: '桥梁',
            lead: '临江市住房城乡建设局',
            cooperating: ['云岭市财政局', '临江市财政局'],
            attribute: ['临江市住房城乡建设局', '云岭市财政局', '临江市财政局'],
            deadline: '2026-09-30',
            value: undefined,
            party_type: 'individual',
          },
        ],
      },
      {
        label: '附件一 3',
        said: [
          {
            aim: '开展',
            object: '联合巡查',
            lead: '各县区',
            cooperating: undefined,
            attribute: ['各县区'],
            deadline: { recurrence: 'P3M' },
            value: undefined,
            party_type: 'open_collective',
          },
        ],
      },
    ]));

  test('is read in Markdown and in English too, a task without a verb as a whole', () =>
    expect(
      read('| Task | Lead | Support | Deadline |\n|---|---|---|---|\n| Retention basin | Ashby | Northford | 30 June 2027 |')[0]?.said,
    ).toMatchObject([
      { aim: 'Retention basin', lead: 'Ashby', cooperating: ['Northford'], deadline: '2027-06-30', party_type: 'individual' },
    ]));

  test('keeps every piece at its span', () => {
    for (const { reading } of readAgreement(table).clauses)
      for (const { attribute, aim, object, deadline } of reading.statements)
        for (const piece of [...attribute, aim, object, deadline?.source])
          if (piece != null) expect(reading.text.slice(piece.span.start, piece.span.end)).toBe(piece.text);
  });

  test('is read again after an edit of its headings', () => {
    const edited = table.replace('牵头单位\t配合单位', '配合单位\t牵头单位');
    expect(rereadAgreement(readAgreement(table), edited)).toEqual(readAgreement(edited));
    expect(read(edited)[0]?.said[0]?.lead).toBe('云岭市交通运输局');
  });

  test('a table that is none of tasks is left as it was', () =>
    expect(
      readAgreement('协议\n年份\t人口\t面积\n2025\t120万\t300平方公里').clauses.every(({ reading }) => reading.row === undefined),
    ).toBe(true));
});
