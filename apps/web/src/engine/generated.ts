/** The facts of a generated case, made in the browser from its number; the server knows nothing of it. */
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { Government } from '@gongze/domain/vocabulary/governments/tree';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';
import { generatedCase } from '@gongze/studies/generated/country';
import type { CaseFacts } from './engine.ts';

export function generatedFacts(number: number): CaseFacts {
  const tree = gb2260();
  const { caseId, title, actors, parties, facts } = generatedCase(number, tree);
  const governments = new Map<GovernmentCode, Government>();
  for (const party of parties) {
    for (let at: GovernmentCode | undefined = party; at !== undefined; at = tree.get(at)?.parents[0]?.code) {
      const own = tree.get(at);
      if (own !== undefined) governments.set(at, own);
    }
  }
  return { case: caseId, title, actors, facts, governments: [...governments.values()], size: facts.length };
}
