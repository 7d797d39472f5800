/** A request that is refused from within the framework's steps, where only an error can stop it. */
import type { AnyProblem } from './kinds.ts';

export class RefusedRequest extends Error {
  readonly problem: AnyProblem;
  readonly statusCode: number;
  constructor(problem: AnyProblem, statusCode = 400) {
    super(problem.kind);
    this.problem = problem;
    this.statusCode = statusCode;
  }
}
