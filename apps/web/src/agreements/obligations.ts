/** From what was read to what would be recorded: drafts of obligations, each with the clause it comes from, decided beforehand. */
import { clauseMarks, isObligation, type Missing, proposeObligation, type Statement, titleOf } from '@gongze/clauses';
import type { DecisionContext, EventDraft } from '@gongze/domain/decisions/context';
import { decide, type Decision } from '@gongze/domain/decisions/decide';
import { schemaOf } from '@gongze/domain/decisions/schemas';
import type { Fact, Payload } from '@gongze/domain/events/catalogue';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { z } from 'zod';
import type { CaseFacts } from '../engine/engine.ts';
import type { ReadClause } from './reading.ts';

// The page's policy forbids evaluating text as code, which zod would otherwise try for speed.
z.config({ jitless: true });

/** A text has one wording; a translation is not ours to make. */
const same = (text: string): Bilingual => ({ zh: text, en: text });
/** What a bilingual text of the record may hold. */
const TEXT_MAX = 4000;

export interface Planned {
  /** Id of the obligation. */
  readonly id: string;
  readonly clause: number;
  readonly label: string;
  readonly title: string;
  /** `undefined` as long as nobody is known who owes it. */
  readonly payload: Payload<'obligationDrafted'> | undefined;
  readonly missing: readonly Missing[];
  /** The text gives a cycle or a term that only the day of signature turns into a date. */
  readonly waitsForSigning: boolean;
  readonly unknownNames: readonly string[];
  /** The unknown name stands for several (两市交通运输部门): only the text can say which. */
  readonly several: boolean;
  readonly decision: Decision | undefined;
}

/** Gaps that do not hinder a draft and for which signing is refused. */
const signingNeeds: readonly Missing[] = ['lead', 'deadline', 'measure', 'orElse'];

/** What has to be mended in the text before an obligation that can be drafted can also be signed. */
export const missingToSign = ({ missing }: Pick<Planned, 'missing'>): readonly Missing[] =>
  missing.filter((one) => signingNeeds.includes(one));

export interface PlanInput {
  readonly agreement: string;
  readonly clauses: readonly ReadClause[];
  readonly actors: Readonly<Record<string, string>>;
  readonly signed: string;
  readonly topics: readonly string[];
  readonly context: DecisionContext;
}

/** A joint body of the case that the text calls by the end of its name: 联席会议办公室. */
const NAME_END_MIN = 4;

const namesOf = ({ attribute, attributeResolved = [], lead, cooperating }: Statement): readonly string[] => [
  ...attributeResolved,
  ...[...attribute, ...(lead === null ? [] : [lead]), ...cooperating].map(({ text }) => text),
];

/** With whom the case itself knows by such a name. */
function withBodies(names: readonly string[], actors: PlanInput['actors'], { situation }: DecisionContext): PlanInput['actors'] {
  const known: Record<string, string> = { ...actors };
  const standing = [...situation.state.bodies].filter(([, { abolished }]) => abolished === undefined);
  for (const name of names) {
    if (known[name] !== undefined || name.length < NAME_END_MIN) continue;
    const called = ({ zh, en }: Bilingual): boolean =>
      zh.endsWith(name) || en.toLowerCase().endsWith(name.replace(/^the /i, '').toLowerCase());
    const found = standing.filter(([, { title }]) => called(title));
    if (found[0] !== undefined && found.length === 1) known[name] = found[0][0];
  }
  return known;
}

/** Every duty of the text as a draft obligation, and whether the case would take it. */
export function plannedObligations({ agreement, clauses, actors, signed, topics, context }: PlanInput): readonly Planned[] {
  const [topic] = topics.length === 1 ? topics : [];
  return clauses.flatMap(({ reading, label }, index) =>
    reading.statements.flatMap((statement, at): Planned[] => {
      if (!isObligation(statement)) return [];
      const id = `${agreement}/${index + 1}-${at + 1}`;
      const clause = String(index + 1);
      const proposal = proposeObligation(statement, {
        language: reading.language,
        obligation: id,
        agreement,
        clause,
        actors: withBodies(namesOf(statement), actors, context),
        parties: context.situation.parties,
        ...(signed !== '' && { signed }),
      });
      const title = titleOf(statement, reading.language);
      const payload =
        proposal.payload === null
          ? undefined
          : ({ ...proposal.payload, ...(topic !== undefined && { topic }) } as Payload<'obligationDrafted'>);
      const waitsForSigning =
        signed === '' && /^(?:recurrence|duration)$/.test(statement.deadline?.kind ?? '') && proposal.missing.includes('deadline');
      const decision = payload === undefined ? undefined : decide({ command: 'draftObligation', payload }, context);
      return [
        {
          id,
          clause: index + 1,
          label,
          title,
          payload,
          missing: proposal.missing,
          waitsForSigning,
          unknownNames: proposal.unknownNames,
          several: statement.partyType !== 'individual' && statement.attributeResolved === undefined,
          decision,
        },
      ];
    }),
  );
}

/** A wish owes nothing either, and yet stays a gap: what was meant as a duty is not to be signed away as a definition. */
const mayOwe = ({ kind, deontic }: Statement): boolean => kind === 'regulative' && (deontic === 'must' || deontic === null);

export interface AgreementInput {
  readonly agreement: string;
  readonly title: string;
  readonly clauses: readonly ReadClause[];
  readonly topics: readonly string[];
  readonly actors: readonly string[];
  readonly context: DecisionContext;
}

/** The draft agreement with all clauses that say something, between those parties of the case that the text names. */
export function plannedAgreement({ agreement, title, clauses, topics, actors, context }: AgreementInput): Decision | undefined {
  const { parties } = context.situation;
  const named = parties.filter((party) => actors.includes(party));
  const listed = clauses.flatMap(({ reading }, index) =>
    reading.statements.length === 0
      ? []
      : [
          {
            clause: String(index + 1),
            text: same(reading.text.trim().slice(0, TEXT_MAX)),
            ...(!reading.statements.some(mayOwe) && { owes: false }),
            ...clauseMarks(reading.statements),
          },
        ],
  );
  const payload = schemaOf('draftAgreement').safeParse({
    agreement,
    title: same(title),
    parties: named.length > 0 ? named : parties,
    topics,
    clauses: listed,
    by: context.by,
  });
  return payload.success ? decide({ command: 'draftAgreement', payload: payload.data }, context) : undefined;
}

/** Events of the decisions that were not refused. */
export function eventsOf(decisions: readonly (Decision | undefined)[]): readonly EventDraft[] {
  return decisions.flatMap((decision) => (decision === undefined || 'refusal' in decision ? [] : decision.events));
}

/** A case that does not exist yet, as it would be with its first fact: what is to follow can be decided on it. */
export function newCaseFacts(id: string, title: string, parties: readonly string[], on: IsoDate): CaseFacts {
  const opened = {
    streamId: id,
    version: 1,
    id: `${id}-opened`,
    type: 'caseOpened',
    schemaVersion: 1,
    occurred: { first: on, last: on, precision: 'day', setBy: 'source' },
    knownFrom: on,
    recordedAt: `${on}T00:00:00Z`,
    recordedBy: { mode: 'local' },
    initiative: 'self',
    origin: 'live',
    sources: [],
    verification: 'unverified',
    idempotencyKey: `${id}-opened`,
    signatures: [],
    payload: { title: same(title), parties },
  } as unknown as Fact;
  return { case: id, title: same(title), actors: {}, facts: [opened], governments: [...gb2260().all()], size: 1 };
}
