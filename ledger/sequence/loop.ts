/** Lets the sequencer run for as long as the process does. */
import { LedgerFault, StoreUnavailable } from '../fault.ts';
import type { LogClock } from './ports.ts';
import { tidingsTo } from './tidings.ts';
import { createSequencer, type SequencerParts, type StepResult } from './sequencer.ts';

const pauses: Readonly<Record<StepResult, number>> = { published: 20, idle: 100, waiting: 500, standby: 500 };
const afterFaultMilliseconds = 1000;

export interface RunningSequencer {
  /** Ends after the round that is under way. */
  readonly stop: () => Promise<void>;
  /** Resolves when it has ended: with the fault where the log is not what it was, and nothing more is signed. */
  readonly ended: Promise<LedgerFault | undefined>;
}

export interface LoopOptions extends SequencerParts {
  readonly log: (line: string) => void;
}

/**
 * Runs rounds until stopped. A database that is gone is waited for; a log that is not what it was ends the loop aloud,
 * because signing on would make our word for it.
 */
export function runSequencer({ log, ...parts }: LoopOptions): RunningSequencer {
  const { clock }: { clock: LogClock } = parts;
  const sequencer = createSequencer({ ...tidingsTo(log), ...parts });
  let stopped = false;
  const wake = Promise.withResolvers<void>();
  let told = false;

  const round = async (): Promise<number> => {
    try {
      const result = await sequencer.step();
      told = false;
      return pauses[result];
    } catch (cause) {
      if (!(cause instanceof StoreUnavailable) && cause instanceof LedgerFault) throw cause;
      if (!told) log(`sequencer: ${cause instanceof Error ? cause.message : String(cause)}`);
      told = true;
      return afterFaultMilliseconds;
    }
  };
  const run = async (): Promise<LedgerFault | undefined> => {
    while (!stopped) {
      try {
        const pause = await round();
        if (!stopped) await Promise.race([clock.sleep(pause), wake.promise]);
      } catch (cause) {
        if (!(cause instanceof LedgerFault)) throw cause;
        log(`${cause.text.zh}  ${cause.text.en}`);
        return cause;
      }
    }
    return undefined;
  };
  const ended = run();
  return {
    ended,
    stop: async () => {
      stopped = true;
      wake.resolve();
      await ended;
    },
  };
}
