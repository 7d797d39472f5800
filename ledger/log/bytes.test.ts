import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from './bytes.ts';

describe('base64 of texts that are signed', () => {
  test('is what Node writes, and reads what Node wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(toBase64(bytes)).toBe(text);
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  test('no text but the one that is written is read', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ABCxyz019+/=', '-', '_', ' ', '\n', '\u0000', '\u00a9', '书', '\u{1f600}'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, (text) => {
        const written = Buffer.from(text, 'base64').toString('base64') === text;
        expect(fromBase64(text) !== undefined).toBe(written);
      }),
      { numRuns: 3000 },
    );
  });

  test.each(['QQ', 'QQ=', 'QR==', 'QUJ=', 'QQ==\n', 'Q-==', '====', 'Q===', '\u0141Q=='])('%j is refused', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});
