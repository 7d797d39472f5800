/** Weights of a statement of its own, in the order of its shapes. Written by tools/weigh-consequences.ts. */
export const aloneBias = -2.74;
export const aloneWeights: readonly number[] = [
  2.09, // fault
  1.36, // omission
  0.2, // threshold
  -0.12, // incapacity
  0.76, // failure behind
  0.35, // denied
  0.25, // time gone by
  -0.19, // otherwise
  -0.32, // harm
  -0.13, // amount
  -1.85, // nothing contrary
  0.7, // price
  0.6, // less
  0.64, // passes
  0.2, // deemed
  -0.27, // power
  0.4, // answering
  1.38, // burden
  1.35, // burden and contrary
  0.18, // severs
  0.17, // severs and contrary
  0, // severs where somebody acts
  -0.1, // stake
  1.28, // stake cut
  1.37, // taken
  0.45, // has less
  0, // privilege denied
  0.99, // pays
  0.03, // fine
  1.68, // answers
  0.66, // to a superior
  0.78, // instead
  0.87, // common
  0.79, // ranking
  -0.24, // somebody acts
  1.05, // relative clause
  1.24, // reduced clause
  0.33, // condition in front
  -0.6, // condition behind
  0.21, // until
  0.66, // withheld until
  -0.51, // must
  0.36, // may
  0, // must not
  0.01, // bare
  0.49, // its own
  -0.29, // benign
  -0.95, // arranges
  -0.78, // sold or given on
  -0.82, // more than one acts
  -0.63, // the state alone
];
