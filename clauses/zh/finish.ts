/** Turns drafts into statements: pieces of the source, kinds of party, class of the aim. */
import type { Deadline, Indicator, Piece, ReadingContext, Span, Statement } from '../reading.ts';
import { type Normalised, sourcePiece, sourceSpan } from '../text/normalise.ts';
import { aimClassOf } from './aimClass.ts';
import type { Draft } from './draft.ts';
import { ofClause } from './gates.ts';
import { partyTypeOf, resolveParty } from './party.ts';

export function finishChinese(draft: Draft, normalised: Normalised, context: ReadingContext): Statement {
  const { text } = normalised;
  const cut = ({ start, end }: Span): string => text.slice(start, end);
  const piece = ({ start, end }: Span): Piece => sourcePiece(normalised, start, end);
  const { indicator, time, object } = draft;
  const aim = cut(draft.aim);
  const attribute = uniquePieces(draft.attribute.map(piece));
  const names = draft.attribute.map(cut);
  const resolved = membersOfAll(names, context.parties);
  const deadline: Deadline | null = time === null || (draft.deontic === 'must_not' && !binds(time.deadline)) ? null : time.deadline;
  const judged = aimClassOf({
    aim,
    verb: aim,
    object: object === null ? '' : cut(object),
    hasIndicator: indicator !== null,
    approximate: indicator !== null && vaguely.test(cut(draft.span)),
    hasDeadline: time !== null,
    named: names.length > 0,
    partly: text.startsWith('基本', draft.aim.start - 2) || text.startsWith('基本', draft.aim.start),
    invited: draft.deontic === 'may' && partyTypeOf(names) === 'open_collective',
    loose: () => (draft.orElse === null || /视情/.test(cut(draft.span))) && draft.deontic !== 'must_not' && loose.test(cut(draft.span)),
  });
  // A prohibition is broken or it is not; what it forbids need not be finished.
  // What a text sets up or says of itself is so as soon as it is signed.
  const aimClass = (draft.deontic === 'must_not' && judged === 'mixed') || draft.kind === 'constitutive' ? 'concrete' : judged;
  const statement: Statement = {
    attribute,
    lead: draft.lead === null ? null : piece(draft.lead),
    cooperating: draft.cooperating.length === 0 ? [] : draft.cooperating.map(piece),
    deontic: draft.deontic,
    hedged: draft.hedged,
    aim: piece(draft.aim),
    object: object === null ? null : piece(object),
    deadline: deadline === null || time === null ? null : withSource(deadline, piece(time.span)),
    indicator: indicator === null ? null : withName(indicator, piece(indicator.name)),
    conditions: draft.conditions.length === 0 ? [] : draft.conditions.map(piece),
    orElse: draft.orElse === null ? null : piece(draft.orElse),
    kind: draft.kind,
    partyType: partyTypeOf(draft.lead !== null ? [cut(draft.lead)] : names),
    aimClass,
    span: sourceSpan(normalised, draft.span.start, draft.span.end),
    evidence: {
      subject: draft.evidence.subject,
      verb: draft.evidence.verb,
      deadline: draft.evidence.deadline,
      orElse: draft.orElse === null ? 'none' : 'named',
    },
  };
  return resolved.length > 0 && resolved.length >= names.length ? { ...statement, attributeResolved: resolved } : statement;
}

/** The commonest kinds are written out: a copy of an object of unknown shape costs more than all else here. */
function withSource(deadline: Deadline, source: Piece): Deadline & { readonly source: Piece } {
  switch (deadline.kind) {
    case 'date':
      return { kind: 'date', date: deadline.date, source };
    case 'unresolved':
      return { kind: 'unresolved', unresolved: deadline.unresolved, source };
    default:
      return { ...deadline, source };
  }
}

const withName = ({ comparator, value, unit, base }: NonNullable<Draft['indicator']>, name: Piece): Indicator =>
  base === undefined ? { name, comparator, value, unit } : { name, comparator, value, unit, base };

const vaguely = ofClause.gate(/左右|大约|约[0-9]|前后|上下/);
const loose = ofClause.gate(/视情|结合实际|根据(?:工作)?需要|另行|抓紧|尽快|尽早|适时|择机|逐步|条件成熟|按程序|早日|近期/);

/** Times that bound a prohibition; a daily rate or a state of affairs only describes it. */
const binds = (deadline: Deadline): boolean =>
  deadline.kind === 'date' ||
  deadline.kind === 'period' ||
  deadline.kind === 'standing' ||
  (deadline.kind === 'duration' && deadline.before === undefined) ||
  (deadline.kind === 'recurrence' && deadline.recurrence !== 'P1D');

/** Members of all `names` that stand for others. */
function membersOfAll(names: readonly string[], parties: ReadingContext['parties']): readonly string[] {
  const all: string[] = [];
  for (const name of names) for (const member of resolveParty(name, parties) ?? []) all.push(member);
  return all;
}

function uniquePieces(pieces: readonly Piece[]): Piece[] {
  if (pieces.length < 2) return [...pieces];
  const seen = new Set<string>();
  return pieces.filter(({ text }) => !seen.has(text) && seen.add(text));
}
