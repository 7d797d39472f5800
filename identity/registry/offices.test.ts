import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { expect, test } from 'vitest';
import { recordOf } from '../testing/keys.ts';
import { foldOffices, isVacant } from './offices.ts';

const record = (type: string, payload: unknown) => recordOf('registry:offices', type, payload);
const created = record('officeCreated', { office: 'o1', actor: '610100', roles: ['signer'] });
const assigned = (person: string) => record('officeAssigned', { office: 'o1', person });
const left = (person: string) => record('officeRelinquished', { office: 'o1', person });
const city = '610100' as ActorId;

test('a person leaves, the office stays and passes on', () => {
  const offices = foldOffices([created, assigned('p1'), left('p1'), assigned('p2')]);
  expect([...(offices.offices.get('o1')?.holders ?? [])]).toEqual(['p2']);
  expect(isVacant(offices, city)).toBe(false);
  expect(isVacant(foldOffices([created, assigned('p1'), left('p1')]), city)).toBe(true);
  expect(isVacant(foldOffices([created]), city)).toBe(true);
});

test('records that do not fit change nothing and are shown', () => {
  const offices = foldOffices([
    created,
    created,
    assigned('p1'),
    left('p2'),
    record('officeAssigned', { office: 'o9', person: 'p1' }),
    record('nonsense', {}),
  ]);
  expect(offices.loose).toHaveLength(4);
  expect(offices.offices.size).toBe(1);
});

test('auditor and operator are held alone, and nobody is given the role of the public', () => {
  for (const roles of [['auditor', 'signer'], ['operator', 'registrar'], ['public'], [], ['signer', 'signer']])
    expect(foldOffices([record('officeCreated', { office: 'o2', actor: '610100', roles })]).offices.size, roles.join()).toBe(0);
});

test('a record that carries a name or an address is no record of the registry', () => {
  for (const extra of [{ name: '张三' }, { email: 'a@example.org' }])
    expect(foldOffices([created, record('officeAssigned', { office: 'o1', person: 'p1', ...extra })]).loose).toHaveLength(1);
});
