import type { CaseReport } from '@gongze/domain/report/schema';

export type Light = 'done' | 'onTrack' | 'near' | 'late' | 'pause' | 'undated';

/** Green on track, red past due or missed, grey suspended or extended, blue done; without a deadline there is no light. */
export function lightOf(duty: CaseReport['obligations'][number]): Light {
  // What binds nobody yet has no clock that could run.
  if (duty.status === 'suspended' || duty.unsigned) return 'pause';
  if (duty.fulfilledOn !== null || duty.verifiedOn !== null || duty.schedule === 'met') return 'done';
  if (duty.dueOn === null) return 'undated';
  if (duty.overdueSince !== null || duty.schedule === 'notMet') return 'late';
  if (duty.schedule === 'partiallyMet') return 'near';
  return duty.readings.some(({ reading }) => reading === 'extended') ? 'pause' : 'onTrack';
}
