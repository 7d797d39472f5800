/** Throw-away servers for tests: the built-in one, in a temporary folder that is removed at the end. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, launch } from '../embedded/start.ts';

export const random = (bytes: number): Uint8Array => randomBytes(bytes);

/** A temporary folder; others may pass through it, as through an ordinary data folder. */
export async function temporaryFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongze-test-'));
  await chmod(folder, mode);
  return folder;
}

export async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

export interface TestServer extends Embedded {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

export async function testServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const folder = await temporaryFolder();
  const server = await launch({ dataDir: join(folder, 'data') }, { settings });
  return {
    ...server,
    folder,
    remove: async () => {
      await server.stop();
      await remove(folder);
    },
  };
}
