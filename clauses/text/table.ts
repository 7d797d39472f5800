/** Tables of tasks: what the columns of a row mean, told by the row of headings above it. */

export type ColumnKind = 'task' | 'content' | 'lead' | 'responsible' | 'support' | 'due' | 'measure' | 'other';

export interface Columns {
  readonly separator: '\t' | '|';
  readonly kinds: readonly ColumnKind[];
  /** The same for two rows of headings that mean the same. */
  readonly key: string;
}

export interface Cell {
  readonly start: number;
  readonly end: number;
}

const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['support', /^(?:配合|协办|参与|支持|协同)(?:单位|部门|方|责任单位)?$|^(?:support|supporting|cooperating|partner|with)\b/i],
  ['lead', /^(?:牵头|主办|主责|总牵头)(?:责任)?(?:单位|部门|方|人)?$|^lead\b/i],
  [
    'responsible',
    /^(?:责任|负责|承办|实施|承担|落实|完成)(?:单位|部门|主体|方|人)$|^(?:responsible|owner|in charge|who|party|parties|agency)\b/i,
  ],
  ['due', /(?:时限|期限|时间|进度(?:要求)?|节点|截止日?期?)$|^(?:deadline|due|by when|when|date|time)\b/i],
  ['measure', /(?:指标|目标值?|标准|成果(?:形式)?|要求)$|^(?:target|indicator|measure|output|result)\b/i],
  ['content', /(?:内容|举措|措施|做法)$|^(?:action|activity|content|description|scope)\b/i],
  ['task', /(?:任务|项目|事项|工作|工程|名称)(?:名称|清单)?$|^(?:task|project|item|work|obligation)s?\b/i],
];

const numbering = /^(?:序号|编号|No\.?|#)$/i;
const kindOf = (heading: string): ColumnKind =>
  numbering.test(heading) ? 'other' : (headings.find(([, words]) => words.test(heading))?.[0] ?? 'other');

/** Cells of a row without the blanks around their text. */
export function cellsOf(line: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  while (from <= line.length) {
    const mark = line.indexOf(separator, from);
    const to = mark < 0 ? line.length : mark;
    const text = line.slice(from, to);
    const start = from + (text.length - text.trimStart().length);
    cells.push({ start: Math.min(start, to), end: Math.max(Math.min(start, to), from + text.trimEnd().length) });
    from = to + 1;
  }
  return cells;
}

/** The columns of a table, if `line` is a row of headings that names a task and who answers for it or by when. */
export function columnsOf(line: string): Columns | undefined {
  if (line.length > 400) return undefined;
  const separator = line.includes('\t') ? '\t' : '|';
  const cells = cellsOf(line, separator).map(({ start, end }) =>
    line
      .slice(start, end)
      .replace(/[\s*]+/g, ' ')
      .trim(),
  );
  if (cells.length < 2 || cells.some((cell) => cell.length > 40)) return undefined;
  const kinds = cells.map((cell) => kindOf(/[\u4e00-\u9fff]/.test(cell) ? cell.replaceAll(' ', '') : cell));
  const has = (...some: readonly ColumnKind[]): boolean => kinds.some((kind) => some.includes(kind));
  if (!has('task', 'content') || !has('lead', 'responsible', 'due')) return undefined;
  return { separator, kinds, key: `${separator}${kinds.join()}` };
}
