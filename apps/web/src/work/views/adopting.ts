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

export function newTable(kind: (typeof ruleTableKinds)[number]): TypedFields {
  return { subject: 'evaluation', table: { option: String(ruleTableKinds.indexOf(kind)), value: {} } };
}
