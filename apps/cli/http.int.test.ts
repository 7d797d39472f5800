/** The same question to the server and to the command line gets the same bytes. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '@gongze/application';
import { caseIds, loadCase } from '@gongze/cases';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { systemClock } from '@gongze/server/clock';
import { buildServer } from '@gongze/server/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('--server', () => {
  let url: string;
  let server: Awaited<ReturnType<typeof buildServer>>;
  beforeAll(async () => {
    const application = createApplication({ store: memoryStore(), clock: systemClock, governments: gb2260(), selectEdition });
    const { case: caseId, title, actors, facts } = loadCase('xixian');
    await application.importHistory({ caseId, title, actors, facts });
    server = await buildServer({ application, pageDir: 'none', ready: async () => true });
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it('asks the server what it would else compute, and prints the same', async () => {
    for (const line of [
      ['replay', 'xixian', '--as-of', '2012-01-31'],
      ['explain', 'xixian', 'decisionWithoutAction', '--as-of', '2012-01-31'],
      ['may-intervene', 'xixian', '--tier', '610000', '--as-of', '2012-01-31'],
    ]) {
      expect(await printed(...line, '--server', url)).toBe(await printed(...line));
    }
  });
  it('prints the names of the case, and what the server refuses', async () => {
    const lines = { out: '', err: '' };
    const io = {
      out: (text: string) => (lines.out += text),
      err: (text: string) => (lines.err += text),
      env: {},
      columns: undefined,
    };
    expect(await main(['explain', 'xixian', 'decisionWithoutAction', '--as-of', '2012-01-31', '--server', url, '--lang', 'zh'], io)).toBe(
      0,
    );
    expect(lines.out).toContain('西安');
    expect(await main(['replay', 'nowhere', '--server', url, '--lang', 'zh'], io)).toBe(2);
    expect(lines.err).toContain('没有案例 nowhere');
    expect(await main(['replay', 'xixian', '--server', 'nonsense'], io)).toBe(2);
  });
  it('records once, however often the request is sent', async () => {
    const file = join(tmpdir(), `gongze-events-${process.pid}.json`);
    const occurred = { first: '2024-03-01', last: '2024-03-01', precision: 'day' };
    writeFileSync(file, JSON.stringify([{ type: 'contextRecorded', occurred, payload: { title: { zh: '背景', en: 'Context' } } }]));
    const line = ['record', 'xixian', file, '--server', url, '--key', 'k1'];
    const first = JSON.parse(await printed(...line));
    expect(first).toMatchObject({ case: 'xixian', durable: true, repeated: false });
    expect(JSON.parse(await printed(...line))).toEqual({ ...first, repeated: true });
    expect(await printed(...line.slice(0, -1), 'k2', '--version', '1')).toBe('');
    rmSync(file);
  });
});
