/** Weights of a sentence behind a duty, in the order of its shapes. Written by tools/weigh-consequences.ts. */
export const bias = -2.89;
export const weights: readonly number[] = [
  1.65, // fault
  -0.13, // omission
  -0.55, // threshold
  0.03, // incapacity
  0.47, // state: denied
  0.2, // state: time gone by
  0.17, // state: otherwise
  1.24, // state: harm
  -0.88, // state: amount
  -0.94, // state: nothing contrary
  -0.81, // rule: time gone by
  0.51, // rule: harm
  0.92, // price
  0.18, // less
  -0.02, // passes
  0.75, // deemed
  0.26, // power
  -0.27, // answering
  -0.23, // hurts first
  0.65, // stake
  1.03, // stake cut
  0.7, // sum
  1.12, // rate
  0.6, // rate in front
  0.05, // same thing in the state
  0, // the bound in the state
  0.07, // the act in the state
  -0.21, // the act denied
  -1.35, // blameless
  1.2, // is there
  0.55, // is there later
  0.32, // the bound pay
  -0.15, // same thing in the rule
  0.51, // refers back
  0.77, // adjoined
  0.59, // condition in front
  0.54, // any case
  -0.31, // bare plural
  1.17, // relative clause
  1.34, // ladder
  -0.14, // since
  0.81, // compared
  -0.04, // both timed
  0.9, // lasting
  -0.44, // a part of them
  0.97, // turned about
  0.56, // lacks
  -0.89, // shall
  0.17, // may
  -0.68, // denies
  -0.49, // denies the act
  0.2, // the bearer
  -0.75, // it
  -0.37, // another is bound
  -0.68, // benign
  -0.73, // arranges
  -1.06, // only arranges
  -0.58, // same act
  0, // restates
  0.88, // prohibition
  1.7, // duty binds
  0.88, // duty has a day
  0.84, // at cost
  -0.26, // or else
  -0.22, // common wording
  1.67, // named
  0.32, // joined
  2.29, // linked
  0.02, // contrary and same
  -0.8, // contrary and hurts
  0.06, // fails and hurts
  -0.26, // hurts nobody
];
