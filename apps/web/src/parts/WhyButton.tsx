import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changeView } from '../view/store.ts';

/** Opens the side panel that answers why. `about` completes the name for those who do not see the surroundings. */
export function WhyButton({ target, about }: { readonly target: string; readonly about: string }) {
  const { t } = useTranslation();
  const ask = (event: MouseEvent) => {
    event.stopPropagation();
    changeView({ why: target });
  };
  return (
    <button type="button" className="why" onClick={ask} aria-haspopup="dialog">
      {t('why.open')}
      <span className="visually-hidden"> {about}</span>
    </button>
  );
}
