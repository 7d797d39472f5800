/** Names of places from the tree of governments, whole and without their last character, for the dictionary. */
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';

export function placeNames(): Set<string> {
  const names = new Set<string>();
  for (const { name, tier } of gb2260().all()) {
    if (name.zh.length >= 3) names.add(name.zh);
    if ((tier === 'province' || tier === 'prefecture') && /^.{2,3}[省市]$/.test(name.zh)) names.add(name.zh.slice(0, -1));
  }
  return names;
}
