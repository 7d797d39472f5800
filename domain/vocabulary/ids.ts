/** Names that must not be mixed, although all of them are text. */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type CaseId = Branded<'CaseId'>;
export type FactId = Branded<'FactId'>;
/** Code of a government in its tree: six digits of GB/T 2260 in the Chinese tree, `000000` the State Council. */
export type GovernmentCode = Branded<'GovernmentCode'>;
/** A government (`610000`), an organ of one (`610000/transport`) or a joint body (`body:…`). */
export type ActorId = Branded<'ActorId'>;
export type ObligationId = Branded<'ObligationId'>;
export type AgreementId = Branded<'AgreementId'>;
export type TopicId = Branded<'TopicId'>;

/** The government an actor belongs to; `undefined` for a joint body, which belongs to none. */
export function governmentOf(actor: ActorId): GovernmentCode | undefined {
  if (actor.startsWith('body:')) return undefined;
  const slash = actor.indexOf('/');
  return (slash < 0 ? actor : actor.slice(0, slash)) as string as GovernmentCode;
}
