/**
 * Draws of the prior that show all seven patterns: 142 of 8,000, with 16 runs an experiment. Computed by `gongze patterns --draws 8000`;
 * a test computes some of them again.
 */
import type { PatternId } from '../patterns/patterns.ts';

export const acceptedSeed = 2026;
export const acceptedOf = { draws: 8000, runs: 16 } as const;
/** Share of all draws that show each pattern. */
export const passRates: Readonly<Record<PatternId, number>> = {
  stall: 0.539875,
  weak: 0.939125,
  strong: 0.79525,
  collapse: 0.261125,
  taper: 0.123875,
  crowdOut: 0.128125,
  late: 0.576375,
};
// biome-ignore format: a table is read by row
export const acceptedDraws: readonly number[] = [
  74, 92, 311, 327, 385, 389, 406, 501, 517, 546, 547, 628, 639, 1001, 1173, 1294, 1313, 1334, 1367, 1438,
  1493, 1505, 1521, 1550, 1576, 1734, 1757, 1775, 1942, 2007, 2109, 2160, 2186, 2261, 2526, 2565, 2662, 2706, 2709, 2711,
  2766, 2782, 2832, 2900, 2926, 2985, 3020, 3189, 3292, 3294, 3321, 3384, 3387, 3423, 3504, 3579, 3641, 3753, 3888, 3925,
  3976, 3998, 4021, 4094, 4126, 4142, 4349, 4366, 4409, 4448, 4624, 4628, 4854, 5005, 5078, 5090, 5136, 5156, 5298, 5311,
  5328, 5391, 5394, 5504, 5530, 5613, 5688, 5692, 5786, 5798, 5864, 5887, 5916, 5969, 5999, 6017, 6041, 6054, 6121, 6139,
  6141, 6185, 6223, 6245, 6247, 6270, 6316, 6328, 6359, 6365, 6472, 6477, 6491, 6655, 6826, 6858, 6899, 6989, 7018, 7037,
  7110, 7115, 7139, 7170, 7173, 7186, 7235, 7307, 7312, 7407, 7458, 7555, 7603, 7629, 7653, 7662, 7704, 7739, 7859, 7927,
  7974, 7998,
];
