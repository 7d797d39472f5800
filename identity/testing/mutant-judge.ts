/**
 * Judges all mutants of the policies at once. Every policy and every mutant of one stands in a single set, each as a permit:
 * one question to Cedar then tells which of them apply, and what a book with one of the mutants would have decided follows by
 * Cedar's own rule, that some permit applies and no ban. Asked for each mutant by itself, the same takes hours.
 */
import { policyToJson, policyToText } from '@cedar-policy/cedar-wasm/nodejs';
import type { Authorizer, Verdict } from '@gongze/application/ports';
import { type Answer, type Asker, type AuthorizerOptions, createAsker, policyFaults } from '../authorizer.ts';
import type { Policy, PolicyBook } from '../policies.ts';
import type { Mutant } from './mutants.ts';

/** A question of the matrix, which may come to several of Cedar. */
export interface Askable {
  readonly expected: boolean;
  readonly ask: (authorizer: Authorizer) => Verdict;
}

export interface Judge {
  /** Mutants that the schema of the policies refuses. */
  readonly bySchema: number;
  /** Mutants that no question has noticed yet. */
  readonly left: () => readonly Mutant[];
  /** Strikes off what the question notices. Throws where the policies themselves answer it wrongly. */
  readonly put: (question: Askable) => void;
}

type Options = Omit<AuthorizerOptions, 'book' | 'strict'>;

function asPermit(source: string): string {
  const read = policyToJson(source);
  if (read.type === 'failure') throw new Error('bug: a mutant that was written cannot be read');
  const written = policyToText({ ...read.json, effect: 'permit' });
  if (written.type === 'failure') throw new Error('bug: a policy cannot be written as a permit');
  return written.text;
}

const nameOf = (nth: number): string => `mutant-${nth}`;

interface Numbered extends Mutant {
  readonly name: string;
}

/** The policies and those mutants, all as permits. */
function together({ schema, hash, policies }: PolicyBook, mutants: readonly Numbered[]): PolicyBook {
  const permit = (id: string, source: string): Policy => ({ id, effect: 'permit', text: { zh: '', en: '' }, source: asPermit(source) });
  const changed = mutants.flatMap(({ name, source }) => (source === undefined ? [] : [permit(name, source)]));
  return { schema, hash, policies: [...policies.map(({ id, source }) => permit(id, source)), ...changed] };
}

/** The answers of one question so far: the first call of the authorizer, the second, …; each with its actors in turn. */
class Recording {
  readonly #asker: Asker;
  readonly #calls: { readonly answers: Answer[]; readonly more: Generator<Answer> }[] = [];

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  /** Every answer that anybody has asked for. */
  seen(): readonly Answer[] {
    return this.#calls.flatMap(({ answers }) => answers);
  }

  /** An authorizer that decides each answer so; what it asks in the same place as another before it, is asked once. */
  authorizer(allows: (answer: Answer) => boolean): Authorizer {
    let nth = 0;
    return {
      decide: (caller, action, resource) => {
        const refused: Verdict = { allowed: false, reason: { zh: '', en: '' }, policies: [] };
        if (caller.mode !== 'server') return refused;
        const call = this.#calls[nth] ?? { answers: [], more: this.#asker(caller, action, resource) };
        this.#calls[nth] = call;
        nth += 1;
        for (let at = 0; ; at += 1) {
          if (call.answers[at] === undefined) {
            const next = call.more.next();
            if (next.done) return { allowed: true, policies: [] };
            call.answers.push(next.value);
          }
          if (!allows(call.answers[at] as Answer)) return refused;
        }
      },
    };
  }
}

/** `mutants`: which are judged, of the shipped policies or of a book of one's own. */
export function judgeOf(book: PolicyBook, mutants: readonly Mutant[], options: Options): Judge {
  const numbered = mutants.map((mutant, nth) => ({ ...mutant, name: nameOf(nth) }));
  const unfit = new Set(policyFaults(together(book, numbered)).map((fault) => fault.slice(0, fault.indexOf(':'))));
  const effects = new Map(book.policies.map(({ id, effect }) => [id, effect]));
  let left = numbered.filter(({ name }) => !unfit.has(name));
  let asker = createAsker({ ...options, book: together(book, left) });
  let askedWith = left.length;

  /** As the policies decide, or as they would with the mutant in the place of its policy. A failing policy refuses. */
  const allows = (mutant?: Numbered) => (answer: Answer) => {
    const applies = answer.policies.filter((id) => effects.has(id) && id !== mutant?.policy);
    const name = mutant !== undefined && answer.policies.includes(mutant.name) ? mutant.policy : undefined;
    const all = name === undefined ? applies : [...applies, name];
    return all.some((id) => effects.get(id) === 'permit') && all.every((id) => effects.get(id) === 'permit');
  };
  const differs = ({ policy, name }: Numbered, answer: Answer): boolean =>
    answer.policies.includes(policy) !== answer.policies.includes(name) || answer.failed.some((fault) => fault.startsWith(`${name}:`));

  const put = ({ expected, ask }: Askable): void => {
    const recording = new Recording(asker);
    if (ask(recording.authorizer(allows())).allowed !== expected) throw new Error('bug: the policies themselves answer this wrongly');
    const seen = recording.seen();
    left = left.filter((mutant) => {
      if (!seen.some((answer) => differs(mutant, answer))) return true;
      return ask(recording.authorizer(allows(mutant))).allowed === expected;
    });
    // With fewer of them each question is quicker.
    if (left.length < askedWith / 2) {
      asker = createAsker({ ...options, book: together(book, left) });
      askedWith = left.length;
    }
  };
  return { bySchema: unfit.size, left: () => left, put };
}
