/** Expressions of the English grammar, spared where a clause does not hold what they look for. */
import { PartGates } from '../text/gate.ts';

/** All are asked about parts of the clause that is being read. */
export const ofClause = new PartGates(40, 'words');
