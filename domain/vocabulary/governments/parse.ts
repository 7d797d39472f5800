/**
 * Reads trees of governments from text. Either the whole tree comes back or the list of all faults: nothing is
 * loaded by half and nothing is repaired silently. Pure: whoever calls reads the file and limits its size.
 */
import type { Bilingual } from '../text.ts';
import { treeOf } from './build.ts';
import { type GovernmentFault, type TreeFault, treeFaults } from './check.ts';
import { type CsvFault, csvRows } from './csv.ts';
import { type Draft, placeOf, readDraft } from './draft.ts';
import type { Government, GovernmentTree } from './tree.ts';

export type GovernmentFaults = { readonly faults: readonly GovernmentFault[] };

const columns = ['code', 'name_zh', 'name_en', 'tier', 'parents', 'rank_zh', 'rank_en', 'valid_from', 'valid_to', 'spans'] as const;
const required = ['code', 'tier', 'parents'] as const;
type Column = (typeof columns)[number];

/**
 * A tree from comma-separated text with a header line.
 *
 * Columns: `code` (1–20 letters or digits), `tier` (centre, province, prefecture, county, zone), `parents` (empty for
 * the one at the top; several as `A;B@2017-01-22`, the date being the day from which that parent holds), at least one
 * of `name_zh` and `name_en`, and if wanted `rank_zh`, `rank_en`, `valid_from`, `valid_to` (days) and `spans` (codes
 * joined by `;`). The order of columns and rows is free.
 *
 * @param identity id and vintage of the tree, which such a text cannot carry
 * @returns the tree, or every fault with its line and column
 */
export function governmentTreeFromCsv(
  text: string,
  identity: { readonly id: string; readonly vintage: string },
): GovernmentTree | GovernmentFaults {
  const rows = csvRows(text);
  if ('fault' in rows) return { faults: [csvFault(rows)] };
  const header = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  const headerFaults = faultsOfHeader(header, rows[0]?.line ?? 1);
  if (headerFaults.length > 0) return { faults: headerFaults };
  const faults: GovernmentFault[] = [];
  const drafts: Draft[] = [];
  for (const { line, cells } of rows.slice(1)) {
    if (cells.length !== header.length) {
      faults.push({
        kind: 'syntax',
        line,
        expected: { zh: `${header.length} 个字段`, en: `${header.length} fields` },
        message: { zh: `此行有 ${cells.length} 个字段`, en: `the line has ${cells.length} fields` },
      });
      continue;
    }
    drafts.push(draftOfRow(line, (column) => (cells[header.indexOf(column)] ?? '').trim()));
  }
  return assemble(drafts, identity, faults);
}

function draftOfRow(line: number, cell: (column: Column) => string): Draft {
  const list = (column: Column): string[] =>
    cell(column) === ''
      ? []
      : cell(column)
          .split(';')
          .map((part) => part.trim());
  return {
    line,
    base: '',
    code: cell('code'),
    tier: cell('tier'),
    nameZh: cell('name_zh'),
    nameEn: cell('name_en'),
    rankZh: cell('rank_zh'),
    rankEn: cell('rank_en'),
    validFrom: cell('valid_from'),
    validTo: cell('valid_to'),
    parents: list('parents').map((part) => {
      const at = part.indexOf('@');
      return at < 0 ? { code: part, from: '' } : { code: part.slice(0, at), from: part.slice(at + 1) || '@' };
    }),
    spans: list('spans'),
  };
}

function faultsOfHeader(header: readonly string[], line: number): readonly GovernmentFault[] {
  const faults: GovernmentFault[] = [];
  const missing = (path: string): void => {
    faults.push({
      kind: 'missingColumn',
      line,
      path,
      expected: { zh: `首行含有 ${path} 列`, en: `a column ${path} in the first line` },
      message: { zh: `缺少 ${path} 列`, en: `there is no column ${path}` },
    });
  };
  for (const column of required) if (!header.includes(column)) missing(column);
  if (!header.includes('name_zh') && !header.includes('name_en')) missing('name_en');
  for (const [index, column] of header.entries()) {
    if ((columns as readonly string[]).includes(column) && header.indexOf(column) === index) continue;
    faults.push({
      kind: 'unknownColumn',
      line,
      path: column,
      expected: { zh: `各列一次，限于：${columns.join('、')}`, en: `each column once, of ${columns.join(', ')}` },
      message: { zh: `列“${column}”未知或重复`, en: `column "${column}" is unknown or repeated` },
    });
  }
  return faults;
}

function csvFault({ line, fault }: CsvFault): GovernmentFault {
  const messages: Record<CsvFault['fault'], Bilingual> = {
    quoteNotClosed: { zh: '引号没有结束', en: 'a quote is not closed' },
    textAfterQuote: { zh: '结束引号之后还有文字', en: 'text follows a closing quote' },
    quoteInside: { zh: '未加引号的字段内有引号', en: 'a quote stands inside an unquoted field' },
  };
  return {
    kind: 'syntax',
    line,
    message: messages[fault],
    expected: { zh: '整个字段加引号，内部引号写两次', en: 'the whole field in quotes, quotes inside it doubled' },
  };
}

/**
 * A tree from a JSON document `{ "id", "vintage", "governments": [ … ] }`. A government has `code`, `tier`, `name`
 * (a text, or `{ "zh", "en" }`), `parents` (a list of `{ "code", "from"? }`; empty for the one at the top) and
 * if wanted `rank`, `validFrom`, `validTo`, `spans`; the meaning is that of `Government`.
 *
 * @returns the tree, or every fault with its path (for text that is not JSON: the line, where the engine tells it)
 */
export function governmentTreeFromJson(text: string): GovernmentTree | GovernmentFaults {
  let document: unknown;
  try {
    document = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (cause) {
    return { faults: [jsonFault(cause)] };
  }
  const shape = new Shape();
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    shape.wrong('', 'an object', '对象');
    return { faults: shape.faults };
  }
  const top = shape.object(document, '', ['id', 'vintage', 'governments']);
  const identity = { id: shape.text(top, 'id', ''), vintage: shape.text(top, 'vintage', '') };
  for (const field of ['id', 'vintage'] as const) if (identity[field] === '') shape.wrong(field, 'a text', '一段文字');
  if (top.governments === undefined) shape.wrong('governments', 'a list', '列表');
  const drafts = shape.list(top, 'governments', '').map((item, index) => draftOfItem(shape, item, `governments[${index}]`));
  return assemble(drafts, identity, shape.faults);
}

function draftOfItem(shape: Shape, item: unknown, base: string): Draft {
  const own = shape.object(item, base, ['code', 'name', 'tier', 'rank', 'parents', 'validFrom', 'validTo', 'spans']);
  const name = shape.bilingual(own.name, `${base}.name`);
  const rank = shape.bilingual(own.rank, `${base}.rank`);
  return {
    base,
    code: shape.text(own, 'code', base),
    tier: shape.text(own, 'tier', base),
    nameZh: name.zh,
    nameEn: name.en,
    rankZh: rank.zh,
    rankEn: rank.en,
    validFrom: shape.text(own, 'validFrom', base),
    validTo: shape.text(own, 'validTo', base),
    parents: shape.list(own, 'parents', base).map((parent, index) => {
      const path = `${base}.parents[${index}]`;
      const entry = shape.object(parent, path, ['code', 'from']);
      return { code: shape.text(entry, 'code', path), from: shape.text(entry, 'from', path) };
    }),
    spans: shape.list(own, 'spans', base).map((span, index) => shape.text({ span }, 'span', base, `${base}.spans[${index}]`)),
  };
}

/** Reads parts of a JSON document by their expected kind and notes every part that is of another. */
class Shape {
  readonly faults: GovernmentFault[] = [];

  wrong(path: string, en: string, zh: string): void {
    const message = { zh: '缺少此值或类型不符', en: 'the value is missing or of another kind' };
    this.faults.push({ kind: 'badValue', path: path === '' ? '$' : path, expected: { zh, en }, message });
  }

  object(value: unknown, path: string, known: readonly string[]): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.wrong(path, 'an object', '对象');
      return {};
    }
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      this.faults.push({
        kind: 'unknownColumn',
        path: path === '' ? key : `${path}.${key}`,
        expected: { zh: `限于：${known.join('、')}`, en: `only ${known.join(', ')}` },
        message: { zh: `未知的键“${key}”`, en: `unknown key "${key}"` },
      });
    }
    return value as Readonly<Record<string, unknown>>;
  }

  text(owner: Readonly<Record<string, unknown>>, key: string, base: string, path = base === '' ? key : `${base}.${key}`): string {
    const value = owner[key];
    if (typeof value === 'string') return value;
    if (value !== undefined) this.wrong(path, 'a text', '一段文字');
    return '';
  }

  list(owner: Readonly<Record<string, unknown>>, key: string, base: string): readonly unknown[] {
    const value = owner[key];
    if (Array.isArray(value)) return value;
    if (value !== undefined) this.wrong(base === '' ? key : `${base}.${key}`, 'a list', '列表');
    return [];
  }

  bilingual(value: unknown, path: string): Bilingual {
    if (value === undefined) return { zh: '', en: '' };
    if (typeof value === 'string') return { zh: value, en: value };
    const names = this.object(value, path, ['zh', 'en']);
    return { zh: this.text(names, 'zh', path), en: this.text(names, 'en', path) };
  }
}

function jsonFault(cause: unknown): GovernmentFault {
  const reason = cause instanceof Error ? cause.message : '';
  const line = /line (\d+)/.exec(reason)?.[1];
  return {
    kind: 'syntax',
    ...(line === undefined ? {} : { line: Number(line) }),
    expected: { zh: 'JSON 文档', en: 'a JSON document' },
    message: { zh: '不是 JSON', en: 'the text is not JSON' },
  };
}

function assemble(
  drafts: readonly Draft[],
  identity: { readonly id: string; readonly vintage: string },
  found: readonly GovernmentFault[],
): GovernmentTree | GovernmentFaults {
  const faults = [...found];
  const reported = new Set(found.map(({ path }) => path));
  const governments: Government[] = [];
  const places: Draft[] = [];
  const read = { governments: found.length === 0, parents: found.length === 0, values: true };
  for (const draft of drafts) {
    const { government, faults: own, parentsRead } = readDraft(draft);
    for (const fault of own) if (!withinReported(fault.path ?? '', reported)) faults.push(fault);
    read.parents &&= parentsRead;
    read.governments &&= government !== undefined;
    if (government === undefined) continue;
    governments.push(government);
    places.push(draft);
  }
  read.values = faults.length === 0;
  for (const { index, ...fault } of treeFaults(governments)) {
    if (!mayBeJudged(fault.kind, read)) continue;
    const place = index === undefined || fault.path === undefined ? {} : placeOf(places[index] as Draft, fault.path);
    faults.push({ ...fault, ...place });
  }
  return faults.length > 0 ? { faults } : treeOf({ ...identity, governments });
}

/** True if the value, or what it is part of, was already found to be of the wrong kind. */
function withinReported(path: string, reported: ReadonlySet<string | undefined>): boolean {
  if (reported.size === 0) return false;
  for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))) {
    if (reported.has(path.slice(0, end))) return true;
  }
  return false;
}

/** What could not be read must not be reported a second time as a fault of the tree. */
function mayBeJudged(kind: TreeFault['kind'], read: { governments: boolean; parents: boolean; values: boolean }): boolean {
  switch (kind) {
    case 'duplicateCode':
    case 'cycle':
      return true;
    case 'unknownParent':
    case 'unknownSpan':
      return read.governments;
    case 'missingRoot':
    case 'twoRoots':
      return read.parents;
    default:
      return read.values;
  }
}
