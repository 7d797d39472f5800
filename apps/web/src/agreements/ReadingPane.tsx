import type { Language } from '@gongze/domain/vocabulary/text';
import { memo, startTransition, useEffect, useRef, useState } from 'react';
import type { FixPlace, Hands } from './hands.ts';
import type { Place } from './Mirror.tsx';
import type { ReadClause } from './reading.ts';
import { StatementCard } from './StatementCard.tsx';
import { words } from './words.ts';

interface ReadingPaneProps {
  readonly clauses: readonly ReadClause[];
  readonly selected: Place | undefined;
  readonly pointed: Place | undefined;
  readonly fixing: FixPlace | undefined;
  readonly confirmed: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly lang: Language;
  readonly hands: Hands;
}

/** Clauses drawn at once; the rest follow while the page stays answerable. */
const DRAWN_AT_ONCE = 40;

/** How many of the clauses are drawn by now; one that is selected is among them. */
function useDrawn(count: number, selected = 0): number {
  const [drawn, setDrawn] = useState(DRAWN_AT_ONCE);
  const wanted = Math.max(drawn, selected + 1);
  useEffect(() => {
    if (drawn >= count) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn((now) => now + DRAWN_AT_ONCE)), 30);
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return Math.min(count, wanted);
}

/** The clauses with their statements, beside the text. */
export const ReadingPane = memo(function ReadingPane({
  clauses,
  selected,
  pointed,
  fixing,
  confirmed,
  names,
  lang,
  hands,
}: ReadingPaneProps) {
  const box = useRef<HTMLElement>(null);
  const place = selected === undefined ? undefined : `${selected.clause} ${selected.statement}`;
  useEffect(() => {
    if (place !== undefined) box.current?.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const drawn = useDrawn(clauses.length, selected?.clause);
  const on = (one: Place | undefined, clause: number): number | undefined => (one?.clause === clause ? one.statement : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="reading-pane" ref={box} tabIndex={0} aria-label={words.readingPane[lang]}>
      {clauses.length === 0 && <p className="note">{words.noClauses[lang]}</p>}
      {clauses.slice(0, drawn).map((clause, index) => (
        <ClauseCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a clause is known by its place; its wording changes as it is typed
          key={index}
          index={index}
          clause={clause}
          selected={on(selected, index)}
          pointed={on(pointed, index)}
          fixing={fixing?.clause === index ? fixing : undefined}
          confirmed={confirmed}
          names={names}
          lang={lang}
          hands={hands}
        />
      ))}
    </section>
  );
});

interface ClauseCardProps {
  readonly index: number;
  readonly clause: ReadClause;
  readonly selected: number | undefined;
  readonly pointed: number | undefined;
  readonly fixing: FixPlace | undefined;
  readonly confirmed: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly lang: Language;
  readonly hands: Hands;
}

const ClauseCard = memo(
  function ClauseCard({ index, clause: { label, reading }, selected, pointed, fixing, confirmed, names, lang, hands }: ClauseCardProps) {
    const { bindingScore, statements } = reading;
    return (
      <section className="clause-card">
        <h3>
          <span lang={reading.language}>{label === '' ? `${words.clause[lang]} ${index + 1}` : label}</span>
          {bindingScore !== null && <Score score={bindingScore} lang={lang} />}
        </h3>
        {statements.length === 0 && <p className="note">{words.noStatement[lang]}</p>}
        <ul>
          {statements.map((statement, at) => (
            <StatementCard
              // biome-ignore lint/suspicious/noArrayIndexKey: a statement is known by its place in the clause
              key={at}
              clause={index}
              index={at}
              reading={reading}
              statement={statement}
              active={selected === at || pointed === at}
              fixing={fixing?.statement === at ? fixing.kind : undefined}
              confirmed={confirmed}
              names={names}
              lang={lang}
              hands={hands}
            />
          ))}
        </ul>
      </section>
    );
  },
  (a, b) =>
    a.clause.reading === b.clause.reading &&
    a.clause.label === b.clause.label &&
    a.index === b.index &&
    a.selected === b.selected &&
    a.pointed === b.pointed &&
    a.fixing === b.fixing &&
    a.confirmed === b.confirmed &&
    a.names === b.names &&
    a.lang === b.lang &&
    a.hands === b.hands,
);

/** A score as a number and a bar. */
export function Score({ score, lang }: { readonly score: number; readonly lang: Language }) {
  return (
    <span className="score" title={words.scoreNote[lang]}>
      <span className="visually-hidden">{words.score[lang]} </span>
      {score.toFixed(2)}
      <span className="score-bar" aria-hidden="true">
        <span style={{ inlineSize: `${score * 100}%` }} />
      </span>
    </span>
  );
}
