import { useTranslation } from 'react-i18next';
import { formatNumber } from '../text/numbers.ts';
import { useFrame } from '../view/useCase.ts';

interface PagerProps {
  readonly from: number;
  readonly to: number;
  readonly all: number;
  readonly page: number;
  readonly last: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ from, to, all, page, last, onPage }: PagerProps) {
  const { t } = useTranslation();
  const { lang } = useFrame();
  return (
    <p className="pager">
      <span>{t('facts.shown', { from: formatNumber(from, lang), to: formatNumber(to, lang), all: formatNumber(all, lang) })}</span>
      {last > 0 && (
        <>
          <button type="button" className="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
            {t('facts.previous')}
          </button>
          <button type="button" className="small" disabled={page === last} onClick={() => onPage(page + 1)}>
            {t('facts.next')}
          </button>
        </>
      )}
    </p>
  );
}
