/**
 * Weeks of remission of 42 children with leukaemia, 6-mercaptopurine against placebo: E. J. Freireich et al., Blood 21, 1963, 699–716,
 * as printed in D. R. Cox, Regression models and life-tables, 1972, table 1. A plus sign means censored.
 */
const treated = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const placebo = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

function lines(times: string, name: string, x: number): string[] {
  return times.split(' ').map((time, at) => `${name}${at + 1},${Number.parseInt(time, 10)},${time.endsWith('+') ? 0 : 1},${name},${x}`);
}

/** Columns: case, weeks, relapse, arm, placebo. */
export const freireich = `${['case,weeks,relapse,arm,placebo', ...lines(treated, '6-MP', 0), ...lines(placebo, 'placebo', 1)].join('\n')}\n`;
