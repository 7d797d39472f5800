/** Good and bad examples of one family of consequences. */
export interface ConsequenceExamples {
  /** What follows a duty; duty and consequence are one statement. */
  readonly after: readonly string[];
  /** The consequence alone: a statement that carries it. */
  readonly alone: readonly string[];
  /** Conditions, procedures, incentives and shares of cost: no consequence. */
  readonly none: readonly string[];
}
