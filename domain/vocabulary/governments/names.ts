import type { Government } from './tree.ts';

/** True if the table has no English name and shows the Chinese one instead, as for counties of the Chinese tree. */
export function lacksEnglishName({ name }: Government): boolean {
  return name.en === name.zh && /\p{Script=Han}/u.test(name.en);
}
