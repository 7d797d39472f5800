/** `gongze study-worker`: this machine takes part in the experiments of a server, over the same database. */
import { availableParallelism } from 'node:os';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { refusal, valueRefusal } from '@gongze/studies/parameters/parameters';
import { openPool } from '@gongze/ledger/store/connection';
import { postgresStudies } from '@gongze/server/studies/store';
import { runStudies } from '@gongze/server/studies/work';
import { DONE, pageOf } from '../commands.ts';
import type { Io } from '../io.ts';
import { tellRefusals } from './options.ts';
import type { Registration } from './registration.ts';

interface WorkOptions {
  readonly workers?: string;
  readonly lang?: Language;
}

const texts = {
  about: {
    zh: '以本机参与服务器上的推演（用 DATABASE_URL 指定的数据库）',
    en: 'take part in the experiments of a server, over the database of DATABASE_URL',
  },
  workers: { zh: '线程数', en: 'threads' },
  lang: { zh: '语言 zh 或 en', en: 'language, zh or en' },
  working: { zh: '正在参与推演；按 Ctrl-C 结束，已开始的块会交还。', en: 'Taking part; Ctrl-C ends it, and what was begun is given back.' },
} as const satisfies Record<string, Bilingual>;

async function work(options: WorkOptions, io: Io): Promise<number> {
  const { lang } = pageOf(options, io);
  const threads = Number(options.workers ?? availableParallelism());
  const wrong = valueRefusal({ name: 'workers', standard: 1, min: 1, max: 64, whole: true, meaning: texts.workers }, threads);
  if (wrong !== undefined) return tellRefusals([wrong], options, io);
  const address = io.env['DATABASE_URL'];
  if (address === undefined || address === '') {
    const missing = refusal(
      'inconsistent',
      'DATABASE_URL',
      '需要 DATABASE_URL：服务器所用数据库的地址',
      'DATABASE_URL is needed: the database that the server uses',
    );
    return tellRefusals([missing], options, io);
  }
  const pool = openPool(address);
  const working = runStudies({
    studies: postgresStudies(pool),
    threads,
    report: (fault) => io.err(`gongze: ${fault instanceof Error ? fault.message : String(fault)}\n`),
  });
  io.err(`${texts.working[lang]}\n`);
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  const alive = setInterval(() => undefined, 60_000);
  process.once('SIGINT', resolve).once('SIGTERM', resolve);
  await stopped;
  clearInterval(alive);
  await working.stop();
  await pool.end();
  return DONE;
}

export function addWorkCommand({ program, lang, oneLanguage, io, act }: Registration): void {
  program
    .command('study-worker')
    .description(texts.about[lang])
    .option('--workers <w>', texts.workers[lang])
    .option('--lang <zh|en>', texts.lang[lang], oneLanguage)
    .action((options: WorkOptions) => act(() => work(options, io)));
}
