/** Documents in and out. So far: the text of what a person hands in. */
export { type TextFault, type TextOf, textOf } from './text.ts';
