/** Bugs that can be planted, each where a real one could sit. The judge has to find every one of them. */
export const bugs = [
  /** The store answers before it has written, and then does not write. */
  'ackWithoutCommit',
  /** A retry is written a second time under a new key. */
  'retryIsNewFact',
  /** The key of idempotency is not looked at. */
  'keyIgnored',
  /** A request of several facts is cut in two by a failure. */
  'halfCommit',
  /** What is written is not what was handed in. */
  'contentChanged',
  /** A write goes to another case. */
  'otherCase',
  /** The answer names a version that the facts do not have. */
  'wrongVersionAnswered',
  /** A leader whose time has passed may still write. */
  'notFenced',
  /** The sequencer is not shown a record that was committed. */
  'recordSkipped',
  /** It is shown one twice. */
  'recordTwice',
  /** Two records of a stream are shown in the wrong order. */
  'streamReordered',
  /** A tile is not written. */
  'tileLost',
  /** A tile is written with a wrong byte. */
  'tileWrong',
  /** An entry changes after it was signed. */
  'entryRewritten',
  /** A checkpoint is published that goes back behind an earlier one. */
  'checkpointRolledBack',
  /** A checkpoint is published without the cosignatures that the policy asks for. */
  'quorumIgnored',
  /** The witness forgets over a restart what it cosigned. */
  'witnessForgets',
  /** The witness does not check the proof of consistency. */
  'witnessTrusts',
  /** The witness cosigns what the log has not signed. */
  'witnessSignsAnything',
  /** A receipt speaks of another record. */
  'receiptOfOther',
  /** The store answers a retry with "nothing new" although the first attempt had failed. */
  'failureRemembered',
  /** A fact appears that nobody asked for. */
  'phantom',
] as const;
export type Bug = (typeof bugs)[number];
