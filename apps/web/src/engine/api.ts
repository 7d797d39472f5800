/** What is asked of the server. Faults carry what happened, so that the page can say what would be right. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Edition } from '../view/address.ts';
import type { CaseFacts } from './engine.ts';

export interface CaseEntry {
  readonly case: string;
  readonly title: Bilingual;
  readonly editions: readonly string[];
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

async function ask<T>(path: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { accept: 'application/json' } });
  } catch (cause) {
    throw new ApiError({ kind: 'unreachable' }, cause);
  }
  if (!response.ok) throw new ApiError({ kind: 'status', status: response.status });
  try {
    return (await response.json()) as T;
  } catch (cause) {
    throw new ApiError({ kind: 'unreachable' }, cause);
  }
}

const pending = new Map<string, Promise<unknown>>();

/** One request per path; a failed one is forgotten, so that trying again asks again. */
function once<T>(path: string): Promise<T> {
  const known = pending.get(path);
  if (known !== undefined) return known as Promise<T>;
  const request = ask<T>(path);
  pending.set(path, request);
  request.catch(() => pending.delete(path));
  return request;
}

interface CasePage {
  readonly cases: readonly CaseEntry[];
  readonly next?: string;
}

export async function fetchCases(): Promise<readonly CaseEntry[]> {
  const cases: CaseEntry[] = [];
  for (let path: string | undefined = '/api/cases'; path !== undefined; ) {
    const page: CasePage = await once(path);
    cases.push(...page.cases);
    path = page.next === undefined ? undefined : `/api/cases?cursor=${page.next}`;
  }
  return cases;
}

export async function fetchFacts(caseId: string, edition: Edition): Promise<CaseFacts> {
  try {
    return await once(`/api/cases/${encodeURIComponent(caseId)}/facts?edition=${edition}`);
  } catch (fault) {
    if (fault instanceof ApiError && fault.fault.kind === 'status' && fault.fault.status === 404) {
      throw new ApiError({ kind: 'unknownCase', caseId }, fault);
    }
    throw fault;
  }
}
