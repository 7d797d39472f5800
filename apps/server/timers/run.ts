/**
 * Timers at work. The job queue only wakes: every minute, and at once when the server starts. What is done then follows from
 * the tables, so that a job too many finds nothing to do and one that was lost is made up for a minute later.
 */
import { refreshDaily, type RefreshPorts } from '@gongze/application/daily/refresh';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { databaseDay, fireDue } from '@gongze/ledger/daily/timers';
import type pg from 'pg';
import { bossOn } from './boss.ts';
import { type Mail, sendMail, sendToRobot } from './send.ts';
import { isQuiet } from './settings.ts';
import { mailsToSend, type RobotMessage, robotMessagesToSend, type TellParts } from './tell.ts';

const TIMERS = 'gongze-timers';
const MAIL = 'gongze-mail';
const ROBOT = 'gongze-robot';
const UNDELIVERED = 'gongze-undelivered';

/** Timers of one transaction: short enough that nobody waits for its locks. */
const BATCH = 2000;
const CASES_BATCH = 50;
const zone = 'Asia/Shanghai';
/** A server that was not woken for so long wakes itself; the work of another finds nothing left to do. */
const SILENT_MILLISECONDS = 180_000;

export interface TimerParts extends RefreshPorts, TellParts {
  readonly pool: pg.Pool;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly report: (fault: unknown) => void;
}

/** The earlier of two days: a server whose clock is ahead tells nothing early. */
async function dayOf({ clock, pool }: Pick<TimerParts, 'clock' | 'pool'>): Promise<IsoDate> {
  const [own, shared] = [clock.today(), await databaseDay(pool)];
  return own < shared ? own : shared;
}

/** Reads what moved, then tells what is due; what comes back is how many timers fired. `day`: default today. */
export async function workTimers(parts: RefreshPorts & Pick<TimerParts, 'pool'>, day?: IsoDate, stopped = () => false): Promise<number> {
  while (!stopped() && (await refreshDaily(parts, CASES_BATCH)) === CASES_BATCH);
  const today = day ?? (await dayOf(parts));
  let fired = 0;
  while (!stopped()) {
    const batch = await fireDue(parts.pool, today, BATCH);
    fired += batch.fired;
    if (batch.taken < BATCH) break;
  }
  return fired;
}

const hourOf = (milliseconds: number): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hour12: false }).format(milliseconds)) % 24;

/** Starts the queue and its workers; of several servers each takes what the others leave. */
export async function runTimers(
  parts: TimerParts,
  silentMilliseconds = SILENT_MILLISECONDS,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { pool, report, settings, now } = parts;
  const boss = await bossOn(pool, report);
  let stopped = false;
  let workedAt = performance.now();
  await boss.start();
  await boss.createQueue(UNDELIVERED);
  await boss.createQueue(TIMERS, { policy: 'exclusive', notify: true, retryLimit: 0, expireInSeconds: 3600, deleteAfterSeconds: 3600 });
  for (const queue of [MAIL, ROBOT])
    await boss.createQueue(queue, {
      notify: true,
      retryLimit: 8,
      retryDelay: 30,
      retryBackoff: true,
      deadLetter: UNDELIVERED,
      deleteAfterSeconds: 86_400,
    });
  const post = async (): Promise<void> => {
    const at = now();
    if (isQuiet(settings.quiet, hourOf(at))) return;
    if (settings.smtpUrl !== undefined)
      for (const kind of ['each', 'daily'] as const) for (const mail of await mailsToSend(parts, kind, at)) await boss.send(MAIL, mail);
    for (const message of await robotMessagesToSend(parts)) await boss.send(ROBOT, message);
  };
  await boss.work(TIMERS, async () => {
    workedAt = performance.now();
    await workTimers(parts, undefined, () => stopped);
    await post();
  });
  await boss.work<Mail>(MAIL, async ([job]) => {
    if (job !== undefined && settings.smtpUrl !== undefined) await sendMail(settings.smtpUrl, job.data);
  });
  await boss.work<RobotMessage>(ROBOT, async ([job]) => {
    const robot = job && settings.robots[job.data.robot];
    if (job !== undefined && robot !== undefined) await sendToRobot(robot, job.data, now(), job.id);
  });
  await boss.schedule(TIMERS, '* * * * *', null, { tz: zone });
  await boss.send(TIMERS);
  // The schedule goes by the clock of the database. Where that one fell back, the schedule waits until it has caught up.
  const awake = setInterval(() => {
    if (performance.now() - workedAt > silentMilliseconds) boss.send(TIMERS).catch(report);
  }, silentMilliseconds / 2);
  awake.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(awake);
      await boss.stop({ graceful: true, close: false, timeout: 10_000 });
    },
  };
}
