/**
 * IG Script of a statement: the notation of the Institutional Grammar 2.0 (Frantz & Siddiki, codebook, arXiv 2008.08937):
 * A attributes, D deontic, I aim, Bdir direct object, Cac activation condition, Cex execution constraint, O or-else;
 * constitutive: E constituted entity, M modal, F constitutive function, P constituting properties.
 */
import type { Piece, Statement } from '../reading.ts';

/** Brackets inside a component would end it; the notation has no escape, so they become those of full width. */
const inside = (text: string): string =>
  text.replace(/\(/g, '（').replace(/\)/g, '）').replace(/\{/g, '｛').replace(/\}/g, '｝').replace(/\s+/g, ' ').trim();
const component = (name: string, text: string | undefined): string => (text === undefined || text === '' ? '' : `${name}(${inside(text)})`);

function joined(name: string, pieces: readonly Piece[]): string {
  const [first] = pieces;
  if (first === undefined) return '';
  if (pieces.length === 1) return component(name, first.text);
  return `${name}(${pieces.map(({ text }) => inside(text)).join(' [AND] ')})`;
}

const deontics = { must: 'must', may: 'may', must_not: 'must not' } as const;

/** One line of IG Script. A statement without a component leaves it out. */
export function igScript(statement: Statement): string {
  const { attribute, deontic, aim, object, conditions, deadline, indicator, orElse, kind } = statement;
  const constitutive = kind === 'constitutive';
  const says = constitutive && attribute.length === 0 && object !== null && object.span.start < aim.span.start;
  const force = deontic === null ? '' : component(constitutive ? 'M' : 'D', deontics[deontic]);
  const measure =
    indicator === null ? '' : `${indicator.name.text} ${indicator.comparator} ${[indicator.value].flat().join('–')} ${indicator.unit}`;
  return [
    // 本协议自签字之日起生效: what is said of a thing is said of it, not of anybody.
    says ? component('E', object?.text) : joined(constitutive ? 'E' : 'A', attribute),
    force,
    component(constitutive ? 'F' : 'I', aim.text),
    says ? '' : component(constitutive ? 'P' : 'Bdir', object?.text),
    ...conditions.map(({ text }) => component('Cac', text)),
    component('Cex', deadline?.source.text),
    component('Cex', measure),
    orElse === null ? '' : `O{${component('Cac', orElse.text)}}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
