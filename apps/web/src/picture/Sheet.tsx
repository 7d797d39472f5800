import type { SeriesPoint } from '@gongze/domain/report/report';
import { type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import { type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../engine/describe.ts';
import type { DrawnFan } from '../future/drawn.ts';
import type { Note } from '../notes/notes.ts';
import { formatOccurred } from '../text/dates.ts';
import { formatNumber } from '../text/numbers.ts';
import { Axis } from '../timeline/Axis.tsx';
import { Labels } from '../timeline/Labels.tsx';
import { legendEntries } from '../timeline/Legend.tsx';
import { textWidth, wrapLabel } from '../timeline/labels.ts';
import { layoutOf } from '../timeline/layout.ts';
import type { TimelineModel } from '../timeline/model.ts';
import { Overlay } from '../timeline/Overlay.tsx';
import { Patterns } from '../timeline/Patterns.tsx';
import { Rows } from '../timeline/Rows.tsx';
import { scaleOf } from '../timeline/scale.ts';
import type { DilemmaLane } from '../timeline/series.ts';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { useAsOf, useFrame, useMoment } from '../view/useCase.ts';
import { SheetLanes } from './SheetLanes.tsx';
import { basisText, sampledText, words } from './words.ts';

const WIDTH_MIN = 1240;
const WIDTH_MAX = 2000;
/** Long side to short side of the paper. */
const PAPER = Math.SQRT2;
const MARGIN = 24;
const LANES = 250;
/** What stands above and below the lanes, about. */
const AROUND = 190;
const SENTENCE = 15;
const SMALL = 11.5;

export interface SheetProps {
  readonly model: TimelineModel;
  readonly series: readonly SeriesPoint[];
  readonly dilemmas: readonly DilemmaLane[];
  readonly notes: readonly Note[];
  readonly fan: DrawnFan | undefined;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly tierOf: (id: string) => number;
  readonly dilemmaName: (id: string) => string;
}

interface Entry {
  readonly key: (typeof legendEntries)[number][0];
  readonly drawing: (typeof legendEntries)[number][1];
  readonly word: string;
  readonly x: number;
  readonly line: number;
}

/** The legend in lines that fill the width. */
function placeLegend(word: (key: Entry['key']) => string, width: number): Entry[] {
  let x = 0;
  let line = 0;
  return legendEntries.map(([key, drawing]) => {
    const needed = 24 + textWidth(word(key), SMALL) + 18;
    if (x + needed > width) {
      x = 0;
      line += 1;
    }
    const entry = { key, drawing, word: word(key), x, line };
    x += needed;
    return entry;
  });
}

/** The picture of a case as one drawing: what a meeting has on the table. It says of what, as of when, as known when and from what. */
export function Sheet({ sheet, ...props }: SheetProps & { readonly sheet: Ref<SVGSVGElement> }) {
  const { model, series, dilemmas, notes, fan, first, last, tierOf, dilemmaName } = props;
  const { t } = useTranslation();
  const { engine, lang, text, date } = useFrame();
  const { report } = useMoment();
  const view = useView();
  const asOf = useAsOf();
  // As wide as a landscape page of its height: what is not used would be left white.
  const layout = useMemo(() => {
    const drawn = (width: number) =>
      layoutOf(model, dilemmas, scaleOf(toDayNumber(first), toDayNumber(last), width - 2 * MARGIN - LANES, 11), { fan, notes });
    const { height } = drawn(WIDTH_MIN);
    return drawn(Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, (height + AROUND) * PAPER))));
  }, [model, dilemmas, first, last, notes, fan]);
  const width = layout.scale.width + 2 * MARGIN + LANES;
  const describe = useMemo(() => {
    return (id: string) => {
      const fact = engine.factById.get(id);
      if (fact === undefined) return id;
      const title = titleOf(fact)?.[lang];
      return [formatOccurred(fact.occurred, lang), t(`eventType.${fact.type}`), title].filter((part) => part !== undefined).join(' · ');
    };
  }, [engine, lang, t]);
  const title = text(engine.title);
  const known = view.knownOn === undefined ? words.allKnown[lang] : `${words.knownOn[lang]}${date(view.knownOn)}`;
  const meta = [
    `${words.asOf[lang]} ${date(asOf)}`.replace(/^截至 /, '截至'),
    known,
    `${t('edition.label')}${lang === 'zh' ? '：' : ': '}${t(`edition.${view.edition}`)}`,
  ];
  const sentence = wrapLabel(text(report.sentence), width - 2 * MARGIN, SENTENCE, 3);
  const plotTop = 66 + sentence.length * 22 + 10 + (engine.simulated ? 26 : 0);
  const legend = placeLegend((key) => t(`timeline.${key}`), width - 2 * MARGIN);
  const legendTop = plotTop + layout.height + 14;
  const notesTop = legendTop + ((legend.at(-1)?.line ?? 0) + 1) * 20 + 10;
  const noteLines = notes.flatMap((note) => {
    const when = note.from === note.to ? date(note.from) : formatOccurred({ first: note.from, last: note.to, precision: 'interval' }, lang);
    return wrapLabel(`${when}${lang === 'zh' ? '：' : ': '}${note.text}`, width - 2 * MARGIN, SMALL, 3);
  });
  const footTop = notesTop + (notes.length === 0 ? 0 : (noteLines.length + 1) * 17 + 10);
  const height = footTop + 42;
  const sources = new Set(
    engine.facts.flatMap((fact) => fact.sources.map((source) => JSON.stringify([source.publisher, source.title, source.date]))),
  );
  const basis = basisText(
    { facts: formatNumber(report.facts, lang), sources: formatNumber(sources.size, lang), withheld: engine.withheld },
    lang,
  );
  return (
    <svg
      ref={sheet}
      xmlns="http://www.w3.org/2000/svg"
      className="plot sheet light"
      lang={lang === 'zh' ? 'zh-CN' : 'en'}
      role="img"
      aria-label={`${title}, ${meta.join(', ')}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title>{`${title} · ${meta.join(' · ')}`}</title>
      <Patterns prefix="sheet-" />
      <rect className="sheet-ground" width={width} height={height} />
      <text className="sheet-title" x={MARGIN} y={36}>
        {title}
      </text>
      <text className="sheet-meta" x={width - MARGIN} y={35} textAnchor="end">
        {meta.join(' · ')}
      </text>
      {engine.simulated && (
        <g>
          <rect className="sheet-frame" x={MARGIN - 10} y={plotTop - 6} width={width - 2 * MARGIN + 20} height={layout.height + 8} />
          <text className="sheet-simulated" x={MARGIN} y={66 + sentence.length * 22 + 8}>
            {words.simulated[lang]}
          </text>
        </g>
      )}
      {sentence.map((line, i) => (
        <text key={line} className="sheet-sentence" x={MARGIN} y={66 + i * 22}>
          {line}
        </text>
      ))}
      <g transform={`translate(${MARGIN} ${plotTop})`}>
        <SheetLanes layout={layout} width={LANES} dilemmaName={dilemmaName} tierOf={tierOf} />
      </g>
      <g transform={`translate(${MARGIN + LANES} ${plotTop})`}>
        <svg className="plot" width={layout.scale.width} height={layout.height} aria-hidden="true">
          <Axis layout={layout} />
          <Rows layout={layout} series={series} lang={lang} tierOf={tierOf} simulated={t('simulated.mark')} describe={describe} />
        </svg>
        <Overlay layout={layout} />
        <Labels layout={layout} lang={lang} tierOf={tierOf} />
      </g>
      {legend.map(({ key, drawing, word, x, line }) => (
        <g key={key} transform={`translate(${MARGIN + x} ${legendTop + line * 20})`}>
          {drawing}
          <text className="sheet-small" x={24} y={12}>
            {word}
          </text>
        </g>
      ))}
      {notes.length > 0 && (
        <g className="sheet-notes">
          {[words.notes[lang], ...noteLines].map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished text, two of which may be equal
            <text key={i} className={i === 0 ? 'sheet-small strong' : 'sheet-small'} x={MARGIN} y={notesTop + 10 + i * 17}>
              {line}
            </text>
          ))}
        </g>
      )}
      <text className="sheet-small" x={MARGIN} y={footTop + 16}>
        {[basis, sampledText(formatNumber(series.length, lang), lang)].join(' · ')}
      </text>
      <text className="sheet-small" x={MARGIN} y={footTop + 33}>
        {`${t('product')} · ${location.origin}${formatAddress({ ...view, asOf, why: undefined, tour: undefined })}`}
      </text>
    </svg>
  );
}
