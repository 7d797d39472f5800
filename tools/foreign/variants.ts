/** One log that holds, and ways to falsify it: what every verifier has to find, whoever wrote it. */
import { recordExport } from '@gongze/ledger/testing/files';
import { type TestLog, testLog, textEntries } from '@gongze/ledger/testing/log';

export type Files = ReadonlyMap<string, Uint8Array>;

export interface Variant {
  readonly name: string;
  readonly holds: boolean;
  readonly files: Files;
  /** Checkpoint kept earlier. */
  readonly old?: string;
}

/** One bit of one file changed. */
function flipped(files: Files, path: string, at: number): Files {
  const bytes = files.get(path);
  if (bytes === undefined || at >= bytes.length) throw new Error(`bug: ${path} has no byte ${at}`);
  return new Map(files).set(
    path,
    Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte)),
  );
}

function without(files: Files, path: string): Files {
  const rest = new Map(files);
  rest.delete(path);
  return rest;
}

function noteChanged(files: Files, change: (note: string) => string): Files {
  const note = Buffer.from(files.get('checkpoint') ?? []).toString();
  if (change(note) === note) throw new Error('bug: the change changes nothing');
  return new Map(files).set('checkpoint', Buffer.from(change(note)));
}

export async function variants(): Promise<{ readonly log: TestLog; readonly all: readonly Variant[] }> {
  const { log, files } = await recordExport(700);
  const rewritten = testLog(log.entries.map((entry, at) => (at === 123 ? Uint8Array.of(...entry, 32) : entry)));
  const fork = await rewritten.files(700, 2);
  const large = testLog(textEntries(66_000));
  const largeFiles = await large.files(66_000, 2);
  const good = (name: string, some: Files, old?: string): Variant => ({
    name,
    holds: true,
    files: some,
    ...(old !== undefined && { old }),
  });
  const bad = (name: string, some: Files, old?: string): Variant => ({
    name,
    holds: false,
    files: some,
    ...(old !== undefined && { old }),
  });
  const all: Variant[] = [
    good('as written', files),
    good('one entry', await testLog(log.entries.slice(0, 1)).files(1, 2)),
    good('a full tile', await log.files(256, 2)),
    good('three levels of tiles', largeFiles),
    good('begins with an earlier checkpoint', files, await log.note(300, 2)),
    good('a fork is a log of its own', fork),
    bad('rewritten since an earlier checkpoint, signed and cosigned anew', fork, await log.note(300, 2)),
    bad('rewritten, the old checkpoint left', new Map(fork).set('checkpoint', files.get('checkpoint') ?? new Uint8Array())),
    bad('an entry changed', flipped(files, 'tile/entries/000', 40)),
    bad('the last entry changed', flipped(files, 'tile/entries/002.p/188', 188)),
    bad('a bundle cut', new Map(files).set('tile/entries/001', (files.get('tile/entries/001') ?? new Uint8Array()).slice(0, -1))),
    bad('a bundle missing', without(files, 'tile/entries/001')),
    bad('a leaf hash changed', flipped(files, 'tile/0/001', 3200)),
    bad('a tile missing', without(files, 'tile/0/002.p/188')),
    bad('a hash of the level above changed', flipped(files, 'tile/1/000.p/2', 33)),
    bad('a hash two levels above changed', flipped(largeFiles, 'tile/2/000.p/1', 1)),
    bad(
      'the size changed',
      noteChanged(files, (note) => note.replace('\n700\n', '\n699\n')),
    ),
    bad(
      'the root changed',
      noteChanged(files, (note) => note.replace(/\n(.)(.{42}=)\n/, (_, first, rest) => `\n${first === 'A' ? 'B' : 'A'}${rest}\n`)),
    ),
    bad(
      "the log's signature changed",
      noteChanged(files, (note) => note.replace(/(— log\S+ .{30})(.)/, (_, head, letter) => `${head}${letter === 'A' ? 'B' : 'A'}`)),
    ),
    bad(
      "a witness's time changed",
      noteChanged(files, (note) => note.replace(/(— witness\S+ .{14})(.)/, (_, head, letter) => `${head}${letter === 'A' ? 'B' : 'A'}`)),
    ),
    bad(
      'a cosignature taken away',
      noteChanged(files, (note) => note.replace(/— witness\S+ \S+\n/, '')),
    ),
    bad(
      'the signature of the log taken away',
      noteChanged(files, (note) => note.replace(/— log\S+ \S+\n/, '')),
    ),
  ];
  return { log, all };
}
