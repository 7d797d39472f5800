/** Where the files of a log come from: a folder, a server, what somebody dropped on a page. */

export interface LogFiles {
  /** The whole file; `undefined` if there is none. Rejects if that cannot be known. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** A file of any length, piece by piece; `undefined` if there is none. */
  readonly stream: (path: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** Lines of a stream of UTF-8, taken some at a time, so that a file of any length needs little memory. */
export class LineReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #lines: string[] = [];
  #at = 0;
  #rest = '';
  #ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    const text = this.#rest + (done === true ? this.#decoder.decode() : this.#decoder.decode(value, { stream: true }));
    const lines = text.split('\n');
    this.#rest = lines.pop() ?? '';
    if (done === true) {
      this.#ended = true;
      if (this.#rest !== '') lines.push(this.#rest);
    }
    this.#lines = this.#at < this.#lines.length ? [...this.#lines.slice(this.#at), ...lines] : lines;
    this.#at = 0;
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
