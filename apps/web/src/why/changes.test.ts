import type { CaseReport } from '@gongze/domain/report/schema';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { describe, expect, it } from 'vitest';
import { type Change, type Question, whatWouldChange } from './changes.ts';

/** A case in which something holds for 400 days, as long as the fact `a` is there. */
function question(days: number): Question {
  return {
    engine: {
      parameters: standardParameters(),
      variant:
        ({ without, parameters }) =>
        () => {
          const bound = (parameters ?? standardParameters()).get('underIntervention.necessityDaysMin');
          return { holds: without !== 'a' && days >= bound, mild: without === 'b' } as unknown as CaseReport;
        },
    },
    asOf: isoDateOf('2012-01-31'),
    evidence: ['a', 'b', 'c'],
    thresholds: ['underIntervention.necessityDaysMin', 'weakCoordinator.mitigatingStrengthMin'],
    result: (report) => {
      const { holds, mild } = report as unknown as { holds: boolean; mild: boolean };
      return holds ? `active ${mild ? '0.5' : '0.9'}` : undefined;
    },
  };
}

describe('what would change the result', () => {
  const changes = [...whatWouldChange(question(400), 'active 0.9')].filter((change): change is Change => change !== undefined);

  it('names the fact without which it is gone, and the one without which it is milder', () => {
    expect(changes).toContainEqual({ kind: 'fact', fact: 'a', effect: 'gone' });
    expect(changes).toContainEqual({ kind: 'fact', fact: 'b', effect: 'other' });
    expect(changes.some((change) => change.kind === 'fact' && change.fact === 'c')).toBe(false);
  });

  it('finds the first value of the threshold at which it turns', () =>
    expect(changes).toContainEqual({ kind: 'threshold', name: 'underIntervention.necessityDaysMin', value: 401 }));

  it('says which threshold does not decide', () =>
    expect(changes).toContainEqual({ kind: 'idle', name: 'weakCoordinator.mitigatingStrengthMin' }));
});
