import { describe, expect, it } from 'vitest';
import { random, testServer } from '../testing/servers.ts';
import { bytesArray, integerArray, textArray } from './binary.ts';
import { openPool } from './connection.ts';

describe('arrays in binary', () => {
  it('arrive in PostgreSQL as the same values that the driver would have sent as text', async () => {
    const server = await testServer();
    const pool = openPool(server.connectionString);
    const texts = ['', 'a"b\\c', '{1,2}', 'NULL', '案例 𝄞', "line\nline\t'"];
    const bytes = [new Uint8Array(), Uint8Array.of(0, 255, 92), random(70_000)];
    const numbers = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)];
    try {
      const ask = async (type: string, binary: Buffer, plain: unknown): Promise<unknown> =>
        (await pool.query(`select $1::${type} = $2::${type} as same, cardinality($1::${type}) as size`, [binary, plain])).rows[0];
      expect(await ask('text[]', textArray(texts), texts)).toEqual({ same: true, size: texts.length });
      expect(
        await ask(
          'bytea[]',
          bytesArray(bytes),
          bytes.map((item) => Buffer.from(item)),
        ),
      ).toEqual({ same: true, size: bytes.length });
      expect(await ask('int[]', integerArray(numbers), numbers)).toEqual({ same: true, size: numbers.length });
    } finally {
      await pool.end();
      await server.remove();
    }
  });
});
