import { toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { memo, useLayoutEffect, useRef } from 'react';
import { useAsOf } from '../view/useCase.ts';
import { ChannelLabels } from './ChannelRow.tsx';
import { DutyLabel } from './DutyRow.tsx';
import { FactLabels } from './FactRow.tsx';
import type { Layout } from './layout.ts';
import { NoteRow } from './NoteRow.tsx';
import { selectPressed } from './selectPressed.ts';

interface LabelsProps {
  readonly layout: Layout;
  readonly lang: Language;
  readonly tierOf: (id: string) => number;
}

const Texts = memo(function Texts({ layout, lang, tierOf }: LabelsProps) {
  const { scale, until, rows } = layout;
  return rows.map((row) => {
    if (row.kind === 'channel')
      return <ChannelLabels key={row.key} row={row} scale={scale} until={until} tier={tierOf(row.id)} lang={lang} />;
    if (row.kind === 'superior' || row.kind === 'party' || row.kind === 'body')
      return <FactLabels key={row.key} packed={row.packed} y={row.y} lang={lang} />;
    if (row.kind === 'note') return <NoteRow key={row.key} row={row} />;
    return row.kind === 'duty' ? <DutyLabel key={row.key} row={row} scale={scale} lang={lang} /> : null;
  });
});

/**
 * The names on the axis, above the veil: a name that runs past the date is not faded with what lies after it. Names of
 * later facts fade by a class of their own, set without drawing anything again.
 */
export function Labels(props: LabelsProps) {
  const { layout, lang } = props;
  const layer = useRef<SVGSVGElement>(null);
  const now = toDayNumber(useAsOf());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows and another language draw other texts
  useLayoutEffect(() => {
    for (const text of layer.current?.querySelectorAll('text') ?? [])
      text.classList.toggle('later', Number(text.getAttribute('data-day')) > now);
  }, [now, layout, lang]);
  return (
    <svg
      ref={layer}
      className="plot overlay labels"
      width={layout.scale.width}
      height={layout.height}
      aria-hidden="true"
      focusable="false"
      onClick={selectPressed}
    >
      <Texts {...props} />
    </svg>
  );
}
