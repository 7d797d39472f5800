/** What this browser keeps for its reader: the policy, and the last checkpoint verified of each log. */
const policyKey = 'gongze.verify.policy';
const checkpointKey = (origin: string): string => `gongze.verify.checkpoint.${origin}`;

/** A browser may refuse to keep anything; then the page works without a memory. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

export const keptPolicy = (): string | undefined => attempt(() => localStorage.getItem(policyKey)) ?? undefined;

export function keepPolicy(text: string | undefined): void {
  attempt(() => (text === undefined ? localStorage.removeItem(policyKey) : localStorage.setItem(policyKey, text)));
}

export const keptCheckpoint = (origin: string): string | undefined =>
  attempt(() => localStorage.getItem(checkpointKey(origin))) ?? undefined;

/** Whether it is kept. */
export function keepCheckpoint(origin: string, note: string): boolean {
  attempt(() => localStorage.setItem(checkpointKey(origin), note));
  return keptCheckpoint(origin) === note;
}
