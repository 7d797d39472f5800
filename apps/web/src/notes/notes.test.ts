import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentOf, joinNotes, noteOf, readFragment, readNotes, writeNotes } from './notes.ts';

const plain = (notes: readonly { from: string; to: string; text: string }[]) => notes.map(({ from, to, text }) => [from, to, text]);

describe('notes', () => {
  it('keep what was written, days in order', () => {
    expect(noteOf('a', '2012-01-31', undefined, ' 市长  会议 ')).toEqual({
      id: 'a',
      from: '2012-01-31',
      to: '2012-01-31',
      text: '市长 会议',
    });
    expect(noteOf('a', '2012-03-01', '2012-01-31', 'x')).toMatchObject({ from: '2012-01-31', to: '2012-03-01' });
  });

  it.each([
    ['2012-02-30', 'x'],
    ['2012-01-31', '  '],
    [undefined, 'x'],
  ])('refuse the day %s with the text “%s”', (day, text) => expect(noteOf('a', day, day, text)).toBeUndefined());

  it('come back from the browser and from a link as they were, in any script', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })), { maxLength: 20 }), (rows) => {
        const notes = rows.map(([from, to, text], i) => noteOf(`${i}`, from, to, text)).filter((note) => note !== undefined);
        expect(plain(readNotes(writeNotes(notes), 'own:'))).toEqual(plain(notes));
        expect(plain(readFragment(fragmentOf(notes)))).toEqual(plain(notes));
      }),
    );
  });

  // Written by `printf '[["2012-01-31","2012-01-31","市长会议"]]' | base64`.
  it('read what another program encoded', () => {
    expect(readFragment('#notes=W1siMjAxMi0wMS0zMSIsIjIwMTItMDEtMzEiLCLluILplb_kvJrorq4iXV0')).toMatchObject([{ text: '市长会议' }]);
  });

  it.each(['', '#notes=', '#notes=%%%', '#notes=e30', '#main', `#notes=${'A'.repeat(2000)}`])('make nothing of %s', (hash) =>
    expect(readFragment(hash)).toEqual([]),
  );

  it('are shown once where a sent one says what is kept already', () => {
    const [own, sent] = [noteOf('own:0', '2012-01-31', undefined, 'x'), noteOf('sent:0', '2012-01-31', undefined, 'x')];
    expect(own !== undefined && sent !== undefined && joinNotes([own], [sent])).toEqual([own]);
  });
});
