/** Whether an outsider could check an English aim: verb, object and measure. */
import type { AimClass } from '../reading.ts';
import { aims } from './aims.data.ts';

const airy =
  /\b(?:cooperation|co-operation|collaboration|dialogue|understanding|ties|relations(?:hips?)?|friendship|trust|growth|development|prosperity|awareness|excellence|resilience|quality|environment|efforts|exchanges?|engagement|culture|synerg\w+|partnerships?|potential|opportunities|innovation|connectivity|well-being|wellbeing|livability|sustainability|vision|goals?|commitment|spirit|best practices?|solutions?|integration|competitiveness|identity|values)\b/i;

export interface AimFacts {
  readonly verb: string;
  readonly object: string;
  readonly hasIndicator: boolean;
  readonly hasDeadline: boolean;
}

export function aimClassOf({ verb, object, hasIndicator, hasDeadline }: AimFacts): AimClass {
  const listed = aims.get(verb.toLowerCase());
  if (/^(?:is|are|be)$/i.test(verb)) return hasIndicator ? 'concrete' : 'aspirational';
  if (hasIndicator && listed !== undefined) return 'concrete';
  if (listed === 'concrete') return airy.test(object) && !hasDeadline ? 'aspirational' : 'concrete';
  if (listed === 'mixed') return airy.test(object) ? 'aspirational' : 'mixed';
  if (listed === 'aspirational') return 'aspirational';
  return hasIndicator || hasDeadline ? 'concrete' : airy.test(object) ? 'aspirational' : 'mixed';
}
