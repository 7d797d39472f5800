/**
 * Aggregated figures of the reader of agreements on a labelled file, by language, with 95 % intervals from 1,000 resamples of
 * clauses (fixed seed). Prints no clause and no error, so that the unseen part can be measured without being looked at.
 *
 *     node tools/score-clauses.ts clauses/corpus/unseen.jsonl
 */
import { readFileSync } from 'node:fs';
import { readClause } from '@gongze/clauses/readClause';
import { clauseRecord } from '@gongze/clauses/record';
import { type Judged, type Report, score } from '@gongze/clauses/rubric/score';
import type { Language } from '@gongze/domain/vocabulary/text';

const resamples = 1000;
const figures: readonly (readonly [string, (report: Report) => number])[] = [
  ['statement F1', ({ statementF1 }) => statementF1],
  ['deontic accuracy', ({ deonticAccuracy }) => deonticAccuracy],
  ['recall deadline', ({ recall }) => recall.deadline],
  ['recall lead', ({ recall }) => recall.lead],
  ['recall or-else', ({ recall }) => recall.orElse],
  ['recall indicator', ({ recall }) => recall.indicator],
  ['vague macro-F1', ({ vagueMacroF1 }) => vagueMacroF1],
  ['score error', ({ scoreError }) => scoreError],
  ['Spearman', ({ spearman }) => spearman],
];

/** A small generator of its own, so that the intervals come out the same everywhere (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const clauses = readFileSync(process.argv[2] ?? 'clauses/corpus/unseen.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Judged & { readonly id: string; readonly lang: Language; readonly text: string });

for (const language of ['zh', 'en'] as const) {
  const rows = clauses
    .filter(({ lang }) => lang === language)
    .map((gold): [Judged, Judged] => [gold, clauseRecord(gold.id, readClause(gold.text, language)) as unknown as Judged]);
  if (rows.length === 0) continue;
  const whole = score(rows);
  const random = generator(20_261_124);
  const samples = Array.from({ length: resamples }, () =>
    score(rows.map(() => rows[Math.floor(random() * rows.length)] as [Judged, Judged])),
  );
  console.log(`${language}: ${whole.clauses} clauses`);
  for (const [name, figure] of figures) {
    const sorted = samples
      .map(figure)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const quantile = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(3);
    console.log(`  ${name.padEnd(18)} ${figure(whole).toFixed(3)}  ${quantile(0.025)}–${quantile(0.975)}`);
  }
}
