import { describe, expect, it } from 'vitest';
import { mt940File, mt940Text, readAll } from './fixtures/build-mt940.ts';
import { readMt940 } from './read-mt940.ts';

const bookings = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) => {
    const number = String(from + at).padStart(14, '0');
    return `:61:2603020302C1,00NTRFNONREF//B${number}\n:86:/NAME/J. Jansen ${number}/REMI/F${number}`;
  }).join('\n');

describe('a statement of thousands of lines', () => {
  const [statement] = readMt940(mt940File(mt940Text(bookings(3_500), { closing: '3600,00' })));

  it('is read to its last line, in order, and can be gone through again', () => {
    const told = () => Array.from(statement!.lines, ({ description }) => description);

    expect(statement!.lines).toHaveLength(3_500);
    expect(told().slice(2_999, 3_001)).toEqual(['F00000000002999', 'F00000000003000']);
    expect(told().at(-1)).toBe('F00000000003499');
    expect(statement!.warnings).toEqual([]);
  });

  it('counts equal lines in it as several payments', () => {
    const same = ':61:2603020302C1,00NTRFNONREF\n:86:/NAME/J. Jansen/REMI/contributie';
    const text = mt940Text(Array.from({ length: 2_100 }, () => same).join('\n'));
    const [read] = readMt940(mt940File(text));

    const references = Array.from(read!.lines, ({ bankReference }) => bankReference);

    expect(new Set(references).size).toBe(2_100);
    expect(references[2_099]).toMatch(/~2100$/);
  });

  it('says so when it is in the file twice, and names its lines the same', () => {
    const text = mt940Text(bookings(1_200), { closing: '1300,00' });
    const [first, second] = readAll(mt940File(`${text}${text}`));

    expect(second!.warnings).toMatchObject([{ code: 'STATEMENT_REPEATED' }]);
    expect(second!.lines.map((line) => line.bankReference)).toEqual(
      first!.lines.map((line) => line.bankReference),
    );
  });

  it('is refused when a hundred thousand lines come before its account', () => {
    const text = mt940Text(bookings(100_001));
    const late = text.replace(/:25:.*\n/, '');

    expect(() => readAll(mt940File(late), { allowsParts: true })).toThrow(
      /more than 100000 lines before it says of which account/,
    );
  });

  it('is refused when blank lines go on and on, instead of reading them all', () => {
    const text = `${mt940Text(bookings(1))}${'\n'.repeat(200_000)}`;

    expect(() => readAll(mt940File(text))).toThrow(/only blank lines from here on/);
  });
});
