/** Puts a report together from what the rules say. Nothing is judged here. */
import { advise } from '../advice/advise.ts';
import type { ResolvedHistory } from '../cases/corrections.ts';
import { type Diagnosis, diagnose, ruleOf } from '../dilemmas/diagnose.ts';
import type { Fact } from '../events/catalogue.ts';
import { judgePrinciples, type PrinciplesReport } from '../principles/principles.ts';
import { convergence } from '../stages/convergence.ts';
import { funnelOf } from '../stages/funnel.ts';
import { proposalsOf } from '../stages/proposals.ts';
import type { Situation } from '../stages/situation.ts';
import { topicStages } from '../stages/topics.ts';
import { type Hypotheses, readHypotheses } from '../variables/hypotheses.ts';
import { frameworkEdges, mechanismEdges } from '../variables/links.ts';
import { readVariables } from '../variables/variables.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { Variable } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { CaseInput } from './input.ts';
import { interventionReport, obligationReport, topicReport } from './parts.ts';
import { tablesReport } from './ruleTables.ts';
import type { CaseReport } from './schema.ts';
import { sentenceOf } from './sentence.ts';

export interface Composition {
  readonly input: CaseInput;
  readonly corrections: CaseReport['corrections'];
  readonly unmatched: readonly string[];
  readonly situation: Situation;
  /** Indexes of the variables at other dates; absent = leave the hypotheses out. */
  readonly indexAt: ((on: IsoDate) => Readonly<Record<Variable, number | null>>) | undefined;
}

/** Everything in a report is plain data that may be serialised; the rules' read-only views are copied as they are. */
function plain<T>(value: unknown): T {
  return value as T;
}

function findingsReport({ findings }: Diagnosis): CaseReport['findings'] {
  return findings.map((finding) => {
    const { name, thresholds, remedy } = ruleOf(finding.id);
    return { ...plain<CaseReport['findings'][number]>(finding), name, thresholds: [...thresholds], remedy };
  });
}

function principlesReport(situation: Situation, principles: PrinciplesReport): CaseReport['principles'] {
  const superiors = principles.superiors.map((superior) => ({
    ...superior,
    name: situation.nameOf(superior.tier),
    instruments: superior.instruments.map(({ instrument, may, reasons }) => ({
      instrument: instrument.id,
      channel: instrument.channel,
      may,
      reasons,
    })),
  }));
  return plain({ ...principles, superiors });
}

function adviceReport(advice: ReturnType<typeof advise>): CaseReport['advice'] {
  return advice.map(({ kind, tier, strength, why, exit, expectedEffect, findings }) => ({
    instrument: kind.id,
    title: kind.title,
    channel: kind.channel,
    variable: kind.variable,
    tier,
    strength,
    intrusiveness: kind.intrusiveness,
    why,
    exit,
    expectedEffect,
    findings: [...findings],
  }));
}

function interventionsOf(situation: Situation, direct: boolean): CaseReport['interventions'] {
  return [...situation.state.instruments.values()]
    .filter((instrument) => instrument.terms.direct === direct)
    .map((instrument) => interventionReport(situation, instrument))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : a.instrument < b.instrument ? -1 : 1));
}

/** What was corrected or retracted, with the reason given: the same at every date. */
export function correctionsOf(history: ResolvedHistory, facts: readonly Fact[]): CaseReport['corrections'] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const traces = history.traces.toSorted((a, b) => (a.target < b.target ? -1 : 1));
  return traces.map(({ target, by, kind }) => {
    const fact = byId.get(by);
    const reason = fact?.type === 'factCorrected' || fact?.type === 'factRetracted' ? fact.payload.reason : { zh: '', en: '' };
    return { target, by, kind, reason };
  });
}

/** Names of every actor the report speaks of. */
function actorNames(situation: Situation, input: CaseInput): Record<string, Bilingual> {
  const names: Record<string, Bilingual> = { ...input.actors };
  for (const id of [...situation.parties, ...situation.ladder, ...situation.state.bodies.keys()]) names[id] = situation.nameOf(id);
  return names;
}

export function composeReport({ input, corrections, unmatched, situation, indexAt }: Composition): CaseReport {
  const variables = readVariables(situation);
  const indexes = { culture: variables.culture.index, institution: variables.institution.index, action: variables.action.index };
  const diagnosis = diagnose(situation);
  const principles = judgePrinciples(situation, diagnosis);
  const { sentence, keys } = sentenceOf(situation, diagnosis.findings, principles);
  const stages = topicStages(situation);
  const open = stages.filter((stage) => !stage.complete);
  const { steps, conversionEfficiency } = funnelOf(situation);
  const hypotheses: Hypotheses = indexAt === undefined ? [] : readHypotheses({ situation, indexAt });
  return plain<CaseReport>({
    case: input.caseId,
    title: input.title,
    edition: input.edition,
    asOf: situation.asOf,
    knownOn: input.knownOn ?? null,
    facts: situation.state.factCount,
    sentence,
    sentenceEvidence: keys,
    parties: [...situation.parties],
    actors: actorNames(situation, input),
    topics: stages.map(topicReport),
    stage: stages.length === 0 ? null : open.length === 0 ? 3 : Math.min(...open.map((stage) => stage.stage)),
    stageFunnel: { ...steps, conversionEfficiency },
    variables,
    findings: findingsReport(diagnosis),
    verdicts: diagnosis.verdicts,
    obligations: situation.duties.map(obligationReport),
    interventions: interventionsOf(situation, true),
    guidance: interventionsOf(situation, false),
    ladder: [...situation.ladder],
    principles: principlesReport(situation, principles),
    advice: adviceReport(advise(situation, diagnosis, principles, indexes)),
    hypotheses,
    framework: frameworkEdges(situation, variables),
    mechanism: mechanismEdges(situation, variables),
    statements: convergence(situation),
    proposals: situation.parties.flatMap((by) => proposalsOf(situation, by).map((proposal) => ({ by, ...proposal }))),
    ...tablesReport(situation),
    corrections,
    unmatched: [...situation.state.unmatched, ...unmatched].sort(),
    parameters: { hash: input.parameters.hash, overridden: [...input.parameters.overridden] },
  });
}
