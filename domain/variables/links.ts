/** The article's two figures as data: who influences whom, on the facts of this case or on the article's word. */
export type { Edge } from './edge.ts';
export { frameworkEdges } from './framework.ts';
export { mechanismEdges } from './mechanism.ts';
