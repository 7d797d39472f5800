/** A choice between forms of which a text holds few. */
import type { PartGated, PartGates } from './gate.ts';
import { perWord } from './marks.ts';

/**
 * A choice between many forms, as one global expression of those that the text can hold: the others are left out. The order of the
 * forms stays, so that what is found is the same. Each choice of forms is compiled once.
 */
export class Choice {
  private readonly forms: readonly { readonly source: string; readonly gate: PartGated }[];
  private readonly flags: string;
  private readonly before: string;
  private readonly compiled = new Map<number, RegExp>();

  /** @param before what has to stand before all forms, looked for once */
  constructor(gates: PartGates, sources: readonly string[], flags: string, before = '') {
    if (sources.length > perWord) throw new Error(`more than ${perWord} forms in one choice`);
    this.flags = flags;
    this.before = before;
    this.forms = sources.map((source) => ({ source, gate: gates.gate(new RegExp(source, flags)) }));
  }

  /** The forms that a part of the text can hold; `undefined` if none. Its `lastIndex` is 0. */
  get pattern(): RegExp | undefined {
    let open = 0;
    for (let index = 0; index < this.forms.length; index++) if ((this.forms[index] as { gate: PartGated }).gate.open) open |= 1 << index;
    if (open === 0) return undefined;
    let pattern = this.compiled.get(open);
    if (pattern === undefined) {
      const sources = this.forms.filter((_, index) => (open & (1 << index)) !== 0).map(({ source }) => `(?:${source})`);
      pattern = new RegExp(`${this.before}(?:${sources.join('|')})`, this.flags);
      this.compiled.set(open, pattern);
    }
    pattern.lastIndex = 0;
    return pattern;
  }
}
