import type { CaseReport } from '@gongze/domain/report/schema';
import { useTranslation } from 'react-i18next';
import { WhyButton } from '../parts/WhyButton.tsx';
import { useFrame } from '../view/useCase.ts';

/** Rules that found nothing or could not tell, each with its reason. */
export function VerdictList({ verdicts }: { readonly verdicts: CaseReport['verdicts'] }) {
  const { t } = useTranslation();
  const { text } = useFrame();
  if (verdicts.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <dl className="verdicts">
      {verdicts.map(({ id, name, explanation }) => (
        <div key={id}>
          <dt>
            {text(name)} <WhyButton target={`verdict:${id}`} about={text(name)} />
          </dt>
          <dd>{text(explanation)}</dd>
        </div>
      ))}
    </dl>
  );
}
