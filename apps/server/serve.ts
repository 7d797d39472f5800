/** Starts everything that the main job needs: store, shipped cases, page, server. */
import { fileURLToPath } from 'node:url';
import { type Answer, createApplication } from '@gongze/application';
import { caseIds, loadCase } from '@gongze/cases';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { type OpenStore, openStore } from '@gongze/ledger';
import { postgresAttachments } from '@gongze/ledger/attachments/store';
import { systemClock } from './clock.ts';
import { modeOf, type ServerSettings, type Settings } from './mode.ts';
import { fileBytesMax } from './attachments.ts';
import { clamdScanner, scannerAddress } from './scanner.ts';
import { ensurePage } from './page.ts';
import { localSignIn } from './sign-in/local.ts';
import { type Identities, NobodyYet, startIdentities } from './sign-in/start.ts';
import { withSecretFiles } from './secret-files.ts';
import { bothLines, serverTexts } from './texts.ts';
import { TellFault } from './timers/settings.ts';
import { serverSecret, wire } from './wiring.ts';
import { tracedStore } from './telemetry/spans.ts';

export interface ServeOptions {
  /** 0 = any free port. Default 4646. */
  readonly port?: number | undefined;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string | undefined;
  readonly dataDir?: string | undefined;
  /** Connection string of a PostgreSQL server; without it the built-in one runs on `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly log?: ((line: string) => void) | undefined;
  /** `local` (default) or `server`, which wants identities, secrets and a database. */
  readonly mode?: string | undefined;
  /** Settings of the surroundings, as docs/operations.md lists them. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface Running {
  readonly url: string;
  readonly close: () => Promise<void>;
  /** Resolves with the exit code once the server was closed, by `close` or by a signal. */
  readonly stopped: Promise<number>;
}

/** A fault that the person who starts the server can mend; `message` says how, in both languages. */
export class ServeFault extends Error {}

const defaultPort = 4646;

function valueIn<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  const { problem } = answer;
  const text = problem.kind === 'badInput' ? problem.faults.map((fault) => bothLines(fault.message)).join('\n') : bothLines(problem.text);
  throw new ServeFault(text);
}

function settingsOf({ env = {}, mode, databaseUrl }: ServeOptions): Settings {
  const answer = modeOf(env, { mode, databaseUrl });
  if (!answer.ok) throw new ServeFault(answer.faults.map(bothLines).join('\n'));
  return answer.settings;
}

async function identitiesOf(
  opened: OpenStore,
  settings: Settings,
  dataDir: string,
  log: (line: string) => void,
): Promise<Identities | undefined> {
  if (settings.mode === 'local') return undefined;
  try {
    const parts = { opened, settings, governments: gb2260(), clock: systemClock, dataDir };
    return await startIdentities({ ...parts, log: (text) => log(bothLines(text)) });
  } catch (cause) {
    throw cause instanceof NobodyYet ? new ServeFault(bothLines(cause.text), { cause }) : cause;
  }
}

/** A setting that cannot be read is the operator's to mend. */
async function wired(wiring: Parameters<typeof wire>[0]): ReturnType<typeof wire> {
  return await wire(wiring).catch((cause: unknown) => {
    throw cause instanceof TellFault ? new ServeFault(bothLines(cause.text), { cause }) : cause;
  });
}

/** The scanner that GONGZE_CLAMD names. One that is named wrongly would let every file pass unseen. */
function scannerOf(env: Readonly<Record<string, string | undefined>>) {
  const text = env['GONGZE_CLAMD'];
  if (text === undefined || text === '') return {};
  const address = scannerAddress(text);
  if (address === undefined) throw new ServeFault(bothLines(serverTexts.badScanner(text)));
  return { scan: clamdScanner(address) };
}

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host);

/** Listens over an open store; on failure nothing is left listening. */
async function listen(
  opened: OpenStore,
  options: ServeOptions & { readonly port: number; readonly host: string; readonly dataDir: string; readonly settings: Settings },
) {
  const { port, host, dataDir, settings, log = () => undefined, env = {} } = options;
  const identities = await identitiesOf(opened, settings, dataDir, log);
  const { store, receipts } = opened;
  const application = createApplication({
    store: tracedStore(store),
    clock: systemClock,
    governments: gb2260(),
    selectEdition,
    attachments: { store: postgresAttachments(store.pool), bytesMax: fileBytesMax(env), ...scannerOf(env) },
    ...(identities === undefined ? {} : { authorizer: identities.authorizer, signedBy: identities.signedBy }),
    bindingActs: async () => {
      const { bindingActsAllowed, since } = await receipts.logHealth();
      return { allowed: bindingActsAllowed, since };
    },
  });
  // Examples are for looking around; the record of a server begins empty.
  for (const id of settings.mode === 'local' ? caseIds : []) {
    const { case: caseId, title, actors, facts } = loadCase(id);
    const { leftAsWas } = valueIn(await application.importHistory({ caseId, title, actors, facts }, { changes: 'correct' }));
    if (leftAsWas.length > 0) log(bothLines(serverTexts.leftAsWas(caseId, leftAsWas)));
  }
  const ready = () =>
    store.listCases({ limit: 1 }).then(
      () => true,
      () => false,
    );
  const pageDir = fileURLToPath(new URL('../web/dist', import.meta.url));
  const secret = await serverSecret(env, dataDir);
  const { server, close } = await wired({
    opened,
    application,
    clock: systemClock,
    governments: gb2260(),
    pageDir,
    ready,
    secret,
    env,
    log,
    ...(identities ?? { signIn: localSignIn({ anyName: !isLoopback(host) }) }),
  });
  try {
    return { server, ready, close, url: await server.listen({ port, host }) };
  } catch (cause) {
    await server.close();
    await close();
    const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw taken ? new ServeFault(bothLines(serverTexts.portTaken(port)), { cause }) : cause;
  }
}

/** Closes once, whoever asks first: the caller, or a signal. */
function closing(close: () => Promise<void>, log: (line: string) => void): Omit<Running, 'url'> {
  let closed: Promise<void> | undefined;
  const { promise: stopped, resolve, reject } = Promise.withResolvers<number>();
  const once = (): Promise<void> => {
    if (closed === undefined) {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      closed = close();
      closed.then(() => resolve(0), reject);
    }
    return closed;
  };
  const onSignal = (): void => {
    log(bothLines(serverTexts.stopping));
    once().catch(() => undefined);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  stopped.catch(() => undefined);
  return { close: once, stopped };
}

/** Says aloud when the store does not answer, and when it does again; requests are answered by 503 meanwhile. */
function watchStore(ready: () => Promise<boolean>, log: (line: string) => void): void {
  let was = true;
  const timer = setInterval(async () => {
    const is = await ready();
    if (is !== was) log(bothLines(is ? serverTexts.storeBack : serverTexts.storeLost));
    was = is;
  }, 2000);
  timer.unref();
}

function serverStore({ databaseUrl, logKeyFile, policyFile }: ServerSettings) {
  return { mode: 'server', databaseUrl, logKeyFile, policyFile } as const;
}

/** A local log may have a key and witnesses of its own too, as the commands that check it know. */
function localLog(env: ServeOptions['env'] = {}) {
  return { logKeyFile: env['GONGZE_LOG_KEY_FILE'], policyFile: env['GONGZE_LOG_POLICY_FILE'] };
}

/** The database may be named by a file too, whatever the mode. */
async function withSecrets(options: ServeOptions): Promise<ServeOptions> {
  const answer = await withSecretFiles(options.env ?? {});
  if (!answer.ok) throw new ServeFault(answer.faults.map(bothLines).join('\n'));
  return { ...options, env: answer.env, databaseUrl: options.databaseUrl || answer.env['DATABASE_URL'] || undefined };
}

/** Serves the shipped cases. Resolves once requests are answered; throws with nothing left running. */
export async function serve(given: ServeOptions = {}): Promise<Running> {
  const options = await withSecrets(given);
  const { port = defaultPort, host = '127.0.0.1', dataDir = '.gongze-data', databaseUrl, log = () => undefined } = options;
  const settings = settingsOf(options);
  await ensurePage(log);
  const opened = await openStore({
    databaseUrl,
    dataDir,
    log,
    ...(settings.mode === 'server' ? serverStore(settings) : localLog(options.env)),
  });
  try {
    const { server, ready, url, close: closeRest } = await listen(opened, { ...options, port, host, dataDir, settings });
    opened.startSequencer();
    log(bothLines(serverTexts.open(url)));
    if (settings.mode === 'local') log(bothLines(isLoopback(host) ? serverTexts.localMode : serverTexts.exposed(host)));
    const close = async (): Promise<void> => {
      await server.close();
      await closeRest();
      await opened.close();
    };
    const running = closing(close, log);
    watchStore(ready, log);
    return { url, close: running.close, stopped: running.stopped };
  } catch (cause) {
    await opened.close();
    throw cause;
  }
}
