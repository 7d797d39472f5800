import type { DecisionContext } from '@gongze/domain/decisions/context';
import { commandTitles } from '@gongze/domain/decisions/titles';
import { answerFor } from '@gongze/domain/principles/principles';
import { type GovernmentCode, governmentOf } from '@gongze/domain/vocabulary/ids';
import { useEffect, useRef } from 'react';
import { useFrame } from '../../view/useCase.ts';
import { workWords } from '../words.ts';
import { PrincipleReport, principlesLet } from './PrincipleReport.tsx';
import { superiorWords as s } from './superiorWords.ts';

interface OpeningReportProps {
  readonly context: DecisionContext;
  /** `override`: against the principles, so that the form asks for the reason. */
  readonly onGoOn: (override: boolean) => void;
  /** Declines the request that the opening would answer. */
  readonly onDecline?: (() => void) | undefined;
  readonly onCancel: () => void;
}

/** Read before the form of an opening: whoever opens an intervention has seen what speaks for it and against it. */
export function OpeningReport({ context, onGoOn, onDecline, onCancel }: OpeningReportProps) {
  const { lang } = useFrame();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { situation, by } = context;
  const own = governmentOf(by);
  const tier = (own ?? situation.ladder[0]) as GovernmentCode | undefined;
  const onLadder = tier !== undefined && situation.ladder.includes(tier);
  const lets = tier !== undefined && onLadder && principlesLet(answerFor(situation, context.principles(), tier));
  return (
    <section className="opening-report">
      <h3 ref={heading} tabIndex={-1}>
        {s.report[lang]}
      </h3>
      {tier === undefined ? <p>{s.noLadder[lang]}</p> : <PrincipleReport tier={tier} context={context} />}
      {onLadder && !lets && <p className="muted">{s.overrideNote[lang]}</p>}
      <p className="buttons">
        {lets && (
          <button type="button" className="main" onClick={() => onGoOn(false)}>
            {s.goOn[lang]}
          </button>
        )}
        {onLadder && !lets && (
          <button type="button" onClick={() => onGoOn(true)}>
            {s.goOver[lang]}
          </button>
        )}{' '}
        {onDecline !== undefined && (
          <button type="button" onClick={onDecline}>
            {commandTitles.declineIntervention[lang]}
          </button>
        )}{' '}
        <button type="button" onClick={onCancel}>
          {workWords.cancel[lang]}
        </button>
      </p>
    </section>
  );
}
