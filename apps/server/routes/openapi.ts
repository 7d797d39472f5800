/**
 * The description of the interface, made from the schemas that the routes are checked with. What is transformed on its
 * way in stands on the wire the same in both directions, so every schema is described once, as it comes in.
 */
import swagger from '@fastify/swagger';
import { serialise } from '@gongze/application';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import { named } from '../schemas.ts';
import { problems } from './routes.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const options = {
  io: 'input',
  unrepresentable: 'any',
  metadata: named,
  override: ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void => {
    // No content at all.
    if (zodSchema._zod.def.type === 'undefined') jsonSchema.type = 'null';
    // Of a type that may not be changed in the program, which says nothing about the wire.
    delete jsonSchema.readOnly;
    // Bytes of a file.
    if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
    const description = z.globalRegistry.get(zodSchema)?.description;
    if (description !== undefined) jsonSchema.description = description;
  },
} as const;

/** What makes a schema a document of its own, which it is not here. */
function bare({ $schema: _schema, $id: _id, id: _name, $defs: _defs, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/** By its name if it has one, else written out; what it contains is referred to by name. */
function described(schema: z.ZodType): JsonSchema {
  const name = named.get(schema)?.id;
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const text = JSON.stringify(bare(z.toJSONSchema(schema, options)));
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

function components(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(named, { ...options, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));
}

interface Content {
  readonly content: Record<string, { readonly schema: z.ZodType }>;
}
type Response = z.ZodType | (Content & { readonly description: string });

function describedContent<T extends Content>(part: T): object {
  const content = Object.entries(part.content).map(([type, { schema }]) => [type, { schema: described(schema) }]);
  return { ...part, content: Object.fromEntries(content) };
}

function describedResponse(response: Response): unknown {
  return response instanceof z.ZodType ? described(response) : describedContent(response);
}

function describedRoute({ response = {}, ...schema }: FastifySchema & { readonly hide?: boolean }): FastifySchema {
  const parts = Object.entries(schema).map(([part, value]) => [
    part,
    value instanceof z.ZodType ? described(value) : part === 'body' ? describedContent(value as Content) : value,
  ]);
  const responses = Object.entries(response as Record<string, Response>).map(([status, one]) => [status, describedResponse(one)]);
  return { ...Object.fromEntries(parts), response: Object.fromEntries(responses) };
}

const problemsByName = Object.entries(problems).map(([name, one]) => [name, describedContent(one)] as const);
const problemNames = new Map(problemsByName.map(([name, one]) => [JSON.stringify(one), name]));

/** Problems that routes share are told once, and by name wherever they may come. */
function byName(operations: object): object {
  const read = JSON.parse(JSON.stringify(operations)) as Record<string, { responses?: Record<string, object> }>;
  for (const { responses = {} } of Object.values(read))
    for (const [status, response] of Object.entries(responses)) {
      const name = problemNames.get(JSON.stringify(response));
      if (name !== undefined) responses[status] = { $ref: `#/components/responses/${name}` };
    }
  return read;
}

/** What is left of an address is `*` to the router, which no description may call a parameter. */
const REST = '*';
const restName = 'path';

function namedRest(schema: FastifySchema): FastifySchema {
  const params = schema.params as { readonly properties?: Record<string, JsonSchema>; readonly required?: readonly string[] } | undefined;
  const rest = params?.properties?.[REST];
  if (params === undefined || rest === undefined) return schema;
  const { [REST]: _rest, ...properties } = params.properties ?? {};
  const required = (params.required ?? []).map((name) => (name === REST ? restName : name));
  const told = { ...rest, description: 'The rest of the address, with its slashes as they are.' };
  return { ...schema, params: { ...params, properties: { ...properties, [restName]: told }, required } };
}

/** In server mode a session of the page; a program uses the same cookie. What is public needs none. */
const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-gongze',
    description: 'Set by signing in. Without TLS on this machine its name is gongze. Local mode has none.',
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
      security: [{}, { session: [] }],
      components: { securitySchemes },
    },
    transform: ({ schema, url }) => ({
      schema: schema?.hide === true || schema === undefined ? { hide: true } : namedRest(describedRoute(schema)),
      url: url.replace(/\*$/, `:${restName}`),
    }),
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new Error('bug: the description is made as OpenAPI 3');
      const paths = Object.fromEntries(Object.entries(document.openapiObject.paths ?? {}).map(([path, one]) => [path, byName(one ?? {})]));
      const responses = Object.fromEntries(problemsByName) as never;
      return { ...document.openapiObject, paths, components: { schemas: components() as never, responses, securitySchemes } };
    },
  });
  server.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'public, no-cache')
      .send(serialise(server.swagger())),
  );
}
