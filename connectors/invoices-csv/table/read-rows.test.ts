import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const rowsOf = (text: string, delimiter = ';') => [
  ...readRows({ name: 'test.csv', pieces: [text] }, delimiter),
];

describe('readRows', () => {
  it('cuts at the delimiter and at each kind of line end', () => {
    expect(rowsOf('a;b\r\nc;d\ne;f\rg;h')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
      { line: 3, cells: ['e', 'f'] },
      { line: 4, cells: ['g', 'h'] },
    ]);
  });

  it('keeps delimiters, line ends and doubled quotes inside quotes', () => {
    expect(rowsOf('"a;b";"say ""hi""";"two\nlines"\nnext')).toEqual([
      { line: 1, cells: ['a;b', 'say "hi"', 'two\nlines'] },
      { line: 3, cells: ['next'] },
    ]);
  });

  it('counts lines of the file, also inside quotes and past empty lines', () => {
    expect(rowsOf('a\r\n\r\n"b\r\nb\rb"\r\n;;\r\nc').map(({ line }) => line)).toEqual([1, 3, 7]);
  });

  it('takes a quote inside a cell for an ordinary character', () => {
    expect(rowsOf('Jan "de Bakker" Jansen;5"')[0]?.cells).toEqual(['Jan "de Bakker" Jansen', '5"']);
  });

  it('gives back every table that is written by the rules, however the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '"', ';', '\n', '\r', ' ') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const text = rows.map((cells) => cells.map(quote).join(';')).join('\r\n');
        const letters = [...text];
        const pieces = letters.map((_, at) => letters.slice(at * size, (at + 1) * size).join(''));

        const read = [...readRows({ name: 'x', pieces }, ';')].map(({ cells }) => cells);

        expect(read).toEqual(rows.filter((cells) => cells.some((one) => one.trim() !== '')));
      }),
    );
  });
});
