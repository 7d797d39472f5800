/** The answer to *why?* for a finding: rule, thresholds, the facts with their sources, and what would change the result. */
import type { CorrectionTrace } from '@gongze/domain/cases/corrections';
import type { Fact } from '@gongze/domain/events/catalogue';
import { type CaseInput, openCase } from '@gongze/domain/report/report';
import type { CaseReport, FindingReport } from '@gongze/domain/report/schema';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { defaultParameters, type Parameter, type ParameterName, type Parameters } from '@gongze/domain/vocabulary/parameters';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered, notFound } from './answers.ts';
import { type Change, whatWouldChange } from './counterfactual.ts';
import { requestTexts } from './messages.ts';

export interface ExplainedThreshold extends Parameter {
  readonly parameter: ParameterName;
  readonly overridden: boolean;
}

export interface ExplainedFact {
  readonly id: string;
  readonly type: Fact['type'];
  readonly title: Bilingual | null;
  readonly occurred: Fact['occurred'];
  readonly knownFrom: string;
  readonly sources: Fact['sources'];
  readonly verification: Fact['verification'];
  readonly note: Bilingual | null;
  /** Id of the fact that corrected it. */
  readonly correctedBy: string | null;
}

export interface ExplainedResult {
  readonly key: string;
  readonly status: FindingReport['status'] | CaseReport['verdicts'][number]['verdict'];
  readonly since: string | null;
  readonly severity: number | null;
  readonly subjects: readonly string[];
  readonly explanation: Bilingual;
  readonly facts: readonly ExplainedFact[];
  readonly changes: readonly Change[];
}

export interface Explanation {
  readonly case: string;
  readonly edition: string;
  readonly asOf: string;
  readonly knownOn: string | null;
  readonly finding: string;
  readonly rule: { readonly id: string; readonly name: Bilingual; readonly verdict: string; readonly remedy: Bilingual | null };
  readonly thresholds: readonly ExplainedThreshold[];
  /** One for each finding of the rule; if it found nothing, one that says so. */
  readonly results: readonly ExplainedResult[];
  /** Names of the actors among the subjects. */
  readonly actors: Readonly<Record<string, Bilingual>>;
}

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && typeof (value as Bilingual).zh === 'string' && typeof (value as Bilingual).en === 'string';

/** What a fact calls itself, wherever its type keeps it. */
export function titleOfFact(fact: Fact): Bilingual | null {
  const payload = fact.payload as Readonly<Record<string, unknown>>;
  const terms = (payload['terms'] ?? {}) as Readonly<Record<string, unknown>>;
  return (
    [payload['title'], payload['text'], payload['matter'], terms['title'], payload['post'], payload['reason'], fact.note].find(
      isBilingual,
    ) ?? null
  );
}

function explainedFact(fact: Fact, traces: readonly CorrectionTrace[]): ExplainedFact {
  const { id, type, occurred, knownFrom, sources, verification, note } = fact;
  const trace = traces.find(({ target }) => target === id);
  return {
    id,
    type,
    occurred,
    knownFrom,
    sources,
    verification,
    title: titleOfFact(fact),
    note: note ?? null,
    correctedBy: trace?.by ?? null,
  };
}

function overridesOf(parameters: Parameters): Record<string, number> {
  return Object.fromEntries(parameters.overridden.map((name) => [name, parameters.get(name)]));
}

interface Explained {
  readonly key: string;
  readonly result: Omit<ExplainedResult, 'facts' | 'changes'>;
  readonly evidence: readonly string[];
  readonly thresholds: readonly string[];
  readonly resultOf: (report: CaseReport) => string;
}

function ofFinding({ key, status, since, severity, subjects, explanation, evidence, thresholds }: FindingReport): Explained {
  return {
    key,
    evidence,
    thresholds,
    result: { key, status, since, severity, subjects, explanation },
    resultOf: (report) => report.findings.find((one) => one.key === key)?.status ?? 'absent',
  };
}

function ofVerdict({ id, verdict, explanation, evidence, thresholds }: CaseReport['verdicts'][number]): Explained {
  return {
    key: id,
    evidence,
    thresholds,
    result: { key: id, status: verdict, since: null, severity: null, subjects: [], explanation },
    resultOf: (report) => report.verdicts.find((one) => one.id === id)?.verdict ?? 'absent',
  };
}

/**
 * Explains a rule (`decisionWithoutAction`) with all its findings, or one finding by its key.
 * Cost: one report for each fact behind it, some twenty for each threshold.
 */
export function explain(input: CaseInput, asOf: IsoDate, finding: string): Answer<Explanation> {
  const open = openCase(input);
  const report = open.reportAt(asOf, { hypotheses: false });
  const found = report.findings.filter(({ id, key }) => id === finding || key === finding);
  const rule = report.verdicts.find(({ id }) => id === (found[0]?.id ?? finding));
  if (rule === undefined) {
    return notFound(
      requestTexts.unknownFinding(finding, [...report.findings.map(({ key }) => key), ...report.verdicts.map(({ id }) => id)]),
    );
  }
  const explained = found.length > 0 ? found.map(ofFinding) : [ofVerdict(rule)];
  const known = new Map(open.ordered.map((fact) => [fact.id as string, fact]));
  const names = [...new Set([rule, ...found].flatMap(({ thresholds }) => thresholds))].filter((name): name is ParameterName =>
    Object.hasOwn(defaultParameters, name),
  );
  const { parameters } = input;
  const results = explained.map(({ result, evidence, resultOf }): ExplainedResult => {
    const changes = whatWouldChange(
      {
        evidence,
        thresholds: names,
        parameters,
        resultOf,
        overrides: overridesOf(parameters),
        reportOf: (variant) => {
          const facts = variant.withoutFact === undefined ? input.facts : input.facts.filter(({ id }) => id !== variant.withoutFact);
          return openCase({ ...input, facts, parameters: variant.parameters ?? parameters }).reportAt(asOf, { hypotheses: false });
        },
      },
      result.status,
    );
    const facts = evidence.map((id) => known.get(id)).filter((fact) => fact !== undefined);
    return { ...result, facts: facts.map((fact) => explainedFact(fact, open.traces)), changes };
  });
  const subjects = new Set(results.flatMap((result) => result.subjects));
  return answered({
    case: report.case,
    edition: report.edition,
    asOf: report.asOf,
    knownOn: report.knownOn,
    finding,
    rule: { id: rule.id, name: rule.name, verdict: rule.verdict, remedy: found[0]?.remedy ?? null },
    thresholds: names.map((name) => ({ parameter: name, ...parameters.entry(name), overridden: parameters.overridden.includes(name) })),
    results,
    actors: Object.fromEntries(Object.entries(report.actors).filter(([id]) => subjects.has(id))),
  });
}
