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

test('an explanation and a tier carry their part of the same estimate, only where it is asked for', async () => {
  const report = (await server.inject(`${url}&estimate=true`)).json() as CaseReport;
  const advised = report.advice[0];
  const [finding, tier] = [advised?.findings[0] ?? '', advised?.tier ?? ''];
  const effectsOf = (advice: CaseReport['advice']) => {
    const wanted = new Set(advice.map(({ instrument }) => instrument));
    return report.estimate?.effects.filter(({ instrument }) => wanted.has(instrument));
  };
  const why = `/api/cases/xixian/explain?asOf=2012-01-31&finding=${encodeURIComponent(finding)}`;
  const may = `/api/cases/xixian/may-intervene?asOf=2012-01-31&tier=${tier}`;
  const expected = {
    [why]: effectsOf(report.advice.filter(({ findings }) => findings.includes(finding))),
    [may]: effectsOf(report.advice.filter((one) => one.tier === tier)),
  };
  for (const [question, effects] of Object.entries(expected)) {
    const plain = (await server.inject(question)).json();
    expect(plain.estimate).toBeUndefined();
    const asked = await server.inject(`${question}&estimate=true`);
    expect(asked.json()).toEqual({ ...plain, estimate: { ...report.estimate, effects } });
    expect(effects?.length).toBeGreaterThan(0);
    const again = await server.inject({ url: `${question}&estimate=true`, headers: { 'if-none-match': String(asked.headers['etag']) } });
    expect(again.statusCode).toBe(304);
  }
});

test('asked with an estimate, a tier beside the ladder and a finding that is not there are answered as without', async () => {
  for (const path of ['may-intervene?asOf=2012-01-31&tier=nowhere', 'explain?asOf=2012-01-31&finding=nothing']) {
    const plain = await server.inject(`/api/cases/xixian/${path}`);
    const asked = await server.inject(`/api/cases/xixian/${path}&estimate=true`);
    expect(asked.statusCode).toBe(404);
    expect(asked.json().title).toBe(plain.json().title);
  }
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
