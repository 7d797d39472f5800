/**
 * Draws of the prior that show all seven patterns: of 8,000, 142 with 16 runs an experiment, and 86 of these again with 200 runs and
 * other random numbers. Computed by `gongze patterns --draws 8000`; a test computes some of them again.
 */
import type { PatternId } from '../patterns/patterns.ts';

export const acceptedSeed = 2026;
export const acceptedOf = { draws: 8000, runs: 16, screened: 142 } as const;
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
  74, 92, 311, 327, 389, 639, 1001, 1313, 1334, 1367, 1438, 1493, 1521, 1550, 1576, 1734, 1757, 1942, 2007, 2160,
  2261, 2565, 2662, 2711, 2766, 2832, 2926, 2985, 3020, 3189, 3292, 3384, 3423, 3504, 3579, 3641, 3753, 3925, 4021, 4094,
  4349, 4366, 4409, 4624, 4854, 5005, 5090, 5136, 5298, 5328, 5391, 5394, 5530, 5613, 5798, 5864, 5916, 6017, 6041, 6121,
  6139, 6185, 6245, 6247, 6316, 6328, 6359, 6472, 6655, 6826, 6899, 7110, 7115, 7170, 7173, 7307, 7312, 7407, 7555, 7629,
  7653, 7704, 7859, 7927, 7974, 7998,
];
