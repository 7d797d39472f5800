/** The second matrix: offices, keys, persons, webhooks, and what is nobody's own. With its own oracle in words. */
import { otherActions } from '@gongze/application/permissions/caller';
import type { Caller, OtherAction, Resource } from '@gongze/application/ports';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { callers } from './matrix.ts';
import { above, places } from './places.ts';

const host = '610100';
/** A joint body as the registry knows it: two cities, hosted by the first. */
export const registered = {
  body: 'body:joint' as ActorId,
  members: [host, '610400'] as string[] as ActorId[],
  over: [],
  powers: [],
  host: host as ActorId,
};

export interface OfficeCell {
  readonly caller: Caller;
  readonly action: OtherAction;
  readonly resource: Resource;
  readonly expected: boolean;
}

const kinds: Readonly<Partial<Record<OtherAction, Resource['kind']>>> = {
  createOffice: 'office',
  assignOffice: 'office',
  withdrawOffice: 'office',
  relinquishOffice: 'office',
  invite: 'office',
  registerKey: 'key',
  rotateKey: 'key',
  revokeKey: 'key',
  readPersons: 'person',
  manageWebhooks: 'webhook',
  listCases: 'system',
  readLog: 'log',
  readRegistry: 'registry',
  exportAll: 'system',
  operate: 'system',
};

function isBelow(actor: string, me: string): boolean {
  if (actor === me) return true;
  if (actor === 'body:joint') return isBelow('610000', me);
  const next = actor.includes('/') ? actor.split('/')[0] : above[actor];
  return next !== undefined && isBelow(next, me);
}

function appoints(me: string, actor: string | undefined, vacant: boolean): boolean {
  if (actor === undefined) return false;
  const ownHouse = actor === me || actor.split('/')[0] === me || (actor === 'body:joint' && me === host);
  return ownHouse || (vacant && isBelow(actor, me));
}

/** The answer that the words of the product give. */
function officeOracle({ caller, action, resource }: Omit<OfficeCell, 'expected'>): boolean {
  const { actor: me, roles, office, person } = caller;
  const has = (role: string): boolean => (roles as readonly string[]).includes(role);
  const { actor, vacant = false } = resource;
  const ownOffice = office !== undefined && resource.office === office;
  const ownPerson = person !== undefined && resource.person === person;
  const barred = has('auditor') || has('operator');
  switch (action) {
    case 'listCases':
    case 'readLog':
    case 'readRegistry':
      return true;
    case 'exportAll':
      return has('auditor');
    case 'operate':
      return has('operator');
    case 'readPersons':
      return has('auditor') || ownPerson || (has('signer') && me !== undefined && me === actor);
    case 'manageWebhooks':
      return !barred && (has('registrar') || has('secretariat')) && me !== undefined && me === actor;
    case 'relinquishOffice':
      return ownPerson;
    case 'withdrawOffice':
    case 'createOffice':
    case 'assignOffice':
    case 'invite':
      return !barred && has('signer') && me !== undefined && appoints(me, actor, vacant);
    case 'registerKey':
    case 'rotateKey':
      return !barred && has('signer') && ownOffice;
    case 'revokeKey':
      return !barred && has('signer') && (ownOffice || (me !== undefined && actor !== undefined && isBelow(actor, me)));
    default:
      return false;
  }
}

function thingsOf({ office, person }: Caller, kind: Resource['kind']): readonly Resource[] {
  if (kind === 'log' || kind === 'registry' || kind === 'system') return [{ kind }];
  const owners = [...places.filter((place) => place !== 'body:assess' && place !== 'body:weak' && place !== 'body:elsewhere'), undefined];
  return owners.flatMap((actor) =>
    [false, true].flatMap((vacant) =>
      [
        { office: 'another', person: 'somebody' },
        { office: office ?? 'another', person: 'somebody' },
        { office: 'another', person: person ?? 'somebody' },
        {},
      ].map(
        (who): Resource => ({
          kind,
          vacant,
          bodies: [registered],
          ...who,
          ...(actor === undefined ? {} : { actor: actor as string as ActorId }),
        }),
      ),
    ),
  );
}

/** Besides those of the first matrix: a person without an office. */
const guests: readonly Caller[] = [{ mode: 'server', person: 'p-guest', roles: [] }];

export function* officeCells(): Generator<OfficeCell> {
  for (const caller of [...callers, ...guests]) {
    for (const action of otherActions) {
      const kind = kinds[action];
      if (kind === undefined) continue;
      for (const resource of thingsOf(caller, kind)) {
        const cell = { caller, action, resource };
        yield { ...cell, expected: officeOracle(cell) };
      }
    }
  }
}
