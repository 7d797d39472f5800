import { defaultParameters, type ParameterName } from '@gongze/domain/vocabulary/parameters';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../text/numbers.ts';
import { useFrame } from '../view/useCase.ts';

/** The thresholds something was judged by, with their values, in one line. */
export function ThresholdLine({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const { engine, text, lang } = useFrame();
  const known = names.filter((name): name is ParameterName => Object.hasOwn(defaultParameters, name));
  if (known.length === 0) return null;
  const words = known.map((name) => {
    const { title, value, unit } = engine.parameters.entry(name);
    return `${text(title)} ${t(`unit.${unit}`, { value: formatNumber(value, lang, 2) })}`;
  });
  return (
    <span className="row-sub">
      {t('findings.thresholds')}
      {t('colon')}
      {words.join(lang === 'zh' ? '；' : '; ')}
    </span>
  );
}
