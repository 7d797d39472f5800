import type { Variable } from '@gongze/domain/vocabulary/levels';
import { useTranslation } from 'react-i18next';
import { formatIndex } from '../text/numbers.ts';
import { changeView } from '../view/store.ts';
import { useMoment } from '../view/useCase.ts';

/** A variable's name and its value on the date; pressing it asks why. */
export function VariableNow({ variable }: { readonly variable: Variable }) {
  const { t } = useTranslation();
  const { report } = useMoment();
  const { index } = report.variables[variable];
  return (
    <button type="button" className={`lane-name variable-now ${variable}`} onClick={() => changeView({ why: `variable:${variable}` })}>
      <span>{t(`variable.${variable}`)}</span>
      <span className="value">{index === null ? '?' : formatIndex(index)}</span>
    </button>
  );
}
