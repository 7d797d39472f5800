/** What the tests of commands share: the program as a person at an English terminal of a hundred columns runs it. */
import { main } from '../main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function gongze(...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(argv, { out: (text) => (out += text), err: (text) => (err += text), env: { LANG: 'en_GB.UTF-8' }, columns: 100 });
  return { code, out, err };
}
