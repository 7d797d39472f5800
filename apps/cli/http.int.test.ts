/** The same question to the server and to the command line gets the same bytes. */
import { createApplication } from '@gongze/application';
import { caseIds, loadCase } from '@gongze/cases';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { systemClock } from '@gongze/server/clock';
import { buildServer } from '@gongze/server/server';
import { beforeAll, expect, it } from 'vitest';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import { main } from './main.ts';

let ask: (path: string) => Promise<string>;
beforeAll(async () => {
  const application = createApplication({ store: memoryStore(), clock: systemClock, governments: gb2260(), selectEdition });
  for (const id of caseIds) {
    const { case: caseId, title, actors, facts } = loadCase(id);
    expect(await application.importHistory({ caseId, title, actors, facts })).toMatchObject({ ok: true });
  }
  const server = await buildServer({ application, pageDir: 'none', ready: async () => true });
  ask = async (path) => {
    const answer = await server.inject({ url: `/api/cases/${path}` });
    expect(answer.statusCode).toBe(200);
    return answer.body;
  };
});

async function printed(...argv: string[]): Promise<string> {
  let out = '';
  await main([...argv, '--json'], { out: (text) => (out += text), err: () => undefined, env: {}, columns: undefined });
  return out;
}

const dates = ['2005-06-30', '2011-01-31', '2012-01-31', '2015-12-31', '2018-01-31', '2024-12-31'];
const asked = caseIds.flatMap((id) => ['paper', 'enriched'].flatMap((edition) => dates.map((asOf) => [id, edition, asOf] as const)));

it.each(asked)('report: %s %s %s', async (id, edition, asOf) => {
  const query = `edition=${edition}&asOf=${asOf}`;
  expect(await ask(`${id}/report?${query}`)).toBe(await printed('replay', id, '--edition', edition, '--as-of', asOf));
  expect(await ask(`${id}/report?${query}&knownOn=${asOf}`)).toBe(
    await printed('replay', id, '--edition', edition, '--as-of', asOf, '--known-on', asOf),
  );
});
it('today by default', async () => {
  expect(await ask('xixian/report')).toBe(await printed('replay', 'xixian'));
});
it('explanation', async () => {
  const own = await printed('explain', 'xixian', 'decisionWithoutAction', '--as-of', '2012-01-31');
  expect(await ask('xixian/explain?asOf=2012-01-31&finding=decisionWithoutAction')).toBe(own);
});
it('who may intervene', async () => {
  const own = await printed('may-intervene', 'xixian', '--tier', '610000', '--as-of', '2012-01-31');
  expect(await ask('xixian/may-intervene?asOf=2012-01-31&tier=610000')).toBe(own);
});
