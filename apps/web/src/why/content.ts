/** What the side panel says about a target `kind:id`: taken from the report, nothing is judged here. */
import type { CaseReport } from '@gongze/domain/report/schema';
import { funnelSteps } from '@gongze/domain/stages/funnel';
import { type Variable, variables } from '@gongze/domain/vocabulary/levels';
import { defaultParameters, type ParameterName } from '@gongze/domain/vocabulary/parameters';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export interface WhyPart {
  readonly target: string;
  readonly text: Bilingual;
  readonly value: string;
}

export interface WhyContent {
  readonly title: Bilingual | string;
  /** Key of the rule's sentence under `rule`. */
  readonly rule: string;
  readonly status?: CaseReport['findings'][number]['status'] | 'absent' | 'undetermined';
  readonly holds?: boolean | null;
  readonly since?: string | null;
  readonly explanation?: Bilingual;
  readonly subjects?: readonly string[];
  readonly reasons?: CaseReport['principles']['reasons'];
  readonly parts?: readonly WhyPart[];
  readonly remedy?: Bilingual;
  readonly thresholds: readonly ParameterName[];
  readonly evidence: readonly string[];
  /** What it comes to, in one word: compared when facts or thresholds are changed; `undefined` = it is gone. */
  readonly result?: (report: CaseReport) => string | undefined;
  /** Selection that shows it on the time axis. */
  readonly select?: string;
}

function thresholdsOf(prefix: string): ParameterName[] {
  return (Object.keys(defaultParameters) as ParameterName[]).filter((name) => name.startsWith(prefix));
}

function known(names: readonly string[]): ParameterName[] {
  return names.filter((name): name is ParameterName => Object.hasOwn(defaultParameters, name));
}

function valueText(value: number | null): string {
  return value === null ? '?' : value.toFixed(2);
}

type Resolver = (report: CaseReport, id: string) => WhyContent | undefined;

const findingResult = (key: string) => (report: CaseReport) => {
  const finding = report.findings.find((one) => one.key === key);
  return finding === undefined ? undefined : `${finding.status} ${finding.severity.toFixed(1)}`;
};

const ofFinding: Resolver = (report, key) => {
  const finding = report.findings.find((one) => one.key === key);
  if (finding === undefined) return undefined;
  const { name, id, status, since, explanation, subjects, remedy, thresholds, evidence } = finding;
  return {
    title: name,
    rule: id,
    status,
    since,
    explanation,
    subjects,
    remedy,
    thresholds: known(thresholds),
    evidence,
    result: findingResult(key),
    select: `finding:${key}`,
  };
};

const ofVerdict: Resolver = (report, id) => {
  const verdict = report.verdicts.find((one) => one.id === id);
  if (verdict === undefined) return undefined;
  const { name, explanation, thresholds, evidence } = verdict;
  const status = verdict.verdict === 'found' ? 'active' : verdict.verdict;
  return {
    title: name,
    rule: id,
    status,
    explanation,
    thresholds: known(thresholds),
    evidence,
    result: (other) => other.verdicts.find((one) => one.id === id)?.verdict,
  };
};

const ofVariable: Resolver = (report, id) => {
  const name = variables.find((one) => one === id);
  if (name === undefined) return undefined;
  const variable = report.variables[name];
  const parts = variable.components.map((one) => ({ target: `component:${name}/${one.id}`, text: one.name, value: valueText(one.value) }));
  return {
    title: variable.name,
    rule: 'variable',
    parts,
    thresholds: name === 'culture' ? [...thresholdsOf('culture.'), ...thresholdsOf('trust.')] : [],
    evidence: [...new Set(variable.components.flatMap((one) => one.evidence))],
    result: (other) => valueText(other.variables[name].index),
  };
};

const ofComponent: Resolver = (report, path) => {
  const [name, id] = path.split('/');
  const component = report.variables[name as Variable]?.components.find((one) => one.id === id);
  if (component === undefined) return undefined;
  return {
    title: component.name,
    rule: 'variable',
    explanation: component.explanation,
    evidence: component.evidence,
    thresholds: id === 'trust' ? thresholdsOf('trust.') : name === 'culture' ? thresholdsOf('culture.') : [],
    result: (other) => valueText(other.variables[name as Variable].components.find((one) => one.id === id)?.value ?? null),
  };
};

const ofPrinciple: Resolver = (report, id) => {
  if (id !== 'necessity' && id !== 'stepwise' && id !== 'selfHelp') return undefined;
  const answer = report.principles[id];
  return {
    title: `principle.${id}`,
    rule: id,
    holds: answer.holds,
    since: answer.since,
    reasons: answer.reasons,
    thresholds: thresholdsOf(`${id}.`),
    evidence: [...new Set(answer.reasons.flatMap(({ evidence }) => evidence))],
    result: (other) => String(other.principles[id].holds),
  };
};

const ofSuperior: Resolver = (report, tier) => {
  const superior = report.principles.superiors.find((one) => one.tier === tier);
  if (superior === undefined) return undefined;
  return {
    title: superior.name,
    rule: 'superior',
    reasons: superior.reasons,
    thresholds: [...thresholdsOf('necessity.'), ...thresholdsOf('stepwise.')],
    evidence: [...new Set(superior.reasons.flatMap(({ evidence }) => evidence))],
    select: `superior:${tier}`,
    result: (other) => other.principles.superiors.find((one) => one.tier === tier)?.may,
  };
};

const ofDuty: Resolver = (report, id) => {
  const duty = report.obligations.find((one) => one.id === id);
  if (duty === undefined) return undefined;
  return {
    title: duty.title,
    rule: 'duty',
    subjects: duty.liable,
    thresholds: [],
    evidence: duty.evidence,
    select: `duty:${id}`,
    result: (other) => other.obligations.find((one) => one.id === id)?.schedule ?? undefined,
  };
};

const ofInstrument: Resolver = (report, id) => {
  const own = [...report.interventions, ...report.guidance].find((one) => one.instrument === id);
  if (own === undefined) return undefined;
  return {
    title: own.title,
    rule: 'instrument',
    subjects: [own.by],
    since: own.from,
    thresholds: [],
    evidence: own.evidence,
    select: `instrument:${id}`,
  };
};

const ofTopic: Resolver = (report, id) => {
  const topic = report.topics.find((one) => one.topic === id);
  return topic && { title: topic.title, rule: 'topic', explanation: topic.explanation, thresholds: [], evidence: topic.evidence };
};

const ofStep: Resolver = (report, id) => {
  const step = funnelSteps.find((one) => one === id);
  return step && { title: `step.${step}`, rule: 'funnel', thresholds: [], evidence: report.stageFunnel[step].evidence };
};

const ofEdge: Resolver = (report, id) => {
  const edge = [...report.framework, ...report.mechanism].find((one) => `${one.from}>${one.to}` === id);
  return edge && { title: edge.label, rule: 'edge', thresholds: [], evidence: edge.evidence };
};

const ofAdvice: Resolver = (report, id) => {
  const advice = report.advice.find((one) => one.instrument === id);
  if (advice === undefined) return undefined;
  const grounds = report.findings.filter(({ key }) => advice.findings.includes(key));
  return {
    title: advice.title,
    rule: 'advice',
    explanation: advice.why,
    thresholds: ['advice.deficientBelow'],
    evidence: [...new Set(grounds.flatMap(({ evidence }) => evidence))],
    parts: grounds.map(({ key, name, status }) => ({ target: `finding:${key}`, text: name, value: `findingStatus.${status}` })),
  };
};

const ofHypothesis: Resolver = (report, id) => {
  const hypothesis = report.hypotheses.find((one) => one.id === id);
  return (
    hypothesis && {
      title: hypothesis.statement,
      rule: 'hypothesis',
      explanation: hypothesis.explanation,
      thresholds: [],
      evidence: [...new Set(hypothesis.readings.flatMap(({ evidence }) => evidence))],
    }
  );
};

const ofSentence: Resolver = (report) => {
  const findings = report.findings.filter(({ key }) => report.sentenceEvidence.includes(key));
  const answers = report.principles.superiors.map(({ tier, name, may }) => ({
    target: `superior:${tier}`,
    text: name,
    value: `may.${may}`,
  }));
  return {
    title: 'sentence.heading',
    rule: 'sentence',
    explanation: report.sentence,
    thresholds: [],
    evidence: [...new Set(findings.flatMap(({ evidence }) => evidence))],
    parts: [
      ...findings.map(({ key, name, status }) => ({ target: `finding:${key}`, text: name, value: `findingStatus.${status}` })),
      ...(['necessity', 'stepwise', 'selfHelp'] as const).map((id) => ({
        target: `principle:${id}`,
        text: { zh: `principle.${id}`, en: `principle.${id}` },
        value: `answer.${answerKey(report.principles[id].holds)}`,
      })),
      ...answers,
    ],
  };
};

export function answerKey(holds: boolean | null): 'yes' | 'no' | 'undetermined' {
  return holds === null ? 'undetermined' : holds ? 'yes' : 'no';
}

const ofFact: Resolver = (_, id) => ({ title: 'facts.fact', rule: 'fact', thresholds: [], evidence: [id], select: `fact:${id}` });

const resolvers: Readonly<Record<string, Resolver>> = {
  finding: ofFinding,
  verdict: ofVerdict,
  variable: ofVariable,
  component: ofComponent,
  principle: ofPrinciple,
  superior: ofSuperior,
  duty: ofDuty,
  instrument: ofInstrument,
  topic: ofTopic,
  step: ofStep,
  edge: ofEdge,
  advice: ofAdvice,
  hypothesis: ofHypothesis,
  sentence: ofSentence,
  fact: ofFact,
};

/** `undefined` = at this date there is nothing of that name to explain. */
export function whyContent(report: CaseReport, target: string): WhyContent | undefined {
  const colon = target.indexOf(':');
  const kind = target.slice(0, colon);
  return colon < 0 || !Object.hasOwn(resolvers, kind) ? undefined : resolvers[kind]?.(report, target.slice(colon + 1));
}
