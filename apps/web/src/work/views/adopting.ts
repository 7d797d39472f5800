/** A rule table in the form: the next version opens on what stands, a new one on its kind. */
import { schemaOf } from '@gongze/domain/decisions/schemas';
import type { TableVersion } from '@gongze/domain/stages/ruleTables/inForce';
import type { Language } from '@gongze/domain/vocabulary/text';
import { fieldsOf } from '../../forms/describe.ts';
import { type Typed, type TypedFields, typedOf } from '../../forms/value.ts';

/** In the order in which the schema offers them. */
export const ruleTableKinds = ['assessment', 'accountability', 'escalation'] as const;

/** Everything of the version that a later one starts from; its days are those of the new fact. */
export function nextVersion({ rule, title, by, scope, table }: TableVersion, lang: Language): TypedFields {
  const field = fieldsOf(schemaOf('adoptRule')).find(({ name }) => name === 'table');
  const typed: Typed = field === undefined ? undefined : typedOf(field, table, lang);
  return {
    rule,
    title: title.zh === title.en ? { [lang]: title[lang] } : { ...title },
    subject: 'evaluation',
    by: [...by],
    scope: [...scope],
    table: typed,
  };
}

/** Steps to begin with, to be changed: each colour once, the gravest for the nearest superior of all who owe. */
const usualSteps: readonly Typed[] = [
  { slip: 'blue', graceDays: '3', up: '0' },
  { slip: 'orange', graceDays: '3', up: '0' },
  { slip: 'red', graceDays: '3', up: '1' },
];

const usualTitle = { zh: '督办单逐级发出规则', en: 'How slips follow one another' };

/** `scope`: for whom it is to hold. */
export function newTable(kind: (typeof ruleTableKinds)[number], scope: readonly string[]): TypedFields {
  if (kind === 'escalation')
    return {
      title: usualTitle,
      subject: 'evaluation',
      scope: [...scope],
      table: { option: String(ruleTableKinds.indexOf(kind)), value: { steps: usualSteps } },
    };
  return { subject: 'evaluation', scope: [...scope], table: { option: String(ruleTableKinds.indexOf(kind)), value: {} } };
}
