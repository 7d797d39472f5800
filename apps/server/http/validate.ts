/** Applies the schema of a route. What it objects to is told as for an imported file: where, what would be right, what is there. */
import { inputProblem } from '@gongze/application/commands/answers';
import { requestTexts } from '@gongze/application/messages';
import { pointerOf } from '@gongze/application/validation/faults';
import { faultsOfIssues } from '@gongze/application/validation/issues';
import { requestFault } from '@gongze/application/answers';
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import type { AnyProblem } from './kinds.ts';
import { RefusedRequest } from './refused.ts';

const FAULTS_MAX = 100;

function problemOf(httpPart: string | undefined, issues: readonly z.core.$ZodIssue[], data: unknown): AnyProblem {
  const faults = faultsOfIssues(issues, data, []);
  if (httpPart === 'body') {
    const answer = inputProblem(faults);
    if (!answer.ok && answer.problem.kind === 'badInput') return { ...answer.problem, faults: answer.problem.faults.slice(0, FAULTS_MAX) };
  }
  const told = faults
    .slice(0, FAULTS_MAX)
    .map(({ path, expected, found }) => requestFault(path.length === 1 ? String(path[0]) : pointerOf(path), expected, found));
  return { kind: 'badRequest', text: requestTexts.badRequest, faults: told };
}

export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: new RefusedRequest(problemOf(httpPart, parsed.error.issues, data)) };
  };
