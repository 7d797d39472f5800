/** Requests that nobody should answer with success: each is malformed by the judgement of another library, or asks for nothing that is there. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Chance, hostileText, hostileTexts, hostileValue } from './chance.ts';
import { type JsonSchema, spoiled, sampleOf } from './schema.ts';

export interface FuzzRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string | Buffer;
  /** A body that could be recorded must not be: its headers are what is wrong. */
  readonly kind: 'body' | 'bytes' | 'headers' | 'address';
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: JsonSchema }> };
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

interface Target {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly body?: JsonSchema | undefined;
  readonly fits?: ValidateFunction | undefined;
}

export function targetsOf(document: Document): Target[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'https://gongze.example/openapi', components: document.components });
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const body = operation.requestBody?.content['application/json']?.schema;
      const text = JSON.stringify(body)?.replaceAll('"#/', '"https://gongze.example/openapi#/');
      return { method: method.toUpperCase(), path, operation, body, fits: text === undefined ? undefined : ajv.compile(JSON.parse(text)) };
    }),
  );
}

/** Encoded, or not, or wrongly. */
function segment(chance: Chance): string {
  const text = hostileText(chance).slice(0, 600);
  if (chance.is(0.2)) return chance.pick(['%', '%zz', '%c0%af', '%ed%a0%80', '%00', '..', '.', '%2e%2e%2f', '%25zz', '*', ';a=b']);
  return encodeURIComponent(text.isWellFormed() ? text : 'x');
}

/** A path whose parameters name nothing that is there, `river` excepted, which is. */
function addressOf({ path, operation }: Target, chance: Chance, isKnown: boolean): string {
  const filled = path.replace(/\{[^}]+\}/g, () => (isKnown ? 'river' : segment(chance)));
  const names = (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
  const pairs = Array.from({ length: chance.below(4) }, () => {
    const name =
      names.length > 0 && chance.is(0.8) ? chance.pick(names) : chance.is(0.3) ? `parameter.${segment(chance)}` : segment(chance);
    return `${name}=${segment(chance)}`;
  });
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

const mediaTypes = [
  'application/json',
  'application/json',
  'application/json',
  'application/json; charset=utf-7',
  'text/plain',
  'application/xml',
  '',
  'multipart/form-data',
  '\u007f',
];
const visible = (text: string): string => text.replace(/[^\x21-\x7e]/g, '').slice(0, 2000);

function headersOf(chance: Chance, isSound: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': isSound ? 'application/json' : chance.pick(mediaTypes),
    'if-match': isSound ? '*' : chance.pick(['', '"', '"v', 'W/', '"v-1"', '"v99999999999999999999"', visible(hostileText(chance))]),
    'idempotency-key': isSound ? `k${chance.below(1e9)}` : visible(hostileText(chance)),
  };
  for (const name of [
    'accept-language',
    'if-none-match',
    'last-event-id',
    'accept',
    'expect',
    'cookie',
    'authorization',
    'x-forwarded-for',
    'traceparent',
    'x-request-id',
  ])
    if (chance.is(0.1) && name !== 'expect') headers[name] = visible(hostileText(chance));
  return headers;
}

function bytesOf(chance: Chance): Buffer {
  const length = chance.below(chance.is(0.02) ? 200_000 : 400);
  return Buffer.from(Array.from({ length }, () => chance.below(256)));
}

function textOf(chance: Chance): string {
  switch (chance.below(6)) {
    case 0:
      return `${'['.repeat(chance.below(20_000))}`;
    case 1:
      return '{"a":'.repeat(chance.below(5000));
    case 2:
      return `{"events":[{"type":"partyJoined","n":${'9'.repeat(chance.below(400))}e${chance.below(1000)}}]}`;
    case 3:
      return `{"a":1,"a":2,"__proto__":{"admin":true},"${chance.pick(hostileTexts).replace(/["\\]/g, '')}":1}`;
    case 4:
      return JSON.stringify(hostileValue(chance)) ?? '';
    default: {
      const text = JSON.stringify({ events: [{ type: 'partyJoined', occurred: {}, payload: hostileValue(chance) }] });
      return text.slice(0, chance.below(text.length));
    }
  }
}

/** One request; `sound` bodies for broken headers come from the caller. */
export function requestOf(
  targets: readonly Target[],
  components: Document['components']['schemas'],
  sound: string,
  chance: Chance,
): FuzzRequest {
  const target = chance.pick(targets);
  const changes = target.method !== 'GET';
  if (changes && target.body !== undefined) {
    const url = addressOf(target, chance, chance.is(0.8));
    if (chance.is(0.15)) {
      const headers = headersOf(chance, true);
      // What takes files is given some.
      if (/\/(parts|imports)\//.test(target.path)) headers['content-type'] = 'application/octet-stream';
      return { method: target.method, url, headers, payload: bytesOf(chance), kind: 'bytes' };
    }
    if (chance.is(0.15)) return { method: target.method, url, headers: headersOf(chance, true), payload: textOf(chance), kind: 'bytes' };
    if (chance.is(0.15) && target.path.endsWith('/events')) {
      const headers = headersOf(chance, false);
      // One of the headers stays broken for certain.
      headers['idempotency-key'] = '';
      return { method: target.method, url, headers, payload: sound, kind: 'headers' };
    }
    let value = spoiled(sampleOf(target.body, components, chance), chance);
    if (target.fits?.(JSON.parse(JSON.stringify(value) ?? 'null')) === true) value = { ...(value as object), unknownToTheSchema: 1 };
    return { method: target.method, url, headers: headersOf(chance, true), payload: JSON.stringify(value) ?? '', kind: 'body' };
  }
  const method = chance.is(0.1)
    ? chance.pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'MKCOL', 'QUERY'])
    : target.method;
  const url = chance.is(0.1) ? `/${segment(chance)}/${segment(chance)}` : addressOf(target, chance, !changes && chance.is(0.5));
  return { method, url, headers: headersOf(chance, false), kind: 'address' };
}
