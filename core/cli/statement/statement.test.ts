import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { PROJECT_DIR } from '../../project-dir.ts';
import { runCli } from '../cli.ts';

const FIXTURES = join(PROJECT_DIR, 'connectors');
const ING = join(FIXTURES, 'bank-mt940/fixtures/ing.sta');
const CAMT = join(FIXTURES, 'bank-camt053/fixtures/day-statement.xml');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-statement-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCli(['statement', ...words], {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    env: { INNING_DATA_DIR: folder },
    cwd: folder,
  });
  return { exitCode, statements: out.map((line) => JSON.parse(line)), err };
}

describe('inning statement', () => {
  it('prints an object per statement, in the order of the files', async () => {
    const { exitCode, statements, err } = await read(ING, CAMT);

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: [] });
    expect(statements.map(({ file, format }) => ({ file, format }))).toEqual([
      { file: ING, format: 'MT940' },
      { file: CAMT, format: 'CAMT.053.001.08' },
    ]);
    expect(statements[0]).toMatchObject({
      account: { iban: 'NL20INGB0001234567', number: null, currency: 'EUR' },
      sequence: '00000',
      opening: { date: '2026-03-01' },
      closing: { date: '2026-03-02' },
      problems: [],
    });
  });

  it('says of an entry all that the bank said', async () => {
    const { statements } = await read(ING);

    expect(statements[0].entries[2]).toEqual({
      bookedOn: '2026-03-02',
      valueOn: '2026-03-02',
      amountCents: -1275,
      currency: 'EUR',
      transactionId: '06123456789014',
      endToEndId: 'INC-88',
      mandateId: 'MND-12',
      counterparty: {
        name: 'P. Visser',
        iban: 'NL02ABNA0123456789',
        number: null,
        bic: 'ABNANL2A',
      },
      remittance: expect.any(String),
      structuredReference: null,
      type: 'NRTI',
      isReversal: true,
      returnReason: 'MS03',
    });
  });

  it('reports a statement that does not add up, with line and code', async () => {
    const text = readFileSync(ING, 'utf8').replace(/(:62F:C\d{6}EUR)\d+/, '$1999');
    await writeFile(join(folder, 'wrong.sta'), text);

    const { exitCode, statements } = await read('wrong.sta');

    expect(exitCode).toBe(0);
    expect(statements[0].problems).toEqual([
      { line: expect.any(Number), code: 'BALANCES_DIFFER', message: expect.any(String) },
    ]);
  });

  it('prints nothing of a file that it refuses, and reads the others', async () => {
    const good = readFileSync(ING, 'utf8');
    await writeFile(join(folder, 'half.sta'), `${good}\n${good.replace('C125,00', 'C12500')}`);
    await writeFile(join(folder, 'note.txt'), 'no statement');

    const { exitCode, statements, err } = await read('half.sta', 'note.txt', ING);

    expect(exitCode).toBe(1);
    expect(statements.map(({ file }) => file)).toEqual([ING]);
    expect(err).toEqual([
      expect.stringMatching(/^half\.sta, line \d+, field :61:: “12500” is not an amount/),
      'note.txt: this is not a file that can be read here.',
    ]);
  });

  it('answers 3 when there is no such file', async () => {
    expect(await read('nowhere.sta')).toMatchObject({ exitCode: 3, statements: [] });
  });
});

describeWithShared('the command on every file of the corpora', 'corpora/mt940/', () => {
  const corpora = ['mt940', 'camt053'].map((name) => `${sharedDir()}corpora/${name}/files/`);
  const paths = corpora.flatMap((corpus) =>
    readdirSync(corpus, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(xsd|pydata)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );

  it('reads it or says why not, and its entries make the difference of its balances or it says so', async () => {
    const { statements, err } = await read(...paths);

    const filesRead = new Set(statements.map(({ file }) => file));
    expect(filesRead.size + err.length).toBe(paths.length);
    expect(err.length).toBeLessThan(paths.length / 10);
    for (const { file, opening, closing, entries, problems } of statements) {
      const sum = entries.reduce((all: number, one: { amountCents: number }) => {
        expect(Number.isSafeInteger(one.amountCents)).toBe(true);
        return all + one.amountCents;
      }, 0);
      const adds = closing?.amountCents - opening?.amountCents === sum;
      expect({ file, explained: adds || problems.length > 0 }).toEqual({ file, explained: true });
    }
  });
});
