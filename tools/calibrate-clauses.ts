/**
 * Counts, on the tuning parts of the clause corpus, how often each way of finding a part of a statement was right, and writes
 * `clauses/confidence.data.ts`. With `--check FILE` it only prints the Brier score of those confidences on another part.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type ConfidenceField, confidenceFields, confidenceOf, wayOf } from '@gongze/clauses/confidence';
import { readClause } from '@gongze/clauses/readClause';
import type { Statement } from '@gongze/clauses/reading';
import { clauseRecord } from '@gongze/clauses/record';
import { align, comparable, type Labelled } from '@gongze/clauses/rubric/score';
import type { Language } from '@gongze/domain/vocabulary/text';
import { readParts } from './corpus-parts.ts';

interface Row {
  readonly language: Language;
  readonly statement: Statement;
  readonly right: Readonly<Record<ConfidenceField, boolean>>;
}

interface Gold extends Labelled {
  readonly attribute_resolved?: readonly string[];
  readonly aim_class: string;
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one));

function rowsOf(path: string | URL): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): Row[] => {
      const gold = JSON.parse(line) as { id: string; lang: Language; text: string; statements: readonly Gold[] };
      const reading = readClause(gold.text, gold.lang);
      const read = clauseRecord(gold.id, reading)['statements'] as readonly Gold[];
      return align(gold.statements, read).map(([i, j]) => {
        const [truth, ours] = [gold.statements[i] as Gold, read[j] as Gold];
        return {
          language: gold.lang,
          statement: reading.statements[j] as Statement,
          right: {
            attribute: sameSet(truth.attribute, ours.attribute) || sameSet(truth.attribute_resolved ?? [], ours.attribute_resolved ?? ['']),
            lead: (truth.lead ?? null) === (ours.lead ?? null),
            deontic: truth.deontic === ours.deontic,
            deadline: comparable(truth.deadline) === comparable(ours.deadline),
            indicator: JSON.stringify(truth.indicator?.value) === JSON.stringify(ours.indicator?.value),
            orElse: (truth.orElse === null) === (ours.orElse === null),
            aimClass: truth.aim_class === ours.aim_class,
          },
        };
      });
    });
}

function write(): void {
  const rates: Record<string, Record<string, Record<string, [number, number]>>> = {};
  for (const { language, statement, right } of readParts.flatMap((part) =>
    rowsOf(new URL(`../clauses/corpus/${part}.jsonl`, import.meta.url)),
  )) {
    for (const field of confidenceFields) {
      const fields = (rates[language] ??= {});
      const ways = (fields[field] ??= {});
      const tally = (ways[wayOf(statement, field)] ??= [0, 0]);
      if (right[field]) tally[0]++;
      tally[1]++;
    }
  }
  const head = '/** Right answers and all answers of each way of finding a part. Written by tools/calibrate-clauses.ts. */\n';
  const type = 'Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>>>';
  writeFileSync(
    new URL('../clauses/confidence.data.ts', import.meta.url),
    `${head}export const rates: ${type} = ${JSON.stringify(rates, null, 2)};\n`,
  );
}

/** Mean squared distance of confidence and outcome, by field; 0 is best, 0.25 is a coin. */
function brier(path: string): void {
  const rows = rowsOf(path);
  for (const field of confidenceFields) {
    const errors = rows.map(({ language, statement, right }) => (confidenceOf(statement, language)[field] - (right[field] ? 1 : 0)) ** 2);
    const share = rows.filter(({ right }) => right[field]).length / rows.length;
    console.log(
      `${field.padEnd(10)} Brier ${(errors.reduce((sum, error) => sum + error, 0) / rows.length).toFixed(3)}  always the share of right answers ${(share * (1 - share)).toFixed(3)}`,
    );
  }
}

const at = process.argv.indexOf('--check');
if (at >= 0) brier(process.argv[at + 1] ?? '');
else write();
