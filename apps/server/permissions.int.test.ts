/**
 * The matrix of permissions through HTTP: each cell a request with real signatures of offices, judged by the oracle in
 * words. Nothing may change by it: the version of every case is the same afterwards.
 */
import { createApplication } from '@gongze/application';
import type { AttachmentStore } from '@gongze/application/attachments/ports';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import { selectEdition } from '@gongze/cases/edition';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { foldKeys, instantOf, signaturesOn } from '@gongze/identity/registry/keys';
import { keyRecords, preparedCases, requestOf } from '@gongze/identity/testing/http';
import { type Cell, callers, keyOf, sampledCells } from '@gongze/identity/testing/matrix';
import { bodied, nested, type Place, siblings, strangers } from '@gongze/identity/testing/places';
import { expect, test } from 'vitest';
import { registerCaller } from './caller.ts';
import { buildServer } from './server.ts';
import { testClock } from './testing/server.ts';

const minutes = 60_000;
const keys = foldKeys(keyRecords);

/** A permitted file is longer than any may be, and is turned away before it is asked for. */
const noFiles = {} as AttachmentStore;

async function serverFor(place: Place) {
  const store = memoryStore();
  const cases = preparedCases(place);
  for (const { caseId, facts } of cases) {
    const created = await store.createCase({ caseId: caseId as CaseId, title: { zh: '案例', en: 'Case' }, actors: {} }, facts);
    if (!('appended' in created)) throw new Error(`no case ${caseId}`);
  }
  const publication = cases.flatMap((one) => one.publication).map((record, index) => ({ ...record, version: index + 1 }));
  await store.appendRecords('registry:publication', 0, publication);
  const bodies = Object.entries(place.bodies).map(([body, standing]) => ({ body, ...standing })) as never;
  const authorizer = createAuthorizer({ governments: gb2260(), today: testClock.today, registeredBodies: () => bodies });
  const application = createApplication({
    store,
    clock: testClock,
    governments: gb2260(),
    selectEdition,
    authorizer,
    attachments: { store: noFiles, bytesMax: 1000 },
    signedBy: async (fact) => {
      const { signedBy, faults } = signaturesOn(fact, fact.signatures, keys, instantOf(fact));
      if (faults.length > 0) throw new Error(`a signature of the matrix does not hold: ${JSON.stringify(faults)}`);
      return signedBy;
    },
  });
  const signIn = (server: Parameters<typeof registerCaller>[0]) => {
    registerCaller(server, async ({ headers }) => callers[Number(headers['x-caller'])] as (typeof callers)[number]);
    return () => undefined;
  };
  const unlimited = { perAddress: 1e9, perCaller: 1e9 };
  const server = await buildServer({ application, authorizer, pageDir: 'none', ready: async () => true, signIn, limits: unlimited });
  return { server, store, cases };
}

/** Tens of thousands of cells take minutes: all of them before anything lands, a sample in the tests. */
const isWhole = process.env['GONGZE_MATRIX'] === 'whole';

test.each([siblings, strangers, nested, bodied])(
  'through HTTP the answer is that of the words: $name',
  { timeout: 30 * minutes },
  async (place) => {
    const { server, store, cases } = await serverFor(place);
    const differences: string[] = [];
    let asked = 0;
    let allowed = 0;
    const ask = async (cell: Cell): Promise<void> => {
      asked += 1;
      const { method, url, headers, body, expected, yes } = requestOf(cell, asked);
      const answer = await server.inject({
        method,
        url,
        headers: {
          ...headers,
          'x-caller': String(callers.indexOf(cell.caller)),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      if (expected) allowed += 1;
      const right = expected ? yes.includes(answer.statusCode) : [401, 403, 404].includes(answer.statusCode);
      if (!right)
        differences.push(
          `${answer.statusCode}, ${expected ? 'should be allowed' : 'should be refused'}: ${keyOf(cell)} ${answer.body.slice(0, 300)}`,
        );
    };
    for (const cell of isWhole ? sampledCells(8, 300) : sampledCells(120, 4500)) if (cell.place === place) await ask(cell);
    console.log(`permissions through HTTP, ${place.name}: ${asked} cells, ${allowed} allowed, ${differences.length} differences`);
    expect(differences.slice(0, 10)).toEqual([]);
    // A joint body as party is one more kind of side; the rest of that place is asked in the others.
    const least = place === bodied ? 2000 : 5000;
    expect(asked).toBeGreaterThan(isWhole ? least : 100);
    for (const { caseId, facts } of cases) expect((await store.headOf(caseId as CaseId))?.size, caseId).toBe(facts.length);
    await server.close();
  },
);
