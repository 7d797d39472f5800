/** The fan of the future in a thread of its own: moving the date stays smooth. */
import type { CaseReport } from '@gongze/domain/report/schema';
import type { Refusal } from '@gongze/studies/parameters/parameters';
import { type Future, futureOf } from '@gongze/studies/simulation/what-if/future';
import type { PresetId } from '@gongze/studies/simulation/what-if/policies';

export interface AskedFuture {
  readonly number: number;
  readonly report: CaseReport;
  readonly policy: PresetId;
  readonly months: number;
}

export type ToldFuture =
  | { readonly number: number; readonly future: Future }
  | { readonly number: number; readonly refusals: readonly Refusal[] };

addEventListener('message', ({ data: { number, report, policy, months } }: MessageEvent<AskedFuture>) => {
  const told = futureOf(report, policy, months);
  postMessage((told.ok ? { number, future: told.value } : { number, refusals: told.refusals }) satisfies ToldFuture);
});
