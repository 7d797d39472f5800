import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { folderFiles } from '../files/folder.ts';
import { utf8 } from '../log/bytes.ts';
import { ahead, LineReader } from './files.ts';
import { type Fetch, HttpFault, httpFiles } from './http.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function* pieces(bytes: Uint8Array, width: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += width) yield bytes.subarray(at, at + width);
}

async function all(stream: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream ?? []) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('lines', () => {
  test('come out as they went in, however the bytes are cut and the lines are asked for', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 9 }).map((text) => text.replaceAll('\n', ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        async (lines, width, counts) => {
          const reader = new LineReader(pieces(utf8(lines.map((text) => `${text}\n`).join('')), width));
          const read: string[] = [];
          for (let at = 0; read.length < lines.length; at++) {
            const asked = counts[at % counts.length] ?? 1;
            const taken = await reader.take(asked);
            expect(taken).toHaveLength(Math.min(asked, lines.length - read.length));
            read.push(...taken);
          }
          expect(read).toEqual(lines);
          expect(await reader.take(1)).toEqual([]);
        },
      ),
    );
  });
  test('one that is longer than any record comes out cut, and those after it whole', async () => {
    const reader = new LineReader(pieces(utf8(`a\n${'x'.repeat(100)}\nb\n${'y'.repeat(50)}`), 7), 10);
    const [first, cut, next, last, ...more] = await reader.take(9);
    expect([first, next, more]).toEqual(['a', 'b', []]);
    expect(cut).toMatch(/^x{11,20}$/);
    expect(last).toMatch(/^y{11,20}$/);
  });
  test('the last one needs no newline', async () => {
    const reader = new LineReader(pieces(utf8('a\nb'), 2));
    expect(await reader.take(9)).toEqual(['a', 'b']);
  });
});

describe('reading ahead', () => {
  test('keeps the order and the bound', async () => {
    let underWay = 0;
    let most = 0;
    const calls = Array.from({ length: 20 }, (_, at) => async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, at % 3));
      underWay--;
      return at;
    });
    const seen: number[] = [];
    for await (const value of ahead(calls, 4)) seen.push(value);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(most).toBe(4);
  });
  test('tells a failure in its turn', async () => {
    const calls = [async () => 1, async () => Promise.reject(new Error('no')), async () => 3];
    const seen: number[] = [];
    await expect(
      (async () => {
        for await (const value of ahead(calls, 3)) seen.push(value);
      })(),
    ).rejects.toThrow('no');
    expect(seen).toEqual([1]);
  });
});

describe('a folder', () => {
  test('gives files, nothing for what is not there, and a fault for what cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongze-files-'));
    folders.push(folder);
    await mkdir(join(folder, 'tile'));
    await writeFile(join(folder, 'checkpoint'), 'text');
    const files = folderFiles(folder);
    expect(Buffer.from((await files.read('checkpoint')) ?? []).toString()).toBe('text');
    expect(await files.read('tile/0/000')).toBeUndefined();
    expect(await files.read('checkpoint/x')).toBeUndefined();
    await expect(files.read('tile')).rejects.toThrow('EISDIR');
    expect(await all(await files.stream('checkpoint'))).toBe('text');
    expect(await files.stream('records.jsonl')).toBeUndefined();
  });
});

describe('a folder from elsewhere', () => {
  test('does not make us read without an end, or wait for nobody', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongze-files-'));
    folders.push(folder);
    await symlink('/dev/zero', join(folder, 'checkpoint'));
    execFileSync('mkfifo', [join(folder, 'records.jsonl')]);
    const files = folderFiles(folder);
    for (const path of ['checkpoint', 'records.jsonl']) {
      await expect(files.read(path)).rejects.toThrow('not a file');
      await expect(files.stream(path)).rejects.toThrow('not a file');
    }
  });
  test('gives of a file no more than anything of a log has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongze-files-'));
    folders.push(folder);
    await writeFile(join(folder, 'long'), 'x'.repeat(100));
    expect(await folderFiles(folder, 10).read('long')).toHaveLength(11);
    expect(await folderFiles(folder, 100).read('long')).toHaveLength(100);
    const packed = async () => new Response('x'.repeat(100));
    expect((await httpFiles('https://log.example', packed, 10).read('long'))?.length).toBeGreaterThan(10);
    expect(await httpFiles('https://log.example', packed, 100).read('long')).toHaveLength(100);
    const endless = async () => new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(1000)) }));
    expect((await httpFiles('https://log.example', endless, 10_000).read('long'))?.length).toBeLessThan(20_000);
  });
});

describe('a server', () => {
  const asked: string[] = [];
  const get: Fetch = async (url) => {
    asked.push(url);
    const status = url.endsWith('/gone') ? 410 : url.endsWith('/none') ? 404 : url.endsWith('/broken') ? 500 : 200;
    return new Response('text', { status });
  };
  test('gives files by their addresses', async () => {
    for (const prefix of ['https://log.example/log', 'https://log.example/log/']) {
      const files = httpFiles(prefix, get);
      expect(Buffer.from((await files.read('checkpoint')) ?? []).toString()).toBe('text');
      expect(asked.at(-1)).toBe('https://log.example/log/checkpoint');
      expect(await all(await files.stream('records.jsonl'))).toBe('text');
    }
  });
  test('has no file only where it says so', async () => {
    const files = httpFiles('https://log.example/log', get);
    expect(await files.read('none')).toBeUndefined();
    expect(await files.stream('gone')).toBeUndefined();
    await expect(files.read('broken')).rejects.toThrow(HttpFault);
    await expect(files.stream('broken')).rejects.toThrow('HTTP 500');
  });
});
