import { useState } from 'react';
import type { FittedModel, QcaDocument, SolutionKind } from '@gongze/studies/comparison/qca/index';
import { DataTable } from '../../parts/DataTable.tsx';
import { modelsShown } from '../analysis/analyse.ts';
import type { Expectation } from '../analysis/settings.ts';
import { CoverageBars } from '../charts/CoverageBars.tsx';
import { isDeviant, type XyPoint, XyPlot } from '../charts/XyPlot.tsx';
import { shown, useLab } from '../context.ts';
import { Answered, CaseChip, StepHead, TermText } from '../parts.tsx';
import { methodWords } from '../words/method.ts';
import { pageWords } from '../words/page.ts';
import { resultWords as words } from '../words/results.ts';
import { Cuts } from './TruthStep.tsx';
import { ModelDifferences } from './ModelDifferences.tsx';

const kinds: readonly SolutionKind[] = ['complex', 'parsimonious', 'intermediate'];

function Expectations() {
  const { lang, settings, change, text, column } = useLab();
  return (
    <fieldset className="lab-expectations">
      <legend>{words.expectations[lang]}</legend>
      <p className="note">{words.expectNote[lang]}</p>
      <div className="lab-row">
        {settings.conditions.map((id) => (
          <label key={id} className="lab-field">
            <span>{text(column(id).title)}</span>
            <select
              value={settings.expectations[id] ?? 'none'}
              onChange={({ target }) => change({ expectations: { ...settings.expectations, [id]: target.value as Expectation } })}
            >
              {(['none', 'present', 'absent'] as const).map((own) => (
                <option key={own} value={own}>
                  {words.expect[own][lang]}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function pointsOf(cases: readonly string[], outcome: readonly number[], parts: readonly (readonly number[])[]): XyPoint[] {
  return cases.map((name, at) => ({ case: name, x: Math.max(0, ...parts.map((part) => part[at] ?? 0)), y: outcome[at] ?? 0 }));
}

/** What a case is to a model: typical, deviant in either way, or none of it. */
function whatOf(point: XyPoint): 'typical' | 'deviantConsistency' | 'deviantCoverage' | 'irrelevant' {
  if (point.x > 0.5) return isDeviant(point) ? 'deviantConsistency' : 'typical';
  return point.y > 0.5 ? 'deviantCoverage' : 'irrelevant';
}

function ModelPicture({ model }: { readonly model: FittedModel }) {
  const { lang, analysis } = useLab();
  const [chosen, setChosen] = useState('');
  const term = model.terms.includes(chosen) ? chosen : '';
  const parts = (term === '' ? model.terms : [term]).map((own) => analysis.memberships[own] ?? []);
  const points = pointsOf(analysis.sets.cases, analysis.outcome, parts);
  return (
    <div className="lab-pictures">
      <CoverageBars model={model} />
      <figure>
        <figcaption>
          <label className="lab-field">
            <span>{words.xyTitle[lang]}</span>
            <select value={term} onChange={({ target }) => setChosen(target.value)}>
              <option value="">{words.whole[lang]}</option>
              {model.terms.map((own) => (
                <option key={own} value={own}>
                  {own}
                </option>
              ))}
            </select>
          </label>
        </figcaption>
        <XyPlot title={term === '' ? words.whole[lang] : term} points={points} />
        <p className="note">{words.xyNote[lang]}</p>
      </figure>
      <div className="lab-points">
        <DataTable
          caption={words.xyTitle[lang]}
          rows={[...points].sort((a, b) => b.x - a.x || b.y - a.y)}
          rowKey={(point) => point.case}
          columns={[
            {
              key: 'case',
              head: pageWords.caseOf[lang],
              rowHead: true,
              cell: (point) => <CaseChip name={point.case} odd={isDeviant(point) ? 'deviant' : undefined} />,
            },
            { key: 'x', head: words.inTerm[lang], numeric: true, cell: ({ x }) => shown(x) },
            { key: 'y', head: words.inOutcome[lang], numeric: true, cell: ({ y }) => shown(y) },
            { key: 'what', head: words.what[lang], tight: true, cell: (point) => words[whatOf(point)][lang] },
          ]}
        />
      </div>
    </div>
  );
}

function ModelTable({ model, title }: { readonly model: FittedModel; readonly title: string }) {
  const { lang } = useLab();
  const whole = { term: '', inclS: model.inclS, PRI: model.PRI, covS: model.covS, covU: null };
  return (
    <DataTable
      caption={title}
      rows={[...model.termFits, whole]}
      rowKey={({ term }) => term || 'whole'}
      columns={[
        {
          key: 'term',
          head: methodWords.term[lang],
          rowHead: true,
          wide: true,
          cell: ({ term }) => (term === '' ? words.whole[lang] : <TermText term={term} />),
        },
        { key: 'incl', head: methodWords.incl[lang], numeric: true, cell: ({ inclS }) => shown(inclS) },
        { key: 'pri', head: 'PRI', numeric: true, cell: ({ PRI }) => shown(PRI) },
        { key: 'covS', head: words.covS[lang], numeric: true, cell: ({ covS }) => shown(covS) },
        { key: 'covU', head: words.covU[lang], numeric: true, cell: ({ covU, term }) => (term === '' ? '' : shown(covU)) },
      ]}
    />
  );
}

const listedAtFirst = 6;

function Solution({ document }: { readonly document: QcaDocument }) {
  const { lang } = useLab();
  const [chosen, setChosen] = useState(0);
  const [all, setAll] = useState(false);
  const { models, modelCount, modelCountComplete } = document;
  const listed = all ? models : models.slice(0, listedAtFirst);
  const model = models[chosen] ?? models[0];
  return (
    <>
      <p>
        <strong>
          {words.modelCount[lang]}: {modelCount}
          {modelCountComplete ? '' : '+'}
        </strong>
        {modelCount > 1 && ` · ${words.ambiguous[lang]}`}
        {modelCount > modelsShown && ` · ${words.firstOf[lang]} ${modelsShown}`}
      </p>
      {modelCount > 1 && (
        <p>
          {words.shared[lang]}:{' '}
          {document.essential.length === 0 ? words.noShared[lang] : document.essential.map((term) => <TermText key={term} term={term} />)}
        </p>
      )}
      {listed.map((own, at) => (
        <ModelTable key={own.terms.join('+')} model={own} title={`${words.model[lang]} ${at + 1}`} />
      ))}
      {models.length > listed.length && (
        <button type="button" className="small" onClick={() => setAll(true)}>
          {words.showAll[lang]} ({models.length})
        </button>
      )}
      {models.length > 1 && <ModelDifferences models={models} />}
      {models.length > 1 && (
        <label className="lab-field">
          <span>{words.model[lang]}</span>
          <select value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {models.map((own, at) => (
              <option key={own.terms.join('+')} value={at}>
                {at + 1}: {own.terms.join(' + ')}
              </option>
            ))}
          </select>
        </label>
      )}
      {model !== undefined && <ModelPicture model={model} />}
      {document.pairs?.map(({ from, easyCounterfactuals }) => (
        <p key={from.join()} className="note">
          {from.join(', ')} · {words.easy[lang]}: {easyCounterfactuals.join(', ') || '—'}
        </p>
      ))}
    </>
  );
}

/** Complex, parsimonious, intermediate: every model of each, with its fit and its cases. */
export function SolutionStep() {
  const { lang, analysis } = useLab();
  const [kind, setKind] = useState<SolutionKind>('parsimonious');
  return (
    <section aria-labelledby="lab-solutions">
      <StepHead id="lab-solutions" title={pageWords.solutions[lang]} />
      <Cuts />
      <fieldset className="lab-kinds">
        <legend className="visually-hidden">{pageWords.solutions[lang]}</legend>
        {kinds.map((own) => (
          <label key={own} className="lab-check">
            <input type="radio" name="lab-kind" checked={own === kind} onChange={() => setKind(own)} /> {words.kinds[own][lang]}
          </label>
        ))}
        <span className="note">{words.kindNote[kind][lang]}</span>
      </fieldset>
      {kind === 'intermediate' && <Expectations />}
      <Answered answer={analysis.solutions[kind]}>{(document) => <Solution key={kind} document={document} />}</Answered>
    </section>
  );
}
