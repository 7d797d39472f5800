import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { useEffect, useRef } from 'react';
import { PageLink } from '../parts/PageLink.tsx';
import { formatAddress, type View } from '../view/address.ts';
import { changeView, useView } from '../view/store.ts';
import { type Step, steps, tourCase } from './steps.ts';
import './tour.css';

const w = (zh: string, en: string): Bilingual => ({ zh, en });
const words = {
  label: w('导览', 'Tour'),
  of: w('第{n}步，共{all}步', 'step {n} of {all}'),
  back: w('上一步', 'Back'),
  next: w('下一步', 'Next'),
  end: w('结束导览', 'End the tour'),
  start: w('五步看懂西咸案例', 'The Xi’an–Xianyang case in five steps'),
} as const;

/** What the address has to say for a step to be shown. */
function viewOf(number: number): Partial<View> {
  const step = steps[number - 1] as Step;
  return {
    page: undefined,
    caseId: tourCase,
    edition: 'enriched',
    knownOn: undefined,
    sel: undefined,
    why: undefined,
    ...step.view,
    tour: number,
  };
}

/** The way in, for the first page. */
export function TourLink() {
  const view = useView();
  const change = viewOf(1);
  return (
    <PageLink className="button" href={formatAddress({ ...view, ...change })} change={change}>
      {words.start[view.lang]}
    </PageLink>
  );
}

/** Says in the corner what there is to see; the page stays the page, and everything on it can be used meanwhile. */
export default function Tour({ number }: { readonly number: number }) {
  const { lang } = useView();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = steps[number - 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever reads by ear is told of every step
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    const inTabs = step?.view.tab !== undefined && step.view.tab !== 'findings';
    document.querySelector(inTabs ? '[role="tablist"]' : '#main')?.scrollIntoView({ block: 'start' });
  }, [number]);
  if (step === undefined) return null;
  const go = (to: number) => changeView(viewOf(to), true);
  const place = words.of[lang].replace('{n}', String(number)).replace('{all}', String(steps.length));
  return (
    <aside className="tour" aria-label={words.label[lang]}>
      <p className="muted">
        {words.label[lang]} · {place}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {step.title[lang]}
      </h2>
      <p>{step.text[lang]}</p>
      <p className="tour-hint">{step.hint[lang]}</p>
      <p className="tour-buttons">
        {number > 1 && (
          <button type="button" onClick={() => go(number - 1)}>
            {words.back[lang]}
          </button>
        )}
        {number < steps.length && (
          <button type="button" className="primary" onClick={() => go(number + 1)}>
            {words.next[lang]}
          </button>
        )}
        <button type="button" onClick={() => changeView({ tour: undefined })}>
          {words.end[lang]}
        </button>
      </p>
    </aside>
  );
}
