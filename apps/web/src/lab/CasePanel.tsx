import { useEffect, useRef } from 'react';
import { titleOf } from '../engine/describe.ts';
import { formatOccurred } from '../text/dates.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { Verification } from '../parts/Verification.tsx';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { columnsUsed } from './analysis/settings.ts';
import { plain, shown, useLab } from './context.ts';
import { pageWords as words } from './words/page.ts';

const factsShown = 12;

/** Facts of a case by their ids, each leading to its case page. */
export function FactLines({ name, ids }: { readonly name: string; readonly ids: readonly string[] }) {
  const { lang, sources, text } = useLab();
  const view = useView();
  const source = sources.get(name);
  if (ids.length === 0) return <span className="muted">{words.noEvidence[lang]}</span>;
  return (
    <ul className="evidence">
      {ids.slice(0, factsShown).map((id) => {
        const fact = source?.facts.find((own) => own.id === id);
        const title = fact === undefined ? undefined : titleOf(fact);
        const change = { page: undefined, caseId: name, tab: 'facts' as const, sel: `fact:${id}` };
        return (
          <li key={id}>
            {fact !== undefined && <Verification fact={fact} />}
            <PageLink href={formatAddress({ ...view, ...change })} change={change}>
              {fact !== undefined && <span className="when">{formatOccurred(fact.occurred, lang)}</span>}{' '}
              {title === undefined ? id : text(title)}
            </PageLink>
          </li>
        );
      })}
      {ids.length > factsShown && (
        <li className="muted">
          {words.moreFacts[lang]}: {ids.length - factsShown}
        </li>
      )}
    </ul>
  );
}

function Measure({ name, id, wanted }: { readonly name: string; readonly id: string; readonly wanted: boolean }) {
  const { lang, data, settings, analysis, text, column } = useLab();
  const at = data.raw.cases.indexOf(name);
  const raw = data.raw.columns.find((own) => own.name === id);
  const value = raw?.values[at] ?? null;
  const membership = analysis.sets.columns.find((own) => own.name === id)?.values[at] ?? null;
  const [low, high] = column(id).range;
  const anchors = settings.anchors[id];
  return (
    <section className={wanted ? 'lab-measure wanted' : 'lab-measure'}>
      <h3>{text(column(id).title)}</h3>
      <p>
        {words.raw[lang]} {value === null ? words.unknown[lang] : plain(value)}{' '}
        <span className="muted">
          ({words.scale[lang]} {plain(low)}–{plain(high)})
        </span>
        {membership !== null && ` · ${words.membership[lang]} ${shown(membership)}`}
      </p>
      {wanted && anchors !== undefined && (
        <p className="note">
          {text(anchors.reason)} ({anchors.decidedOn})
        </p>
      )}
      {data.origin === 'ledger'
        ? wanted && <FactLines name={name} ids={raw?.evidence?.[at] ?? []} />
        : wanted && <p className="muted">{data.origin === 'csv' ? `${words.fromFile[lang]} ${data.source}` : words.fromModel[lang]}</p>}
    </section>
  );
}

interface CasePanelProps {
  readonly name: string;
  readonly columnId: string | undefined;
  readonly onClose: () => void;
}

/** What stands behind a case, or one cell of it. Escape closes it, and the focus returns to where it was. */
export function CasePanel({ name, columnId, onClose }: CasePanelProps) {
  const { lang, data, settings, caseTitle, open } = useLab();
  const view = useView();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case is another opening
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [name, columnId]);
  const change = { page: undefined, caseId: name };
  const ids =
    columnId === undefined || columnsUsed(settings).includes(columnId) ? columnsUsed(settings) : [columnId, ...columnsUsed(settings)];
  const ordered = columnId === undefined ? ids : [columnId, ...ids.filter((id) => id !== columnId)];
  return (
    <aside className="lab-panel" aria-labelledby="lab-panel-title" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="lab-panel-head">
        <h2 id="lab-panel-title" ref={heading} tabIndex={-1}>
          {caseTitle(name)}
        </h2>
        <button type="button" className="small" onClick={onClose}>
          {words.close[lang]}
        </button>
      </div>
      {data.origin === 'simulated' && <p className="lab-simulated">{words.simulatedMark[lang]}</p>}
      {data.origin === 'ledger' && (
        <p>
          <PageLink href={formatAddress({ ...view, ...change })} change={change}>
            {words.openCase[lang]}
          </PageLink>
        </p>
      )}
      {ordered.map((id) => (
        <div key={id}>
          <Measure name={name} id={id} wanted={columnId === id} />
          {columnId !== id && data.origin === 'ledger' && (
            <button type="button" className="small" onClick={() => open(name, id)}>
              {words.evidence[lang]}
            </button>
          )}
        </div>
      ))}
    </aside>
  );
}
