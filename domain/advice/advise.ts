/**
 * Advice: deficient variable → instruments that act on it (H1, H2, H3), least intrusive first, with exit terms.
 * It only names what the principles allow now, and it never acts by itself.
 */
import { type Diagnosis, ruleOf } from '../dilemmas/diagnose.ts';
import type { Finding } from '../dilemmas/rule.ts';
import type { InstrumentKind } from '../principles/instruments.ts';
import type { PrinciplesReport, SuperiorAnswer } from '../principles/principles.ts';
import { both, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { GovernmentCode } from '../vocabulary/ids.ts';
import type { Variable } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export interface Advice {
  readonly kind: InstrumentKind;
  readonly tier: GovernmentCode;
  readonly strength: number;
  readonly why: Bilingual;
  readonly exit: Bilingual;
  readonly expectedEffect: number | 'notEstimated';
  readonly findings: readonly string[];
}

/** Expected effect of an instrument as the model estimates it; absent = nothing was estimated. */
export type EffectEstimate = (instrument: string) => number | undefined;

const variableNames: Record<Variable, Bilingual> = {
  culture: both('文化情境', 'culture'),
  institution: both('制度架构', 'institution'),
  action: both('行动过程', 'action'),
};

/** Variables that are deficient: by their index, or because an active dilemma is a failure of them. */
export function deficientVariables(
  situation: Situation,
  indexes: Readonly<Record<Variable, number | null>>,
  findings: readonly Finding[],
): Set<Variable> {
  const bound = situation.parameters.get('advice.deficientBelow');
  const deficient = new Set<Variable>();
  for (const [variable, index] of Object.entries(indexes)) if (index !== null && index < bound) deficient.add(variable as Variable);
  for (const finding of findings) if (finding.status === 'active') deficient.add(ruleOf(finding.id).variable);
  return deficient;
}

/** Instruments already applied at least as strongly through the same channel by that superior need no advice. */
function isApplied(situation: Situation, kind: InstrumentKind, tier: GovernmentCode): boolean {
  for (const { terms, strength, ended } of situation.state.instruments.values()) {
    if (
      ended === undefined &&
      terms.direct &&
      terms.tier === tier &&
      terms.channel === kind.channel &&
      strength >= kind.strength &&
      (terms.until === undefined || terms.until > situation.asOf)
    )
      return true;
  }
  return false;
}

function helped(kind: InstrumentKind, findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.status === 'active' && kind.helps.includes(finding.id));
}

function whyOf(kind: InstrumentKind, against: readonly Finding[], tierName: Bilingual): Bilingual {
  const names = listed([...new Set(against.map((finding) => finding.id))].map((id) => ruleOf(id).name));
  return both(
    `针对${names.zh}（${variableNames[kind.variable].zh}，${kind.hypothesis}）：${kind.effect.zh}建议由${tierName.zh}实施。`,
    `Against ${names.en} (${variableNames[kind.variable].en}, ${kind.hypothesis}): ${kind.effect.en} For ${tierName.en} to apply.`,
  );
}

/** Only the superior whose turn it is; before necessity holds there is nobody to advise. */
function adviser({ eligible, superiors }: PrinciplesReport): SuperiorAnswer | undefined {
  return superiors.find((superior) => superior.tier === eligible && (superior.may === 'open' || superior.may === 'addInstruments'));
}

/** Advice for the superior whose turn it is; none before necessity holds. */
export function advise(
  situation: Situation,
  diagnosis: Diagnosis,
  principles: PrinciplesReport,
  indexes: Readonly<Record<Variable, number | null>>,
  estimate: EffectEstimate = () => undefined,
): Advice[] {
  const superior = adviser(principles);
  if (superior === undefined) return [];
  const deficient = deficientVariables(situation, indexes, diagnosis.findings);
  const name = situation.namedInText(superior.tier);
  const advice: Advice[] = [];
  for (const { instrument: kind, may } of superior.instruments) {
    const against = helped(kind, diagnosis.findings);
    if (!may || against.length === 0 || !deficient.has(kind.variable) || isApplied(situation, kind, superior.tier)) continue;
    advice.push({
      kind,
      tier: superior.tier,
      strength: kind.strength,
      why: whyOf(kind, against, name),
      exit: kind.exit,
      expectedEffect: estimate(kind.id) ?? 'notEstimated',
      findings: against.map((finding) => finding.key),
    });
  }
  return advice.sort((a, b) => a.kind.intrusiveness - b.kind.intrusiveness);
}
