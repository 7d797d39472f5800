/** Weights of a statement of its own, in the order of its shapes. Written by tools/weigh-consequences.ts. */
export const aloneBias = -2.72;
export const aloneWeights: readonly number[] = [
  2.07, // fault
  1.36, // omission
  0.23, // threshold
  -0.11, // incapacity
  0.75, // failure behind
  0.35, // denied
  0.2, // time gone by
  -0.19, // otherwise
  -0.32, // harm
  -0.18, // amount
  -1.87, // nothing contrary
  0.73, // price
  0.64, // less
  0.66, // passes
  0.2, // deemed
  -0.27, // power
  0.41, // answering
  1.37, // burden
  1.35, // burden and contrary
  0.17, // severs
  0.2, // severs and contrary
  0, // severs where somebody acts
  -0.1, // stake
  1.27, // stake cut
  1.39, // taken
  0.45, // has less
  0, // privilege denied
  1.04, // pays
  0.04, // fine
  1.71, // answers
  0.66, // to a superior
  0.79, // instead
  0.87, // common
  0.78, // ranking
  -0.23, // somebody acts
  0.99, // relative clause
  1.21, // reduced clause
  0.32, // condition in front
  -0.6, // condition behind
  0.22, // until
  0.65, // withheld until
  -0.52, // must
  0.35, // may
  0, // must not
  0.03, // bare
  0.45, // its own
  -0.38, // benign
  -0.93, // arranges
  -0.78, // sold or given on
  -0.82, // more than one acts
  -0.62, // the state alone
];
