/** The description of the interface: fresh, valid by somebody else's judgement, and true of what the server answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { caseIds, loadCase } from '@gongze/cases';
import { createApplication } from '@gongze/application';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { systemClock } from '@gongze/server/clock';
import { buildServer } from '@gongze/server/server';
import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { clientTypes, description } from './description.ts';

const root = join(import.meta.dirname, '..');
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Record<string, Response | { readonly $ref: string }>;
}
interface Response {
  readonly content?: Record<string, { readonly schema: object }>;
}
const committed = readFileSync(join(root, 'docs/openapi.json'), 'utf8');
const document = JSON.parse(committed) as {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object>; readonly responses: Record<string, Response> };
};

let server: FastifyInstance;
beforeAll(async () => {
  const application = createApplication({ store: memoryStore(), clock: systemClock, governments: gb2260(), selectEdition });
  for (const id of caseIds) {
    const { case: caseId, title, actors, facts } = loadCase(id);
    await application.importHistory({ caseId, title, actors, facts });
  }
  server = await buildServer({ application, pageDir: 'none', ready: async () => true });
});

test('docs/openapi.json and the types of the client are fresh: npm run describe', async () => {
  const text = await description();
  expect(committed).toBe(text);
  expect(readFileSync(join(root, 'apps/client/openapi.data.ts'), 'utf8')).toBe(await clientTypes(text));
});

test('it is OpenAPI 3.1 to another reader', async () => {
  expect(await new Validator().validate(structuredClone(document) as never)).toMatchObject({ valid: true });
});

test('each operation has a name of its own, and a problem for what is no success', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => /^[a-z][A-Za-z]+$/.test(name))).toBe(true);
});

test('what stands in braces in an address is a parameter of it, by a name that a generator can take', () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
    for (const { parameters = [] } of Object.values(operations))
      expect(
        parameters.filter((one) => one.in === 'path').map(({ name }) => name),
        path,
      ).toEqual(inPath);
    for (const name of inPath) expect(name, path).toMatch(/^[A-Za-z]\w*$/);
  }
});

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'https://gongze.example/openapi', components: document.components });

const examples: [string, string][] = [
  ['/api/cases', '/api/cases'],
  ['/api/cases?limit=1', '/api/cases'],
  ['/api/cases/jingjinji', '/api/cases/{caseId}'],
  ['/api/cases/jingjinji/events?limit=50', '/api/cases/{caseId}/events'],
  ['/api/cases/jingjinji/report?asOf=2015-12-31', '/api/cases/{caseId}/report'],
  ['/api/cases/xixian/facts?edition=paper', '/api/cases/{caseId}/facts'],
  ['/api/cases/xixian/explain?finding=decisionWithoutAction&asOf=2012-01-31', '/api/cases/{caseId}/explain'],
  ['/api/cases/xixian/may-intervene?tier=610000', '/api/cases/{caseId}/may-intervene'],
  ['/api/cases/nowhere', '/api/cases/{caseId}'],
  ['/api/cases?limit=0', '/api/cases'],
  ['/healthz', '/healthz'],
];
test.each(examples)('%s answers as described', async (url, path) => {
  const answer = await server.inject(url);
  const [type = ''] = String(answer.headers['content-type']).split(';');
  const told = document.paths[path]?.['get']?.responses[answer.statusCode];
  const response = told !== undefined && '$ref' in told ? document.components.responses[told.$ref.split('/').at(-1) ?? ''] : told;
  const schema = response?.content?.[type]?.schema;
  expect(schema, `${answer.statusCode} ${type}`).toBeDefined();
  const text = JSON.stringify(schema).replaceAll('"#/', '"https://gongze.example/openapi#/');
  const fits = ajv.compile(JSON.parse(text));
  expect(fits(answer.json()) || fits.errors).toBe(true);
});
