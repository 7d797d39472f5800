/**
 * Rule tables: how a superior scores an indicator, at which counts it proposes to hold whom to account, and which slip follows when. They are data,
 * adopted by a dated fact with its source, so that they can be edited, replaced by a later version, and told apart.
 */
import { z } from 'zod';
import { bilingualSchema, isoDateSchema, nameSchema, quantitySchema, shareSchema } from './schemas.ts';

export const grades = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof grades)[number];

function rising<T>(entries: readonly T[], of: (entry: T) => number | string): boolean {
  return entries.every((entry, index) => index === 0 || of(entries[index - 1] as T) < of(entry));
}

const scoreSchema = z.number().min(0).max(100);

/** Scores the share of the way that an indicator has covered, and grades the score. */
export const assessmentTableSchema = z.strictObject({
  kind: z.literal('assessment'),
  indicator: nameSchema,
  /** Yardstick of the duty from which the share covered is counted. */
  yardstick: nameSchema,
  /** Share of the way that is due at each date, rising; the last is the final assessment. */
  path: z
    .array(z.strictObject({ on: isoDateSchema, share: shareSchema }))
    .min(1)
    .refine((all) => rising(all, (step) => step.on), { error: 'dates that rise' })
    .refine((all) => rising(all, (step) => step.share), { error: 'shares that rise' })
    .readonly(),
  /** Score at each ratio of the share covered to the share due; between two points along the straight line, beyond the last flat. */
  points: z
    .array(z.strictObject({ ratio: z.number().min(0).max(100), score: scoreSchema }))
    .min(2)
    .refine((all) => rising(all, (point) => point.ratio), { error: 'ratios that rise' })
    .readonly(),
  /** Whose convention the points are, where no source gives them. */
  pointsConvention: bilingualSchema.optional(),
  /** Score if the reading is worse than that of the year before. */
  riseScore: scoreSchema.optional(),
  /** Yardsticks that give the full score in the final assessment once they are met. */
  fullIfMet: z.array(nameSchema).readonly().optional(),
  /** Other scores out of 100, held as readings; before the final assessment the lowest of all counts. */
  otherScores: z.array(nameSchema).readonly().optional(),
  /** Grades with the least score of each, falling; a score below the last has the last grade. */
  bands: z
    .array(z.strictObject({ grade: z.enum(grades), atLeast: scoreSchema }))
    .min(1)
    .refine((all) => rising(all, (band) => -band.atLeast), { error: 'scores that fall' })
    .readonly(),
});

const conditionSchema = z
  .strictObject({
    /** Series of readings that is looked at. */
    count: nameSchema,
    atLeast: quantitySchema.optional(),
    atMost: quantitySchema.optional(),
    above: quantitySchema.optional(),
    below: quantitySchema.optional(),
  })
  .refine(({ atLeast, atMost, above, below }) => [atLeast, atMost, above, below].some((bound) => bound !== undefined), {
    error: 'at least one of atLeast, atMost, above, below',
  });

/** Proposes whom to hold to account at which counts. Of the rules of one series that apply, only the gravest is proposed. */
export const accountabilityTableSchema = z.strictObject({
  kind: z.literal('accountability'),
  rules: z
    .array(
      z.strictObject({
        rule: nameSchema,
        series: nameSchema,
        /** Gravity within the series. */
        level: z.int().min(1).max(9),
        post: bilingualSchema,
        /** All of them hold. */
        when: z.array(conditionSchema).min(1).readonly(),
      }),
    )
    .min(1)
    .refine((rules) => new Set(rules.map(({ rule }) => rule)).size === rules.length, { error: 'each rule once' })
    .readonly(),
});

const slips = ['blue', 'orange', 'red'] as const;
export type Slip = (typeof slips)[number];

const escalationStepSchema = z.strictObject({
  slip: z.enum(slips),
  /** Days of grace: of the first step after the due date, of every other after the day by which the slip before was to be answered. */
  graceDays: z.int().min(1).max(365),
  /** Whose step it is: 0 = whoever decides about the duty, 1 = the nearest superior of all who owe it, 2 = the one above … */
  up: z.int().min(0).max(4),
});

/** Which slip 督办单 follows when, and who is to issue it. Nothing is issued by it: a person does that. */
export const escalationTableSchema = z.strictObject({
  kind: z.literal('escalation'),
  steps: z
    .array(escalationStepSchema)
    .min(1)
    .max(9)
    .refine(
      (steps) =>
        steps.every(({ slip }, index) => {
          const before = steps[index - 1];
          return before === undefined ? slip === 'blue' : [0, 1].includes(slips.indexOf(slip) - slips.indexOf(before.slip));
        }),
      { error: 'blue first, then the same colour or the next' },
    )
    .refine((steps) => steps.every(({ up }, index) => index === 0 || (steps[index - 1]?.up ?? 0) <= up), {
      error: 'steps that never go down the line',
    })
    .readonly(),
});

export const ruleTableSchema = z.union([assessmentTableSchema, accountabilityTableSchema, escalationTableSchema]);

export type AssessmentTable = z.output<typeof assessmentTableSchema>;
export type AccountabilityTable = z.output<typeof accountabilityTableSchema>;
export type EscalationTable = z.output<typeof escalationTableSchema>;
export type RuleTable = z.output<typeof ruleTableSchema>;
