/** Offices that change hands: a person leaves, the office stays. */
import type { Resource } from '@gongze/application/ports';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { isVacant } from '@gongze/identity/registry/offices';
import { officePayloads } from '@gongze/identity/registry/payloads';
import { z } from 'zod';
import { changing, reading, type Routes } from '../../routes/routes.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInContext } from '../context.ts';
import { OFFICES, recordedByOf, type NewRecord } from '../registries.ts';
import { answer, idSchema, keySchema, permits, refused, unknown } from '../requests.ts';
import { signInTexts } from '../texts.ts';

async function resourceOf({ registries }: SignInContext, actor: ActorId, more: Partial<Resource> = {}): Promise<Resource> {
  const known = await registries.offices();
  return { kind: 'office', actor, vacant: isVacant(known, actor), bodies: [...known.bodies.values()], ...more };
}

/** The office as the policies see it. */
export async function officeResource(context: SignInContext, office: string): Promise<Resource | undefined> {
  const held = (await context.registries.offices()).offices.get(office);
  return held === undefined ? undefined : await resourceOf(context, held.actor, { office });
}

const officeShape = z.object({ office: z.string(), actor: z.string(), roles: z.array(z.string()), holders: z.array(z.string()) });
const done = z.object({ recorded: z.literal(true) });
const key = { idempotencyKey: keySchema.describe('Names this request, so that sending it again records nothing twice.') };

type Append = (request: FastifyRequest, reply: FastifyReply, record: NewRecord) => Promise<FastifyReply>;

function appendIn({ registries }: SignInContext): Append {
  return async (request, reply, record) => {
    const result = await registries.append(OFFICES, recordedByOf(request.caller), record);
    return result === 'recorded' ? answer(reply, { recorded: true }, 201) : refused(request, reply, signInTexts.officeStands);
  };
}

export function registerOffices(server: Routes, context: SignInContext): void {
  registerReads(server, context);
  registerCreation(server, context, appendIn(context));
  registerHolders(server, context, appendIn(context));
}

function registerReads(server: Routes, context: SignInContext): void {
  const { registries } = context;
  const query = z.object({ actor: z.string().max(120).optional() });
  server.get(
    '/api/registry/offices',
    {
      schema: reading(
        'listOffices',
        'Who holds which office, by id of the person',
        { querystring: query },
        z.object({ offices: z.array(officeShape) }),
      ),
    },
    async (request, reply) => {
      if (!permits(context, request, reply, 'readRegistry', { kind: 'registry' })) return reply;
      const { actor } = request.query;
      const all = [...(await registries.offices()).offices.values()].filter((office) => actor === undefined || office.actor === actor);
      return answer(reply, { offices: all.map((office) => ({ ...office, holders: [...office.holders] })) });
    },
  );

  const person = z.object({ person: z.string(), name: z.string(), email: z.string() });
  server.get(
    '/api/persons',
    {
      schema: reading(
        'listPersons',
        'Names of the persons in the offices of an actor',
        { querystring: z.object({ actor: actorIdSchema }) },
        z.object({ persons: z.array(person) }),
      ),
    },
    async (request, reply) => {
      const { actor } = request.query;
      if (!permits(context, request, reply, 'readPersons', { kind: 'person', actor })) return reply;
      const held = [...(await registries.offices()).offices.values()].filter((office) => office.actor === actor);
      return answer(reply, { persons: await context.accounts.named([...new Set(held.flatMap(({ holders }) => [...holders]))]) });
    },
  );
}

function registerCreation(server: Routes, context: SignInContext, append: Append): void {
  server.post(
    '/api/offices',
    {
      schema: changing(
        'createOffice',
        'Create an office of your actor, of its organs, or the first one below',
        { body: officePayloads.officeCreated.extend(key) },
        done,
      ),
    },
    async (request, reply) => {
      const { idempotencyKey, ...payload } = request.body;
      const resource = await resourceOf(context, payload.actor, { office: payload.office });
      if (!permits(context, request, reply, 'createOffice', resource)) return reply;
      return await append(request, reply, { type: 'officeCreated', payload, idempotencyKey });
    },
  );

  server.post(
    '/api/bodies',
    {
      schema: changing(
        'registerBody',
        'Register a joint body that your actor hosts',
        { body: officePayloads.bodyRegistered.extend(key) },
        done,
      ),
    },
    async (request, reply) => {
      const { idempotencyKey, ...payload } = request.body;
      const known = (await context.registries.offices()).bodies.get(payload.body);
      // Who may order the house of its host may register it; one that stands is its host's.
      const host = (known ?? payload).host;
      if (!permits(context, request, reply, 'createOffice', { kind: 'office', ...(host === undefined ? {} : { actor: host }) }))
        return reply;
      return await append(request, reply, { type: 'bodyRegistered', payload, idempotencyKey });
    },
  );
}

function registerHolders(server: Routes, context: SignInContext, append: Append): void {
  const params = z.object({ office: idSchema });
  server.put(
    '/api/offices/:office/roles',
    {
      schema: changing(
        'changeRoles',
        'Change the roles of an office',
        { params, body: z.strictObject({ roles: officePayloads.officeRolesChanged.shape.roles, ...key }) },
        done,
      ),
    },
    async (request, reply) => {
      const { office } = request.params;
      const resource = await officeResource(context, office);
      if (resource === undefined) return unknown(request, reply, signInTexts.noSuchOffice);
      if (!permits(context, request, reply, 'assignOffice', resource)) return reply;
      return await append(request, reply, {
        type: 'officeRolesChanged',
        payload: { office, roles: request.body.roles },
        idempotencyKey: request.body.idempotencyKey,
      });
    },
  );
  server.post(
    '/api/offices/:office/holders',
    {
      schema: changing(
        'assignOffice',
        'Put a person who is known here into an office',
        { params, body: z.strictObject({ person: idSchema, ...key }) },
        done,
      ),
    },
    async (request, reply) => {
      const { office } = request.params;
      const { person, idempotencyKey } = request.body;
      const resource = await officeResource(context, office);
      if (resource === undefined) return unknown(request, reply, signInTexts.noSuchOffice);
      if (!permits(context, request, reply, 'assignOffice', resource)) return reply;
      if ((await context.accounts.byPerson(person)) === undefined) return unknown(request, reply, signInTexts.noSuchPerson);
      return await append(request, reply, { type: 'officeAssigned', payload: { office, person }, idempotencyKey });
    },
  );
  server.delete(
    '/api/offices/:office/holders/:person',
    {
      schema: changing(
        'leaveOffice',
        'Give up your office, or withdraw it from somebody',
        { params: params.extend({ person: idSchema }) },
        done,
      ),
    },
    async (request, reply) => {
      const { office, person } = request.params;
      const resource = await officeResource(context, office);
      if (resource === undefined) return unknown(request, reply, signInTexts.noSuchOffice);
      const own = request.caller.person === person;
      if (!permits(context, request, reply, own ? 'relinquishOffice' : 'withdrawOffice', { ...resource, person })) return reply;
      return await append(request, reply, {
        type: 'officeRelinquished',
        payload: { office, person },
        idempotencyKey: `leave-${context.newId()}`,
      });
    },
  );
}
