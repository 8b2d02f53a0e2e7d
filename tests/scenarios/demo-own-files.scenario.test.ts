import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-own-files-'));
  await mkdir(join(folder, 'in'));
  await writeFile(join(folder, 'in', 'facturen.csv'), INVOICES.join('\r\n'));
  await writeFile(join(folder, 'in', 'afschrift.sta'), STATEMENT);
  await writeFile(join(folder, 'kapot.csv'), 'Factuurnummer;Factuurdatum\n2026-0301;99-99-2026\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const INVOICES = [
  'Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Debiteurnummer;Naam;E-mail',
  '2026-0301;02-03-2026;16-03-2026;100,00;1;Anna Bos;anna@postbus.example',
  '2026-0302;02-03-2026;16-03-2026;250,00;2;Bram Vos;bram@postbus.example',
  '2026-0303;99-03-2026;16-03-2026;75,00;3;Carla Kok;carla@postbus.example',
];
/** Anna pays on 8 April; the bank hands it over on the 10th. */
const STATEMENT = [
  ':20:P260410',
  ':25:NL20INGB0001234567EUR',
  ':28C:00001',
  ':60F:C260401EUR500,00',
  ':61:2604080408C100,00NTRFEREF//06123456789012',
  ':86:/EREF/NOTPROVIDED//CNTP/NL44RABO0123456789/RABONL2U/A. Bos///REMI/USTD//Factuur 2026-0301/',
  ':62F:C260410EUR600,00',
  '-',
].join('\r\n');

async function demo(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    env: {},
    cwd: folder,
  };
  const exitCode = await runCli(['demo', ...args], io);
  return { exitCode, out, err: err.join('\n') };
}

describe('the demo on files of your own', () => {
  it('walks the days that were asked for, and reads the statement on its closing date', async () => {
    const files = ['--invoices', 'in/*.csv', '--statements', 'in/*.sta'];

    const { exitCode, out, err } = await demo(...files, '--days', '45', '--json');

    // Both are new, so Neutral. Invoiced 2 March, due 16 March: latest of 16 + 14 = 30 March and
    // 2 March + 30 = 1 April is Wednesday 1 April; a week later the 8th and, but for Anna, the 15th.
    expect(exitCode).toBe(0);
    const lines = out.map((line) => JSON.parse(line) as Record<string, string>);
    const days = (debtor: string, event: string) =>
      lines.filter((line) => line['debtor'] === debtor && line['event'] === event).map(dateOf);
    expect(days('Anna Bos', 'sent')).toEqual(['2026-04-01', '2026-04-08']);
    expect(days('Anna Bos', 'payment')).toEqual(['2026-04-10']);
    expect(days('Anna Bos', 'ended')).toEqual(['2026-04-10']);
    expect(days('Bram Vos', 'sent')).toEqual(['2026-04-01', '2026-04-08', '2026-04-15']);
    expect(lines.map(dateOf).every((date) => date !== undefined && date <= '2026-04-16')).toBe(
      true,
    );
    expect(err).toContain('facturen.csv: 2 imported, 1 refused');
    expect(err).toMatch(/line 4.*99-03-2026/);
  });

  it('begins on the day that was asked for, and tells it in the language that was asked for', async () => {
    const { out } = await demo(
      '--invoices',
      'in/facturen.csv',
      '--start',
      '2026-04-07',
      '--lang=en',
    );

    // Long overdue by then: the flow starts and the first reminder leaves on the very first day.
    expect(out[0]).toBe('Tue 7 Apr 2026');
    expect(out[1]).toContain('Flow Neutral starts');
    expect(out.slice(0, 8).join('\n')).toContain('Reminder 1: sent');
    expect(out.at(-1)).toMatch(/^Open: 2 invoices/);
  });

  it('answers 1 when nothing could be imported, and shows why', async () => {
    const { exitCode, out, err } = await demo('--invoices', 'kapot.csv');

    expect({ exitCode, out }).toEqual({ exitCode: 1, out: [] });
    expect(err).toContain('kapot.csv');
    expect(err).toContain('Not one invoice could be imported.');
  });

  it('answers 2 to what it does not understand and 3 to a file that is not there', async () => {
    expect(await demo('--days', 'many')).toMatchObject({ exitCode: 2 });
    expect(await demo('--start', '2026-02-30')).toMatchObject({ exitCode: 2 });
    expect(await demo('--lang', 'xx')).toMatchObject({ exitCode: 2 });
    expect(await demo('--statements', 'in/afschrift.sta')).toMatchObject({ exitCode: 2 });
    expect(await demo('facturen.csv')).toMatchObject({ exitCode: 2 });
    expect(await demo('--invoices', 'none.csv')).toMatchObject({ exitCode: 3 });
  });
});

const dateOf = (line: Record<string, string>) => line['date'];
