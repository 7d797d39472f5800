import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeView, useViewOf } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import { whyContent } from './content.ts';
import { WhyBody } from './WhyBody.tsx';

/** The side panel that answers why. The browser's own dialog keeps the focus inside and gives it back on closing. */
export function WhyPanel() {
  const { t } = useTranslation();
  const why = useViewOf('why');
  const { report, asOf } = useMoment();
  const { date } = useFrame();
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useMemo(() => (why === undefined ? undefined : whyContent(report, why)), [report, why]);
  const isOpen = why !== undefined;
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  const close = () => changeView({ why: undefined });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="why-panel"
      aria-labelledby="why-title"
      onClose={() => why !== undefined && close()}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <header>
        <p id="why-title">
          {t('why.title')} <span>{date(asOf)}</span>
        </p>
        <button type="button" className="small" onClick={close}>
          {t('why.close')} <kbd>Esc</kbd>
        </button>
      </header>
      {isOpen &&
        (content === undefined ? <p className="why-section">{t('why.gone', { date: date(asOf) })}</p> : <WhyBody content={content} />)}
    </dialog>
  );
}
