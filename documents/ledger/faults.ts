/** What is wrong with one cell of a ledger, and what would be right. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export type RowFaultKind =
  | 'missing'
  | 'unknownActor'
  | 'ambiguousActor'
  | 'contradiction'
  | 'notADay'
  | 'notANumber'
  | 'notInList'
  | 'notReadable'
  | 'notValid'
  | 'mergedCells'
  | 'formula'
  | 'duplicate'
  | 'unknownDuty'
  | 'cannotClear';

export interface RowFault {
  readonly kind: RowFaultKind;
  readonly sheet: string;
  /** As the program shows it, counting from 1. */
  readonly row: number;
  /** `C`, or empty where the whole row is meant. */
  readonly column: string;
  readonly field: string;
  readonly found: string;
  readonly message: Bilingual;
}

const what: Readonly<Record<RowFaultKind, (found: string, expected: string) => Bilingual>> = {
  missing: () => ({ zh: '必须填写', en: 'has to be filled in' }),
  unknownActor: (found) => ({
    zh: `不认识“${found}”；请写全称，或写成“名称（代码）”`,
    en: `“${found}” is not known; write the full name, or name (code)`,
  }),
  ambiguousActor: (found, ids) => ({
    zh: `“${found}”有几个（${ids}）；请写成“名称（代码）”`,
    en: `“${found}” is the name of several (${ids}); write name (code)`,
  }),
  contradiction: (found, ids) => ({
    zh: `“${found}”的名称与代码不一致，该名称的代码是 ${ids}`,
    en: `name and code of “${found}” contradict each other; that name has the code ${ids}`,
  }),
  notADay: (found) => ({
    zh: `“${found}”不是日期；请写 2025-06-30、2025年6月30日、2025年6月底或“长期”`,
    en: `“${found}” is no date; write 2025-06-30, 2025-06, 2025 or “ongoing”`,
  }),
  notANumber: (found) => ({ zh: `“${found}”不是数`, en: `“${found}” is no number` }),
  notInList: (found, list) => ({ zh: `“${found}”不在可选值中：${list}`, en: `“${found}” is not one of: ${list}` }),
  notReadable: (found, example) => ({ zh: `“${found}”读不懂；写法如 ${example}`, en: `“${found}” cannot be read; write it as ${example}` }),
  notValid: (found, expected) => ({ zh: `“${found}”不合要求：${expected}`, en: `“${found}” does not fit: ${expected}` }),
  mergedCells: (found) => ({
    zh: `${found} 是合并单元格；请取消合并，每一行都填上`,
    en: `${found} is merged; unmerge it and fill in every row`,
  }),
  formula: () => ({ zh: '是公式；请复制后“选择性粘贴—数值”', en: 'is a formula; copy it and paste its value' }),
  duplicate: (found, row) => ({ zh: `编号“${found}”与第 ${row} 行重复`, en: `the id “${found}” stands in row ${row} already` }),
  unknownDuty: (found) => ({ zh: `没有编号为“${found}”的责任事项`, en: `there is no duty with the id “${found}”` }),
  cannotClear: () => ({
    zh: '已议定的内容不能以清空的方式取消；请填回原值，或另行解除该事项',
    en: 'what was agreed cannot be undone by clearing the cell; restore it, or discharge the duty',
  }),
};

/** A fault before its place is known. */
export interface CellFault<K extends string = string> {
  readonly kind: RowFaultKind;
  readonly key: K;
  readonly found: string;
  readonly expected?: string | Bilingual;
}

export function faultMessage({ kind, found, expected = '' }: CellFault, heading: Bilingual, place: string): Bilingual {
  const shown = found.length > 60 ? `${found.slice(0, 59)}…` : found;
  const wanted = typeof expected === 'string' ? { zh: expected, en: expected } : expected;
  const text = { zh: what[kind](shown, wanted.zh).zh, en: what[kind](shown, wanted.en).en };
  const at: Bilingual = { zh: place === '' ? '' : `（${place}）`, en: place === '' ? '' : ` (${place})` };
  return { zh: `${heading.zh}${at.zh}：${text.zh}`, en: `${heading.en}${at.en}: ${text.en}` };
}
