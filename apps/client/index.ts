/**
 * The interface of the server, typed by its own description: an address, a parameter or a body that the server does not
 * know does not compile. Runs in the browser and in Node.
 */
import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './openapi.data.ts';

export type { components, paths } from './openapi.data.ts';
export type GongzeClient = Client<paths>;
/** A schema of the description by its name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
/** RFC 9457. */
export type Problem = Schema<'Problem'>;

export interface ClientOptions {
  /** Where the server is, such as `https://gongze.example`. Default: where the page came from. */
  readonly baseUrl?: string;
  /** Language of problems. Default: what the browser prefers. */
  readonly language?: 'zh' | 'en';
  readonly fetch?: (request: Request) => Promise<Response>;
}

export function gongzeClient({ baseUrl = '', language, fetch }: ClientOptions = {}): GongzeClient {
  return createFetchClient<paths>({
    baseUrl,
    headers: { accept: 'application/json, application/problem+json', ...(language !== undefined && { 'accept-language': language }) },
    ...(fetch !== undefined && { fetch }),
  });
}

/** Headers of a command: the version it rests on (`any`: whatever it is), and the name by which it is recorded once. */
export function commandHeaders(version: number | 'any', idempotencyKey: string): { 'if-match': string; 'idempotency-key': string } {
  return { 'if-match': version === 'any' ? '*' : `"v${version}"`, 'idempotency-key': idempotencyKey };
}

/** Thresholds as the query of a question names them. */
export function thresholdQuery(parameters: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`parameter.${name}`, String(value)]));
}

/** What went wrong, as the server told it; for an answer that is no problem document, its status alone. */
export function problemOf(error: unknown, response: Response): Problem {
  const told = error as Partial<Problem> | undefined;
  if (typeof told === 'object' && told !== null && typeof told.detail === 'string' && typeof told.title === 'string')
    return told as Problem;
  return { type: 'about:blank', title: response.statusText, status: response.status, detail: `${response.status} ${response.statusText}` };
}
