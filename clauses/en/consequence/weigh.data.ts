/** Weights of a sentence behind a duty, in the order of its shapes. Written by tools/weigh-consequences.ts. */
export const bias = -2.99;
export const weights: readonly number[] = [
  2.18, // fault
  0.09, // omission
  -0.64, // threshold
  0.06, // incapacity
  0.39, // state: denied
  0.17, // state: time gone by
  -0.1, // state: otherwise
  1.31, // state: harm
  -1, // state: amount
  -0.92, // state: nothing contrary
  -1.15, // rule: time gone by
  0.52, // rule: harm
  0.8, // price
  0.17, // less
  0.29, // passes
  0.78, // deemed
  0.31, // power
  -0.31, // answering
  -0.13, // hurts first
  0.48, // stake
  1.1, // stake cut
  1.03, // sum
  0.76, // rate
  0.69, // rate in front
  0.19, // same thing in the state
  -0.14, // the bound in the state
  0, // the act in the state
  0.07, // the act denied
  -1.37, // blameless
  1.17, // is there
  0.59, // is there later
  0.34, // the bound pay
  0.04, // same thing in the rule
  0.64, // refers back
  0.74, // adjoined
  0.69, // condition in front
  0.77, // any case
  -0.24, // bare plural
  1.06, // relative clause
  1.39, // ladder
  -0.21, // since
  0.67, // compared
  -0.06, // both timed
  0.95, // lasting
  -0.41, // a part of them
  0.8, // turned about
  0.35, // lacks
  -0.83, // shall
  0.05, // may
  -0.64, // denies
  -0.5, // denies the act
  0.12, // the bearer
  -0.83, // it
  -0.47, // another is bound
  -0.7, // benign
  -0.7, // arranges
  -0.91, // only arranges
  -0.73, // same act
  0, // restates
  0.8, // prohibition
  1.67, // duty binds
  0.86, // duty has a day
  0.8, // at cost
  0.39, // or else
  -0.31, // common wording
  1.51, // named
  0.43, // joined
  2.38, // linked
  0, // contrary and same
  -0.61, // contrary and hurts
  -0.17, // fails and hurts
  -0.23, // hurts nobody
];
