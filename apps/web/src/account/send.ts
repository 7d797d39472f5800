/** Requests about sessions, offices and keys. A refusal comes back as the sentence that the server wrote for it. */
import type { Language } from '@gongze/domain/vocabulary/text';

export interface OfficeHeld {
  readonly office: string;
  readonly actor: string;
  readonly roles: readonly string[];
}

export interface SessionState {
  readonly mode: 'local' | 'server';
  readonly methods: { readonly singleSignOn: boolean; readonly password: boolean };
  readonly person?: string;
  readonly name?: string;
  readonly office?: OfficeHeld;
  readonly offices: readonly OfficeHeld[];
  readonly secondFactorMissing: boolean;
  readonly expiresAt?: string;
}

export interface OfficeKey {
  readonly keyId: string;
  readonly office: string;
  readonly actor: string;
  readonly algorithm: string;
  readonly publicKey: string;
  readonly rpId?: string;
  readonly origins?: readonly string[];
  readonly valid: boolean;
  /** Instants. */
  readonly since: string;
  readonly until?: string;
  /** Why it ended, and in whose name that was recorded. */
  readonly ended?: { readonly reason: string; readonly by?: string };
  /** Keys that signed its registration; none where it stands on the operator’s word. */
  readonly vouchedBy: readonly string[];
}

/** An office that one may fill, or whose keys one may revoke. */
export interface OfficeInCare extends OfficeHeld {
  readonly holders: number;
  readonly mayAppoint: boolean;
  readonly mayRevoke: boolean;
  readonly keys: readonly OfficeKey[];
}

export type Sent<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly detail: string };

/** The sentence that the server wrote where it refuses. */
export class Told extends Error {}

/** What is said where no answer came. */
export const unreachable = {
  zh: '服务器没有应答，请检查网络后重试。',
  en: 'The server does not answer. Check the network and try again.',
} as const;

/** Status of an answer that never came. */
export const NO_ANSWER = 0;

export async function send<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, lang: Language, body?: object): Promise<Sent<T>> {
  const asked = fetch(path, {
    method,
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': lang,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const response = await asked.catch(() => undefined);
  if (response === undefined) return { ok: false, status: NO_ANSWER, detail: unreachable[lang] };
  const told = (await response.json().catch(() => ({}))) as { detail?: string };
  if (response.ok) return { ok: true, value: told as T };
  return { ok: false, status: response.status, detail: told.detail ?? `${response.status} ${response.statusText}` };
}

const localSession: SessionState = {
  mode: 'local',
  methods: { singleSignOn: false, password: false },
  offices: [],
  secondFactorMissing: false,
};

let known: Promise<SessionState> | undefined;

/** What the server answers to a question; throws what it said against it. */
export async function readOrTold<T>(path: string, lang: Language): Promise<T> {
  const sent = await send<T>('GET', path, lang);
  if (sent.ok) return sent.value;
  throw sent.status === NO_ANSWER ? new Error(sent.detail) : new Told(sent.detail);
}

/** Who is signed in; asked once, until `forgetSession`. A server that knows no sessions is in local mode. */
export function readSession(lang: Language): Promise<SessionState> {
  known ??= send<SessionState>('GET', '/api/session', lang).then((sent) => {
    if (sent.ok) return sent.value;
    if (sent.status !== NO_ANSWER) return localSession;
    // Nobody knows who is signed in: it is asked again when somebody wants to know.
    known = undefined;
    throw new Error(sent.detail);
  });
  return known;
}

export function forgetSession(): void {
  known = undefined;
}
