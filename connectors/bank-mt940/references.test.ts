import { describe, expect, it } from 'vitest';
import { mt940Text, readText } from './fixtures/build-mt940.ts';

const referencesOf = (...statements: string[]) =>
  readText(
    statements.map((lines, index) => mt940Text(lines, { number: `${index + 1}` })).join(''),
  ).flatMap(({ lines }) => lines.map(({ bankReference }) => bankReference));

const plain = (text: string) => `:61:2603020302C12,50NTRFNONREF\n:86:${text}\n`;
const own = (reference: string) => `:61:2603020302C12,50NTRFNONREF//${reference}\n:86:x\n`;

describe('the reference of a line', () => {
  it('starts with the bank’s own reference when that is long enough to be one', () => {
    expect(referencesOf(own('06123456789012'))[0]).toMatch(/^06123456789012~\w+$/);
    expect(referencesOf(own('55555'))[0]).toMatch(/^2026-03-02~\w+$/);
  });

  it('is the same when the day comes again among other lines, wrapped otherwise', () => {
    const day = [own('06123456789012'), plain('nota 1'), plain('een nota\n2')];
    const week = [plain('other'), own('06123456789012'), plain('nota\n1'), plain('een nota 2')];

    expect(referencesOf(week.join(''))).toEqual(expect.arrayContaining(referencesOf(day.join(''))));
  });

  it('differs for equal payments of one day, also over two pages', () => {
    const refs = referencesOf(plain('nota 1') + plain('nota 1'), plain('nota 1') + plain('nota 2'));

    expect(new Set(refs).size).toBe(4);
  });

  it('is the same when a later report repeats a booking with the bank’s own reference', () => {
    const [first, second] = referencesOf(own('06123456789012'), own('06123456789012') + plain('x'));

    expect(second).toBe(first);
  });

  it('is the same in a statement that is in the file twice, which is said', () => {
    const [first, second] = readText(mt940Text(plain('nota 1')).repeat(2));

    expect(second?.lines.map(({ bankReference }) => bankReference)).toEqual(
      first?.lines.map(({ bankReference }) => bankReference),
    );
    expect(second?.warnings.at(-1)?.message).toContain('more than once');
  });
});
