/** Files to and from the server. What it refuses comes back as its own sentence. */
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { commandHeaders, type Problem } from '@gongze/client';
import { handOver } from '../parts/handOver.ts';
import { failedOutcome, type NewEvent, type Outcome } from '../work/record.ts';

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail: string };

type Query = Readonly<Record<string, string | undefined>>;

function addressOf(caseId: string, rest: string, query: Query): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return `/api/cases/${encodeURIComponent(caseId)}/${rest}?${new URLSearchParams(given)}`;
}

async function detailOf(response: Response): Promise<string> {
  const told = (await response.json().catch(() => ({}))) as { detail?: string };
  return told.detail ?? `${response.status} ${response.statusText}`;
}

/** Fetches a document and hands it to the browser's downloads; or the sentence that says why there is none. */
export async function takeDocument(caseId: string, format: string, query: Query): Promise<string | undefined> {
  const response = await fetch(addressOf(caseId, `documents/${format}`, query), { headers: { 'accept-language': query['lang'] ?? 'en' } });
  if (!response.ok) return await detailOf(response);
  const disposition = response.headers.get('content-disposition') ?? '';
  const [, whole] = /filename\*=UTF-8''(\S+)/.exec(disposition) ?? [];
  const [, plain] = /filename="([^"]+)"/.exec(disposition) ?? [];
  const name = whole === undefined ? (plain ?? `${caseId}.${format}`) : decodeURIComponent(whole);
  handOver(await response.blob(), name);
  return undefined;
}

async function post(address: string, file: File, lang: Language, headers: Record<string, string> = {}): Promise<Response> {
  return await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'accept-language': lang, ...headers },
    body: file,
  });
}

async function preview<T>(caseId: string, kind: string, file: File, query: Query, lang: Language): Promise<Read<T>> {
  const response = await post(addressOf(caseId, `imports/${kind}/preview`, { fileName: file.name, ...query }), file, lang);
  return response.ok ? { ok: true, value: (await response.json()) as T } : { ok: false, detail: await detailOf(response) };
}

export interface LedgerPreview {
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: readonly {
    readonly column: string;
    readonly heading: string;
    readonly key: string | null;
    readonly by: string | null;
  }[];
  readonly rows: readonly {
    readonly row: number;
    readonly obligation: string;
    readonly title?: Bilingual;
    readonly kind: 'new' | 'changed' | 'unchanged' | 'faulty';
    readonly changed: readonly string[];
    readonly changes: readonly { readonly field: Bilingual; readonly before: Bilingual | null; readonly after: Bilingual | null }[];
    readonly records: readonly { readonly by: Bilingual | null; readonly on: IsoDate }[];
  }[];
  readonly faults: readonly { readonly row: number; readonly column: string; readonly message: Bilingual }[];
  readonly events: readonly NewEvent[];
}

export interface AgreementPreview {
  readonly text: string;
  readonly reading: {
    readonly clauses: readonly { readonly start: number; readonly end: number; readonly label: string }[];
  };
  readonly duties: readonly {
    readonly clause: number;
    readonly payload: DraftedDuty | null;
    readonly missing: readonly string[];
    readonly unknownNames: readonly string[];
  }[];
}
export interface DraftedDuty {
  readonly obligation: string;
  readonly title: Bilingual;
  readonly liable: readonly string[];
  readonly deadline?: { readonly readings: readonly { readonly dueOn: string }[] };
}

/** `C=liable,F=-`. */
export function mapText(map: Readonly<Record<string, string>>): string {
  return Object.entries(map)
    .map(([column, key]) => `${column}=${key}`)
    .join(',');
}

export function previewLedger(
  caseId: string,
  file: File,
  map: Readonly<Record<string, string>>,
  lang: Language,
): Promise<Read<LedgerPreview>> {
  return preview(caseId, 'ledger', file, { map: mapText(map) }, lang);
}

export function previewAgreement(
  caseId: string,
  file: File,
  query: { readonly agreement: string; readonly signed: string; readonly actors: Readonly<Record<string, string>> },
  lang: Language,
): Promise<Read<AgreementPreview>> {
  return preview(caseId, 'agreement', file, { agreement: query.agreement, signed: query.signed, actors: mapText(query.actors) }, lang);
}

/** Has the server read the file again and record all of it: for more facts than one request of events may hold. */
export async function recordLedger(
  caseId: string,
  version: number,
  key: string,
  file: File,
  map: Readonly<Record<string, string>>,
  lang: Language,
): Promise<Outcome> {
  const headers = commandHeaders(version, key) as Record<string, string>;
  const response = await post(addressOf(caseId, 'imports/ledger', { fileName: file.name, map: mapText(map) }), file, lang, headers);
  const told = (await response.json().catch(() => ({}))) as Partial<Problem> & { readonly version?: number };
  if (response.ok && told.version !== undefined) return { kind: 'recorded', version: told.version };
  return failedOutcome(response.status, told, () => told as Problem);
}
