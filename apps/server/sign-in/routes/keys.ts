/** The keys with which offices sign: registered with proof of possession, rotated by the old key, revoked in an emergency. */
import type { Resource } from '@gongze/application/ports';
import { keyPayloads } from '@gongze/identity/registry/payloads';
import { z } from 'zod';
import { signatureSchema } from '@gongze/application/commands/new-event';
import { changing, reading, type Routes } from '../../routes/routes.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInContext } from '../context.ts';
import { KEYS, type NewRecord, recordedByOf } from '../registries.ts';
import { answer, isRecent, keySchema, permits, refused, unknown } from '../requests.ts';
import { signInTexts } from '../texts.ts';

const keyShape = z.object({
  keyId: z.string(),
  office: z.string(),
  actor: z.string(),
  algorithm: z.string(),
  publicKey: z.string(),
  rpId: z.string().optional(),
  origins: z.array(z.string()).optional(),
  valid: z.boolean(),
  vouchedBy: z.array(z.string()).describe('Keys that signed its registration. None: it stands on the word of the operator alone.'),
});
const done = z.object({ recorded: z.literal(true) });
const extras = { idempotencyKey: keySchema, signatures: z.array(signatureSchema).max(10).readonly().optional() } as const;

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
      return answer(reply, { keys: [...keys.values()].map(({ from: _from, until, ...key }) => ({ ...key, valid: until === undefined })) });
    },
  );
  server.post(
    '/api/keys',
    { schema: changing('registerKey', 'Register a key for your office', { body: keyPayloads.keyRegistered.extend(extras) }, done) },
    async (request, reply) => {
      const { idempotencyKey, signatures = [], ...payload } = request.body;
      if (!permits(context, request, reply, 'registerKey', own(request, payload)) || !isRecent(context, request, reply)) return reply;
      return await append(request, reply, { type: 'keyRegistered', payload, idempotencyKey, signatures });
    },
  );
  server.post(
    '/api/keys/rotate',
    { schema: changing('rotateKey', 'Hand over from the old key to a new one', { body: keyPayloads.keyRotated.extend(extras) }, done) },
    async (request, reply) => {
      const { idempotencyKey, signatures = [], ...payload } = request.body;
      if (!permits(context, request, reply, 'rotateKey', own(request, payload)) || !isRecent(context, request, reply)) return reply;
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
      if (!permits(context, request, reply, 'revokeKey', { kind: 'key', actor: key.actor, office: key.office })) return reply;
      return await append(request, reply, { type: 'keyRevoked', payload, idempotencyKey, signatures });
    },
  );
}
