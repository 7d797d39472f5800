import type { Answer } from '@gongze/studies/comparison/answer';
import type { CheckedArgument } from '@gongze/studies/comparison/matching/argument';
import { DataTable } from '../../parts/DataTable.tsx';
import { plain, useLab } from '../context.ts';
import { Answered } from '../parts.tsx';
import { pageWords } from '../words/page.ts';
import { resultWords as words } from '../words/results.ts';

const lights = { holds: '●', fails: '✕', undetermined: '‖' } as const;

/** The article's argument on two cases: every step with its values, each opening its facts. */
export function ArgumentCheck({ argument }: { readonly argument: Answer<CheckedArgument> }) {
  const { lang, data, text, column, open, caseTitle } = useLab();
  const [first = '', second = ''] = data.raw.cases;
  const cell = (at: 0 | 1, name: string) => (step: CheckedArgument['steps'][number]) => (
    <button type="button" className="fact-link" onClick={() => open(name, step.column)}>
      {step.values[at] === null ? pageWords.unknown[lang] : plain(step.values[at])}
    </button>
  );
  return (
    <Answered answer={argument}>
      {({ steps, verdict, rivals }) => (
        <>
          <h3>{words.argumentTitle[lang]}</h3>
          <p className="note">{words.argumentNote[lang]}</p>
          <p>
            <strong>{words.verdict[verdict][lang]}</strong>
            {rivals.length > 0 &&
              ` · ${words.rivals[lang]}: ${rivals.map((id) => text(column(id).title)).join(lang === 'zh' ? '、' : ', ')}`}
          </p>
          <DataTable
            caption={words.argumentTitle[lang]}
            hideCaption
            rows={steps}
            rowKey={({ step, column: id }) => `${step} ${id}`}
            columns={[
              { key: 'column', head: pageWords.measure[lang], rowHead: true, cell: ({ column: id }) => text(column(id).title) },
              { key: 'step', head: words.what[lang], cell: ({ step }) => words.step[step][lang] },
              { key: 'a', head: caseTitle(first), cell: cell(0, first) },
              { key: 'b', head: caseTitle(second), cell: cell(1, second) },
              {
                key: 'verdict',
                head: words.follows[lang],
                tight: true,
                cell: (step) => (
                  <span className={step.verdict === 'fails' ? 'no' : step.verdict === 'holds' ? 'yes' : 'muted'}>
                    <span aria-hidden="true">{lights[step.verdict]} </span>
                    {words.verdict[step.verdict][lang]}
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
    </Answered>
  );
}
