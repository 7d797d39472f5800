/** Rules of correction: what is corrected is on record, is no correction itself, and gets a valid replacement. */
import { isChange } from '../events/change.ts';
import { payloadSchemas } from '../events/catalogue.ts';
import type { Payload } from '../events/catalogue.ts';
import type { FactId } from '../vocabulary/ids.ts';
import type { Rule } from './context.ts';
import { both, refuse } from './refusal.ts';
import { unknown } from './subjects.ts';

export const targetStands: Rule<{ target: FactId }> = ({ target }, { factOf }) => {
  const fact = factOf(target);
  if (fact === undefined) return unknown('事实', 'fact', target);
  return isChange(fact)
    ? refuse(
        'wrongState',
        both('更正本身不能再被更正。', 'A correction is not corrected itself.'),
        both('对原事实另作更正。', 'Correct the original fact again.'),
      )
    : undefined;
};

export const replacementValid: Rule<Payload<'factCorrected'>> = ({ target, replacement }, { factOf }) => {
  const type = factOf(target)?.type;
  if (type === undefined || replacement.payload === undefined) return undefined;
  const parsed = payloadSchemas[type].safeParse(replacement.payload);
  if (parsed.success) return undefined;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return refuse(
    'incomplete',
    both(`更正后的内容不合格式：${path}。`, `The replacement does not fit its type: ${path}.`),
    both('补齐该字段。', 'Supply that field.'),
  );
};
