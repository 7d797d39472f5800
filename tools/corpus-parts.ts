/** Parts of the corpus of clauses whose errors have been read, in the order in which they were. */

/** Those that the weights of English consequences are counted on. */
export const weighedParts = [
  'dev',
  'read-test',
  'read-fresh',
  'read-fresh-odd',
  'tune',
  'read-unseen',
  'read-consequences-en',
  'read-consequences-en-2',
  'tune-consequences-en',
] as const;

/** Those that confidences are counted on. */
export const readParts = [
  ...weighedParts,
  'read-f5-zh',
  'tune-f6-zh',
  'read-f5-en',
  'tune-f6-en',
  'tune-f8-en',
  'tune-f8-zh',
  'tune-zh',
  'tune-f9-zh',
] as const;
