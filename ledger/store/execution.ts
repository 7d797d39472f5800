/**
 * One execution of a statement that the connection has prepared already, as one write to the socket: its values, the
 * execution and the end of the transaction. The driver's own way asks for a description of a result that has no columns,
 * builds a result and sends each message from a buffer of its own, which a lone append feels.
 */
import type pg from 'pg';

/** `number`: PostgreSQL's `integer`. Bytes travel as they are, text as text. */
export type Value = string | number | Uint8Array;

/** Codes of messages and their lengths: PostgreSQL, "Message Formats". */
const bind = 66;
const executeAndSync = Buffer.from('E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04', 'latin1');
const [asText, asBinary] = [0, 1];
const integerBytes = 4;

const bytesOf = (value: Value): number => {
  if (typeof value === 'number') return integerBytes;
  return typeof value === 'string' ? Buffer.byteLength(value) : value.length;
};

function writeValue(buffer: Buffer, value: Value, at: number): number {
  if (typeof value === 'number') return buffer.writeInt32BE(value, buffer.writeInt32BE(integerBytes, at));
  const start = at + 4;
  let length = value.length;
  if (typeof value === 'string') length = buffer.write(value, start, 'utf8');
  else buffer.set(value, start);
  buffer.writeInt32BE(length, at);
  return start + length;
}

/** The bytes of one execution of the prepared statement `name`. The values may take less than 2 GiB. */
export function executionBytes(name: string, values: readonly Value[]): Buffer {
  const before = 1 + 4 + 1 + Buffer.byteLength(name) + 1 + 2 + 2 * values.length + 2;
  const size = values.reduce<number>((sum, value) => sum + 4 + bytesOf(value), before + 2);
  const buffer = Buffer.allocUnsafe(size + executeAndSync.length);
  let at = buffer.writeUInt8(bind, 0);
  at = buffer.writeInt32BE(size - 1, at);
  at = buffer.writeUInt8(0, at); // the portal without a name
  at += buffer.write(name, at, 'utf8');
  at = buffer.writeUInt8(0, at);
  at = buffer.writeInt16BE(values.length, at);
  for (const value of values) at = buffer.writeInt16BE(typeof value === 'string' ? asText : asBinary, at);
  at = buffer.writeInt16BE(values.length, at);
  for (const value of values) at = writeValue(buffer, value, at);
  at = buffer.writeInt16BE(0, at); // the driver's choice for results, of which there are none
  executeAndSync.copy(buffer, at);
  return buffer;
}

interface Socket {
  readonly write: (bytes: Buffer) => boolean;
}

/** What the driver calls, as it calls its own queries. */
class Execution implements pg.Submittable {
  readonly #bytes: Buffer;
  readonly #resolve: (rows: number) => void;
  readonly #reject: (cause: unknown) => void;
  #rows = 0;

  constructor(bytes: Buffer, resolve: (rows: number) => void, reject: (cause: unknown) => void) {
    this.#bytes = bytes;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: pg.Connection): void {
    (connection.stream as unknown as Socket).write(this.#bytes);
  }

  /** `INSERT 0 1`, `UPDATE 3`: the last number counts the rows. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#rows = Number(text.slice(text.lastIndexOf(' ') + 1));
  }

  /** The transaction is on disk: only after the commit does the server say that it is ready. */
  handleReadyForQuery(): void {
    this.#resolve(this.#rows);
  }

  handleError(cause: unknown): void {
    this.#reject(cause);
  }
}

/** Statements by name, for each connection that has prepared them. */
const prepared = new WeakMap<pg.ClientBase, Set<string>>();

/**
 * Executes a statement without result columns, outside a transaction: it is one. Returns the number of rows that it wrote.
 * The driver prepares it at its first execution on a connection.
 */
export async function execute(client: pg.ClientBase, statement: { name: string; text: string }, values: readonly Value[]): Promise<number> {
  const names = prepared.get(client) ?? new Set<string>();
  prepared.set(client, names);
  if (!names.has(statement.name)) {
    const { rowCount } = await client.query({ ...statement, values: [...values] });
    names.add(statement.name);
    return rowCount ?? 0;
  }
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  client.query(new Execution(executionBytes(statement.name, values), resolve, reject));
  return await promise;
}
