/**
 * What the two real histories must show. Every expected value is stated by a source outside this project — the dates and
 * readings of the public record, arithmetic on them in the comment — never printed by the engine first.
 */
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { type CaseReport, compareCases, openCase } from '@gongze/domain/report/report';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { describe, expect, test } from 'vitest';
import { editionFacts, loadCase } from './index.ts';

type Edition = 'paper' | 'enriched';
const today = isoDateOf('2026-11-23');

function open(id: 'jingjinji' | 'xixian', edition: Edition = 'enriched', knownOn?: string) {
  const file = loadCase(id);
  return openCase({
    caseId: id as string as CaseId,
    title: file.title,
    actors: file.actors,
    edition,
    facts: editionFacts(file, edition),
    ...(knownOn === undefined ? {} : { knownOn: isoDateOf(knownOn) }),
    parameters: standardParameters(),
    governments: gb2260(),
  });
}

function report(id: 'jingjinji' | 'xixian', asOf: string, edition: Edition = 'enriched', knownOn?: string): CaseReport {
  return open(id, edition, knownOn).reportAt(isoDateOf(asOf));
}

function findingsOf(result: CaseReport, id: string) {
  return result.findings.filter((finding) => finding.id === id);
}
function activeOf(result: CaseReport, id: string) {
  return findingsOf(result, id).filter((finding) => finding.status === 'active');
}
function obligationOf(result: CaseReport, id: string) {
  const obligation = result.obligations.find((own) => own.id === id);
  if (obligation === undefined) throw new Error(`no obligation ${id}`);
  return obligation;
}
function yardstickOf(result: CaseReport, target: number) {
  const yardstick = obligationOf(result, 'air-beijing').yardsticks.find((own) => own.target === target);
  if (yardstick === undefined) throw new Error(`no yardstick ${target}`);
  return yardstick;
}

describe('京津冀, enriched', () => {
  test('the first direct vertical fact is the action plan of 2013-09-10', () => {
    const first = report('jingjinji', '2026-11-23').interventions[0];
    expect(first).toMatchObject({ tier: '000000', from: '2013-09-10', channel: 'policyDocument' });
  });

  // (89.5 − 80.6) / (89.5 − 60) = 8.9 / 29.5 = 0.3017; the path asks 0.35 by the end of 2015.
  test('2015: behind the 60-yardstick, ahead of −25 %, both with whose convention the path is', () => {
    const result = report('jingjinji', '2015-12-31');
    const level = yardstickOf(result, 60);
    const change = yardstickOf(result, -25);
    expect(level).toMatchObject({ value: 80.6, path: 0.35, position: 'behind' });
    expect(level.attained).toBeCloseTo(8.9 / 29.5, 10);
    // 89.5 × 25 % = 22.375; 8.9 / 22.375 = 0.3978 ≥ 0.35.
    expect(change).toMatchObject({ value: 80.6, path: 0.35, position: 'ahead' });
    expect(change.attained).toBeCloseTo(8.9 / 22.375, 10);
    expect(level.pathConvention?.zh).not.toBe(change.pathConvention?.zh);
  });

  // (89.5 − 73) / 29.5 = 0.559 < 0.65.
  test('2016: behind at 56 % against 65 %; 2017: met at 58', () => {
    const before = yardstickOf(report('jingjinji', '2016-12-31'), 60);
    expect(before).toMatchObject({ value: 73, path: 0.65, position: 'behind' });
    expect(before.attained).toBeCloseTo(16.5 / 29.5, 10);
    expect(yardstickOf(report('jingjinji', '2017-12-31'), 60)).toMatchObject({ value: 58, position: 'met' });
    expect(yardstickOf(report('jingjinji', '2017-12-31'), -25)).toMatchObject({ value: 58, position: 'met' });
  });

  test('on 2015-12-31 the mean of 2015 was not yet published', () => {
    const level = yardstickOf(report('jingjinji', '2015-12-31', 'enriched', '2015-12-31'), 60);
    expect(level.value).not.toBe(80.6);
    expect(level.value).toBe(85.9);
  });

  test('weak coordinator: active 2015, mitigated 2016–18, gone with the upgrade, back after the abolition', () => {
    expect(activeOf(report('jingjinji', '2015-06-30'), 'weakCoordinator')).toHaveLength(1);
    for (const date of ['2017-01-31', '2017-12-31', '2018-06-30']) {
      expect(
        findingsOf(report('jingjinji', date), 'weakCoordinator').map((finding) => finding.status),
        date,
      ).toEqual(['mitigated']);
    }
    for (const date of ['2018-07-31', '2018-12-31', '2022-12-31', '2023-09-23']) {
      const result = report('jingjinji', date);
      expect(findingsOf(result, 'weakCoordinator'), date).toEqual([]);
      // Gone because of the powers that the notice gives, not for want of a joint duty.
      expect(result.verdicts.find((own) => own.id === 'weakCoordinator')?.evidence.length, date).toBeGreaterThan(0);
    }
    const back = activeOf(report('jingjinji', '2023-09-24'), 'weakCoordinator');
    expect(back.map((finding) => finding.since)).toEqual(['2023-09-24']);
  });

  test('vague agreement: the framework agreement of 2015-12', () => {
    expect(findingsOf(report('jingjinji', '2015-11-30'), 'vagueAgreement')).toEqual([]);
    expect(activeOf(report('jingjinji', '2016-06-30'), 'vagueAgreement').map((finding) => finding.key)).toEqual([
      'vagueAgreement:framework-2015',
    ]);
  });

  test('acted without result on 2016-07-31, on the 60-yardstick of Beijing only', () => {
    const found = activeOf(report('jingjinji', '2016-07-31'), 'actionWithoutResult').filter((finding) =>
      finding.subjects.includes('air-beijing'),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.key).toContain('60');
  });

  test('the indicator is met by 2018-01-31 and verified during 2018', () => {
    const early = report('jingjinji', '2018-01-31');
    expect(obligationOf(early, 'air-beijing')).toMatchObject({ fulfilledOn: '2017-12-31', verifiedOn: null, schedule: 'met', daysLate: 0 });
    expect(obligationOf(report('jingjinji', '2018-12-31'), 'air-beijing').verifiedOn).toBe('2018-12-31');
  });

  test('one channel entry closes on 2023-09-24, others stay', () => {
    const result = report('jingjinji', '2023-12-31');
    const closing = result.interventions.filter((own) => own.to === '2023-09-24');
    expect(closing).toMatchObject([{ channel: 'organisation', instrument: 'leading-group', from: '2018-07-11' }]);
    expect(result.interventions.filter((own) => own.to === null).length).toBeGreaterThan(0);
  });

  test('the ladder has one rung', () => {
    expect(report('jingjinji', '2016-12-31').ladder).toEqual(['000000']);
  });

  test('whether the priority for Beijing is partial cannot be told, and the answer names its evidence', () => {
    const verdict = report('jingjinji', '2018-12-31').verdicts.find((own) => own.id === 'partialSuperior');
    expect(verdict?.verdict).toBe('undetermined');
    expect(verdict?.evidence.length).toBeGreaterThan(0);
  });

  test('dependence after the exit is undetermined, with what is known', () => {
    const verdict = report('jingjinji', '2026-11-23').verdicts.find((own) => own.id === 'interventionDependence');
    expect(verdict?.verdict).toBe('undetermined');
    expect(verdict?.evidence.length).toBeGreaterThan(0);
  });
});

describe('西咸, enriched', () => {
  test('the metro obligation: overdue from 2011-01-01, met late on 2023-09-21, both readings', () => {
    const metro = obligationOf(report('xixian', '2026-11-23'), 'metro-line-1');
    expect(metro).toMatchObject({
      dueOn: '2010-12-31',
      overdueSince: '2011-01-01',
      fulfilledOn: '2023-09-21',
      daysLate: 4647,
      schedule: 'met',
    });
    expect(metro.readings).toMatchObject([
      { reading: 'strict', dueOn: '2009-12-31', daysLate: 5012 },
      { reading: 'lenient', dueOn: '2010-12-31', daysLate: 4647, isDefault: true },
    ]);
  });

  test('partial openings are partial', () => {
    expect(obligationOf(report('xixian', '2013-08-31'), 'metro-line-1').schedule).toBe('notMet');
    for (const date of ['2013-09-30', '2019-12-31', '2023-09-20']) {
      expect(obligationOf(report('xixian', date), 'metro-line-1'), date).toMatchObject({ schedule: 'partiallyMet', fulfilledOn: null });
    }
  });

  test('roads are unfulfilled in 2011', () => {
    expect(obligationOf(report('xixian', '2011-12-31'), 'roads')).toMatchObject({ fulfilledOn: null, overdueSince: '2011-01-01' });
  });

  // 30 days of grace after 2010-12-31 end on 2011-01-30.
  test('decided, not acted: from 2011-01-31, not a day earlier', () => {
    expect(activeOf(report('xixian', '2011-01-30'), 'decisionWithoutAction').filter((finding) => finding.key.endsWith(':case'))).toEqual(
      [],
    );
    const found = activeOf(report('xixian', '2011-01-31'), 'decisionWithoutAction').find((finding) => finding.key.endsWith(':case'));
    expect(found?.since).toBe('2011-01-31');
  });

  test('both agreements are vague', () => {
    const keys = activeOf(report('xixian', '2005-01-31'), 'vagueAgreement').flatMap((finding) => finding.subjects);
    expect(keys.length).toBe(2);
  });

  test('the superior favours Xi’an: found, since when is unknown', () => {
    for (const date of ['2012-01-31', '2026-11-23']) {
      expect(
        activeOf(report('xixian', date), 'partialSuperior').map((finding) => finding.since),
        date,
      ).toEqual([null]);
    }
  });

  test('the organisational channel is open from 2011-05 and strongest from 2017; no assessment, no inspection', () => {
    const result = report('xixian', '2026-11-23');
    const organisation = result.interventions.filter((own) => own.channel === 'organisation');
    expect(organisation[0]?.from).toMatch(/^2011-05/);
    const strongest = organisation.filter((own) => own.strength === Math.max(...organisation.map((one) => one.strength)));
    expect(strongest[0]?.from).toMatch(/^2017-01/);
    expect(result.interventions.filter((own) => own.channel === 'assessment' || own.channel === 'inspection')).toEqual([]);
    expect(result.sentence.en).toContain('No assessment or inspection');
  });

  test('2012-01-31: the sentence says as many kinds of dilemmas as the table holds', () => {
    const { sentence, findings } = report('xixian', '2012-01-31');
    const kinds = new Set(findings.filter(({ status }) => status === 'active').map(({ id }) => id)).size;
    expect(kinds).toBeGreaterThan(3);
    expect(sentence.zh).toContain(`等${kinds}类。`);
    expect(sentence.en).toContain(`; ${kinds - 3} more.`);
  });

  test('2012-01-31: necessity by time-out, Shaanxi may add instruments, the State Council not yet', () => {
    const { principles, ladder, advice } = report('xixian', '2012-01-31');
    expect(ladder).toEqual(['610000', '000000']);
    expect(principles.necessity).toMatchObject({ holds: true, since: '2011-12-31' });
    expect(principles.necessity.reasons.map((one) => one.id)).toContain('timeOut');
    expect(principles.eligible).toBe('610000');
    expect(principles.superiors.map(({ tier, may }) => [tier, may])).toEqual([
      ['610000', 'addInstruments'],
      ['000000', 'notYet'],
    ]);
    expect(principles.superiors[0]?.already).toEqual(['organisation']);
    const order = advice.map((own) => own.instrument).filter((own) => ['datesAndTargets', 'assessment', 'inspection'].includes(own));
    expect(order).toEqual(['datesAndTargets', 'assessment', 'inspection']);
    expect(advice.every((own) => own.exit.zh.length > 0 && own.tier === '610000')).toBe(true);
  });

  // Necessity from 2011-12-31; 365 days later is 2012-12-30.
  test('under-intervention is found from 2012-12-30 on', () => {
    expect(findingsOf(report('xixian', '2012-12-29'), 'underIntervention')).toEqual([]);
    expect(activeOf(report('xixian', '2012-12-30'), 'underIntervention').map((finding) => finding.since)).toEqual(['2012-12-30']);
    expect(activeOf(report('xixian', '2026-11-23'), 'underIntervention')).toHaveLength(1);
  });
});

describe('paper edition', () => {
  test('no baseline and no path, so never behind a path; the target itself is judged', () => {
    const early = report('jingjinji', '2015-12-31', 'paper');
    expect(obligationOf(early, 'air-beijing').yardsticks).toMatchObject([
      { target: 60, path: null, baseline: null, value: 80, position: 'unknown' },
    ]);
    expect(obligationOf(report('jingjinji', '2017-12-31', 'paper'), 'air-beijing').yardsticks).toMatchObject([
      { value: 58, position: 'met' },
    ]);
  });

  test('nothing of it was known before the article appeared', () => {
    expect(report('xixian', '2012-01-31', 'paper', '2024-03-30').facts).toBe(0);
  });

  test('the article’s own conclusions come out', () => {
    const xixian = report('xixian', '2012-01-31', 'paper');
    expect(activeOf(xixian, 'decisionWithoutAction').length).toBeGreaterThan(0);
    expect(activeOf(xixian, 'vagueAgreement').length).toBeGreaterThan(0);
    expect(xixian.principles.eligible).toBe('610000');
    const jingjinji = report('jingjinji', '2015-12-31', 'paper');
    expect(activeOf(jingjinji, 'weakCoordinator').length).toBeGreaterThan(0);
    expect(activeOf(jingjinji, 'vagueAgreement').length).toBeGreaterThan(0);
    expect(activeOf(jingjinji, 'freeRiding').length).toBeGreaterThan(0);
  });
});

test('a report answers to its own schema in both editions at many dates', async () => {
  const { caseReportSchema } = await import('@gongze/domain/report/report');
  for (const id of ['jingjinji', 'xixian'] as const) {
    for (const edition of ['paper', 'enriched'] as const) {
      const opened = open(id, edition);
      for (let year = 2000; year <= 2026; year++) {
        const result = caseReportSchema.safeParse(opened.reportAt(isoDateOf(`${year}-06-30`)));
        expect(result.error?.issues ?? [], `${id} ${edition} ${year}`).toEqual([]);
      }
    }
  }
  expect(today).toBe('2026-11-23');
});

describe('the two cases side by side', () => {
  const comparison = compareCases(open('jingjinji'), open('xixian'), isoDateOf('2017-12-31'));

  test('variables stand as on the time axis: two decimals, not per cent', () => {
    const rows = comparison.rows.filter(({ group }) => group === 'variables');
    expect(rows.length).toBeGreaterThan(3);
    for (const { cells } of rows)
      for (const { value, text } of cells)
        if (value !== null) expect([text.zh, text.en]).toEqual([(value as number).toFixed(2), (value as number).toFixed(2)]);
  });
  const rowOf = (measure: string) => comparison.rows.find((row) => row.measure === measure);

  test('what differs is what the article says differs: assessment, inspection, and what came of it', () => {
    for (const measure of [
      'assessment',
      'inspection',
      'accountability',
      'binding',
      'institution',
      'action',
      'overdue',
      'underIntervention',
    ]) {
      expect(rowOf(measure)?.differs, measure).toBe(true);
    }
  });

  test('what is alike is alike: both texts are vague, both have organisational intervention', () => {
    expect(rowOf('vagueAgreement')?.differs).toBe(false);
    expect(rowOf('organisation')?.differs).toBe(false);
  });

  test('what one case does not tell is not called a difference', () => {
    expect(rowOf('partialSuperior')?.differs).toBeNull();
  });

  test('over the days on which Beijing-Tianjin-Hebei got the action plan, the institution of Xi’an-Xianyang did not move', () => {
    const plan = comparison.parallel[0].find((reading) => reading.instrument === 'action-plan');
    expect(plan?.on).toBe('2013-09-10');
    expect((plan?.own.after ?? 0) - (plan?.own.before ?? 0)).toBeGreaterThan(0.05);
    expect(plan?.other.after).toBe(plan?.other.before);
  });
});
