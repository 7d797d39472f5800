/** The keys with which offices sign: registered with proof of possession, rotated by the old key, revoked in an emergency. */
import type { Resource } from '@gongze/application/ports';
import type { OfficeKey } from '@gongze/identity/registry/keys';
import { keyPayloads } from '@gongze/identity/registry/payloads';
import { z } from 'zod';
import { signatureSchema } from '@gongze/application/commands/new-event';
import { changing, reading, type Routes } from '../../routes/routes.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInContext } from '../context.ts';
import { KEYS, type NewRecord, recordedByOf } from '../registries.ts';
import { answer, isRecent, keySchema, permits, refused, unknown } from '../requests.ts';
import { signInTexts } from '../texts.ts';

export const keyShape = z.object({
  keyId: z.string(),
  office: z.string(),
  actor: z.string(),
  algorithm: z.string(),
  publicKey: z.string(),
  rpId: z.string().optional(),
  origins: z.array(z.string()).optional(),
  valid: z.boolean(),
  since: z.iso.datetime().describe('Instant of its registration.'),
  until: z.iso.datetime().optional().describe('Instant at which it ended.'),
  ended: z
    .object({ reason: z.string(), by: z.string().optional() })
    .optional()
    .describe('Why it ended, and in whose name that was recorded; `superseded` where it was rotated.'),
  vouchedBy: z.array(z.string()).describe('Keys that signed its registration. None: it stands on the word of the operator alone.'),
});

export function shownKey({ from, until, ended, ...key }: OfficeKey) {
  const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return {
    ...key,
    valid: until === undefined,
    since: instant(from),
    ...(until !== undefined && { until: instant(until) }),
    ...(ended !== undefined && { ended: { reason: ended.reason, ...(ended.by !== undefined && { by: ended.by }) } }),
  };
}

const done = z.object({ recorded: z.literal(true) });
const extras = { idempotencyKey: keySchema, signatures: z.array(signatureSchema).max(10).readonly().optional() } as const;

/** The key as the policies see it: a joint body has its place in the tree by its members. */
export async function keyResource(
  { registries }: SignInContext,
  { actor, office }: Pick<OfficeKey, 'actor' | 'office'>,
): Promise<Resource> {
  return { kind: 'key', actor, office, bodies: [...(await registries.offices()).bodies.values()] };
}

/** A passkey signs for the sites that its registration names: one for another site could be asked there for acts that count here. */
function isOfThisSite({ publicUrl }: SignInContext, key: Pick<OfficeKey, 'algorithm' | 'rpId' | 'origins'>): boolean {
  const { hostname, origin } = new URL(publicUrl);
  return key.algorithm === 'ed25519' || (key.rpId === hostname && (key.origins ?? []).every((one) => one === origin));
}

export function registerKeys(server: Routes, context: SignInContext): void {
  const { registries } = context;
  const append = async (request: FastifyRequest, reply: FastifyReply, record: NewRecord): Promise<FastifyReply> => {
    const result = await registries.append(KEYS, recordedByOf(request.caller), record);
    return result === 'recorded' ? answer(reply, { recorded: true }, 201) : refused(request, reply, signInTexts.keyRefused);
  };
  /** A key is for one's own office and in the name of its actor. */
  const own = (request: FastifyRequest, { office, actor }: { office: string; actor: Resource['actor'] & string }): Resource => ({
    kind: 'key',
    actor,
    ...(request.caller.actor === actor ? { office } : {}),
  });

  server.get(
    '/api/registry/keys',
    { schema: reading('listKeys', 'Keys of the offices', {}, z.object({ keys: z.array(keyShape) })) },
    async (request, reply) => {
      if (!permits(context, request, reply, 'readRegistry', { kind: 'registry' })) return reply;
      const { keys } = await registries.keys();
      return answer(reply, { keys: [...keys.values()].map(shownKey) });
    },
  );
  server.post(
    '/api/keys',
    { schema: changing('registerKey', 'Register a key for your office', { body: keyPayloads.keyRegistered.extend(extras) }, done) },
    async (request, reply) => {
      const { idempotencyKey, signatures = [], ...payload } = request.body;
      if (!permits(context, request, reply, 'registerKey', own(request, payload)) || !isRecent(context, request, reply)) return reply;
      if (!isOfThisSite(context, payload)) return refused(request, reply, signInTexts.keyElsewhere);
      return await append(request, reply, { type: 'keyRegistered', payload, idempotencyKey, signatures });
    },
  );
  server.post(
    '/api/keys/rotate',
    { schema: changing('rotateKey', 'Hand over from the old key to a new one', { body: keyPayloads.keyRotated.extend(extras) }, done) },
    async (request, reply) => {
      const { idempotencyKey, signatures = [], ...payload } = request.body;
      if (!permits(context, request, reply, 'rotateKey', own(request, payload)) || !isRecent(context, request, reply)) return reply;
      if (!isOfThisSite(context, payload)) return refused(request, reply, signInTexts.keyElsewhere);
      return await append(request, reply, { type: 'keyRotated', payload, idempotencyKey, signatures });
    },
  );
  server.post(
    '/api/keys/revoke',
    { schema: changing('revokeKey', 'Revoke a key', { body: keyPayloads.keyRevoked.extend(extras) }, done) },
    async (request, reply) => {
      const { idempotencyKey, signatures = [], ...payload } = request.body;
      const key = (await registries.keys()).keys.get(payload.key);
      if (key === undefined) return unknown(request, reply, signInTexts.keyRefused);
      if (!permits(context, request, reply, 'revokeKey', await keyResource(context, key))) return reply;
      // One's own lost key ends without delay; to silence another body, it has to be clear who is at the keyboard.
      if (key.actor !== request.caller.actor && !isRecent(context, request, reply)) return reply;
      return await append(request, reply, { type: 'keyRevoked', payload, idempotencyKey, signatures });
    },
  );
}
