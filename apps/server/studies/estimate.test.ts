/** Estimates over HTTP: those of the command line, in a thread of their own, and no more at a time than that. */
import { createApplication } from '@gongze/application';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import { loadCase } from '@gongze/cases';
import { selectEdition } from '@gongze/cases/edition';
import type { CaseReport } from '@gongze/domain/report/schema';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { estimateOf } from '@gongze/studies/simulation/what-if/effect';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer } from '../server.ts';
import { testClock } from '../testing/server.ts';
import { Estimator } from './estimate.ts';

let server: FastifyInstance;
beforeAll(async () => {
  const application = createApplication({ store: memoryStore(), clock: testClock, governments: gb2260(), selectEdition });
  const { case: caseId, title, actors, facts } = loadCase('xixian');
  await application.importHistory({ caseId, title, actors, facts });
  server = await buildServer({ application, pageDir: 'none', ready: async () => true });
});
afterAll(async () => await server.close());

const url = '/api/cases/xixian/report?asOf=2012-01-31';

test('asked for, the report carries what the model says of it; else it reads notEstimated', async () => {
  const plain = (await server.inject(url)).json() as CaseReport;
  expect(plain.estimate).toBeUndefined();
  expect(plain.advice.every(({ expectedEffect }) => expectedEffect === 'notEstimated')).toBe(true);
  const asked = await server.inject(`${url}&estimate=true`);
  const report = asked.json() as CaseReport;
  expect(report.estimate).toEqual(estimateOf(plain));
  expect(report.advice.map(({ expectedEffect }) => expectedEffect)).toEqual(report.estimate?.effects.map(({ median }) => median));
  const again = await server.inject({ url: `${url}&estimate=true`, headers: { 'if-none-match': String(asked.headers['etag']) } });
  expect(again.statusCode).toBe(304);
});

test('the server answers while the model runs', async () => {
  const asked = server.inject(`/api/cases/xixian/report?asOf=2013-01-31&estimate=true`).then(() => 'estimate');
  expect(await Promise.race([asked, server.inject('/healthz').then(() => 'health')])).toBe('health');
  await asked;
});

test('another word than true or false is refused', async () => {
  expect((await server.inject(`${url}&estimate=perhaps`)).statusCode).toBe(400);
});

test('more than eight that wait are turned away, equal ones wait together', async () => {
  const report = (await server.inject(url)).json() as CaseReport;
  const estimator = new Estimator();
  const waiting = Array.from({ length: 8 }, (_, i) => estimator.estimate(`report ${i}`, { ...report, advice: [] }));
  expect(waiting.every((one) => one !== undefined)).toBe(true);
  expect(estimator.estimate('report 8', report)).toBeUndefined();
  expect(estimator.estimate('report 0', report)).toBe(waiting[0]);
  await Promise.all(waiting);
  expect(estimator.estimate('report 8', { ...report, advice: [] })).toBeDefined();
});
