/**
 * The scorer of the clause set, again in TypeScript: aligns statements greedily by overlap of character pairs of attribute,
 * aim and object (Jaccard, at least 0.35) and reports statement F1, accuracy on aligned pairs, recall of non-null
 * fields within a clause, F1 of the vague labels, and error and rank correlation of the binding score.
 */
export interface Labelled {
  readonly attribute: readonly string[];
  readonly lead?: string | null;
  readonly deontic: string | null;
  readonly aim: string;
  readonly object: string | null;
  readonly deadline: unknown;
  readonly indicator: { readonly value: unknown } | null;
  readonly orElse: string | null;
}

export interface Judged {
  readonly statements: readonly Labelled[];
  readonly vague: readonly string[];
  readonly binding_score: number;
}

const labels = ['no_party', 'collective_party_only', 'no_deadline', 'no_measure', 'aspirational_verb', 'no_consequence'];
const fields = ['lead', 'deadline', 'indicator', 'orElse'] as const;
type Field = (typeof fields)[number];

function bigrams(text: string): Set<string> {
  const units = [...text.replace(/\s+/g, '').toLowerCase()];
  const found = new Set<string>();
  for (let at = 0; at + 1 < units.length; at++) found.add((units[at] as string) + (units[at + 1] as string));
  return found.size === 0 && units.length > 0 ? new Set([units.join('')]) : found;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return common / Math.max(1, a.size + b.size - common);
}

const keyOf = ({ attribute, aim, object }: Labelled): Set<string> => bigrams(`${attribute.join('')}|${aim}|${object ?? ''}`);

/** A deadline as far as it is compared: the day, or duration, recurrence and period; all others are alike. */
export function comparable(deadline: unknown): string | null {
  if (deadline === null || deadline === undefined) return null;
  if (typeof deadline === 'string') return deadline.slice(0, 10);
  const parts = Object.entries(deadline as object).filter(([name]) => ['duration', 'recurrence', 'period'].includes(name));
  return parts.length === 0 ? 'other' : JSON.stringify(parts.map(([name, value]) => [name, String(value)]).sort());
}

/** Pairs of indices, gold and read, the closest first. */
export function align(gold: readonly Labelled[], read: readonly Labelled[]): [number, number][] {
  const golds = gold.map(keyOf);
  const reads = read.map(keyOf);
  const all = golds.flatMap((a, i) => reads.map((b, j): [number, number, number] => [overlap(a, b), i, j]));
  all.sort((x, y) => y[0] - x[0] || y[1] - x[1] || y[2] - x[2]);
  const usedGold = new Set<number>();
  const usedRead = new Set<number>();
  const pairs: [number, number][] = [];
  for (const [closeness, i, j] of all) {
    if (closeness < 0.35 || usedGold.has(i) || usedRead.has(j)) continue;
    usedGold.add(i);
    usedRead.add(j);
    pairs.push([i, j]);
  }
  return pairs;
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
  const result = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to++;
    for (let at = from; at <= to; at++) result[order[at] as number] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}

/** Rank correlation with mean ranks for ties. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const x = ranks(a);
  const y = ranks(b);
  const middle = (a.length - 1) / 2;
  let covariance = 0;
  let vx = 0;
  let vy = 0;
  for (const [index, value] of x.entries()) {
    const other = y[index] as number;
    covariance += (value - middle) * (other - middle);
    vx += (value - middle) ** 2;
    vy += (other - middle) ** 2;
  }
  return vx * vy > 0 ? covariance / Math.sqrt(vx * vy) : Number.NaN;
}

function recalls(field: Field, gold: Labelled, read: readonly Labelled[]): boolean {
  return read.some((other) => {
    if (!other[field]) return false;
    if (field === 'deadline') return comparable(other.deadline) === comparable(gold.deadline);
    if (field === 'indicator') return JSON.stringify(other.indicator?.value) === JSON.stringify(gold.indicator?.value);
    return field === 'orElse' || other.lead === gold.lead;
  });
}

export interface Report {
  readonly clauses: number;
  readonly statementF1: number;
  readonly deonticAccuracy: number;
  readonly recall: Readonly<Record<Field, number>>;
  readonly vagueMacroF1: number;
  readonly scoreError: number;
  readonly spearman: number;
}

/** Scores what was read against labels; a row pairs a labelled clause with what was read in it. */
export function score(rows: readonly (readonly [Judged, Judged])[]): Report {
  let hits = 0;
  let golds = 0;
  let reads = 0;
  let deontics = 0;
  for (const [gold, read] of rows) {
    const pairs = align(gold.statements, read.statements);
    hits += pairs.length;
    golds += gold.statements.length;
    reads += read.statements.length;
    deontics += pairs.filter(([i, j]) => gold.statements[i]?.deontic === read.statements[j]?.deontic).length;
  }
  const recall = Object.fromEntries(
    fields.map((field) => {
      const asked = rows.flatMap(([gold, read]) =>
        gold.statements.filter((one) => one[field]).map((one) => recalls(field, one, read.statements)),
      );
      return [field, asked.filter(Boolean).length / Math.max(1, asked.length)];
    }),
  ) as Report['recall'];
  const f1 = labels.map((label) => {
    const both = rows.filter(([gold, read]) => gold.vague.includes(label) && read.vague.includes(label)).length;
    const one = rows.filter(([gold, read]) => gold.vague.includes(label) !== read.vague.includes(label)).length;
    return (2 * both) / Math.max(1, 2 * both + one);
  });
  const a = rows.map(([gold]) => gold.binding_score);
  const b = rows.map(([, read]) => read.binding_score);
  const precision = hits / Math.max(1, reads);
  const recalled = hits / Math.max(1, golds);
  return {
    clauses: rows.length,
    statementF1: (2 * precision * recalled) / Math.max(1e-9, precision + recalled),
    deonticAccuracy: deontics / Math.max(1, hits),
    recall,
    vagueMacroF1: f1.reduce((sum, value) => sum + value, 0) / labels.length,
    scoreError: a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] as number)), 0) / Math.max(1, a.length),
    spearman: spearman(a, b),
  };
}
