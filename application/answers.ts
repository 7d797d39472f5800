/** What a use case answers: a value, or why there is none. Faults of the world are thrown (`Fault`), not answered. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { InputFault } from './validation/faults.ts';

/** One thing wrong with a request: which field, what was expected, what stands there. */
export interface RequestFault {
  readonly field: string;
  readonly expected: Bilingual;
  readonly found: string;
  readonly message: Bilingual;
}

/**
 * Precedence: `badRequest` and `badInput` before `unauthenticated` before `notFound` before `forbidden` before a replay of
 * the same request before `keyReused` before `conflict` before `refused`. A case that may not be read is not found.
 */
export type Problem =
  | { readonly kind: 'badRequest'; readonly text: Bilingual; readonly faults: readonly RequestFault[] }
  | { readonly kind: 'badInput'; readonly faults: readonly InputFault[]; readonly total: number }
  | { readonly kind: 'notFound'; readonly text: Bilingual }
  /** The state of the case does not allow it. */
  | {
      readonly kind: 'refused';
      readonly text: Bilingual;
      readonly facts: readonly string[];
      /** Where a rule of the domain refuses an event: which rule, which event, and what would make it possible. */
      readonly rule?: {
        readonly code: string;
        readonly index: number;
        readonly remedy: Bilingual;
        readonly missing: readonly { readonly what: Bilingual; readonly remedy: Bilingual }[];
        readonly overridable: boolean;
      };
    }
  /** Nobody is signed in, and the answer depends on who asks. */
  | {
      readonly kind: 'unauthenticated';
      readonly text: Bilingual;
      /** Scheme by which it would be answered. Default: a session. */
      readonly challenge?: 'Bearer';
    }
  /** `policies`: names of the rules that decided. */
  | { readonly kind: 'forbidden'; readonly text: Bilingual; readonly policies: readonly string[] }
  /** The case has moved on: read again and decide anew. */
  | { readonly kind: 'conflict'; readonly text: Bilingual; readonly actual: number }
  /** The idempotency key was used for something else. */
  | { readonly kind: 'keyReused'; readonly text: Bilingual }
  /** Nothing was changed; the same request may succeed later. */
  | { readonly kind: 'unavailable'; readonly text: Bilingual; readonly retryAfterSeconds: number };

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function answered<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function notFound(text: Bilingual): Answer<never> {
  return { ok: false, problem: { kind: 'notFound', text } };
}

export function requestFault(field: string, expected: Bilingual, found: string): RequestFault {
  return {
    field,
    expected,
    found,
    message: {
      zh: `${field}：应为${expected.zh}${found === '' ? '' : `，现为 ${found}`}`,
      en: `${field}: expected ${expected.en}${found === '' ? '' : `, found ${found}`}`,
    },
  };
}
