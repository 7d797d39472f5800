/**
 * Lights of supervision (绿、黄、红、灰、蓝): one colour per duty and day, with the reason. Derived from the clock, never set
 * by hand. Colours and their meaning follow municipal supervision platforms; the days are conventions and can be changed.
 */
import { addDays, daysBetween, type IsoDate } from '../vocabulary/dates.ts';
import type { Parameters } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { Duty } from './duties.ts';
import { both } from './explain.ts';

export const lights = ['red', 'yellow', 'grey', 'green', 'blue'] as const;
/** `red` behind · `yellow` near its time limit and not reported · `grey` extended or suspended · `green` on track · `blue` done. */
export type Light = (typeof lights)[number];

export interface LightReading {
  readonly light: Light;
  readonly why: Bilingual;
  /** Day on which the light turns next by the clock alone. */
  readonly turnsOn: IsoDate | null;
}

function reading(light: Light, zh: string, en: string, turnsOn: IsoDate | null = null): LightReading {
  return { light, why: both(zh, en), turnsOn };
}

/** First day of yellow: the later of a share of the way and a number of days would warn too late, so the earlier counts. */
function warnsFrom({ obligation, dueOn }: Duty, due: IsoDate, parameters: Parameters): IsoDate {
  const start = obligation.inEffect?.on ?? obligation.created.on;
  const total = Math.max(0, daysBetween(start, dueOn ?? due));
  const left = Math.max(parameters.get('lights.yellowDaysLeft'), Math.floor(total * parameters.get('lights.yellowShareLeft')));
  return addDays(due, -left);
}

const hasReported = ({ obligation: { status } }: Duty): boolean => status === 'reported' || status === 'underReview';

/** The light of a duty on `asOf`; `undefined` for a draft that binds nobody yet, and for one discharged. */
export function lightOf(duty: Duty, asOf: IsoDate, parameters: Parameters): LightReading | undefined {
  const { obligation, dueOn } = duty;
  if (obligation.discharged !== undefined) return undefined;
  if (!duty.open) return reading('blue', '已办结。', 'Done.');
  if (obligation.inEffect === undefined) return undefined;
  if (obligation.suspended !== undefined) return reading('grey', '已中止，期限暂停。', 'Suspended: the clock stands.');
  if (dueOn === undefined) return reading('green', '未设时限。', 'It has no date.');
  if (duty.overdue)
    return reading('red', `已逾期${duty.daysLate}天。`, `${duty.daysLate} ${duty.daysLate === 1 ? 'day' : 'days'} overdue.`);
  const behind = duty.yardsticks.find((own) => own.position === 'behind' || own.position === 'missed');
  if (behind !== undefined) return reading('red', '未达到路径要求的进度。', 'Behind the path of its indicator.', addDays(dueOn, 1));
  if (hasReported(duty)) return reading('green', '已反馈，待审核。', 'Reported, waiting for review.', addDays(dueOn, 1));
  const warns = warnsFrom(duty, dueOn, parameters);
  const left = daysBetween(asOf, dueOn);
  if (asOf >= warns) {
    return reading(
      'yellow',
      `距到期${left}天，尚未反馈。`,
      `${left} ${left === 1 ? 'day' : 'days'} left and not reported.`,
      addDays(dueOn, 1),
    );
  }
  if (obligation.extension !== undefined) return reading('grey', `已准予延期至${dueOn}。`, `Extended to ${dueOn}.`, warns);
  return reading('green', `距到期${left}天。`, `${left} days left.`, warns);
}
