/**
 * Governments and who is above whom. The Chinese table is not exported here: it is imported from `gb2260.ts` by what
 * needs it, so that a page showing another tree does not carry it.
 */
export { type GovernmentTable, governmentTree } from './build.ts';
export { type GovernmentFault, type GovernmentFaultKind, governmentFaultKinds } from './check.ts';
export { lacksEnglishName } from './names.ts';
export { type GovernmentFaults, governmentTreeFromCsv, governmentTreeFromJson } from './parse.ts';
export type { Government, GovernmentTree, Relation, Tier } from './tree.ts';
