/** The replication package: what was analysed, how, what came out, and the scripts that repeat it. */
import { type Answer, answered } from '@gongze/studies/comparison/answer';
import type { CaseTable } from '@gongze/studies/comparison/matrix/table';
import type { SolutionKind } from '@gongze/studies/comparison/qca/index';
import { type ReplicationFile, replicationPackage } from '@gongze/studies/comparison/replication';
import { replicationReadme, survivalReplication } from '@gongze/studies/comparison/replicationNotes';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { LabData } from '../data/types.ts';
import { type Analysis, preparedTable } from './analyse.ts';
import { expectationText, type LabSettings, recordsOf } from './settings.ts';

const origins: Readonly<Record<LabData['origin'], (source: string) => Bilingual>> = {
  ledger: (date) => ({ zh: `案例取自账本，截至${date}。`, en: `Cases of the ledger as of ${date}.` }),
  simulated: (seed) => ({ zh: `模拟案例，随机种子${seed}。`, en: `Simulated cases, seed ${seed}.` }),
  csv: (file) => ({ zh: `案例取自文件 ${file}。`, en: `Cases from the file ${file}.` }),
};

function evidenceFile({ raw, origin }: LabData): ReplicationFile[] {
  if (origin !== 'ledger') return [];
  const lines = raw.columns.flatMap(({ name, evidence }) =>
    raw.cases.flatMap((own, at) => (evidence?.[at] ?? []).map((fact) => `${own},${name},${fact}`)),
  );
  return [{ name: 'evidence.csv', content: `case,column,fact\n${lines.join('\n')}\n` }];
}

/** The columns of the raw table that the records use: others would only invite questions. */
function rawUsed(data: LabData, used: readonly string[]): CaseTable {
  return { cases: data.raw.cases, columns: data.raw.columns.filter(({ name }) => used.includes(name)) };
}

function resultLines(analysis: Analysis, kind: SolutionKind): string[] {
  const solved = analysis.solutions[kind];
  const rows = analysis.truth.ok ? analysis.truth.value : [];
  return [
    `truth table: ${rows.length} rows, ${rows.filter(({ out }) => out === '1').length} with OUT = 1`,
    ...(solved.ok
      ? [
          `${kind} solution: ${solved.value.modelCount} model(s)`,
          ...solved.value.models.map(
            ({ terms, inclS, covS }) => `${terms.join(' + ')}   inclS ${inclS?.toFixed(6)} covS ${covS?.toFixed(6)}`,
          ),
        ]
      : [`${kind} solution: ${solved.refusal.text.en}`]),
  ];
}

/** Refuses as the truth table does. */
export function packageFiles(data: LabData, settings: LabSettings, analysis: Analysis, kind: SolutionKind): Answer<ReplicationFile[]> {
  const table = preparedTable(analysis.sets, settings);
  if (!table.ok) return table;
  const records = recordsOf(settings);
  const expectations = expectationText(settings);
  const files = [
    ...replicationPackage({
      sets: analysis.sets,
      table: table.value,
      options: { solution: kind, ...(kind === 'intermediate' && expectations !== '' && { expectations }) },
      raw: rawUsed(
        data,
        analysis.sets.columns.map(({ name }) => name),
      ),
      records,
    }),
    ...survivalReplication(analysis.times.rows.map(({ id, time, event, group }) => ({ case: id, time, event, group }))),
    ...evidenceFile(data),
  ];
  const readme = replicationReadme({
    title: { zh: '案例比较：复现包', en: 'Comparison of cases: replication package' },
    origin: origins[data.origin](data.source),
    simulated: data.origin === 'simulated',
    results: resultLines(analysis, kind),
    files: files.map(({ name }) => name),
  });
  return answered([readme, ...files]);
}
