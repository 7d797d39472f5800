import type { Moderation } from '@gongze/studies/comparison/moderation';
import { DataTable } from '../../parts/DataTable.tsx';
import { shown, useLab } from '../context.ts';
import { Answered, CaseChips, StepHead, TermText } from '../parts.tsx';
import { pageWords } from '../words/page.ts';
import { resultWords as words } from '../words/results.ts';

const width = 220;
const height = 120;

/** Two lines, with and without intervention; parallel lines mean no interaction. */
function InteractionPicture({ moderation }: { readonly moderation: Moderation }) {
  const { lang, data, text, column } = useLab();
  const [neither, alone, intervention, both] = moderation.cells.map(({ mean }) => mean);
  const y = (mean: number): number => 100 - mean * 84;
  const apart = both === null || alone === null || both === undefined || alone === undefined ? 1 : both - alone;
  // Labels of two ends that nearly meet are moved apart.
  const shift = Math.abs(apart) < 0.16 ? 8 : 0;
  const line = (from: number | null | undefined, to: number | null | undefined, name: 'with' | 'without') => (
    <g className={name}>
      {typeof from === 'number' && typeof to === 'number' && <line x1={40} y1={y(from)} x2={150} y2={y(to)} />}
      {typeof from === 'number' && <circle cx={40} cy={y(from)} r={3.5} />}
      {typeof to === 'number' && <circle cx={150} cy={y(to)} r={3.5} />}
      {typeof to === 'number' && (
        <text className="tick" x={156} y={y(to) + 4 + ((name === 'with') === apart > 0 ? -shift : shift)}>
          {words.lines[name][lang]}
        </text>
      )}
      {typeof to !== 'number' && typeof from === 'number' && (
        <text className="tick" x={48} y={y(from) + 4}>
          {words.lines[name][lang]}
        </text>
      )}
    </g>
  );
  const title = text(column(moderation.variable).title);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={data.origin === 'simulated' ? 'lab-interaction simulated' : 'lab-interaction'}
      role="img"
      aria-label={`${words.interaction[lang]} · ${title}`}
    >
      <line className="axis" x1={30} x2={160} y1={100} y2={100} />
      <text className="tick" x={40} y={115} textAnchor="middle">
        ○
      </text>
      <text className="tick" x={150} y={115} textAnchor="middle">
        ●
      </text>
      <text className="tick" x={26} y={y(1) + 4} textAnchor="end">
        1
      </text>
      <text className="tick" x={26} y={y(0) + 4} textAnchor="end">
        0
      </text>
      {line(neither, alone, 'without')}
      {line(intervention, both, 'with')}
    </svg>
  );
}

function ModerationTable({ found }: { readonly found: readonly Moderation[] }) {
  const { lang, text, column } = useLab();
  const limits = (own: Moderation): string =>
    own.limits === null ? words.tooFew[lang] : `${shown(own.limits[0])} – ${shown(own.limits[1])}`;
  const cell = (at: number) => (own: Moderation) => `${shown(own.cells[at]?.mean)} (${own.cells[at]?.cases.length ?? 0})`;
  return (
    <DataTable
      caption={`${words.meanOutcome[lang]} (n)`}
      rows={found}
      rowKey={({ variable }) => variable}
      columns={[
        { key: 'variable', head: words.variable[lang], rowHead: true, cell: ({ variable }) => text(column(variable).title) },
        { key: 'neither', head: words.neither[lang], numeric: true, cell: cell(0) },
        { key: 'alone', head: words.variableAlone[lang], numeric: true, cell: cell(1) },
        { key: 'intervention', head: words.interventionAlone[lang], numeric: true, cell: cell(2) },
        { key: 'both', head: words.both[lang], numeric: true, cell: cell(3) },
        {
          key: 'interaction',
          head: words.interaction[lang],
          numeric: true,
          cell: ({ interaction }) => <strong>{shown(interaction)}</strong>,
        },
        { key: 'limits', head: words.interval[lang], numeric: true, cell: limits },
      ]}
    />
  );
}

function Part() {
  const { lang, analysis, text, settings, column } = useLab();
  const named = (own: string): string =>
    settings.intervention === undefined ? own : own.replaceAll(settings.intervention, text(column(settings.intervention).title));
  return (
    <>
      <h3>{words.partTitle[lang]}</h3>
      <Answered answer={analysis.part}>
        {(part) => (
          <>
            <p>
              <strong>{named(text(part.verdict))}</strong>
            </p>
            <dl className="facts-list">
              <dt>{`inclS · PRI · covS`}</dt>
              <dd>{`${shown(part.sufficiency.inclS)} · ${shown(part.sufficiency.PRI)} · ${shown(part.sufficiency.covS)}`}</dd>
              <dt>{`inclN · RoN`}</dt>
              <dd>{`${shown(part.necessity.inclN)} · ${shown(part.necessity.RoN)}`}</dd>
              <dt>{words.partTerms[lang]}</dt>
              <dd>
                {part.terms.length === 0 ? words.nothing[lang] : null}
                <ul className="lab-list">
                  {part.terms.map((term) => (
                    <li key={term}>
                      <TermText term={term} />
                    </li>
                  ))}
                </ul>
              </dd>
              <dt>{words.partWithout[lang]}</dt>
              <dd>
                <CaseChips names={part.withoutOutcome} />
              </dd>
              <dt>{words.partWithoutIt[lang]}</dt>
              <dd>
                <CaseChips names={part.withoutCondition} />
              </dd>
            </dl>
          </>
        )}
      </Answered>
    </>
  );
}

/** Intervention with each variable, and as a part of causes. */
export function InterventionStep() {
  const { lang, analysis } = useLab();
  return (
    <section aria-labelledby="lab-intervention">
      <StepHead id="lab-intervention" title={pageWords.intervention[lang]} />
      <h3>{words.moderationTitle[lang]}</h3>
      <p className="note">{words.moderationNote[lang]}</p>
      <Answered answer={analysis.moderation}>
        {(found) => (
          <>
            <p className="note">{words.aside[lang]}</p>
            <div className="lab-interactions">
              {found.map((own) => (
                <Interaction key={own.variable} moderation={own} />
              ))}
            </div>
            <ModerationTable found={found} />
          </>
        )}
      </Answered>
      <Part />
    </section>
  );
}

function Interaction({ moderation }: { readonly moderation: Moderation }) {
  const { text, column } = useLab();
  return (
    <figure>
      <figcaption>{text(column(moderation.variable).title)}</figcaption>
      <InteractionPicture moderation={moderation} />
    </figure>
  );
}
