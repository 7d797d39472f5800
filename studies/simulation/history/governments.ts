/** A tree of made-up governments for parties that exist in no real one: all under one superior, and that under another. */
import type { GovernmentTable } from '@gongze/domain/vocabulary/governments/index';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';

export const syntheticTiers = ['S1', 'S0'] as const;

export function syntheticGovernments(parties: readonly string[]): GovernmentTable {
  const code = (text: string): GovernmentCode => text as GovernmentCode;
  const [province, centre] = syntheticTiers;
  return {
    id: 'simulated',
    vintage: '2020-01-01',
    governments: [
      { code: code(centre), name: { zh: '中央（模拟）', en: 'centre (simulated)' }, tier: 'centre', parents: [] },
      { code: code(province), name: { zh: '省（模拟）', en: 'province (simulated)' }, tier: 'province', parents: [{ code: code(centre) }] },
      ...parties.map((party) => ({
        code: code(party),
        name: { zh: `${party}（模拟）`, en: `${party} (simulated)` },
        tier: 'prefecture' as const,
        parents: [{ code: code(province) }],
      })),
    ],
  };
}
