import type { CaseReport } from '@gongze/domain/report/schema';

/** Key of the text that says why there is no advice. */
export function noAdviceReason({ principles }: CaseReport) {
  const { holds } = principles.necessity;
  if (holds === true) return 'superiors.noAdvice';
  return holds === null ? 'superiors.openNecessity' : 'superiors.noNecessity';
}
