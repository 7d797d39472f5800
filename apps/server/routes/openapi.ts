/** The description of the interface, made from the schemas that the routes are checked with. */
import swagger from '@fastify/swagger';
import { serialise } from '@gongze/application';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { named } from '../schemas.ts';

/** What was transformed on its way in is described as it stands on the wire, which is the same in both directions. */
const zodToJsonConfig = {
  override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    const { def } = zodSchema._zod;
    if (def.type !== 'pipe' || Object.keys(jsonSchema).length > 0) return;
    const { $schema: _schema, ...described } = z.toJSONSchema(def.in, { io: 'input', unrepresentable: 'any' });
    Object.assign(jsonSchema, described);
  },
} as const;

const description = `What governments agree, recorded as facts that nobody can change unnoticed.
Every answer that is no success is \`application/problem+json\` in the language of Accept-Language (zh, en).
Commands name the version they rest on (If-Match) and themselves (Idempotency-Key); sent again they are answered again
and recorded once.`;

/** Register before the routes. */
export async function registerOpenApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Gongze 共责', version: '1', description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      servers: [{ url: '/' }],
    },
    transform: createJsonSchemaTransform({ schemaRegistry: named, zodToJsonConfig }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: named, zodToJsonConfig }),
  });
  server.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'public, no-cache')
      .send(serialise(server.swagger())),
  );
}
