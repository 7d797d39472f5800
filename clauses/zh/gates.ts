/** Expressions of the Chinese grammar, spared where a clause does not hold what they look for. */
import { PartGates } from '../text/gate.ts';

/** All are asked about parts of the clause that is being read; the clause is looked at once for all of them. */
export const ofClause = new PartGates(24);
