import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { openNote } from '../log/note.ts';
import { addCheckpointBody, type WitnessedTree } from '../log/witness.ts';
import { keyOf, logSigner, origin, type TestLog, testLog, textEntries, witnessSigners } from '../testing/log.ts';
import { httpWitness } from './client.ts';
import type { WitnessClient } from '../sequence/ports.ts';
import { witnessServer } from './serve.ts';
import { readMemory, type Trees, writeMemory } from './state.ts';
import { openWitness, type Witness } from './witness.ts';

const folders: string[] = [];
const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongze-witness-'));
  folders.push(folder);
  return join(folder, 'state');
}
const [signer] = witnessSigners;
if (signer === undefined) throw new Error('no witness');
let used = 0;
const unique = (): string => String(used++);
const open = async (folder: string): Promise<Witness> =>
  await openWitness({ signer, logs: [keyOf(logSigner)], folder, sha256, now: () => 1_700_000_000, unique });
const log = testLog(textEntries(20));
const fork = testLog([...log.entries.slice(0, 5), ...textEntries(15, 'rewritten')]);
const bodyOf = async (oldSize: number, size: number, from: TestLog = log): Promise<string> =>
  addCheckpointBody({ oldSize, proof: await from.consistency(oldSize, size), note: await from.note(size) });

async function serve(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('memory', () => {
  const tree = (size: number): WitnessedTree => ({ size, root: new Uint8Array(32).fill(size) });
  const trees = (size: number): Trees => new Map([[origin, tree(size)]]);
  test('comes back, version after version', async () => {
    const folder = await newFolder();
    let memory = await readMemory(folder);
    expect(memory).toEqual({ version: 0, trees: new Map() });
    for (let size = 1; size <= 70; size++) {
      const kept = await writeMemory(folder, memory, trees(size), unique());
      expect(kept?.version).toBe(size);
      memory = await readMemory(folder);
      expect(memory).toEqual({ version: size, trees: trees(size) });
    }
    const files = await readdir(folder);
    expect(files.filter((file) => file.startsWith('writing'))).toEqual([]);
    expect(files).toHaveLength(65);
  });
  test('is not what other files are named like it, nor anything of another form', async () => {
    const folder = await newFolder();
    const first = await writeMemory(folder, await readMemory(folder), trees(3), unique());
    for (const name of ['old.trees.9.json', 'trees.9.json.bak', 'trees.0.json', 'trees.09.json', 'trees.x.json'])
      await writeFile(join(folder, name), '{"trees":[]}');
    expect(await readMemory(folder)).toEqual(first);
    const root = Buffer.alloc(32, 1).toString('base64');
    for (const trees of [
      undefined,
      {},
      [{ origin, size: '3', root }],
      [{ origin, size: 3.5, root }],
      [{ origin, size: -1, root }],
      [{ origin: 7, size: 3, root }],
      [{ origin, size: 3, root: 7 }],
      [{ origin, size: 3 }],
      [{ origin, size: 3, root: root.slice(4) }],
    ]) {
      await writeFile(join(folder, 'trees.2.json'), JSON.stringify({ trees }));
      await expect(readMemory(folder), JSON.stringify(trees)).rejects.toThrow('is damaged');
    }
    await writeFile(join(folder, 'trees.2.json'), JSON.stringify({ trees: [{ origin, size: 3, root }] }));
    expect((await readMemory(folder)).version).toBe(2);
  });
  test('that cannot be read for another reason than its absence is told as it is', async () => {
    const folder = await newFolder();
    await readMemory(folder);
    await mkdir(join(folder, 'trees.1.json'));
    await expect(readMemory(folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });
  test('is built on by one only', async () => {
    const folder = await newFolder();
    const before = await readMemory(folder);
    const written = await Promise.all([1, 2, 3, 4, 5].map(async (size) => await writeMemory(folder, before, trees(size), unique())));
    expect(written.filter((kept) => kept !== undefined)).toHaveLength(1);
    expect(await readMemory(folder)).toEqual(written.find((kept) => kept !== undefined));
  });
  test('is not built on from a version whose number was given up long ago', async () => {
    const folder = await newFolder();
    let memory = await readMemory(folder);
    const stale = memory;
    for (let size = 1; size <= 70; size++) memory = (await writeMemory(folder, memory, trees(size), unique())) ?? memory;
    expect(await readdir(folder)).not.toContain('trees.1.json');
    expect(await writeMemory(folder, stale, trees(9), unique())).toBeUndefined();
    expect(await readMemory(folder)).toEqual({ version: 70, trees: trees(70) });
    expect(await readdir(folder)).not.toContain('trees.1.json');
  });
  test('that is damaged is not guessed at', async () => {
    for (const text of [
      '',
      '{',
      '{}',
      '{"trees":[{"origin":"a","size":-1,"root":"x"}]}',
      '{"trees":[{"origin":"a","size":1,"root":"AAAA"}]}',
      '{"trees":{}}',
      `{"trees":[{"origin":1,"size":1,"root":"${'A'.repeat(43)}="}]}`,
      `{"trees":[{"origin":"a","size":"1","root":"${'A'.repeat(43)}="}]}`,
      `{"trees":[{"origin":"a","size":0.5,"root":"${'A'.repeat(43)}="}]}`,
    ]) {
      const folder = await newFolder();
      await writeMemory(folder, await readMemory(folder), trees(3), unique());
      await writeFile(join(folder, 'trees.2.json'), text);
      await expect(open(folder)).rejects.toThrow('damaged');
    }
  });
});

describe('a witness with its memory', () => {
  test('cosigns, and remembers it after a restart', async () => {
    const folder = await newFolder();
    const answer = await (await open(folder)).addCheckpoint(await bodyOf(0, 7));
    if (answer.status !== 200) throw new Error(answer.reason);
    const opened = openNote(`${await log.note(7)}${answer.line}`, [keyOf(signer)]);
    expect(opened).toMatchObject({ verified: [{ timestamp: 1_700_000_000 }] });
    const again = await open(folder);
    expect(await again.addCheckpoint(await bodyOf(0, 9))).toEqual({ status: 409, reason: 'otherSize', size: 7 });
    expect(await again.addCheckpoint(await bodyOf(7, 9, fork))).toEqual({ status: 422, reason: 'inconsistent' });
    expect(await again.addCheckpoint(await bodyOf(7, 9))).toMatchObject({ status: 200 });
    expect((await again.trees()).get(origin)?.size).toBe(9);
  });
  test('in two processes at once is one witness', async () => {
    const folder = await newFolder();
    const [one, two] = [await open(folder), await open(folder)];
    expect(await one.addCheckpoint(await bodyOf(0, 7))).toMatchObject({ status: 200 });
    // The other had read the folder before.
    expect(await two.addCheckpoint(await bodyOf(0, 8, fork))).toEqual({ status: 409, reason: 'otherSize', size: 7 });
    expect(await two.addCheckpoint(await bodyOf(7, 8, fork))).toEqual({ status: 422, reason: 'inconsistent' });
    expect(await two.addCheckpoint(await bodyOf(7, 8))).toMatchObject({ status: 200 });
    expect(await one.addCheckpoint(await bodyOf(7, 9))).toEqual({ status: 409, reason: 'otherSize', size: 8 });
    expect(await one.addCheckpoint(await bodyOf(8, 9))).toMatchObject({ status: 200 });
    // What the second remembers is old: it looks again before it tells a log that it is wrong.
    expect(await two.addCheckpoint(await bodyOf(9, 10))).toMatchObject({ status: 200 });
  });
  test('decides requests that come at once one after the other', async () => {
    const witness = await open(await newFolder());
    const answers = await Promise.all([await bodyOf(0, 7), await bodyOf(0, 8, fork), await bodyOf(0, 9)].map(witness.addCheckpoint));
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409]);
  });
  test('cosigns nothing more once its memory was put back to an older copy while it runs', async () => {
    const folder = await newFolder();
    const witness = await open(folder);
    for (const [oldSize, size] of [
      [0, 5],
      [5, 12],
    ] as const)
      expect(await witness.addCheckpoint(await bodyOf(oldSize, size))).toMatchObject({ status: 200 });
    await rm(join(folder, 'trees.2.json'));
    // Once at the older size, and again: the first asks it to look, the second would use what it saw.
    for (let ask = 0; ask < 2; ask++) await expect(witness.addCheckpoint(await bodyOf(5, 14, fork))).rejects.toThrow('put back');
    await expect(witness.addCheckpoint(await bodyOf(5, 14))).rejects.toThrow('put back');
  });
  test('gives no cosignature that it could not keep', async () => {
    const folder = await newFolder();
    const witness = await open(folder);
    await rm(folder, { recursive: true });
    await expect(witness.addCheckpoint(await bodyOf(0, 7))).rejects.toThrow('ENOENT');
  });
});

describe('on HTTP', () => {
  test('speaks C2SP tlog-witness', async () => {
    const url = await serve(witnessServer(await open(await newFolder()), () => undefined));
    const post = async (body: string): Promise<Response> => await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
    const good = await post(await bodyOf(0, 7));
    expect(good.status).toBe(200);
    expect(await good.text()).toMatch(/^— witness\.example\/shaanxi \S+\n$/);
    const conflict = await post(await bodyOf(0, 9));
    expect([conflict.status, conflict.headers.get('content-type'), await conflict.text()]).toEqual([409, 'text/x.tlog.size', '7\n']);
    expect((await post(await bodyOf(7, 9, fork))).status).toBe(422);
    expect((await post('old 5\n\nno note')).status).toBe(400);
    expect((await post((await bodyOf(7, 9)).replaceAll(origin, 'other.example'))).status).toBe(404);
    expect((await post((await bodyOf(7, 9)).replace(/.{5}\n$/, 'AAAA=\n'))).status).toBe(403);
    expect((await post('x'.repeat(300_000))).status).toBe(413);
    expect((await fetch(`${url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${url}/other`)).status).toBe(404);
    expect(await (await fetch(url)).json()).toMatchObject({ vkey: signer.vkey, logs: [{ origin, size: 7 }] });
  });
  test('tells a fault to its people and not to the world', async () => {
    const folder = await newFolder();
    const faults: unknown[] = [];
    const url = await serve(witnessServer(await open(folder), (error) => faults.push(error)));
    await rm(folder, { recursive: true });
    const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: await bodyOf(0, 7) });
    expect([answer.status, await answer.text()]).toEqual([500, 'fault\n']);
    expect(faults).toHaveLength(1);
  });
});

describe('asked by a log', () => {
  const clientOf = (url: string): WitnessClient => {
    const client = httpWitness({ name: 'shaanxi', key: keyOf(signer), url }, 300);
    if (client === undefined) throw new Error('no client for an address');
    return client;
  };
  test('not at all without an address', () => {
    expect(httpWitness({ name: 'shaanxi', key: keyOf(signer) })).toBeUndefined();
  });
  test('answers as a value, whatever happens', async () => {
    const url = await serve(witnessServer(await open(await newFolder()), () => undefined));
    const client = clientOf(`${url}/`);
    expect(await client.addCheckpoint(await bodyOf(0, 7))).toMatchObject({
      kind: 'cosigned',
      cosignatures: expect.stringContaining('— witness.example'),
    });
    expect(await client.addCheckpoint(await bodyOf(0, 9))).toEqual({ kind: 'conflict', size: 7 });
    expect(await client.addCheckpoint(await bodyOf(7, 9, fork))).toEqual({ kind: 'refused', status: 422, reason: 'inconsistent' });
    expect(await clientOf(`${url}/elsewhere`).addCheckpoint('')).toMatchObject({ kind: 'refused', status: 404 });
  });
  test('silence, garbage and detours are refusals', async () => {
    const answers: Record<string, readonly [number, Record<string, string>, string]> = {
      '/long/add-checkpoint': [200, {}, 'x'.repeat(70_000)],
      '/detour/add-checkpoint': [307, { location: '/long/add-checkpoint' }, ''],
      '/plain/add-checkpoint': [409, { 'content-type': 'text/plain' }, '7\n'],
      '/odd/add-checkpoint': [409, { 'content-type': 'text/x.tlog.size' }, 'seven\n'],
      '/sized/add-checkpoint': [409, { 'content-type': 'text/x.tlog.size; charset=utf-8' }, '7\n'],
    };
    const url = await serve(
      createServer((request, response) => {
        const found = answers[request.url ?? ''];
        // An address that is not listed is never answered.
        if (found !== undefined) response.writeHead(found[0], found[1]).end(found[2]);
      }),
    );
    expect(await clientOf(`${url}/long`).addCheckpoint('')).toEqual({ kind: 'refused', status: 200, reason: 'tooLong' });
    expect(await clientOf(`${url}/detour`).addCheckpoint('')).toMatchObject({ kind: 'refused', status: 0 });
    expect(await clientOf(`${url}/plain`).addCheckpoint('')).toEqual({ kind: 'refused', status: 409, reason: '7' });
    expect(await clientOf(`${url}/odd`).addCheckpoint('')).toMatchObject({ kind: 'refused', status: 409 });
    expect(await clientOf(`${url}/sized`).addCheckpoint('')).toEqual({ kind: 'conflict', size: 7 });
    expect(await clientOf(`${url}/never`).addCheckpoint('')).toEqual({ kind: 'refused', status: 0, reason: 'TimeoutError' });
    servers.at(-1)?.closeAllConnections();
    servers.at(-1)?.close();
    expect(await clientOf(url).addCheckpoint('')).toMatchObject({
      kind: 'refused',
      status: 0,
      reason: expect.stringMatching(/ECONNREFUSED|ECONNRESET|SOCKET/),
    });
  });
});

test('a file of its memory can be read by people', async () => {
  const folder = await newFolder();
  await (await open(folder)).addCheckpoint(await bodyOf(0, 7));
  expect(JSON.parse(await readFile(join(folder, 'trees.1.json'), 'utf8'))).toMatchObject({ trees: [{ origin, size: 7 }] });
});
