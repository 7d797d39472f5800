import { dilemmaIds, channels } from '@gongze/domain/vocabulary/levels';
import { commandNames, schemaOf } from '@gongze/domain/decisions/schemas';
import { commandTitles } from '@gongze/domain/decisions/titles';
import { payloadSchemas } from '@gongze/domain/events/catalogue';
import { describe, expect, it } from 'vitest';
import { choiceWords, fieldWords } from '../work/words.ts';
import { type Field, fieldOf, fieldsOf } from './describe.ts';

function every(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [
    field,
    ...(field.kind === 'group' ? every(field.fields) : []),
    ...(field.kind === 'list' ? every([field.of]) : []),
    ...(field.kind === 'either' ? field.options.flatMap((option) => (option.kind === 'group' ? every(option.fields) : [])) : []),
  ]);
}

describe('forms', () => {
  it.each([...commandNames])('%s: every field and choice has words in both languages', (name) => {
    const fields = every(fieldsOf(schemaOf(name)));
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      expect(fieldWords, field.name).toHaveProperty(field.name);
      if (field.kind !== 'choice' || field.name === 'channel' || field.name === 'dilemma') continue;
      for (const option of field.options) expect(choiceWords[field.name], `${field.name}: ${option}`).toHaveProperty(option);
    }
    expect(commandTitles[name].zh).not.toBe(commandTitles[name].en);
  });
  it('channels and dilemmas are named by the domain', () => {
    expect(channels.length + dilemmaIds.length).toBeGreaterThan(30);
  });
  it('reads kinds, bounds and constants off the schema', () => {
    const fields = fieldsOf(payloadSchemas.instrumentApplied);
    const of = (name: string) => fields.find((field) => field.name === name);
    expect(of('strength')).toEqual({ name: 'strength', optional: false, kind: 'number', integer: true, min: 1, max: 5 });
    expect(of('targets')).toMatchObject({ kind: 'list', least: 1, of: { kind: 'actor' } });
    expect(of('provisions')).toMatchObject({ kind: 'shares', optional: true });
    expect(of('tier')).toMatchObject({ kind: 'government' });
    const target = every(fieldsOf(payloadSchemas.obligationDrafted)).find((field) => field.name === 'target');
    expect(target).toMatchObject({ kind: 'either', options: [{ constants: { kind: 'level' } }, { constants: { kind: 'changePercent' } }] });
  });
  it('stops at a schema it has no field for', () => {
    expect(() => fieldOf('x', { _zod: { def: { type: 'map' } } })).toThrow(/no form field/);
  });
});
