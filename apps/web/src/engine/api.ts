/** What is asked of the server. Faults carry what happened, so that the page can say what would be right. */
import { gongzeClient } from '@gongze/client';
import { generatedNumberOf } from '@gongze/studies/generated/id';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Edition } from '../view/address.ts';
import type { CaseFacts } from './engine.ts';

export interface CaseEntry {
  readonly case: string;
  readonly title: Bilingual;
  readonly editions: readonly string[];
  /** Facts on record, in either edition. */
  readonly size: number;
}

export type ApiFault =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'unknownCase'; readonly caseId: string };

export class ApiError extends Error {
  readonly fault: ApiFault;
  constructor(fault: ApiFault, cause?: unknown) {
    super(fault.kind, { cause });
    this.fault = fault;
  }
}

// By name at each call, so that what stands in for it later is asked too.
const client = gongzeClient({ baseUrl: globalThis.location?.origin ?? '', fetch: (request) => fetch(request) });

async function ask<T>(request: () => Promise<{ data?: T; response: Response }>): Promise<T> {
  let answer: { data?: T; response: Response };
  try {
    answer = await request();
  } catch (cause) {
    throw new ApiError({ kind: 'unreachable' }, cause);
  }
  const { data, response } = answer;
  if (!response.ok || data === undefined) throw new ApiError({ kind: 'status', status: response.status });
  return data;
}

const pending = new Map<string, Promise<unknown>>();

/** One request per key; a failed one is forgotten, so that trying again asks again. */
function once<T>(key: string, make: () => Promise<T>): Promise<T> {
  const known = pending.get(key);
  if (known !== undefined) return known as Promise<T>;
  const request = make();
  pending.set(key, request);
  request.catch(() => pending.delete(key));
  return request;
}

async function allCases(): Promise<readonly CaseEntry[]> {
  const cases: CaseEntry[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? {} : { cursor };
    const page = await ask(() => client.GET('/api/cases', { params: { query } }));
    cases.push(...page.cases);
    cursor = page.next;
  } while (cursor !== undefined);
  return cases;
}

export function fetchCases(): Promise<readonly CaseEntry[]> {
  return once('cases', allCases);
}

/** Lets the next request for the list of cases ask the server again. */
export function forgetCases(): void {
  pending.delete('cases');
}

export function fetchLogHealth() {
  return ask(() => client.GET('/api/log'));
}

/** Lets the next request for the facts of the case ask the server again. */
export function forgetFacts(caseId: string): void {
  for (const key of pending.keys()) if (key.startsWith(`facts ${caseId} `)) pending.delete(key);
}

export async function fetchFacts(caseId: string, edition: Edition): Promise<CaseFacts> {
  const generated = generatedNumberOf(caseId);
  if (generated !== undefined) return (await import('./generated.ts')).generatedFacts(generated);
  const params = { path: { caseId }, query: { edition } };
  try {
    // The description knows the shape of a fact; what its payload holds, the domain knows.
    return (await once(`facts ${caseId} ${edition}`, () =>
      ask(() => client.GET('/api/cases/{caseId}/facts', { params })),
    )) as unknown as CaseFacts;
  } catch (fault) {
    if (fault instanceof ApiError && fault.fault.kind === 'status' && fault.fault.status === 404) {
      throw new ApiError({ kind: 'unknownCase', caseId }, fault);
    }
    throw fault;
  }
}
