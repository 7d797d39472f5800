import { variables } from '@gongze/domain/vocabulary/levels';
import { useTranslation } from 'react-i18next';
import { Meter } from '../parts/Meter.tsx';
import { WhyButton } from '../parts/WhyButton.tsx';
import { formatIndex } from '../text/numbers.ts';
import { useFrame, useMoment } from '../view/useCase.ts';

/** The three variables with their components; a component without facts is unknown, not zero. */
export function VariableTables() {
  const { t } = useTranslation();
  const { text } = useFrame();
  const { report } = useMoment();
  return (
    <section>
      <h3>{t('findings.variables')}</h3>
      <div className="columns three">
        {variables.map((name) => {
          const variable = report.variables[name];
          return (
            <table key={name} className={`components ${name}`}>
              <caption>
                <span className={`variable-name ${name}`}>{text(variable.name)}</span>
                <strong className="numeric">{variable.index === null ? '?' : formatIndex(variable.index)}</strong>
                <WhyButton target={`variable:${name}`} about={text(variable.name)} />
                <span className="row-sub">{t('findings.known', { known: variable.known, all: variable.components.length })}</span>
              </caption>
              <thead className="visually-hidden">
                <tr>
                  <th scope="col">{t('findings.component')}</th>
                  <th scope="col">{t('findings.index')}</th>
                </tr>
              </thead>
              <tbody>
                {variable.components.map((component) => (
                  <tr key={component.id}>
                    <th scope="row">
                      {text(component.name)}
                      <span className="row-sub">{text(component.explanation)}</span>
                    </th>
                    <td className="numeric">
                      <span className="metered">
                        <Meter value={component.value} tone={name} /> {component.value === null ? '?' : formatIndex(component.value)}
                      </span>
                      <WhyButton target={`component:${name}/${component.id}`} about={text(component.name)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </section>
  );
}
