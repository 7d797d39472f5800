/** The truth table: every combination of conditions that a case shows, and whether it leads to the outcome. */
import { type Answer, answered, refused } from '../answer.ts';
import { type QcaData, termMembership } from './data.ts';
import { type Sufficiency, sufficiency } from './fit.ts';
import { reaches } from './numbers.ts';
import { rowCount, rowNumber } from './terms.ts';

/** `1` leads to the outcome, `0` does not, `C` contradicts itself, `?` has too few cases. */
export type RowOutcome = '1' | '0' | 'C' | '?';

export interface TableRow {
  /** One more than the levels read as a mixed-radix number, first condition first. */
  readonly row: number;
  readonly levels: readonly number[];
  readonly out: RowOutcome;
  /** How many cases are more in the row than out of it. */
  readonly n: number;
  /** Inclusion of the row in the outcome, over all cases, not only its own. */
  readonly incl: number | null;
  readonly PRI: number | null;
  readonly cases: readonly string[];
  /** Cases of the row that are out of the outcome: deviant in kind. */
  readonly deviant: readonly string[];
}

export interface TruthTable {
  readonly data: QcaData;
  readonly settings: Settings;
  /** Rows that occur, by number. A row where all its cases stand at ½ in some condition has n = 0. */
  readonly rows: readonly TableRow[];
  /** How many rows are possible. */
  readonly possible: number;
}

export interface Settings {
  /** Inclusion from which a row leads to the outcome. */
  readonly inclusionCut: number;
  /** From here up to the cut a row contradicts itself; without it, below the cut is 0. */
  readonly contradictionCut?: number;
  /** Fewest cases a row must have. */
  readonly casesMin: number;
  /** Least PRI of a row that leads to the outcome. */
  readonly priCut: number;
  /** Rows, by number, that count as 0 whatever the cases say; remainders among them are not assumed. */
  readonly exclude: readonly number[];
}

export const standardSettings: Settings = { inclusionCut: 1, casesMin: 1, priCut: 0, exclude: [] };

/** Cases × rows × conditions beyond which a table would take minutes. */
const workMax = 4e9;

function share(value: number): boolean {
  return value >= 0 && value <= 1;
}

function checkSettings({ inclusionCut, contradictionCut, casesMin, priCut, exclude }: Settings, possible: number): Answer<null> {
  if (!share(inclusionCut) || !share(priCut) || (contradictionCut !== undefined && !share(contradictionCut)))
    return refused('badSetting', '一致性门槛与PRI门槛须在0与1之间。', 'Cut-offs of inclusion and PRI lie between 0 and 1.');
  if (contradictionCut !== undefined && contradictionCut > inclusionCut)
    return refused('badSetting', '矛盾门槛不得高于一致性门槛。', 'The cut-off for contradictions must not be above the one for inclusion.');
  if (!Number.isInteger(casesMin) || casesMin < 1)
    return refused('badSetting', '每行案例数门槛须为不小于1的整数。', 'The fewest cases a row must have is a whole number of at least 1.');
  if (exclude.some((row) => !Number.isInteger(row) || row < 1 || row > possible))
    return refused('badSetting', `要排除的行号须在1与${possible}之间。`, `Numbers of excluded rows lie between 1 and ${possible}.`);
  return answered(null);
}

function outcomeOf(n: number, incl: number | null, pri: number | null, settings: Settings): RowOutcome {
  if (n < settings.casesMin) return '?';
  const own = incl ?? 0;
  if (reaches(own, settings.inclusionCut)) return reaches(pri ?? 0, settings.priCut) ? '1' : '0';
  return settings.contradictionCut !== undefined && reaches(own, settings.contradictionCut) ? 'C' : '0';
}

/** Cases by the row they are nearest to. */
function gathered(data: QcaData): Map<number, { readonly levels: number[]; readonly members: number[] }> {
  const rows = new Map<number, { levels: number[]; members: number[] }>();
  const count = data.names.length;
  const levels = new Array<number>(count);
  for (let at = 0; at < data.cases.length; at += 1) {
    let half = false;
    for (let condition = 0; condition < count; condition += 1) {
      const value = data.values[condition]?.[at] as number;
      const fuzzy = data.kinds[condition] === 'fuzzy';
      if (fuzzy && value === 0.5) half = true;
      levels[condition] = fuzzy ? Number(value > 0.5) : value;
    }
    const number = rowNumber(levels, data.levels);
    const row = rows.get(number) ?? { levels: [...levels], members: [] };
    rows.set(number, row);
    if (!half) row.members.push(at);
  }
  return rows;
}

/** In a crisp table only the row's own cases have a membership in it, so they alone are looked at. */
function rowFit(data: QcaData, levels: readonly number[], crisp: boolean, members: readonly number[]): Sufficiency {
  if (!crisp) return sufficiency(termMembership(data, levels), data.y);
  const y = Float64Array.from(members, (at) => data.y[at] as number);
  return sufficiency(new Float64Array(members.length).fill(1), y);
}

/**
 * The truth table of the data.
 *
 * A row leads to the outcome (1) if it has the cases, its inclusion reaches the cut and its PRI reaches its own; a row that fails
 * PRI only is 0. Comparisons allow for the rounding of sums (`reaches`).
 *
 * Refuses: `badSetting`, `tooLarge`. Cost: cases × rows that occur × conditions; only cases where all conditions are crisp.
 */
export function truthTable(data: QcaData, asked: Partial<Settings> = {}): Answer<TruthTable> {
  const settings = { ...standardSettings, ...asked };
  const possible = rowCount(data.levels);
  const checked = checkSettings(settings, possible);
  if (!checked.ok) return checked;
  const found = [...gathered(data)].sort(([a], [b]) => a - b);
  const crisp = data.kinds.every((kind) => kind !== 'fuzzy');
  const work = found.length * data.cases.length * data.names.length;
  if (!crisp && work > workMax)
    return refused(
      'tooLarge',
      `${data.cases.length}个案例形成${found.length}种组合，计算量过大。请减少条件，或把条件改为清晰集。`,
      `${data.cases.length} cases form ${found.length} combinations, too much to work through. Choose fewer conditions, or make them crisp.`,
    );
  const excluded = new Set(settings.exclude);
  const rows = found.map(([row, { levels, members }]): TableRow => {
    const { inclS, PRI } = rowFit(data, levels, crisp, members);
    return {
      row,
      levels,
      out: excluded.has(row) ? '0' : outcomeOf(members.length, inclS, PRI, settings),
      n: members.length,
      incl: inclS,
      PRI,
      cases: members.map((at) => data.cases[at] as string),
      deviant: members.filter((at) => (data.y[at] as number) < 0.5).map((at) => data.cases[at] as string),
    };
  });
  return answered({ data, settings, rows, possible });
}
