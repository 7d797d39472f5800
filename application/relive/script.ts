/** A case lived through on a virtual clock, as data: who does what on which day, and what the product is to answer. */
import { isCommandName } from '@gongze/domain/decisions/decide';
import { refusalCodes } from '@gongze/domain/decisions/refusal';
import { actorIdSchema, bilingualSchema, caseIdSchema, isoDateSchema } from '@gongze/domain/events/schemas';
import { z } from 'zod';

const stepSchema = z.union([
  z.strictObject({
    on: isoDateSchema,
    by: actorIdSchema,
    command: z.string().refine(isCommandName, { error: 'a command' }),
    payload: z.record(z.string(), z.unknown()),
    /** What is expected of it; a run that meets something else says so. */
    answer: z.enum(['recorded', ...refusalCodes]),
    note: bilingualSchema.optional(),
  }),
  /** A look at the case: dilemmas that have to be found, and that must not be. */
  z.strictObject({
    on: isoDateSchema,
    look: z.strictObject({ found: z.array(z.string()).readonly().optional(), absent: z.array(z.string()).readonly().optional() }),
    note: bilingualSchema.optional(),
  }),
]);

export const scriptSchema = z.strictObject({
  format: z.literal('gongze-life/1'),
  case: caseIdSchema,
  title: bilingualSchema,
  /** What of it happened and what is made up. */
  about: bilingualSchema,
  /** A shipped history up to a day, on which the life goes on. */
  after: z.strictObject({ case: z.string(), until: isoDateSchema }).optional(),
  actors: z.record(actorIdSchema, bilingualSchema),
  /** Tree of governments as CSV, a line each; absent = GB/T 2260. */
  governments: z.array(z.string()).readonly().optional(),
  steps: z.array(stepSchema).readonly(),
});

export type LifeScript = z.output<typeof scriptSchema>;
export type LifeStep = LifeScript['steps'][number];
