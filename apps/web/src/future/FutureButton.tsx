import { useTranslation } from 'react-i18next';
import { changeView, useViewOf } from '../view/store.ts';

/** Shows the future on the axis, or takes it away; the address keeps it. Nothing of the model is fetched before. */
export function FutureButton() {
  const { t } = useTranslation();
  const future = useViewOf('future');
  return (
    <button
      type="button"
      className="small future-button"
      aria-pressed={future !== undefined}
      onClick={() => changeView({ future: future === undefined ? 'none' : undefined, from: undefined, to: undefined })}
    >
      {t('timeline.showFuture')}
    </button>
  );
}
