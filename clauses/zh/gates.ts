/** Sets of gated expressions, one for each kind of text that many of them are asked about in turn. */
import { GateSet, PartGates } from '../text/gate.ts';

/** Expressions over a chunk between commas. */
export const ofChunk = new GateSet();
/** Expressions over the rest of a sentence, or over what is done and what it is done to: parts of the clause. */
export const ofRest = new PartGates(6);
/** Expressions over the name of a party. */
export const ofName = new GateSet();
