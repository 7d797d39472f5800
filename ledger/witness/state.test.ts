/** What only a loss of power, a full disk or a race between two processes shows: in which order the memory reaches the disk, and what fails. */
import type { FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WitnessedTree } from '../log/witness.ts';
import { readMemory, type Trees, writeMemory } from './state.ts';

type Fs = typeof import('node:fs/promises');
const real = await vi.importActual<Fs>('node:fs/promises');

/** What was asked of the system, in order; and what happens in the place of some of it. */
const { asked, instead } = vi.hoisted(() => ({
  asked: [] as string[],
  instead: new Map<string, (...given: readonly string[]) => Promise<unknown>>(),
}));

vi.mock('node:fs/promises', async (importActual) => {
  const fs = await importActual<Fs>();
  const base = (path: unknown): string => String(path).split('/').at(-1) ?? '';
  const watched =
    (name: 'link' | 'unlink' | 'readFile') =>
    async (...given: readonly unknown[]) => {
      asked.push(`${name} ${base(given[name === 'link' ? 1 : 0])}`);
      const other = instead.get(name);
      return other === undefined ? await (fs[name] as (...all: unknown[]) => unknown)(...given) : await other(...(given as string[]));
    };
  const open = async (path: string, flags: string, mode?: number): Promise<FileHandle> => {
    const handle = await fs.open(path, flags, mode);
    asked.push(`open ${base(path)} ${flags}${mode === undefined ? '' : ` ${mode.toString(8)}`}`);
    for (const name of ['writeFile', 'sync', 'close'] as const) {
      const own = (handle[name] as (...all: unknown[]) => Promise<unknown>).bind(handle);
      Object.assign(handle, {
        [name]: async (...given: unknown[]) => {
          asked.push(`${name} ${base(path)}`);
          const other = instead.get(name);
          return other === undefined ? await own(...given) : await other(path);
        },
      });
    }
    return handle;
  };
  return { ...fs, open, link: watched('link'), unlink: watched('unlink'), readFile: watched('readFile') };
});

let above: string;
let folder: string;
beforeEach(async () => {
  above = await real.mkdtemp('/tmp/gongze-memory-');
  folder = join(above, 'state');
  asked.length = 0;
  instead.clear();
});
afterEach(async () => {
  instead.clear();
  await real.rm(above, { recursive: true, force: true });
});

const tree = (size: number): WitnessedTree => ({ size, root: new Uint8Array(32).fill(size) });
const trees = (size: number): Trees => new Map([['log.example', tree(size)]]);
const failing = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(code), { code });
};

describe('on its way to the disk', () => {
  test('a new folder is for its owner only, and flushed where it hangs; one that is there is left alone', async () => {
    await readMemory(folder);
    expect(((await real.stat(folder)).mode & 0o777).toString(8)).toBe('700');
    const parent = basename(above);
    expect(asked).toEqual([`open ${parent} r`, `sync ${parent}`, `close ${parent}`]);
    asked.length = 0;
    await readMemory(folder);
    expect(asked).toEqual([]);
  });

  test('several folders that are not there are made, the first flushed in the one that was', async () => {
    await readMemory(join(above, 'a', 'b'));
    expect(asked).toContain(`sync ${basename(above)}`);
  });

  test('a version is whole on the disk before it has its number, and the number before anybody is told', async () => {
    const before = await readMemory(folder);
    asked.length = 0;
    await writeMemory(folder, before, trees(3), 'u');
    expect(asked).toEqual([
      'open writing.u wx 600',
      'writeFile writing.u',
      'sync writing.u',
      'close writing.u',
      'link trees.1.json',
      'open state r',
      'sync state',
      'close state',
      'unlink writing.u',
    ]);
    expect(((await real.stat(join(folder, 'trees.1.json'))).mode & 0o777).toString(8)).toBe('600');
  });

  test.each(['writeFile', 'sync'])('a disk that fails at %s is told, and nothing has a number; the file is closed', async (step) => {
    const before = await readMemory(folder);
    instead.set(step, failing('EIO'));
    await expect(writeMemory(folder, before, trees(3), 'u')).rejects.toMatchObject({ code: 'EIO' });
    expect(asked.at(-1)).toBe('close writing.u');
    expect(await real.readdir(folder)).toEqual(['writing.u']);
  });

  test('a number that could not be flushed is told; a second attempt under that name is refused, not mixed', async () => {
    const before = await readMemory(folder);
    let syncs = 0;
    instead.set('sync', async () => (++syncs === 2 ? await failing('EIO')() : undefined));
    await expect(writeMemory(folder, before, trees(3), 'u')).rejects.toMatchObject({ code: 'EIO' });
    expect(await real.readdir(folder)).toEqual(['trees.1.json']);
    expect(asked.filter((one) => one.startsWith('close'))).toContain('close state');
    instead.clear();
    await real.writeFile(join(folder, 'writing.u'), 'of somebody else');
    await expect(writeMemory(folder, await readMemory(folder), trees(4), 'u')).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await real.readFile(join(folder, 'writing.u'), 'utf8')).toBe('of somebody else');
  });
});

describe('beside another process', () => {
  test('a number that is taken is no number, and what was written goes', async () => {
    const before = await readMemory(folder);
    await writeMemory(folder, before, trees(3), 'a');
    expect(await writeMemory(folder, before, trees(4), 'b')).toBeUndefined();
    expect(await real.readdir(folder)).toEqual(['trees.1.json']);
    expect((await readMemory(folder)).trees).toEqual(trees(3));
  });

  test('a number that cannot be had for another reason is told, and what was written goes', async () => {
    const before = await readMemory(folder);
    instead.set('link', failing('EPERM'));
    await expect(writeMemory(folder, before, trees(3), 'u')).rejects.toMatchObject({ code: 'EPERM' });
    expect(await real.readdir(folder)).toEqual([]);
  });

  test('a version replaced while it is read is read again, as what replaced it', async () => {
    await writeMemory(folder, await readMemory(folder), trees(3), 'a');
    instead.set('readFile', async (path) => {
      instead.clear();
      await real.writeFile(join(folder, 'trees.2.json'), (await real.readFile(path, 'utf8')).replace('3', '4'));
      await real.unlink(path);
      return await failing('ENOENT')();
    });
    expect(await readMemory(folder)).toMatchObject({ version: 2 });
    expect(asked.filter((one) => one.startsWith('readFile'))).toEqual(['readFile trees.1.json', 'readFile trees.2.json']);
  });

  test('one that is gone without a later one is a fault: an older memory is none', async () => {
    await writeMemory(folder, await readMemory(folder), trees(3), 'a');
    await writeMemory(folder, await readMemory(folder), trees(4), 'b');
    instead.set('readFile', async (path) => {
      await real.rm(path, { force: true });
      return await failing('ENOENT')();
    });
    await expect(readMemory(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    // Nor is one that is listed for ever and never there.
    instead.set('readFile', failing('ENOENT'));
    await expect(readMemory(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('one that cannot be read although a later one is there is told', async () => {
    await writeMemory(folder, await readMemory(folder), trees(3), 'a');
    instead.set('readFile', async () => {
      instead.clear();
      await real.writeFile(join(folder, 'trees.2.json'), '{"trees":[]}');
      return await failing('EACCES')();
    });
    await expect(readMemory(folder)).rejects.toMatchObject({ code: 'EACCES' });
  });

  test('what another has cleaned up is no fault; what cannot be cleaned up is', async () => {
    const before = await readMemory(folder);
    instead.set('unlink', async (path) => {
      await real.unlink(path);
      return await failing('ENOENT')();
    });
    expect(await writeMemory(folder, before, trees(3), 'a')).toMatchObject({ version: 1 });
    instead.set('unlink', failing('EROFS'));
    await expect(writeMemory(folder, await readMemory(folder), trees(4), 'b')).rejects.toMatchObject({ code: 'EROFS' });
  });

  test('as many versions stay as are promised, and no more', async () => {
    let memory = await readMemory(folder);
    await real.writeFile(join(folder, 'trees.0.json'), 'nobody’s');
    for (let size = 1; size <= 66; size++) memory = (await writeMemory(folder, memory, trees(size), `u${size}`)) ?? memory;
    const kept = (await real.readdir(folder)).map((file) => Number(file.split('.')[1])).sort((a, b) => a - b);
    expect([kept[0], kept[1], kept.at(-1), kept.length]).toEqual([0, 2, 66, 66]);
  });

  test('numbers of sixteen digits are nobody’s', async () => {
    await writeMemory(folder, await readMemory(folder), trees(3), 'a');
    await real.writeFile(join(folder, 'trees.1000000000000000.json'), '{"trees":[]}');
    expect(await readMemory(folder)).toMatchObject({ version: 1 });
    await real.writeFile(join(folder, 'trees.100000000000000.json'), '{"trees":[]}');
    expect(await readMemory(folder)).toEqual({ version: 100_000_000_000_000, trees: new Map() });
  });
});

test('a memory that is damaged says which file, in both languages', async () => {
  await writeMemory(folder, await readMemory(folder), trees(3), 'a');
  const file = join(folder, 'trees.1.json');
  await real.writeFile(file, 'null');
  await expect(readMemory(folder)).rejects.toMatchObject({
    text: { en: expect.stringContaining(`${file} is damaged`), zh: expect.stringContaining(`${file} 已损坏`) },
  });
});
