/** What a case has to bring to be reported on. */
import type { Fact } from '../events/catalogue.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import type { GovernmentTree } from '../vocabulary/governments/tree.ts';
import type { CaseId } from '../vocabulary/ids.ts';
import type { Parameters } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export interface CaseInput {
  readonly caseId: CaseId;
  readonly title: Bilingual;
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly edition: string;
  readonly facts: readonly Fact[];
  /** Facts published later do not exist; absent = everything known at all. */
  readonly knownOn?: IsoDate | undefined;
  readonly parameters: Parameters;
  readonly governments: GovernmentTree;
}
