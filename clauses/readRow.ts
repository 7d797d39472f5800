/** Reads the row of a table of tasks: who leads, who helps and by when stand in columns of their own. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { type Reader, readClause } from './readClause.ts';
import type { ClauseReading, Deadline, Indicator, PartyType, Piece, Statement } from './reading.ts';
import { bindingScore, vagueOf } from './rubric/rubric.ts';
import { cellsOf, type ColumnKind, type Columns } from './text/table.ts';

const nothing = /^[—–\-/无]*$|^(?:none|n\/?a)$/i;

interface Row {
  readonly text: string;
  readonly language: Language;
  readonly reader: Reader;
  readonly cell: (kind: ColumnKind) => Piece | null;
}

function rowOf(text: string, { separator, kinds }: Columns, language: Language, reader: Reader): Row {
  const cells = cellsOf(text, separator);
  const cell = (kind: ColumnKind): Piece | null => {
    const place = cells[kinds.indexOf(kind)];
    if (place === undefined) return null;
    const said = text.slice(place.start, place.end);
    return nothing.test(said) ? null : { text: said, span: { start: place.start, end: place.end } };
  };
  return { text, language, reader, cell };
}

/** 市交通运输局、市财政局: the names in a cell. */
function namesIn(cell: Piece | null): Piece[] {
  if (cell === null) return [];
  const separators = /[\u4e00-\u9fff]/.test(cell.text) ? /[^、，,；;/\s]+/g : /[^,;/\n]+/g;
  return [...cell.text.matchAll(separators)].map(({ index, 0: name }) => {
    const start = cell.span.start + index + (name.length - name.trimStart().length);
    return { text: name.trim(), span: { start, end: start + name.trim().length } };
  });
}

/** What the grammar makes of a cell in a sentence that says nothing else. */
const inSentence = ({ language, reader }: Row, chinese: string, english: string): Statement | undefined =>
  readClause(language === 'zh' ? chinese : english, language, reader).statements[0];

function partyTypeOf(row: Row, names: readonly Piece[]): PartyType {
  const types = names.map(({ text }) => inSentence(row, `${text}应当建成泵站。`, `${text} shall pay the fee.`)?.partyType ?? 'individual');
  return (['open_collective', 'closed_collective', 'individual'] as const).find((type) => types.includes(type)) ?? 'none';
}

function deadlineOf(row: Row): Statement['deadline'] {
  const cell = row.cell('due');
  if (cell === null) return null;
  const until = /[日月年底末]$/.test(cell.text) ? `${cell.text}前` : cell.text;
  const found =
    inSentence(row, `甲方应于${until}建成泵站。`, `Harrow shall pay the fee by ${cell.text}.`)?.deadline ??
    inSentence(row, `甲方${cell.text}检查泵站。`, `Harrow shall pay the fee ${cell.text}.`)?.deadline;
  if (found === null || found === undefined) return { kind: 'unresolved', unresolved: cell.text, source: cell };
  const { source: _, ...deadline } = found;
  return { ...(deadline as Deadline), source: cell };
}

/** A figure in a column of its own, or in the name of the task. */
function indicatorOf(row: Row): Indicator | null {
  const cell = row.cell('measure');
  if (cell === null) return null;
  const found = inSentence(row, `甲方应当使${cell.text}。`, `Harrow shall reach ${cell.text}.`)?.indicator;
  if (found === null || found === undefined) return null;
  // 监测站不少于6座: the name ends where it is said how many.
  const noun = /^[^0-9不≥≤<>]{2,30}?(?=不[少低高超大小]|达到|达|控制|[0-9≥≤<>])/.exec(cell.text)?.[0].trim();
  if (noun !== undefined) return { ...found, name: { text: noun, span: { start: cell.span.start, end: cell.span.start + noun.length } } };
  const at = cell.text.indexOf(found.name.text);
  const start = cell.span.start + at;
  return { ...found, name: at < 0 ? cell : { text: found.name.text, span: { start, end: start + found.name.text.length } } };
}

const moved = (piece: Piece, by: number): Piece => ({ text: piece.text, span: { start: piece.span.start + by, end: piece.span.end + by } });

/** A statement of one cell as a statement of the row. */
function placed(statement: Statement, by: number): Statement {
  const { attribute, lead, cooperating, aim, object, deadline, indicator, conditions, orElse, span } = statement;
  return {
    ...statement,
    attribute: attribute.map((piece) => moved(piece, by)),
    lead: lead && moved(lead, by),
    cooperating: cooperating.map((piece) => moved(piece, by)),
    aim: moved(aim, by),
    object: object && moved(object, by),
    deadline: deadline && { ...deadline, source: moved(deadline.source, by) },
    indicator: indicator && { ...indicator, name: moved(indicator.name, by) },
    conditions: conditions.map((piece) => moved(piece, by)),
    orElse: orElse && moved(orElse, by),
    span: { start: span.start + by, end: span.end + by },
  };
}

/** A task that is named without a verb (滨江大道东延): what is to be done is the whole name. */
const named = (task: Piece): Statement => ({
  attribute: [],
  lead: null,
  cooperating: [],
  deontic: null,
  hedged: false,
  aim: task,
  object: null,
  deadline: null,
  indicator: null,
  conditions: [],
  orElse: null,
  kind: 'regulative',
  partyType: 'none',
  aimClass: 'mixed',
  span: task.span,
  evidence: { subject: 'none', verb: 'guess', deadline: 'none', orElse: 'none' },
});

/** The row `text` under the headings `columns`. A table sets no modal: its tasks are bare, whatever the article above says. */
export function readRow(text: string, columns: Columns, language: Language, reader: Reader = {}): ClauseReading {
  const row = rowOf(text, columns, language, reader);
  const task = row.cell('content') ?? row.cell('task');
  if (task === null) return { language, text, statements: [], vague: [], bindingScore: null, row: true };
  const said = readClause(task.text, language, reader).statements.map((statement) => placed(statement, task.span.start));
  const leads = namesIn(row.cell('lead'));
  const responsible = namesIn(row.cell('responsible'));
  const cooperating = namesIn(row.cell('support'));
  const first = leads[0] ?? (cooperating.length > 0 ? responsible[0] : undefined) ?? null;
  const attribute = [...leads, ...responsible, ...cooperating];
  const partyType = partyTypeOf(row, attribute);
  const due = deadlineOf(row);
  const measure = indicatorOf(row);
  const statements = (said.length > 0 ? said : [named(task)]).map(
    (statement): Statement => ({
      ...statement,
      ...(attribute.length > 0 && {
        attribute,
        lead: first,
        cooperating:
          first === null ? [] : attribute.filter((piece) => piece !== first && (cooperating.includes(piece) || leads.includes(piece))),
        partyType,
      }),
      evidence: {
        ...statement.evidence,
        ...(attribute.length > 0 && { subject: 'named' }),
        ...(due !== null && { deadline: 'named' }),
      },
      deadline: due ?? statement.deadline,
      indicator: measure ?? statement.indicator,
      span: { start: 0, end: text.length },
    }),
  );
  return { language, text, statements, vague: vagueOf(statements), bindingScore: bindingScore(statements), row: true };
}
