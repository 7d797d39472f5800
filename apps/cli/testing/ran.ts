/** What the tests of commands share: the program as a person at an English terminal of a hundred columns runs it. */
import { main } from '../main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const gongze = async (...argv: string[]): Promise<Ran> => await gongzeIn({}, ...argv);

/** With more in the surroundings than the language. */
export async function gongzeIn(more: Readonly<Record<string, string>>, ...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LANG: 'en_GB.UTF-8', ...more },
    columns: 100,
  });
  return { code, out, err };
}
