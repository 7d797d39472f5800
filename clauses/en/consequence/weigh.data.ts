/** Weights of a sentence behind a duty, in the order of its shapes. Written by tools/weigh-consequences.ts. */
export const bias = -2.96;
export const weights: readonly number[] = [
  2.17, // fault
  0.08, // omission
  -0.65, // threshold
  0.06, // incapacity
  0.38, // state: denied
  0.15, // state: time gone by
  -0.1, // state: otherwise
  1.39, // state: harm
  -1.01, // state: amount
  -0.95, // state: nothing contrary
  -1.16, // rule: time gone by
  0.51, // rule: harm
  0.79, // price
  0.17, // less
  0.28, // passes
  0.78, // deemed
  0.3, // power
  -0.31, // answering
  -0.14, // hurts first
  0.48, // stake
  1.08, // stake cut
  1.03, // sum
  0.84, // rate
  0.66, // rate in front
  0.19, // same thing in the state
  -0.14, // the bound in the state
  0, // the act in the state
  0.08, // the act denied
  -1.37, // blameless
  1.17, // is there
  0.59, // is there later
  0.34, // the bound pay
  0.05, // same thing in the rule
  0.64, // refers back
  0.74, // adjoined
  0.68, // condition in front
  0.75, // any case
  -0.26, // bare plural
  1.06, // relative clause
  1.39, // ladder
  -0.22, // since
  0.67, // compared
  -0.08, // both timed
  0.95, // lasting
  -0.41, // a part of them
  0.8, // turned about
  0.36, // lacks
  -0.86, // shall
  0.04, // may
  -0.65, // denies
  -0.5, // denies the act
  0.12, // the bearer
  -0.83, // it
  -0.46, // another is bound
  -0.7, // benign
  -0.71, // arranges
  -0.93, // only arranges
  -0.73, // same act
  0, // restates
  0.81, // prohibition
  1.68, // duty binds
  0.87, // duty has a day
  0.8, // at cost
  0.4, // or else
  -0.31, // common wording
  1.5, // named
  0.47, // joined
  2.39, // linked
  -0.01, // contrary and same
  -0.62, // contrary and hurts
  -0.16, // fails and hurts
  -0.22, // hurts nobody
];
