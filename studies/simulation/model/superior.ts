/** The superior tier month by month: comes, climbs, holds, tapers, leaves, comes back. Its memory is six numbers. */
import { exitKinds, onsetKinds, policyPlaces as at } from './policy.ts';

/** Places in the memory of the superior. */
export const superior = {
  strength: 0,
  level: 1,
  /** Months since onset, −1 when it is not there. */
  age: 2,
  monthsBelow: 3,
  monthsAbove: 4,
  /** Month of the intervention in which it began to leave, −1 before. */
  leavingSince: 5,
  /** Months on this tier, for escalation. */
  onTier: 6,
  /** Interventions so far. */
  count: 7,
} as const;
export const superiorSize = 8;

const never = onsetKinds.indexOf('never');
const atMonth = onsetKinds.indexOf('month');
const none = exitKinds.indexOf('none');
const abrupt = exitKinds.indexOf('abrupt');
const linear = exitKinds.indexOf('linear');
const exponentialExit = exitKinds.indexOf('exponential');
const performance = exitKinds.indexOf('performance');

/** An exponential taper that has fallen below this share of its strength is over. */
const spent = 0.02;

function begins(memory: Float64Array, policy: Float64Array, month: number): boolean {
  const kind = policy[at.onset] as number;
  if (kind === never) return false;
  const again = (memory[superior.count] as number) > 0;
  if (kind === atMonth && !again) return month === policy[at.onsetMonth];
  // Only an exit by performance is followed by another intervention.
  if (again && policy[at.exit] !== performance) return false;
  return (memory[superior.monthsBelow] as number) >= (policy[at.thetaMonths] as number);
}

function leaves(memory: Float64Array, policy: Float64Array): boolean {
  const kind = policy[at.exit] as number;
  if (kind === none || (memory[superior.age] as number) < (policy[at.holdMonths] as number)) return false;
  return kind !== performance || (memory[superior.monthsAbove] as number) >= (policy[at.thetaExitMonths] as number);
}

/** Share of the strength that is left, `since` months into the exit; 0 = gone. */
function left(policy: Float64Array, since: number): number {
  const kind = policy[at.exit] as number;
  const taper = policy[at.taperMonths] as number;
  if (kind === abrupt || taper === 0) return 0;
  if (kind === linear || kind === performance) return Math.max(0, 1 - (since + 1) / (taper + 1));
  if (kind === exponentialExit) {
    const share = Math.exp(-(since + 1) / taper);
    return share < spent ? 0 : share;
  }
  return 1;
}

function climb(memory: Float64Array, policy: Float64Array): void {
  const every = policy[at.escalateEvery] as number;
  memory[superior.onTier] = (memory[superior.onTier] as number) + 1;
  const failing = (memory[superior.monthsBelow] as number) > 0;
  if (
    every === 0 ||
    !failing ||
    (memory[superior.onTier] as number) < every ||
    (memory[superior.level] as number) >= (policy[at.tiersAbove] as number)
  )
    return;
  memory[superior.level] = (memory[superior.level] as number) + 1;
  memory[superior.onTier] = 0;
}

/** Moves the superior to `month`, given the smoothed performance of the month before. */
export function moveSuperior(memory: Float64Array, policy: Float64Array, month: number, performanceNow: number): void {
  memory[superior.monthsBelow] = performanceNow < (policy[at.theta] as number) ? (memory[superior.monthsBelow] as number) + 1 : 0;
  memory[superior.monthsAbove] = performanceNow > (policy[at.thetaExit] as number) ? (memory[superior.monthsAbove] as number) + 1 : 0;
  if ((memory[superior.age] as number) < 0) {
    if (!begins(memory, policy, month)) return;
    memory[superior.age] = 0;
    memory[superior.leavingSince] = -1;
    memory[superior.onTier] = 0;
    memory[superior.count] = (memory[superior.count] as number) + 1;
  } else {
    memory[superior.age] = (memory[superior.age] as number) + 1;
    if ((memory[superior.leavingSince] as number) < 0) {
      if (leaves(memory, policy)) memory[superior.leavingSince] = memory[superior.age] as number;
      else climb(memory, policy);
    }
  }
  const since = memory[superior.leavingSince] as number;
  const share = since < 0 ? 1 : left(policy, (memory[superior.age] as number) - since);
  const full = Math.min(1, (policy[at.strength] as number) * (1 + (policy[at.escalateBy] as number) * (memory[superior.level] as number)));
  memory[superior.strength] = full * share;
  if (share === 0) memory[superior.age] = -1;
}
