/**
 * The built-in database for as long as this process wants it. One that ends, because it was killed or because the other
 * process that had started it is gone, is started again; what was acknowledged is there.
 */
import { type EmbeddedOptions, startEmbedded } from './start.ts';
import { isAlive } from './running.ts';

export interface KeptEmbedded {
  /** Where it answers now. */
  readonly address: () => string;
  /** Process of the server, for diagnosis. */
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
}

const lookMilliseconds = 250;

export async function keepEmbedded(options: EmbeddedOptions): Promise<KeptEmbedded> {
  const log = options.log ?? (() => undefined);
  let server = await startEmbedded(options);
  let stopped = false;
  let starting: Promise<void> | undefined;
  const restart = async (): Promise<void> => {
    log(`the database (process ${server.pid}) has ended and is started again`);
    try {
      server = await startEmbedded(options);
    } catch (cause) {
      log(`it could not be started: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  };
  const timer = setInterval(() => {
    if (stopped || starting !== undefined || isAlive(server.pid)) return;
    starting = restart().finally(() => {
      starting = undefined;
    });
  }, lookMilliseconds);
  timer.unref();
  return {
    address: () => server.connectionString,
    pid: () => server.pid,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await starting;
      await server.stop();
    },
  };
}
