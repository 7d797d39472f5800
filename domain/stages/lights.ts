/**
 * Lights of supervision (绿、黄、红、灰、蓝): one colour per duty and day, with the reason. Derived from the clock, never set
 * by hand. Colours and their meaning follow municipal supervision platforms; the days are conventions and can be changed.
 */
import { addDays, daysBetween, type IsoDate } from '../vocabulary/dates.ts';
import type { Parameters } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { Duty } from './duties.ts';
import { both, dateText, grouped } from './explain.ts';

export const lights = ['red', 'yellow', 'grey', 'green', 'blue'] as const;
/** `red` behind · `yellow` near its time limit and not reported · `grey` extended, suspended or not signed · `green` on track · `blue` done. */
export type Light = (typeof lights)[number];

/** Why a light shows; with the light it says which sentence explains it. */
export const lightReasons = ['done', 'unsigned', 'suspended', 'noDate', 'overdue', 'behind', 'reported', 'left', 'extended'] as const;
export type LightReason = (typeof lightReasons)[number];

export interface LightReading {
  readonly light: Light;
  readonly reason: LightReason;
  readonly why: Bilingual;
  /** Day on which the light turns next by the clock alone. */
  readonly turnsOn: IsoDate | null;
}

/** What the sentence counts: days left before, or days late after, the due date. */
export interface LightCount {
  readonly light: Light;
  readonly reason: LightReason;
  readonly dueOn: IsoDate | null;
  readonly days: number;
}

const counted = (days: number): string => `${grouped(days)} ${days === 1 ? 'day' : 'days'}`;

/** The sentence that explains a light. */
export function lightText({ light, reason, dueOn, days }: LightCount): Bilingual {
  switch (reason) {
    case 'done':
      return both('已办结。', 'Done.');
    case 'unsigned':
      return both('协议尚未签署，事项尚不生效，不计逾期。', 'The agreement is not signed: it binds nobody yet, and is not late.');
    case 'suspended':
      return both('已中止，期限暂停。', 'Suspended: the clock stands.');
    case 'noDate':
      return both('未设时限。', 'It has no date.');
    case 'overdue':
      return both(`已逾期${grouped(days)}天。`, `${counted(days)} overdue.`);
    case 'behind':
      return both('未达到路径要求的进度。', 'Behind the path of its indicator.');
    case 'reported':
      return both('已反馈，待审核。', 'Reported, waiting for review.');
    case 'extended':
      return dueOn === null
        ? both('已准予延期。', 'Extended.')
        : both(`已准予延期至${dateText(dueOn).zh}。`, `Extended to ${dateText(dueOn).en}.`);
    case 'left':
      return light === 'yellow'
        ? both(`距到期${grouped(days)}天，尚未反馈。`, `${counted(days)} left and not reported.`)
        : both(`距到期${grouped(days)}天。`, `${counted(days)} left.`);
  }
}

/** First day of yellow: the later of a share of the way and a number of days would warn too late, so the earlier counts. */
export function warnsFrom({ obligation }: Duty, dueOn: IsoDate, parameters: Parameters): IsoDate {
  // A round begins where the one before was due: else a duty of many years would be near its limit all the time.
  const start = obligation.rounds.at(-1)?.dueOn ?? obligation.inEffect?.on ?? obligation.created.on;
  const total = Math.max(0, daysBetween(start, dueOn));
  const left = Math.max(parameters.get('lights.yellowDaysLeft'), Math.floor(total * parameters.get('lights.yellowShareLeft')));
  return addDays(dueOn, -left);
}

const hasReported = ({ obligation: { status } }: Duty): boolean => status === 'reported' || status === 'underReview';

/** The light of a duty on `asOf`; `undefined` for a draft that binds nobody yet, and for one discharged. */
export function lightOf(duty: Duty, asOf: IsoDate, parameters: Parameters): LightReading | undefined {
  const { obligation, dueOn } = duty;
  if (obligation.discharged !== undefined) return undefined;
  const reading = (light: Light, reason: LightReason, turnsOn: IsoDate | null = null, days = 0): LightReading => {
    return { light, reason, why: lightText({ light, reason, dueOn: dueOn ?? null, days }), turnsOn };
  };
  if (!duty.open) return reading('blue', 'done');
  // What all have accepted waits for the signature alone; what nobody has accepted shows no light.
  if (duty.unsigned && obligation.status === 'accepted') return reading('grey', 'unsigned');
  if (obligation.inEffect === undefined) return undefined;
  if (obligation.suspended !== undefined) return reading('grey', 'suspended');
  if (dueOn === undefined) return reading('green', 'noDate');
  if (duty.overdue) return reading('red', 'overdue', null, duty.daysLate);
  const behind = duty.yardsticks.find((own) => own.position === 'behind' || own.position === 'missed');
  if (behind !== undefined) return reading('red', 'behind', addDays(dueOn, 1));
  if (hasReported(duty)) return reading('green', 'reported', addDays(dueOn, 1));
  const warns = warnsFrom(duty, dueOn, parameters);
  const left = daysBetween(asOf, dueOn);
  if (asOf >= warns) return reading('yellow', 'left', addDays(dueOn, 1), left);
  return obligation.extension !== undefined ? reading('grey', 'extended', warns) : reading('green', 'left', warns, left);
}
