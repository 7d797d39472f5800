/** Weights of a statement of its own, in the order of its shapes. Written by tools/weigh-consequences.ts. */
export const aloneBias = -2.76;
export const aloneWeights: readonly number[] = [
  2.06, // fault
  1.42, // omission
  0.28, // threshold
  -0.1, // incapacity
  0.66, // failure behind
  0.35, // denied
  0.27, // time gone by
  -0.16, // otherwise
  -0.06, // harm
  -0.19, // amount
  -1.7, // nothing contrary
  0.77, // price
  0.53, // less
  0.47, // passes
  0.22, // deemed
  -0.28, // power
  0.43, // answering
  1.43, // burden
  1.33, // burden and contrary
  0.73, // severs
  0.34, // severs and contrary
  0, // severs where somebody acts
  -0.08, // stake
  1.37, // stake cut
  1.19, // taken
  0.51, // has less
  0, // privilege denied
  0.96, // pays
  0, // fine
  1.71, // answers
  0.65, // to a superior
  0.76, // instead
  0.86, // common
  0.83, // ranking
  -0.2, // somebody acts
  1.12, // relative clause
  1.34, // reduced clause
  0.33, // condition in front
  -0.45, // condition behind
  0.13, // until
  0.39, // withheld until
  -0.6, // must
  0.33, // may
  0, // must not
  0.12, // bare
  0.49, // its own
  -0.45, // benign
  -0.63, // arranges
  -0.79, // sold or given on
  -0.84, // more than one acts
  -0.7, // the state alone
];
