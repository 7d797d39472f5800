/** Ordinary differential equations by the embedded pair of Dormand and Prince (J Comput Appl Math 6:19, 1980), orders 5 and 4. */
export type Field = (x: ArrayLike<number>, into: Float64Array) => void;

const nodes: readonly (readonly number[])[] = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Difference of the two orders. */
const errors = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}
const fine: Tolerance = { relative: 1e-10, absolute: 1e-14 };
const stepsMax = 1_000_000;

/** State at each of the rising `times`, from `start` at time 0. */
export function integrate(field: Field, start: readonly number[], times: readonly number[], tolerance: Tolerance = fine): number[][] {
  const n = start.length;
  const slopes = Array.from({ length: 7 }, () => new Float64Array(n));
  const trial = new Float64Array(n);
  let state = Float64Array.from(start);
  let time = 0;
  let step = 1e-3;
  let steps = 0;
  field(state, slopes[0] as Float64Array);
  const advance = (h: number): number => {
    nodes.forEach((row, stage) => {
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (const [j, weight] of row.entries()) sum += weight * (slopes[j]?.[i] as number);
        trial[i] = (state[i] as number) + h * sum;
      }
      field(trial, slopes[stage + 1] as Float64Array);
    });
    let worst = 0;
    for (let i = 0; i < n; i++) {
      let error = 0;
      for (const [j, weight] of errors.entries()) error += weight * (slopes[j]?.[i] as number);
      const scale = tolerance.absolute + tolerance.relative * Math.max(Math.abs(state[i] as number), Math.abs(trial[i] as number));
      worst = Math.max(worst, Math.abs(h * error) / scale);
    }
    return worst;
  };
  return times.map((until) => {
    while (time < until) {
      const h = Math.min(step, until - time);
      const worst = advance(h);
      if (worst <= 1 || h < 1e-12) {
        time = h === until - time ? until : time + h;
        state = Float64Array.from(trial);
        (slopes[0] as Float64Array).set(slopes[6] as Float64Array);
      }
      step = h * Math.min(5, Math.max(0.2, 0.9 * (worst === 0 ? 5 : worst ** -0.2)));
      if ((steps += 1) > stepsMax) throw new RangeError('the equation is too stiff for this method');
    }
    return [...state];
  });
}
