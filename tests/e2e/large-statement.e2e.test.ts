import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeMt940 } from '../bench/bank-import/made-statements.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';

const BOOKINGS = 12_000;

describeInBrowser('a bank statement of thousands of lines', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'inning-large-'));
  const path = join(folder, 'maart.sta');
  let visit: Visit;
  beforeAll(async () => {
    writeMt940({ path, bookings: BOOKINGS });
    visit = await openVisit(database.uri, { on: '2026-03-03', path: '/import' });
  });
  afterAll(async () => {
    await visit?.close();
    rmSync(folder, { recursive: true });
  });
  const drop = async () => {
    const group = visit.page.getByRole('group', { name: /Sleep afschriften/ });
    await group.locator('input').setInputFiles(path);
  };

  it('is accepted, says how far it is while other work goes on, and then what became of it', async () => {
    const { page } = visit;
    await page.getByRole('tab', { name: 'Bankafschriften' }).click();
    await drop();

    await page.getByText('Aangenomen. Hieronder ziet u').waitFor();
    const far = page.getByText(/van 12\.000 (regels opgenomen|nieuwe regels vergeleken)/);
    await far.waitFor();
    await visit.picture('large-statement-under-way');
    await page.getByText('Verwerkt op').waitFor({ timeout: 120_000 });
    const section = page.getByRole('region', { name: 'Grote afschriften' });
    expect(await section.getByText('12.000', { exact: true }).count()).toBeGreaterThan(0);
    await visit.picture('large-statement-done', [1440, 1024, 390]);
  }, 240_000);

  it('is still told of when the screen is opened again, and counts no line twice', async () => {
    const { page } = visit;
    await page.reload();
    await page.getByRole('tab', { name: 'Bankafschriften' }).click();
    await page.getByText('Verwerkt op').waitFor();

    await drop();
    await page.getByText('Aangenomen').waitFor();
    const section = page.getByRole('region', { name: 'Grote afschriften' });
    await section.getByText('Al bekend').waitFor({ timeout: 120_000 });
  }, 240_000);
});
