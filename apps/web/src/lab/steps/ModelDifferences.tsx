import type { FittedModel } from '@gongze/studies/comparison/qca/index';
import { shown, useLab } from '../context.ts';
import { Scrolled, TermText } from '../parts.tsx';
import { methodWords } from '../words/method.ts';
import { resultWords as words } from '../words/results.ts';

const modelsBeside = 12;

/** Which term is in which model: what the models share, and what sets them apart. */
export function ModelDifferences({ models }: { readonly models: readonly FittedModel[] }) {
  const { lang } = useLab();
  const beside = models.slice(0, modelsBeside);
  const terms = [...new Set(beside.flatMap((model) => model.terms))];
  const inAll = (term: string): boolean => beside.every((model) => model.terms.includes(term));
  const ordered = [...terms].sort((a, b) => Number(inAll(b)) - Number(inAll(a)));
  return (
    <>
      <h3>{words.differences[lang]}</h3>
      <Scrolled name={words.differences[lang]}>
        <table className="lab-matrix">
          <thead>
            <tr>
              <th scope="col">{methodWords.term[lang]}</th>
              {beside.map((model, at) => (
                <th key={model.terms.join('+')} scope="col">
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map((term) => (
              <tr key={term} className={inAll(term) ? 'lab-shared' : undefined}>
                <th scope="row">
                  <TermText term={term} />
                </th>
                {beside.map((model) => (
                  <td key={model.terms.join('+')}>
                    {model.terms.includes(term) ? (
                      <span>
                        <span aria-hidden="true">●</span>
                        <span className="visually-hidden">{words.inModel[lang]}</span>
                      </span>
                    ) : (
                      ''
                    )}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{methodWords.incl[lang]}</th>
              {beside.map((model) => (
                <td key={model.terms.join('+')}>{shown(model.inclS)}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{words.covS[lang]}</th>
              {beside.map((model) => (
                <td key={model.terms.join('+')}>{shown(model.covS)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}
