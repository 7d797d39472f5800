/** `--server` of `simulate`, `sensitivity` and `patterns`: the same on a server, computed by every machine on its database. Ctrl-C cancels it there. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { problemOf } from '@gongze/client';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import type { JobResult } from '@gongze/studies/simulation/jobs/job';
import { BAD_INPUT } from '../commands.ts';
import type { Io } from '../io.ts';
import { clientFor } from '../remote.ts';
import { Progress } from './progress.ts';

const pollMilliseconds = 500;

const texts = {
  cancelled: { zh: '推演已在服务器上取消。', en: 'The experiment was cancelled on the server.' },
  failed: { zh: '服务器未能完成推演：', en: 'The server could not finish the experiment: ' },
} as const satisfies Record<string, Bilingual>;

/**
 * @param body what `POST /api/studies` takes: content of a scenario file that was read without fault, or what stands in its place
 *
 * Asked again for the same, the experiment that runs or is done already is taken up: that is how one goes on after a crash.
 * @returns the result, or the exit code after it was told what is wrong
 */
export async function onServer<Result extends JobResult>(
  server: string,
  body: Readonly<Record<string, unknown>>,
  lang: Language,
  io: Io,
): Promise<Result | number> {
  const client = clientFor(server, lang, io);
  const key = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const fault = (answer: { readonly error?: unknown; readonly response: Response }): number => {
    const {
      title,
      detail,
      faults = [],
    } = problemOf(answer.error, answer.response) as ReturnType<typeof problemOf> & {
      readonly faults?: readonly { readonly message: string }[];
    };
    io.err(`gongze: ${title}: ${detail}\n`);
    for (const { message } of faults) io.err(`gongze: ${message}\n`);
    return BAD_INPUT;
  };
  const asked = await client.POST('/api/studies', { params: { header: { 'idempotency-key': key } }, body });
  if (asked.data === undefined) return fault(asked);
  const { id, pieces } = asked.data;
  const params = { path: { studyId: id } };
  const progress = new Progress(pieces, asked.data.done, lang, io);
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  process.once('SIGINT', cancel);
  try {
    for (let study = asked.data; ; ) {
      if (cancelled) await client.DELETE('/api/studies/{studyId}', { params });
      if (cancelled || study.state === 'cancelled') {
        io.err(`${texts.cancelled[lang]}\n`);
        return 130;
      }
      if (study.state === 'failed') {
        io.err(`gongze: ${texts.failed[lang]}${study.error ?? ''}\n`);
        return 1;
      }
      if (study.state === 'done') break;
      await pause(pollMilliseconds);
      const read = await client.GET('/api/studies/{studyId}', { params });
      if (read.data === undefined) return fault(read);
      study = read.data;
      progress.at(study.done);
    }
  } finally {
    process.removeListener('SIGINT', cancel);
    progress.end();
  }
  const summary = await client.GET('/api/studies/{studyId}/summary', { params });
  return summary.data === undefined ? fault(summary) : (summary.data as unknown as Result);
}
