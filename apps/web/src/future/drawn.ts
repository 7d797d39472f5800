import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Band } from '@gongze/studies/simulation/what-if/future';

/** The fan as the axis draws it: the first month begins on the date, one value a month. */
export interface DrawnFan {
  readonly asOf: IsoDate;
  readonly median: readonly number[];
  readonly half: Band;
  readonly wide: Band;
}
