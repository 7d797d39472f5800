/** What the operator hears of the log: who was elected, which witness fell silent or refuses, and when it cosigns again. Each change once. */
import type { Epoch, NotCosigned } from './ports.ts';

export interface Tidings {
  readonly onElected: (epoch: Epoch) => void;
  readonly onWitness: (witness: string, why: NotCosigned | undefined) => void;
}

function lineOf(witness: string, why: NotCosigned | undefined): string {
  if (why === undefined) return `见证方 ${witness} 恢复会签。  The witness ${witness} cosigns again.`;
  const { status } = why;
  // Of somebody else's writing: it may not begin a line of its own, nor steer a terminal.
  const reason = why.reason.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
  if (status === 0) return `见证方 ${witness} 没有应答（${reason}）。  The witness ${witness} does not answer (${reason}).`;
  return (
    `见证方 ${witness} 不予会签（${status}，${reason}）：它可能见过另一部历史，请先查明原因。  ` +
    `The witness ${witness} does not cosign (${status}, ${reason}): it may have seen another history. Find out why before anything else.`
  );
}

export function tidingsTo(log: (line: string) => void): Tidings {
  const told = new Map<string, string>();
  return {
    onElected: (epoch) => log(`日志由本服务器书写（第 ${epoch} 届）。  This server was elected to write the log (epoch ${epoch}).`),
    onWitness: (witness, why) => {
      const now = why === undefined ? '' : `${why.status} ${why.reason}`;
      if ((told.get(witness) ?? '') === now) return;
      told.set(witness, now);
      log(lineOf(witness, why));
    },
  };
}
