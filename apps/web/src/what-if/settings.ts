/** What the reader has set on this page, and the question that it means. Kept per case while the page is closed. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { Policy } from '@gongze/studies/simulation/model/policy';
import type { Fit } from '@gongze/studies/simulation/what-if/fitting';
import { type PolicyChoice, presetPolicies } from '@gongze/studies/simulation/what-if/policies';
import type { Question } from '@gongze/studies/simulation/what-if/question';

export interface Settings {
  /** First month, YYYY-MM. */
  readonly start: string;
  readonly years: number;
  /** Made-up parties, where there is no case. */
  readonly parties: number;
  readonly policies: readonly PolicyChoice[];
  readonly examined: string;
}

export const yearsRange = { min: 5, max: 20 } as const;
export const partiesRange = { min: 2, max: 20 } as const;

export function defaultSettings(start: string): Settings {
  return { start, years: 12, parties: 6, policies: presetPolicies(start), examined: 'taper' };
}

export type Weights = Pick<Policy, 'sanction' | 'subsidy' | 'coordination'>;

/** Relative weights as shares; all 0 is left as it is and refused by the model. */
export function shares({ sanction, subsidy, coordination }: Weights): Weights {
  const sum = sanction + subsidy + coordination;
  if (!(sum > 0)) return { sanction, subsidy, coordination };
  return { sanction: sanction / sum, subsidy: subsidy / sum, coordination: Math.max(0, 1 - sanction / sum - subsidy / sum) };
}

/** A name that stands for the content: two questions have the same only if they are the same. */
function fingerprint(text: string): string {
  // FNV-1a over code units, twice with other starts: 64 bits are enough to tell the questions of one browser apart.
  const hash = (start: number): string => {
    let value = start;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x0100_0193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return `${hash(0x811c_9dc5)}${hash(0x1234_5678)}`;
}

interface About {
  readonly title: Bilingual;
  readonly parties: readonly string[];
  readonly fit: Fit;
}

const partyCode = /^[A-Za-z0-9]{1,20}$/;

export function questionOf({ start, years, parties, policies, examined }: Settings, about: About | undefined, title: Bilingual): Question {
  const coded = about?.parties.length === about?.fit.parties && about?.parties.every((code) => partyCode.test(code));
  const question = {
    title: about?.title ?? title,
    parties: about === undefined ? parties : coded ? about.parties : about.fit.parties,
    start,
    months: years * 12,
    parameters: about?.fit.parameters ?? {},
    ...(about?.fit.carried !== undefined && { carried: about.fit.carried }),
    ...(about?.fit.members !== undefined && { members: about.fit.members }),
    policies: policies.map(({ id, title: name, policy }) => ({ id, title: name, policy: { ...policy, ...shares(policy) } })),
    examined,
    seed: 1,
  };
  return { id: `what-if-${fingerprint(JSON.stringify(question))}`, ...question };
}

const keyOf = (caseId: string | undefined): string => `gongze.what-if.${caseId ?? ''}`;

export function keepSettings(caseId: string | undefined, settings: Settings): void {
  try {
    localStorage.setItem(keyOf(caseId), JSON.stringify(settings));
  } catch {
    // A full or forbidden storage costs the draft, nothing else.
  }
}

/** What was kept, or the defaults. What does not fit any more is dropped; the model refuses wrong numbers itself. */
export function keptSettings(caseId: string | undefined, start: string): Settings {
  const standard = defaultSettings(start);
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(caseId)) ?? 'null') as Settings | null;
    const fits = kept !== null && kept.policies.map(({ id }) => id).join() === standard.policies.map(({ id }) => id).join();
    return fits ? { ...standard, ...kept } : standard;
  } catch {
    return standard;
  }
}

export function dropSettings(caseId: string | undefined): void {
  localStorage.removeItem(keyOf(caseId));
}
