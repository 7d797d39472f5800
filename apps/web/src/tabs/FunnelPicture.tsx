import { funnelSteps } from '@gongze/domain/stages/funnel';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../view/useCase.ts';

const WIDTH = 720;
const COLUMN = WIDTH / funnelSteps.length;
const HEIGHT = 84;

/** Weight that passes each step, on one scale; the table beneath holds the figures. */
export function FunnelPicture() {
  const { t } = useTranslation();
  const { report } = useMoment();
  const weights = funnelSteps.map((step) => report.stageFunnel[step].weight);
  const most = Math.max(1, ...weights);
  return (
    <svg className="funnel" viewBox={`0 0 ${WIDTH} ${HEIGHT + 42}`} role="img" aria-label={t('tab.funnel')}>
      {funnelSteps.map((step, i) => {
        const height = ((weights[i] ?? 0) / most) * HEIGHT;
        const next = i + 1 < weights.length ? ((weights[i + 1] ?? 0) / most) * HEIGHT : undefined;
        const x = i * COLUMN;
        return (
          <g key={step}>
            <rect className="funnel-bar" x={x} y={HEIGHT - height} width={COLUMN - 36} height={Math.max(1, height)} />
            {next !== undefined && (
              <path
                className="funnel-flow"
                d={`M${x + COLUMN - 36} ${HEIGHT - height}L${x + COLUMN} ${HEIGHT - next}V${HEIGHT}H${x + COLUMN - 36}Z`}
              />
            )}
            <text x={x + 2} y={HEIGHT + 18}>
              {t(`step.${step}`)}
            </text>
            <text x={x + 2} y={HEIGHT + 36} className="funnel-count">
              {report.stageFunnel[step].items}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
