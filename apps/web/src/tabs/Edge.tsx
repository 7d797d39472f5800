import type { CaseReport } from '@gongze/domain/report/schema';
import { useTranslation } from 'react-i18next';
import { changeView } from '../view/store.ts';
import { useFrame } from '../view/useCase.ts';

interface EdgeProps {
  readonly edge: CaseReport['framework'][number];
  readonly d: string;
  readonly name: string;
}

/** A line of a figure; pressing it asks why. The table beneath holds the same, for the keyboard. */
export function Edge({ edge, d, name }: EdgeProps) {
  const { t } = useTranslation();
  const { text } = useFrame();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beneath offers the same with buttons
    <g className="edge-group" onClick={() => changeView({ why: `edge:${edge.from}>${edge.to}` })}>
      <title>{`${name} (${t(`mechanism.${edge.basis}`)}) ${text(edge.label)}`}</title>
      <path className="edge-touch" d={d} />
      <path className={`edge ${edge.basis}`} d={d} markerEnd={`url(#arrow-${edge.basis})`} />
    </g>
  );
}
