/** Reads the few calls of R that reference results are made by, so that a reference says itself what is to be computed. */

export interface RCall {
  readonly name: string;
  readonly positional: readonly string[];
  readonly named: Readonly<Record<string, string>>;
}

/** Text between the bracket at `from` and its partner. */
function inside(text: string, from: number): string {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character) && (depth -= 1) === 0) return text.slice(from + 1, at);
  }
  throw new Error(`no partner for the bracket at ${from}: ${text}`);
}

/** Splits at commas outside brackets and quotes. */
export function argumentsOf(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const character of text) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0 && quote === '') parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Calls of `name` in the text, in order. */
export function callsOf(name: string, text: string): RCall[] {
  const calls: RCall[] = [];
  for (const found of text.matchAll(new RegExp(`(?<![\\w.])${name.replace('.', '\\.')}\\(`, 'g'))) {
    const named: Record<string, string> = {};
    const positional: string[] = [];
    for (const argument of argumentsOf(inside(text, found.index + found[0].length - 1))) {
      const pair = /^([\w.]+)\s*=(?!=)\s*([\s\S]*)$/.exec(argument);
      if (pair === null) positional.push(argument);
      else named[pair[1] as string] = pair[2] as string;
    }
    calls.push({ name, positional, named });
  }
  return calls;
}

/** `"A,B"` or `c("A","B")` as a list. */
export function strings(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const quoted = [...text.matchAll(/"([^"]*)"/g)].map((one) => one[1] as string);
  return quoted
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A number, `c(0.85, 0.6)`, or a sum of them written as R does. */
export function numbers(text: string | undefined): number[] {
  if (text === undefined) return [];
  return [...text.replace(/^"|"$/g, '').matchAll(/-?(\d+\.?\d*|\.\d+)(e-?\d+)?/gi)].map((one) => Number(one[0]));
}
