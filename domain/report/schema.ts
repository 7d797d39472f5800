/**
 * The one report that server, command line and page return for a case at a date. Stable: fields are added, never
 * changed. Dates are ISO days, governments GB/T 2260 codes (`000000` the State Council), shares lie in 0–1.
 */
import { z } from 'zod';
import { grades } from '../events/ruleTables.ts';
import { proposalOutcomes } from '../stages/proposals.ts';
import { channels, completions, dilemmaIds, effects, variables } from '../vocabulary/levels.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const date = z.string();
const evidence = z.array(z.string()).describe('ids of the facts behind it');
const share = z.number().min(0).max(1);

const componentSchema = z.object({
  id: z.string(),
  name: text,
  value: share.nullable().describe('null = unknown: the facts do not carry it'),
  evidence,
  explanation: text,
});
const variableSchema = z.object({
  name: text,
  index: share.nullable().describe('mean of the known components'),
  known: z.int(),
  components: z.array(componentSchema),
});

const findingSchema = z.object({
  id: z.enum(dilemmaIds),
  key: z.string().describe('rule and subject: distinguishes several findings of one rule'),
  name: text,
  status: z.enum(['active', 'mitigated', 'risk']),
  since: date.nullable().describe('null = rests on facts of unknown date'),
  severity: share,
  subjects: z.array(z.string()),
  evidence,
  explanation: text,
  thresholds: z.array(z.string()).describe('names of the parameters it was judged by'),
  remedy: text.describe('what usually helps'),
});

const verdictSchema = z.object({
  id: z.enum(dilemmaIds),
  name: text,
  verdict: z.enum(['found', 'mitigated', 'risk', 'absent', 'undetermined']),
  explanation: text,
  evidence,
  thresholds: z.array(z.string()),
});

const positionSchema = z.object({
  yardstick: z.string(),
  measure: text,
  indicator: z.string(),
  unit: z.string(),
  baseline: z.number().nullable(),
  target: z.number(),
  targetKind: z.enum(['level', 'changePercent']),
  path: share.nullable().describe('share of the way due at the end of the period that was read'),
  pathConvention: text.nullable(),
  value: z.number().nullable(),
  period: z.object({ first: date, last: date }).nullable(),
  attained: z.number().nullable().describe('share of the way covered; may exceed 1 or be negative'),
  position: z.enum(['ahead', 'behind', 'met', 'missed', 'unknown']),
  evidence,
});

const axisSchema = z.object({
  completion: z.enum(completions).nullable(),
  effect: z.enum(effects).nullable(),
  by: z.string().nullable(),
  on: date.nullable(),
  evidence,
});

const obligationSchema = z.object({
  id: z.string(),
  title: text,
  topic: z.string().nullable(),
  agreement: z.string().nullable(),
  origin: z.enum(['agreed', 'assigned']),
  liable: z.array(z.string()),
  lead: z.string().nullable(),
  shares: z.record(z.string(), z.number()).nullable(),
  status: z.string().describe('life-cycle state'),
  unsigned: z.boolean().describe('the agreement it follows from is not signed: it binds nobody yet'),
  from: date.describe('day from which it was drafted or assigned'),
  dueOn: date.nullable(),
  schedule: z.enum(['scheduled', 'met', 'partiallyMet', 'notMet']).nullable().describe('derived from the clock; null without a deadline'),
  selfReport: axisSchema.nullable(),
  assessment: axisSchema.nullable(),
  overdueSince: date.nullable(),
  fulfilledOn: date.nullable(),
  fulfilledBetween: z
    .object({ first: date, last: date })
    .nullable()
    .describe('where the day is not known: bounds; days late are then an upper bound'),
  verifiedOn: date.nullable(),
  daysLate: z.int().describe('days from the due date to fulfilment or to the date of the report; 0 if not late'),
  readings: z.array(
    z.object({ reading: z.string(), dueOn: date, isDefault: z.boolean(), overdueSince: date.nullable(), daysLate: z.int() }),
  ),
  yardsticks: z.array(positionSchema),
  evidence,
});

const interventionSchema = z.object({
  instrument: z.string(),
  title: text,
  tier: z.string(),
  by: z.string(),
  channel: z.enum(channels),
  strength: z.int().min(1).max(5),
  from: date.nullable(),
  to: date.nullable().describe('null = still open at the date of the report'),
  direct: z.boolean(),
  binding: z.boolean(),
  evidence,
});

const stageCountSchema = z.object({
  items: z.int(),
  weight: z.number(),
  /** Kaplan–Meier median days from the step before; null where fewer than half have passed. */
  medianDays: z.number().nullable(),
  evidence,
});
const reasonSchema = z.object({ id: z.string(), met: z.boolean().nullable(), text, evidence });
const answerSchema = z.object({
  holds: z.boolean().nullable().describe('null = undetermined'),
  since: date.nullable(),
  reasons: z.array(reasonSchema),
});

const superiorSchema = z.object({
  tier: z.string(),
  name: text,
  may: z.enum(['open', 'addInstruments', 'notYet', 'no']),
  already: z.array(z.enum(channels)),
  reasons: z.array(reasonSchema),
  instruments: z.array(z.object({ instrument: z.string(), channel: z.enum(channels), may: z.boolean(), reasons: z.array(reasonSchema) })),
});

const hypothesisSchema = z.object({
  id: z.enum(['H1', 'H2', 'H3']),
  variable: z.enum(variables),
  statement: text,
  readings: z.array(
    z.object({
      instrument: z.string(),
      channel: z.enum(channels),
      strength: z.int(),
      on: date,
      before: z.number().nullable(),
      after: z.number().nullable(),
      afterOn: date,
      change: z.number().nullable(),
      evidence,
    }),
  ),
  verdict: z.enum(['supported', 'mixed', 'notSupported', 'undetermined']),
  explanation: text,
});

const edgeSchema = z.object({
  from: z.string(),
  to: z.string(),
  label: text,
  basis: z.enum(['facts', 'article']).describe('article = asserted by the article, no linking fact in this case'),
  evidence,
});

const voiceSchema = z.object({
  group: z.string(),
  agree: z.array(z.string()),
  disagree: z.array(z.string()),
  pass: z.array(z.string()),
  silent: z.array(z.string()).describe('said nothing; silence is not agreement'),
  agreement: share,
});
const statementSchema = z.object({
  statement: z.string(),
  topic: z.string(),
  text,
  groups: z.array(voiceSchema),
  consensus: share.describe('product over groups of (agree + 1) / (answered + 2)'),
  verdict: z.enum(['shared', 'rejected', 'divided', 'open']),
});
const proposalSchema = z.object({
  by: z.string(),
  kind: z.enum(['topic', 'statement', 'extension', 'intervention']),
  subject: z.string(),
  title: text,
  outcome: z.enum(proposalOutcomes),
  text,
  since: date.nullable().describe('day on which it was proposed'),
  reason: text.nullable().describe('reason given for declining, withdrawing or merging it'),
  obligations: z.array(z.string()),
  evidence,
});
const gradeSchema = z.enum(grades).nullable();
const assessedSchema = z.object({
  table: z.string(),
  hash: z.string().describe('SHA-256 of the version of the table'),
  actor: z.string(),
  obligation: z.string(),
  on: date,
  final: z.boolean(),
  attained: z.number().nullable(),
  due: share,
  score: z.number().nullable().describe('0-100; null = not known'),
  grade: gradeSchema,
  atMost: gradeSchema.describe('best grade possible while another score is not on record'),
  published: gradeSchema.describe('grade on record'),
  agrees: z.boolean().nullable(),
  explanation: text,
  evidence,
});
const ruleTableReportSchema = z.object({
  rule: z.string(),
  title: text,
  kind: z.enum(['assessment', 'accountability', 'escalation']),
  by: z.array(z.string()),
  from: date,
  until: date.nullable(),
  hash: z.string(),
  convention: text.nullable().describe('part of the table that rests on no source, and whose convention it is'),
  evidence,
});
const proposedSchema = z.object({
  table: z.string(),
  hash: z.string(),
  rule: z.string(),
  series: z.string(),
  level: z.int(),
  actor: z.string(),
  post: text,
  counts: z.array(z.object({ count: z.string(), value: z.number() })),
  explanation: text,
  evidence,
});

/** What a model expects of the advised instruments; computed outside of the domain, and only where it was asked for. */
const estimateSchema = z
  .object({
    statement: text.describe('what the model is and is not'),
    runs: z.int().min(1).describe('runs of every parameter set'),
    seed: z.int().min(0),
    months: z.int().min(1).describe('horizon'),
    members: z.int().min(1).describe('parameter sets that fit the case'),
    of: z.int().min(1),
    effects: z.array(
      z.object({
        instrument: z.string(),
        strength: z.number(),
        median: z.number().describe('gain of mean delivery'),
        low: z.number().describe('5% of the parameter sets lie below'),
        high: z.number().describe('5% lie above'),
      }),
    ),
  })
  .describe('expected effects by the model, where they were asked for');

export const caseReportSchema = z.object({
  case: z.string(),
  title: text,
  edition: z.string(),
  asOf: date,
  knownOn: date.nullable(),
  facts: z.int().describe('facts that count at the date'),
  sentence: text.describe('the state of the case in one sentence'),
  sentenceEvidence: z.array(z.string()).describe('keys of the findings the sentence rests on'),
  parties: z.array(z.string()),
  actors: z.record(z.string(), text).describe('names of all actors in the report'),
  topics: z.array(
    z.object({
      topic: z.string(),
      title: text,
      stage: z.int().min(1).max(3),
      imposed: z.boolean(),
      complete: z.boolean(),
      explanation: text,
      evidence,
    }),
  ),
  stage: z.int().min(1).max(3).nullable().describe('lowest stage of the open topics'),
  stageFunnel: z.object({
    raised: stageCountSchema,
    agreed: stageCountSchema,
    individualised: stageCountSchema,
    inDelivery: stageCountSchema,
    verified: stageCountSchema,
    result: stageCountSchema,
    conversionEfficiency: share.nullable().describe('verified weight over agreed weight'),
  }),
  variables: z.object({ culture: variableSchema, institution: variableSchema, action: variableSchema }),
  findings: z.array(findingSchema),
  verdicts: z.array(verdictSchema).describe('every rule, also those that found nothing or could not tell'),
  obligations: z.array(obligationSchema),
  interventions: z.array(interventionSchema).describe('direct interventions, by channel'),
  guidance: z.array(interventionSchema).describe('indirect guidance: plans and opinions'),
  ladder: z.array(z.string()),
  principles: z.object({
    necessity: answerSchema,
    stepwise: answerSchema,
    selfHelp: answerSchema,
    eligible: z.string().nullable(),
    superiors: z.array(superiorSchema),
    reasons: z.array(reasonSchema),
  }),
  advice: z.array(
    z.object({
      instrument: z.string(),
      title: text,
      channel: z.enum(channels),
      variable: z.enum(variables),
      tier: z.string().nullable(),
      strength: z.int().min(1).max(5),
      intrusiveness: z.int(),
      why: text,
      exit: text,
      expectedEffect: z
        .union([z.literal('notEstimated'), z.number()])
        .describe('gain of mean delivery (0–1) by the model, where it was asked for: see estimate'),
      findings: z.array(z.string()),
    }),
  ),
  estimate: estimateSchema.optional(),
  hypotheses: z.array(hypothesisSchema),
  framework: z.array(edgeSchema),
  mechanism: z.array(edgeSchema),
  statements: z.array(statementSchema).describe('statements put to the parties, nearest to consensus first'),
  proposals: z.array(proposalSchema).describe('what became of what each party proposed'),
  ruleTables: z.array(ruleTableReportSchema).describe('versions of rule tables that were adopted by the date'),
  assessments: z.array(assessedSchema).describe('what the assessment tables give, beside what was published'),
  accountability: z.array(proposedSchema).describe('what the accountability tables propose: proposals, never decisions'),
  corrections: z.array(z.object({ target: z.string(), by: z.string(), kind: z.enum(['corrected', 'retracted']), reason: text })),
  unmatched: evidence,
  parameters: z.object({ hash: z.string(), overridden: z.array(z.string()) }),
});

export type CaseReport = z.infer<typeof caseReportSchema>;
export type FindingReport = CaseReport['findings'][number];

/** JSON Schema (draft 2020-12) of the report. */
export function caseReportJsonSchema(): unknown {
  return { $id: 'https://gongze.example/schema/case-report-1.json', title: 'CaseReport', ...z.toJSONSchema(caseReportSchema) };
}
