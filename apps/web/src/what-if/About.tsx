import { useId } from 'react';
import { acceptedCount } from '@gongze/studies/simulation/calibration/accepted';
import type { CaseEntry } from '../engine/api.ts';
import { formatDate } from '../text/dates.ts';
import { formatIndex } from '../text/numbers.ts';
import { useViewOf } from '../view/store.ts';
import { partiesRange, type Settings, yearsRange } from './settings.ts';
import type { Subject } from './useSubject.ts';
import { MonthInput } from '../parts/MonthInput.tsx';
import { fill, words } from './words.ts';

interface AboutProps {
  readonly cases: readonly CaseEntry[];
  readonly caseId: string | undefined;
  readonly subject: Subject | undefined;
  readonly settings: Settings;
  readonly onCase: (caseId: string | undefined) => void;
  readonly onChange: (change: Partial<Settings>) => void;
}

/** Whom the question is about, from when, how far. */
export function About({ cases, caseId, subject, settings, onCase, onChange }: AboutProps) {
  const lang = useViewOf('lang');
  const id = useId();
  return (
    <fieldset className="about">
      <legend>{words.about[lang]}</legend>
      <p className="setting">
        <label htmlFor={`${id}-case`}>{words.case[lang]}</label>
        <select id={`${id}-case`} value={caseId ?? ''} onChange={({ target }) => onCase(target.value || undefined)}>
          <option value="">{words.noCase[lang]}</option>
          {caseId !== undefined && !cases.some((one) => one.case === caseId) && (
            <option value={caseId}>{subject?.engine.title[lang] ?? caseId}</option>
          )}
          {cases.map((one) => (
            <option key={one.case} value={one.case}>
              {one.title[lang]}
            </option>
          ))}
        </select>
      </p>
      {caseId === undefined && (
        <p className="setting">
          <label htmlFor={`${id}-parties`}>{words.parties[lang]}</label>
          <input
            id={`${id}-parties`}
            type="number"
            step={1}
            {...partiesRange}
            value={Number.isNaN(settings.parties) ? '' : settings.parties}
            onChange={({ target }) => onChange({ parties: target.valueAsNumber })}
          />
        </p>
      )}
      <p className="setting">
        <label htmlFor={`${id}-start`}>{words.start[lang]}</label>
        <MonthInput
          id={`${id}-start`}
          label={words.start[lang]}
          value={settings.start}
          lang={lang}
          onChange={(start) => onChange({ start })}
        />
      </p>
      <p className="setting">
        <label htmlFor={`${id}-years`}>{words.years[lang]}</label>
        <input
          id={`${id}-years`}
          type="number"
          step={1}
          {...yearsRange}
          value={Number.isNaN(settings.years) ? '' : settings.years}
          onChange={({ target }) => onChange({ years: target.valueAsNumber })}
        />
      </p>
      {subject !== undefined && <p className="note subject-note">{told(subject, lang)}</p>}
    </fieldset>
  );
}

/** What of the case the model was given, and what not. */
function told({ fit, report }: Subject, lang: 'zh' | 'en'): string {
  const known = ['spec', 'rank', 'a0'].filter((name) => fit.parameters[name] !== undefined).length;
  const fixed = known === 3 ? words.fixedAll[lang] : fill(words.fixedSome[lang], { count: Object.keys(fit.parameters).length });
  const common = { date: formatDate(report.asOf, lang), parties: fit.parties, fixed, all: acceptedCount };
  const fits =
    fit.observed === undefined
      ? fill(words.unfitted[lang], common)
      : fill(words.fitted[lang], {
          ...common,
          duties: fit.observed.duties,
          index: formatIndex(fit.observed.index),
          kept: fit.members?.length ?? acceptedCount,
        });
  return `${fits}${lang === 'zh' ? '' : ' '}${words.carried[lang]}`;
}
