/**
 * Every byte of every column of every table that is truth or derived, changed: does fsck find it? Most flips are made in the
 * rows as the database gave them, and each is judged by the whole check; a sample is made in the database itself. What must
 * be found by comparison with what others kept (old backup, re-signed fork) is tried with what they would have kept.
 * GONGZE_FLIPS: how many (default 5,000). They come in pieces of 50,000 with a seed each; GONGZE_FIRST: from which piece on.
 */
import { setImmediate } from 'node:timers/promises';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factOf } from '../../domain/testing/facts.ts';
import { generateHistory } from '../../domain/testing/histories.ts';
import { nodeSha256 } from '../crypto/sha256.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { postgresLogStore } from '../sequence/postgres.ts';
import { createSequencer } from '../sequence/sequencer.ts';
import { postgresStore, type PostgresStore } from '../store/postgres.ts';
import { logSigner } from '../testing/log.ts';
import { handClock, testPolicy, testWitness } from '../testing/sequencing.ts';
import { random, type TestServer, testServer } from '../testing/servers.ts';
import { apply, checkImage, flipsOf, type Image, imageOf, type Row } from '../testing/tamper.ts';
import { checkLedger } from './check.ts';
import { tableClasses } from './classes.ts';
import { tablesOf } from './database.ts';
import { findingTexts } from './findings.ts';
import { fsck } from './fsck.ts';
import { signedCheckpoint } from './places.ts';

const flips = Number(process.env['GONGZE_FLIPS'] ?? 5000);
const seed = Number(process.env['GONGZE_SEED'] ?? 20_261_124);
/** So many flips to a piece. */
const pieceMax = 50_000;
const firstPiece = Number(process.env['GONGZE_FIRST'] ?? 0);
const clock = handClock();
const witnesses = [testWitness('w1', clock), testWitness('w2', clock)];
const policy = testPolicy(witnesses, 2);

let server: TestServer;
let store: PostgresStore;
let image: Image;
let older: Image;

/** Two files, one of them in two parts, and the fact that names them. */
const parts = [['one ', 'file'], ['another']].map((texts) => texts.map((text) => Buffer.from(text)));
const digest = (bytes: readonly Buffer[]): string => createHash('sha256').update(Buffer.concat(bytes)).digest('hex');
const naming = (version: number) => ({
  ...factOf(
    'evidenceAttached',
    {
      obligation: 'o',
      title: { zh: '证', en: 'Evidence' },
      files: parts.map((file, at) => ({
        sha256: digest(file),
        name: `${at}.txt`,
        bytes: Buffer.concat(file).length,
        mediaType: 'text/plain',
      })),
    },
    { streamId: 'jia', id: 'files', version, on: '2026-01-01' },
  ),
  recordedBy: { mode: 'local' as const, person: 'local' },
});

/** A note is judged by its text alone, so that one that was judged need not be judged again. */
const judged = new Map<string, Checkpoint | undefined>();
function signed(note: string): Checkpoint | undefined {
  if (!judged.has(note)) {
    if (judged.size > 10_000) judged.clear();
    judged.set(note, signedCheckpoint(note, policy));
  }
  return judged.get(note);
}

async function inSnapshot<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read');
    return await use(client);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

const take = async (): Promise<Image> => await inSnapshot(async (client) => await imageOf(tablesOf(client)));

async function sequence(): Promise<void> {
  const logStore = postgresLogStore(store.pool);
  const parts = { logStore, signer: logSigner, witnesses, policy, clock, sha256: nodeSha256, holder: 'test' };
  expect(await createSequencer(parts).step()).toBe('published');
}

beforeAll(async () => {
  server = await testServer();
  store = await postgresStore({ connectionString: server.connectionString, random });
  for (const [at, caseId] of (['jia', 'yi', 'xi’an'] as CaseId[]).entries()) {
    await store.createCase({ caseId, title: { zh: `案${at}`, en: `Case ${at}` }, actors: {} }, generateHistory(at, { size: 5, caseId }));
    await sequence();
    if (at === 1) older = await take();
  }
  await store.putCase({ caseId: 'jia' as CaseId, title: { zh: '新', en: 'New' }, actors: { 'body:a': { zh: '办', en: 'Office' } } });
  const { size = 0 } = (await store.headOf('jia' as CaseId)) ?? {};
  await store.append('jia' as CaseId, size, [naming(size + 1)]);
  for (const file of parts)
    for (const [part, bytes] of file.entries())
      await store.pool.query('insert into ledger.attachments (sha256, part, bytes) values ($1, $2, $3)', [digest(file), part, bytes]);
  await sequence();
  image = await take();
});
afterAll(async () => {
  await store?.close();
  await server?.remove();
});

it('every table has a class, and every class a table', async () => {
  const { rows } = await store.pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
     order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(tableClasses).sort());
});

it('the columns that are checked are all that truth and derived tables have', async () => {
  const names: Readonly<Record<keyof Image, string>> = {
    facts: 'facts',
    streams: 'streams',
    cases: 'cases',
    checkpoints: 'checkpoints',
    places: 'sequence',
    tiles: 'tiles',
    attachments: 'attachments',
  };
  const checked = Object.entries(tableClasses).filter(([, { kind }]) => kind !== 'operational');
  expect(checked.map(([name]) => name).sort()).toEqual(
    Object.values(names)
      .map((name) => `ledger.${name}`)
      .sort(),
  );
  for (const [table, name] of Object.entries(names)) {
    const { rows } = await store.pool.query<{ name: string }>(
      'select attname as name from pg_catalog.pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by 1',
      [`ledger.${name}`],
    );
    const known = Object.keys(image[table as keyof Image][0] ?? {});
    expect(rows.map((row) => row.name)).toEqual(known.sort());
  }
});

it('a ledger that nobody touched is found whole', async () => {
  expect((await checkImage(image, signed)).findings).toEqual([]);
  expect(await fsck(store.pool, { policy, patienceMilliseconds: 0 })).toMatchObject({
    findings: [],
    facts: 20,
    size: 20,
    waiting: 0,
    checkpoints: 4,
    files: 2,
    filesElsewhere: 0,
  });
});

/** Makes so many flips, one at a time; returns those that the check did not see, and what was found how often. */
async function tryFlips(count: number, pieceSeed: number, kinds: Map<string, number>): Promise<readonly object[]> {
  const next = flipsOf(image, pieceSeed);
  const missed: object[] = [];
  for (let done = 0; done < count; done += 1) {
    const flip = next();
    const undo = apply(image, flip);
    const { findings } = await checkImage(image, signed);
    undo();
    if (findings.length === 0) missed.push(flip);
    for (const kind of new Set(findings.map((finding) => finding.kind))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return missed;
}

it(`finds each of ${flips.toLocaleString('en')} flipped bytes, judged by the whole check`, { timeout: 10_000 + flips * 20 }, async () => {
  const kinds = new Map<string, number>();
  const began = performance.now();
  for (let [done, piece] = [0, firstPiece]; done < flips; piece += 1) {
    const count = Math.min(pieceMax, flips - done);
    const missed = await tryFlips(count, seed + 2 * piece, kinds);
    done += count;
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(
      `${done} of ${flips} flips in ${seconds} s, seed ${seed}, up to piece ${piece}, ${missed.length} missed: ${JSON.stringify(Object.fromEntries(kinds))}`,
    );
    // Vitest shows it once the test lets it.
    await setImmediate();
    expect(missed).toEqual([]);
  }
  expect((await checkImage(image, signed)).findings).toEqual([]);
});

const inDatabase: Readonly<Record<keyof Image, string>> = {
  facts: 'ledger.facts',
  streams: 'ledger.streams',
  cases: 'ledger.cases',
  checkpoints: 'ledger.checkpoints',
  places: 'ledger.sequence',
  tiles: 'ledger.tiles',
  attachments: 'ledger.attachments',
};
const keyOf: Readonly<Record<keyof Image, readonly string[]>> = {
  facts: ['stream_id', 'version'],
  streams: ['stream_id'],
  cases: ['case_id'],
  checkpoints: ['number'],
  places: ['index'],
  tiles: ['level', 'index'],
  attachments: ['sha256', 'part'],
};

/** As somebody who owns the database would: past triggers and constraints. */
async function unguard(client: pg.Client): Promise<void> {
  for (const table of Object.values(inDatabase)) {
    await client.query(`alter table ${table} disable trigger all`);
    const { rows } = await client.query<{ name: string }>(
      "select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'u', 'p') order by contype",
      [table],
    );
    for (const { name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  }
}

it('finds flips that were made in the database itself', { timeout: 300_000 }, async () => {
  const next = flipsOf(image, seed + 1);
  const sample = Math.min(200, Math.ceil(flips / 20));
  for (let done = 0; done < sample; done += 1) {
    const { table, row, column, value } = next();
    await inSnapshot(async (client) => {
      await unguard(client);
      const target = image[table][row] as Row;
      const where = keyOf[table].map((key, at) => `${key} = $${at + 2}`).join(' and ');
      const { rowCount } = await client.query(`update ${inDatabase[table]} set ${column} = $1 where ${where}`, [
        value,
        ...keyOf[table].map((key) => target[key]),
      ]);
      expect(rowCount).toBe(1);
      const { findings } = await checkLedger(tablesOf(client), signed);
      expect({ table, column, found: findings.length > 0 }).toEqual({ table, column, found: true });
    });
  }
});

describe('whole rows', () => {
  const tables = Object.keys(inDatabase) as (keyof Image)[];
  const changed = async (change: (image: Image) => void) => {
    const copy = Object.fromEntries(Object.entries(image).map(([name, rows]) => [name, [...rows]])) as Image;
    change(copy);
    return (await checkImage(copy, signed)).findings;
  };
  it.each(tables)('%s: any row deleted', async (table) => {
    for (let at = 0; at < image[table].length; at += 1) {
      const findings = await changed((copy) => copy[table].splice(at, 1));
      expect({ at, found: findings.length > 0 }).toEqual({ at, found: true });
    }
  });
  it.each(tables)('%s: any row doubled', async (table) => {
    for (let at = 0; at < image[table].length; at += 1) {
      const findings = await changed((copy) => copy[table].push(copy[table][at] as Row));
      expect({ at, found: findings.length > 0 }).toEqual({ at, found: true });
    }
  });
  it.each(tables)('%s: truncated, wholly or from any row on', async (table) => {
    for (let at = 0; at < image[table].length; at += 1) {
      const findings = await changed((copy) => copy[table].splice(at));
      expect({ at, found: findings.length > 0 }).toEqual({ at, found: true });
    }
  });
  it.each(tables)('%s: any column of two rows swapped', async (table) => {
    const [first] = image[table];
    for (const column of Object.keys(first ?? {})) {
      for (let at = 1; at < image[table].length; at += 1) {
        const [one, two] = [image[table][at - 1] as Row, image[table][at] as Row];
        if (String(one[column]) === String(two[column])) continue;
        // Two rows that differ in nothing else: swapped they are the same two rows.
        if (Object.keys(one).every((name) => name === column || String(one[name]) === String(two[name]))) continue;
        const findings = await changed((copy) => {
          copy[table][at - 1] = { ...one, [column]: two[column] ?? null };
          copy[table][at] = { ...two, [column]: one[column] ?? null };
        });
        expect({ column, at, found: findings.length > 0 }).toEqual({ column, at, found: true });
      }
    }
  });
  it('in the database: deleted, truncated', async () => {
    for (const table of tables) {
      for (const statement of [
        `delete from ${inDatabase[table]} where ctid = (select min(ctid) from ${inDatabase[table]})`,
        `truncate ${inDatabase[table]}`,
      ]) {
        await inSnapshot(async (client) => {
          await unguard(client);
          await client.query(statement);
          const { findings } = await checkLedger(tablesOf(client), signed);
          expect({ statement, found: findings.length > 0 }).toEqual({ statement, found: true });
        });
      }
    }
  });
});

describe('what only others can tell', () => {
  const noteOf = (from: Image): string => String(from.checkpoints.at(-1)?.['note']);
  it('an old backup put back is whole in itself, and found by whoever keeps a later checkpoint', async () => {
    expect((await checkImage(older, signed)).findings).toEqual([]);
    const { findings } = await checkImage(older, signed, [{ note: noteOf(image), from: 'a receipt' }]);
    expect(findings).toEqual([{ kind: 'treeTooSmall', at: 'a receipt' }]);
  });
  it('a history that the holder of the key rewrote and signed anew is found by whoever keeps an earlier checkpoint', async () => {
    const fork = await forkOf();
    expect((await checkImage(fork, signed)).findings).toEqual([]);
    for (const from of [older, image]) {
      const { findings } = await checkImage(fork, signed, [{ note: noteOf(from), from: 'a receipt' }]);
      expect(findings).toEqual([{ kind: 'rootDiffers', at: 'a receipt' }]);
    }
  });
  it('an honest later state agrees with every earlier checkpoint', async () => {
    expect((await checkImage(image, signed, [{ note: noteOf(older), from: 'a receipt' }])).findings).toEqual([]);
  });
});

/** The same cases with one fact changed, in a database of its own, signed with the same keys and cosigned by who forgets. */
async function forkOf(): Promise<Image> {
  const other = await testServer();
  try {
    const forged = await postgresStore({ connectionString: other.connectionString, random });
    const forgetful = [testWitness('w1', clock), testWitness('w2', clock)];
    const logStore = postgresLogStore(forged.pool);
    const parts = { logStore, signer: logSigner, witnesses: forgetful, policy, clock, sha256: nodeSha256, holder: 'fork' };
    for (const [at, caseId] of (['jia', 'yi', 'xi’an'] as CaseId[]).entries()) {
      // As many records as the log that others know.
      const facts = generateHistory(at + 100, { size: at === 0 ? 6 : 5, caseId });
      await forged.createCase({ caseId, title: { zh: `案${at}`, en: `Case ${at}` }, actors: {} }, facts);
    }
    await forged.putCase({ caseId: 'jia' as CaseId, title: { zh: '新', en: 'New' }, actors: {} });
    await createSequencer(parts).step();
    const client = await forged.pool.connect();
    await client.query('begin isolation level repeatable read');
    const fork = await imageOf(tablesOf(client));
    await client.query('rollback');
    client.release();
    await forged.close();
    return fork;
  } finally {
    await other.remove();
  }
}

it('tells every finding in both languages', () => {
  for (const text of Object.values(findingTexts)) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/^[a-z]/);
  }
});
