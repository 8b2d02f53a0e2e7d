import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';
import { administrations } from '../../core/domain/administrations/index.ts';
import { agencies } from '../../core/domain/agencies/index.ts';
import { creditors } from '../../core/domain/creditors/index.ts';
import { newId, systemScope } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';
import { useStore } from './database.ts';

const store = useStore();
const scope = systemScope('a test makes its world');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-commands-'));
  await prepareDatabase(store());
  const agencyId = newId();
  const creditorId = newId();
  const row = { agencyId, creditorId, name: 'Bakker BV' };
  await store()
    .table(agencies)
    .in(scope)
    .insert({ _id: agencyId, name: 'Incasso', slug: 'incasso' });
  await store()
    .table(creditors)
    .in(scope)
    .insert({ _id: creditorId, agencyId, name: 'Bakker', number: '1' });
  await store()
    .table(administrations)
    .in(scope)
    .insert({ ...row, number: 'A1' });
  await store()
    .table(administrations)
    .in(scope)
    .insert({ ...row, number: 'A2' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inning(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCli(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    env: { MONGODB_URI: store.uri, INNING_DATA_DIR: folder },
    cwd: folder,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

const INVOICES = [
  'Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Debiteurnummer;Naam;E-mail',
  'F-1;15-01-2026;14-02-2026;1.234,50;1001;Jan Jansen;jan@example.nl',
  'F-2;16-01-2026;15-02-2026;20,00;1001;Jan Jansen;jan@example.nl',
].join('\n');

describe('inning import', () => {
  it('asks which administration when there are several, and answers 3 for one that is not there', async () => {
    await writeFile(join(folder, 'facturen.csv'), INVOICES);

    const unclear = await inning('import', 'facturen.csv');
    expect(unclear).toMatchObject({ exitCode: 2 });
    expect(unclear.err).toContain('--administration');
    expect(unclear.err).toContain('A2');
    expect(await inning('import', 'facturen.csv', '--administration', 'Z9')).toMatchObject({
      exitCode: 3,
      err: 'There is no administration with number or id Z9.',
    });
    expect(await inning('import', 'none.csv', '--administration', 'A1')).toMatchObject({
      exitCode: 3,
    });
  });

  it('previews without writing, writes, and changes nothing the second time', async () => {
    const to = ['import', 'facturen.csv', '--administration', 'A1'];

    const preview = await inning(...to, '--preview');
    expect(preview, preview.err).toMatchObject({ exitCode: 0 });
    expect(preview.out).toContain(
      'facturen.csv (invoices-csv): new 2, changed 0, unchanged 0, refused 0',
    );
    expect((await inning('debtor', 'show', '1001')).exitCode).toBe(3);

    expect((await inning(...to)).exitCode).toBe(0);
    expect((await inning(...to)).out).toContain('new 0, changed 0, unchanged 2, refused 0');
  });

  it('answers 1 when a line is refused, and names its place', async () => {
    await writeFile(join(folder, 'fout.csv'), `${INVOICES}\nF-3;99-01-2026;;x;1002;Piet;`);

    const { exitCode, out } = await inning('import', 'fout.csv', '--administration', 'A1');

    expect(exitCode).toBe(1);
    expect(out).toContain('refused 1');
    expect(out).toMatch(/line 4/);
  });

  it('tells what it did as one JSON object', async () => {
    const { out } = await inning('import', 'facturen.csv', '--administration', 'A1', '--json');

    expect(JSON.parse(out)).toMatchObject({
      isPreview: false,
      files: [{ name: 'facturen.csv', kind: 'invoices', format: 'invoices-csv', isFailed: false }],
    });
  });

  it('says of a file that nobody knows what it could not do', async () => {
    await writeFile(join(folder, 'plaatje.png'), Buffer.from([137, 80, 78, 71, 0, 1, 2]));

    const { exitCode, out } = await inning('import', 'plaatje.png', '--administration', 'A1');

    expect(exitCode).toBe(1);
    expect(out).toContain('plaatje.png (unknown format)');
  });
});

describe('inning debtor show', () => {
  it('shows what is open, in words and as JSON', async () => {
    const shown = await inning('debtor', 'show', '1001');
    expect(shown, shown.err).toMatchObject({ exitCode: 0 });
    expect(shown.out).toContain('Jan Jansen (1001)');
    expect(shown.out).toContain('€1,254.50');
    expect(shown.out).toContain('F-1');

    const json = JSON.parse((await inning('debtor', 'show', '1001', '--json')).out);
    expect(json).toMatchObject({ number: '1001', openCents: 125_450, invoices: { length: 2 } });
  });

  it('answers 3 for a number that nobody has, and 2 for a verb it does not know', async () => {
    expect(await inning('debtor', 'show', '9')).toMatchObject({ exitCode: 3 });
    expect(await inning('debtor', 'hide', '1001')).toMatchObject({ exitCode: 2 });
  });
});

describe('inning claim', () => {
  const claim = async (...args: string[]) => {
    const { out } = await inning('claim', ...args, '--json');
    return JSON.parse(out) as { openCents: number; lines: unknown[] };
  };

  it('tells on any day what is owed, in words and as JSON', async () => {
    expect(await claim('1001', '--on', '2026-03-31')).toMatchObject({
      on: '2026-03-31',
      openCents: 125_450,
      lines: [{ number: 'F-1', amountCents: 123_450 }, { number: 'F-2' }],
    });
    // Nothing was owed before the first invoice; the claim is open as long as nobody pays.
    expect(await claim('1001', '--on', '2020-02-29')).toMatchObject({ openCents: 0, lines: [] });
    expect(await claim('1001', '--on', '2099-12-31')).toMatchObject({ openCents: 125_450 });
    expect((await inning('claim', '1001', '--language', 'nl')).out).toContain('1.254,50');
  });

  it.each([
    [['claim', '9'], 3, 'There is no debtor with number 9.'],
    [['claim', '1001', '--administration', 'A2'], 3, 'no debtor with number 1001'],
    [['claim', '1001', '--administration', 'Z9'], 3, 'no administration with number or id Z9'],
    [['claim', '1001', '--on', '31-03-2026'], 2, 'is no day'],
    [['claim', '1001', '--on', '2026-02-29'], 2, 'is no day'],
    [['claim', '1001', '--language', 'it'], 2, 'nl, en, de and fr'],
    [['claim'], 2, 'Usage: inning claim DEBTOR'],
  ])('refuses %j with one sentence', async (args, exitCode, sentence) => {
    const refused = await inning(...args);

    expect(refused).toMatchObject({ exitCode, out: '', err: expect.stringContaining(sentence) });
    expect(refused.err).not.toContain('    at ');
  });

  it('says so when no plugin knows the law of the books', async () => {
    const all = store().table(administrations).in(scope);
    await all.updateOne({ number: 'A1' }, { $set: { country: 'XX' } });
    expect(await inning('claim', '1001')).toMatchObject({
      exitCode: expect.toBeOneOf([1, 2, 3]),
      out: '',
      err: expect.stringContaining('No plugin that is on knows the law of XX.'),
    });
    await all.updateOne({ number: 'A1' }, { $set: { country: 'NL' } });
  });
});
