/**
 * The three variables: 文化情境 culture, 制度架构 institution, 行动过程 action. An index is the mean of the components that
 * are known; `null` where none is. What is unknown is shown as unknown and pulls no index down.
 */
import { mean } from '@gongze/statistics';
import { both } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { Variable } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { attainment } from './action/attainment.ts';
import { conflictsResolved } from './action/conflictsResolved.ts';
import { evaluation } from './action/evaluation.ts';
import { netIncentive } from './action/netIncentive.ts';
import { reportAgreement } from './action/reportAgreement.ts';
import { timeliness } from './action/timeliness.ts';
import type { Component, ComponentRule } from './component.ts';
import { concordance } from './culture/concordance.ts';
import { evennessOfVoice } from './culture/evennessOfVoice.ts';
import { interactionIntensity } from './culture/interactionIntensity.ts';
import { jointDocuments } from './culture/jointDocuments.ts';
import { leaderContinuity } from './culture/leaderContinuity.ts';
import { trust } from './culture/trust.ts';
import { coordinatorAuthority } from './institution/coordinatorAuthority.ts';
import { evenHandedness } from './institution/evenHandedness.ts';
import { individualisationCoverage } from './institution/individualisationCoverage.ts';
import { procedureAndCustom } from './institution/procedureAndCustom.ts';
import { textQuality } from './institution/textQuality.ts';
import { transactionCost } from './institution/transactionCost.ts';

export interface VariableReading {
  readonly name: Bilingual;
  /** Mean of the known components; `null` if none is known. */
  readonly index: number | null;
  /** How many components are known. */
  readonly known: number;
  readonly components: Component[];
}

export type Variables = Readonly<Record<Variable, VariableReading>>;

export const variableNames: Readonly<Record<Variable, Bilingual>> = {
  culture: both('文化情境', 'Culture'),
  institution: both('制度架构', 'Institution'),
  action: both('行动过程', 'Action'),
};

export interface RegisteredComponent {
  /** Number of the rule. */
  readonly rule: string;
  /** Id of the component. */
  readonly component: string;
  readonly variable: Variable;
  readonly read: ComponentRule;
}

/** Every component, in the order in which it is shown. */
export const componentRegistry: readonly RegisteredComponent[] = [
  { rule: 'C1', component: 'trust', variable: 'culture', read: trust },
  { rule: 'C2', component: 'interactionIntensity', variable: 'culture', read: interactionIntensity },
  { rule: 'C3', component: 'concordance', variable: 'culture', read: concordance },
  { rule: 'C4', component: 'jointDocuments', variable: 'culture', read: jointDocuments },
  { rule: 'C5', component: 'leaderContinuity', variable: 'culture', read: leaderContinuity },
  { rule: 'C6', component: 'evennessOfVoice', variable: 'culture', read: evennessOfVoice },
  { rule: 'I1', component: 'individualisationCoverage', variable: 'institution', read: individualisationCoverage },
  { rule: 'I2', component: 'textQuality', variable: 'institution', read: textQuality },
  { rule: 'I3', component: 'coordinatorAuthority', variable: 'institution', read: coordinatorAuthority },
  { rule: 'I4', component: 'procedureAndCustom', variable: 'institution', read: procedureAndCustom },
  { rule: 'I5', component: 'evenHandedness', variable: 'institution', read: evenHandedness },
  { rule: 'I6', component: 'transactionCost', variable: 'institution', read: transactionCost },
  { rule: 'A1', component: 'timeliness', variable: 'action', read: timeliness },
  { rule: 'A2', component: 'attainment', variable: 'action', read: attainment },
  { rule: 'A3', component: 'reportAgreement', variable: 'action', read: reportAgreement },
  { rule: 'A4', component: 'conflictsResolved', variable: 'action', read: conflictsResolved },
  { rule: 'A5', component: 'evaluation', variable: 'action', read: evaluation },
  { rule: 'A6', component: 'netIncentive', variable: 'action', read: netIncentive },
];

function readVariable(situation: Situation, variable: Variable): VariableReading {
  const components = componentRegistry.filter((entry) => entry.variable === variable).map(({ read }) => read(situation));
  const values = components.flatMap(({ value }) => (value === null ? [] : [value]));
  return { name: variableNames[variable], index: mean(values) ?? null, known: values.length, components };
}

/** The three variables with their components on the date of the situation. Cost: linear in the facts of the state. */
export function readVariables(situation: Situation): Variables {
  return {
    culture: readVariable(situation, 'culture'),
    institution: readVariable(situation, 'institution'),
    action: readVariable(situation, 'action'),
  };
}
