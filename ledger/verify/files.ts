/** Where the files of a log come from: a folder, a server, what somebody dropped on a page. */

/**
 * Nothing of a log that is read whole is as long: a bundle has 256 entries of 64 KiB, a part of the records 256 records. Of what is longer
 * only so much is read, and is then not what it should be: whoever hands files out must not fill the memory of whoever checks them.
 */
export const wholeBytesMax = 256 << 20;

export interface LogFiles {
  /** The whole file, cut after `wholeBytesMax`; `undefined` if there is none. Rejects if that cannot be known. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** A file of any length, piece by piece; `undefined` if there is none. */
  readonly stream: (path: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** No record is as long: whoever records sends 4 MiB at most. In UTF-16 units. */
const longestLine = 1 << 26;

/**
 * Lines of a stream of UTF-8, taken some at a time, so that a file of any length needs little memory. A line that is longer than any
 * record comes out cut, so that a file without an end of line is read to its end all the same.
 */
export class LineReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #lines: string[] = [];
  #at = 0;
  /** Pieces of the line that has not ended yet, as far as they are kept. */
  #rest: string[] = [];
  #restLength = 0;
  #ended = false;
  readonly #lineMax: number;

  constructor(chunks: AsyncIterable<Uint8Array>, lineMax: number = longestLine) {
    this.#lineMax = lineMax;
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    const text = done === true ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true });
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    if (lines.length > 0) lines[0] = this.#restWith(lines[0] ?? '');
    if (this.#restLength <= this.#lineMax) this.#rest.push(last);
    this.#restLength += last.length;
    if (done === true) {
      this.#ended = true;
      const rest = this.#restWith('');
      if (rest !== '') lines.push(rest);
    }
    this.#lines = this.#at < this.#lines.length ? [...this.#lines.slice(this.#at), ...lines] : lines;
    this.#at = 0;
  }

  #restWith(end: string): string {
    const line = this.#restLength > this.#lineMax ? this.#rest.join('') : this.#rest.join('') + end;
    this.#rest = [];
    this.#restLength = 0;
    return line;
  }

  /** The next `count` lines; fewer at the end only. */
  async take(count: number): Promise<readonly string[]> {
    while (!this.#ended && this.#lines.length - this.#at < count) await this.#more();
    const taken = this.#lines.slice(this.#at, this.#at + count);
    this.#at += taken.length;
    return taken;
  }

  /** Ends the reading before the end of the stream. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/** Results of the calls in their order, with up to `depth` of them under way at once. */
export async function* ahead<T>(calls: Iterable<() => Promise<T>>, depth: number): AsyncGenerator<T> {
  const underWay: Promise<T>[] = [];
  for (const call of calls) {
    const started = call();
    // Whoever awaits it sees the failure; until then it is nobody's unhandled one.
    started.catch(() => undefined);
    underWay.push(started);
    const first = underWay.length >= depth ? underWay.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const rest of underWay) yield await rest;
}
