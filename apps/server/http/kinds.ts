/** What can be wrong with a request, and the status that says so. */
import type { Problem } from '@gongze/application';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

/** What goes wrong between the wire and the use cases. */
export type HttpFault =
  | { readonly kind: 'methodNotAllowed'; readonly text: Bilingual; readonly allow: readonly string[] }
  | { readonly kind: 'tooMany'; readonly text: Bilingual; readonly retryAfterSeconds: number }
  | {
      readonly kind: 'badAddress' | 'notAcceptable' | 'requestTimeout' | 'tooLarge' | 'addressTooLong' | 'unsupportedMediaType';
      readonly text: Bilingual;
    }
  | {
      readonly kind: 'preconditionFailed' | 'expectationFailed' | 'preconditionRequired' | 'headersTooLarge' | 'fault';
      readonly text: Bilingual;
    };

export type AnyProblem = Problem | HttpFault;
export type ProblemKind = AnyProblem['kind'];

export const statusOf: Record<ProblemKind, number> = {
  badRequest: 400,
  badInput: 400,
  badAddress: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  requestTimeout: 408,
  conflict: 409,
  keyReused: 409,
  refused: 409,
  preconditionFailed: 412,
  tooLarge: 413,
  addressTooLong: 414,
  unsupportedMediaType: 415,
  expectationFailed: 417,
  preconditionRequired: 428,
  tooMany: 429,
  headersTooLarge: 431,
  fault: 500,
  unavailable: 503,
};
