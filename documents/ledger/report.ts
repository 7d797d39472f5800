/** What was reported last of a duty, as cells hold it: an import that says the same is no new report. */
import type { ObligationState } from '@gongze/domain/cases/state';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type CaseSource, factOfType } from '../source.ts';
import { RowReader } from './terms.ts';

/** Completion and words of the latest self-report, as cells hold them. */
export function latestReport(
  source: CaseSource,
  { selfReports }: ObligationState,
): { by?: ActorId | undefined; completion?: string | undefined; text?: Bilingual | undefined } {
  const last = selfReports.at(-1);
  const fact = factOfType(source, last?.ref.id, 'progressReported') ?? factOfType(source, last?.ref.id, 'obligationReported');
  const text = fact?.payload.text;
  const reader = new RowReader<'zh' | 'en'>(text ?? {}, { nameOf: () => ({ zh: '', en: '' }), named: () => [] });
  return { by: last?.by, completion: last?.completion, text: reader.both('zh', 'en') };
}
