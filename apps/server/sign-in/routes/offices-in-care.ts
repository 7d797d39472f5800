/** The offices that the caller has to see to: those one may fill, and those whose keys one may revoke. */
import { setImmediate } from 'node:timers/promises';
import { badCursor, cursorOf, PAGE_DEFAULT, placeIn } from '@gongze/application/read/list';
import type { Resource } from '@gongze/application/ports';
import { isVacant } from '@gongze/identity/registry/offices';
import { z } from 'zod';
import { sendAnswer } from '../../http/answer.ts';
import { reading, type Routes } from '../../routes/routes.ts';
import { pageQuery } from '../../schemas.ts';
import type { SignInContext } from '../context.ts';
import { answer, isNobody, unauthenticated } from '../requests.ts';
import { signInTexts } from '../texts.ts';
import { keyShape, shownKey } from './keys.ts';

const OFFICES = 'offices';
/** Offices about which one request asks the policies: a page may come out short, and its cursor goes on from there. */
const LOOKED_AT_MAX = 200;
/** Each costs two questions: after so many others have their turn. */
const IN_A_ROW = 10;

const officeInCare = z.object({
  office: z.string(),
  actor: z.string(),
  roles: z.array(z.string()),
  holders: z.number().int().describe('How many persons hold it.'),
  mayAppoint: z.boolean().describe('You may fill it, and invite into it.'),
  mayRevoke: z.boolean().describe('You may revoke its keys.'),
  keys: z.array(keyShape),
});

export function registerOfficesInCare(server: Routes, { registries, authorizer }: SignInContext): void {
  server.get(
    '/api/offices',
    {
      schema: reading(
        'listOfficesInCare',
        'The offices that you may fill or whose keys you may revoke, with their keys',
        { querystring: pageQuery },
        z.object({ offices: z.array(officeInCare), next: z.string().optional() }),
      ),
    },
    async (request, reply) => {
      const { caller, query } = request;
      const { cursor, limit = PAGE_DEFAULT } = query;
      const after = cursor === undefined ? '' : placeIn(OFFICES, cursor);
      if (after === undefined) return sendAnswer(request, reply, badCursor(cursor ?? ''));
      if (isNobody(caller)) return unauthenticated(request, reply, signInTexts.signInFirst);
      const [known, { keys }] = await Promise.all([registries.offices(), registries.keys()]);
      const keysOf = Map.groupBy(keys.values(), ({ office }) => office);
      const all = [...known.offices.values()].filter(({ office }) => office > after).sort((a, b) => (a.office < b.office ? -1 : 1));
      const bodies = [...known.bodies.values()];
      const found: object[] = [];
      let lookedAt = 0;
      for (const { office, actor, roles, holders } of all) {
        if (found.length === limit || lookedAt === LOOKED_AT_MAX) break;
        lookedAt += 1;
        if (lookedAt % IN_A_ROW === 0) await setImmediate();
        const may = (action: 'assignOffice' | 'revokeKey', more: Pick<Resource, 'kind' | 'vacant'>): boolean =>
          authorizer.decide(caller, action, { ...more, actor, office, bodies }).allowed;
        const mayRevoke = may('revokeKey', { kind: 'key' });
        const mayAppoint = may('assignOffice', { kind: 'office', vacant: isVacant(known, actor) });
        if (!mayRevoke && !mayAppoint) continue;
        const own = (keysOf.get(office) ?? []).map(shownKey);
        found.push({ office, actor, roles: [...roles], holders: holders.size, mayAppoint, mayRevoke, keys: own });
      }
      const last = all[lookedAt - 1]?.office;
      const isMore = lookedAt < all.length && last !== undefined;
      return answer(reply, { offices: found, ...(isMore && { next: cursorOf(OFFICES, last) }) });
    },
  );
}
