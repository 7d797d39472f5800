/**
 * The address bar carries the whole view, so that a view can be sent. Parsing never throws: what cannot be read
 * is reported as a fault that names the parameter and what would be right, and the rest of the view stands.
 */
import { isIsoDate, type IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { PresetId } from '@gongze/studies/simulation/what-if/policies';

export const editions = ['enriched', 'paper'] as const;
export type Edition = (typeof editions)[number];
export const tabs = [
  'findings',
  'duties',
  'superiors',
  'mechanism',
  'funnel',
  'hypotheses',
  'facts',
  'compare',
  'work',
  'documents',
] as const;
export type Tab = (typeof tabs)[number];

/** What the future on the time axis may suppose: the policies that “what if” compares. */
export const futures = ['none', 'guided', 'surge', 'taper'] as const satisfies readonly PresetId[];

/** Pages of their own, at `/name`. */
export const sitePages = [
  'today',
  'country',
  'agreements',
  'compare',
  'what-if',
  'ledger',
  'verify',
  'open-data',
  'account',
  'notices',
  'sign-in',
] as const;
export type SitePage = (typeof sitePages)[number];

/** Cases that a run of the model tells; they are kept in the browser. */
export const simulatedPrefix = 'simulated.';

export interface View {
  /** `undefined` = the list of cases, or the case. */
  readonly page: SitePage | undefined;
  /** The case that is shown, or that “what if” is asked about. */
  readonly caseId: string | undefined;
  readonly edition: Edition;
  /** `undefined` = today. */
  readonly asOf: IsoDate | undefined;
  /** `undefined` = everything known today. */
  readonly knownOn: IsoDate | undefined;
  readonly lang: Language;
  readonly tab: Tab;
  /** What is selected, `kind:id`; see `selection.ts`. */
  readonly sel: string | undefined;
  /** What the side panel explains, `kind:id`. */
  readonly why: string | undefined;
  /** Window of the time axis; both or none. */
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  /** The policy that the future on the axis supposes; `undefined` = no future is shown. */
  readonly future: PresetId | undefined;
  /** Step of the tour, from 1. */
  readonly tour: number | undefined;
}

export interface AddressFault {
  readonly parameter: 'edition' | 'asOf' | 'knownOn' | 'lang' | 'tab' | 'path' | 'from' | 'to' | 'future';
  readonly value: string;
}

export interface Address {
  readonly view: View;
  readonly faults: readonly AddressFault[];
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | undefined {
  return values.find((value) => value === text);
}

/** The view that a path and a query mean. `preferred` is the language when none is named. */
export function parseAddress(path: string, search: string, preferred: Language): Address {
  const query = new URLSearchParams(search);
  const faults: AddressFault[] = [];
  const choice = <T extends string>(parameter: 'edition' | 'lang' | 'tab', values: readonly T[], fallback: T): T => {
    const text = query.get(parameter);
    const value = oneOf(values, text);
    if (text !== null && value === undefined) faults.push({ parameter, value: text });
    return value ?? fallback;
  };
  const date = (parameter: 'asOf' | 'knownOn' | 'from' | 'to'): IsoDate | undefined => {
    const text = query.get(parameter);
    if (text === null || text === '') return undefined;
    if (isIsoDate(text)) return text;
    faults.push({ parameter, value: text });
    return undefined;
  };
  const match = /^\/case\/([^/]+)\/?$/.exec(path);
  const page = oneOf(sitePages, path.replace(/^\/|\/$/g, ''));
  if (match === null && page === undefined && path !== '/' && path !== '') faults.push({ parameter: 'path', value: path });
  const from = date('from');
  const to = date('to');
  const futureText = query.get('future');
  const future = oneOf(futures, futureText);
  if (futureText !== null && future === undefined) faults.push({ parameter: 'future', value: futureText });
  const window = from !== undefined && to !== undefined && from < to;
  return {
    view: {
      page,
      caseId: match?.[1] !== undefined ? safeDecode(match[1]) : page === 'what-if' ? query.get('case') || undefined : undefined,
      edition: choice('edition', editions, 'enriched'),
      asOf: date('asOf'),
      knownOn: date('knownOn'),
      lang: choice('lang', ['zh', 'en'], preferred),
      tab: choice('tab', tabs, 'findings'),
      sel: query.get('sel') || undefined,
      why: query.get('why') || undefined,
      from: window ? from : undefined,
      to: window ? to : undefined,
      future: future === undefined && futureText !== null ? 'none' : future,
      tour: tourOf(query.get('tour')),
    },
    faults,
  };
}

/** A step out of range ends the tour, which is no fault of an address. */
function tourOf(text: string | null): number | undefined {
  return text !== null && /^[1-9]$/.test(text) ? Number(text) : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a view. Defaults are left out, the language is always named: an address is read by others. */
export function formatAddress(view: View): string {
  const query = new URLSearchParams();
  query.set('lang', view.lang);
  if (view.page === 'what-if' && view.caseId !== undefined) query.set('case', view.caseId);
  else if (view.page !== undefined) {
    if (view.sel !== undefined) query.set('sel', view.sel);
    return `/${view.page}?${query}`;
  }
  if (view.caseId === undefined) return `/?${query}`;
  if (view.edition !== 'enriched') query.set('edition', view.edition);
  for (const name of ['asOf', 'knownOn', 'from', 'to'] as const) {
    const value = view[name];
    if (value !== undefined) query.set(name, value);
  }
  if (view.page !== undefined) return `/${view.page}?${query}`;
  if (view.tab !== 'findings') query.set('tab', view.tab);
  if (view.sel !== undefined) query.set('sel', view.sel);
  if (view.why !== undefined) query.set('why', view.why);
  if (view.future !== undefined) query.set('future', view.future);
  if (view.tour !== undefined) query.set('tour', String(view.tour));
  return `/case/${encodeURIComponent(view.caseId)}?${query}`;
}
