/**
 * Evidence for a hypothesis, and what kind of test it is. A likelihood is a judgement: it has a range, a reason, and can be changed.
 *
 * Sources: S. Van Evera, Guide to Methods for Students of Political Science, Ithaca 1997, pp. 31–34 (the four tests); A. Bennett, Process
 * tracing and causal inference, in H. Brady and D. Collier (eds), Rethinking Social Inquiry, 2nd ed., Lanham 2010, 207–219.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

/** A probability as it is judged, with the least and the most that could be argued for. */
export interface Likelihood {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface Evidence {
  readonly id: string;
  readonly text: Bilingual;
  /** Whether it was seen; `null` = the facts do not say, and nothing follows. */
  readonly observed: boolean | null;
  /** How probable seeing it is if the hypothesis holds, and if it does not. */
  readonly ifTrue: Likelihood;
  readonly ifFalse: Likelihood;
  readonly reason: Bilingual;
  /** Pieces of one group come from one source or one event and count together as one. */
  readonly group: string;
  readonly facts: readonly string[];
}

/** What passing and failing a test does to a hypothesis. */
export type TestKind = 'strawInTheWind' | 'hoop' | 'smokingGun' | 'doublyDecisive';

/** From which likelihood seeing something is as good as certain, and up to which it is as good as excluded. Conventions of this product. */
export interface TestThresholds {
  readonly certainFrom: number;
  readonly excludedTo: number;
}

export const standardThresholds: TestThresholds = { certainFrom: 0.9, excludedTo: 0.1 };

/**
 * The kind of test: what must be seen if the hypothesis holds is a hoop to jump through; what is hardly seen unless it holds is a smoking
 * gun; both at once decide; neither is a straw in the wind.
 */
export function testKind(ifTrue: number, ifFalse: number, { certainFrom, excludedTo }: TestThresholds = standardThresholds): TestKind {
  const certain = ifTrue >= certainFrom;
  const unique = ifFalse <= excludedTo;
  if (certain && unique) return 'doublyDecisive';
  if (certain) return 'hoop';
  return unique ? 'smokingGun' : 'strawInTheWind';
}

export const testNames: Readonly<Record<TestKind, Bilingual>> = {
  strawInTheWind: { zh: '风中稻草检验', en: 'straw in the wind' },
  hoop: { zh: '环箍检验', en: 'hoop test' },
  smokingGun: { zh: '冒烟手枪检验', en: 'smoking gun' },
  doublyDecisive: { zh: '双重决定性检验', en: 'doubly decisive' },
};

/** What follows from the test as it came out; for a piece that is unknown, nothing. */
export function testOutcome({ observed, ifTrue, ifFalse }: Evidence, thresholds: TestThresholds = standardThresholds): Bilingual {
  if (observed === null) return { zh: '材料未载，不作推断。', en: 'The facts do not say; nothing follows.' };
  const kind = testKind(ifTrue.likely, ifFalse.likely, thresholds);
  const passed: Readonly<Record<TestKind, Bilingual>> = {
    strawInTheWind: { zh: '略有支持。', en: 'Speaks for it a little.' },
    hoop: { zh: '未被排除，但不足以确认。', en: 'Not excluded, and not confirmed by that.' },
    smokingGun: { zh: '有力确认。', en: 'Strongly confirms it.' },
    doublyDecisive: { zh: '确认，且排除相反情形。', en: 'Confirms it, and excludes its opposite.' },
  };
  const failed: Readonly<Record<TestKind, Bilingual>> = {
    strawInTheWind: { zh: '略有不利。', en: 'Speaks against it a little.' },
    hoop: { zh: '基本排除。', en: 'All but excludes it.' },
    smokingGun: { zh: '略有不利，并未排除。', en: 'Speaks against it a little; does not exclude it.' },
    doublyDecisive: { zh: '排除。', en: 'Excludes it.' },
  };
  return observed ? passed[kind] : failed[kind];
}
