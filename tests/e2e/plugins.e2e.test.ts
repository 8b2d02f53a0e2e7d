import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { createPacker, newPublisher, trustPublisher } from '../kit/plugin-package.ts';
import { describeInBrowser, expectAccessible } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';

describeInBrowser('plugins of others in a browser', () => {
  const database = testDatabase();
  const packer = createPacker();
  const publisher = newPublisher();
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visit = await openVisit(database.uri, {
      on: '2026-03-02',
      path: '/settings/plugins',
      prepare: ({ app }) => trustPublisher(app, publisher),
    });
    page = visit.page;
  });
  afterAll(async () => {
    await packer.close();
    await visit?.close();
  });

  const bring = async (text: Parameters<typeof packer.pack>[0]) => {
    const buffer = Buffer.from(await packer.pack(text, publisher));
    const file = { name: 'echo.inning', mimeType: 'application/octet-stream', buffer };
    const drop = page.getByRole('group', { name: /inning-bestand/ });
    await drop.locator('input[type=file]').setInputFiles(file);
  };

  it('shows what is there and that nothing of others is', async () => {
    await page.getByText('Nog geen plugins van anderen').waitFor();
    await page.getByRole('table', { name: 'Alle plugins' }).waitFor();
    await expectAccessible(page);
  });

  it('shows what a package asks before anything of it works', async () => {
    await bring({
      permissions: { claim: ['debtor.name', 'openCents'], hosts: ['rating.example'] },
      ports: ['tasks'],
    });
    await page.getByText('echo 1.0.0 vraagt uw toestemming').waitFor();
    await page.getByText('Nieuw gevraagd').waitFor();
    await page.getByText('rating.example').waitFor();
    await visit.picture('plugins');

    await page.getByRole('button', { name: 'Toestaan en gebruiken' }).click();
    await page.getByRole('cell', { name: 'in gebruik' }).waitFor();
  });

  it('offers its step to who draws', async () => {
    await page.getByRole('link', { name: 'Flows' }).first().click();
    await page.getByRole('button', { name: 'Nieuwe flow' }).click();
    await page.getByLabel('Naam van de flow').fill('Met een plugin');
    await page.getByRole('button', { name: 'Aanmaken' }).click();
    await page.getByRole('navigation', { name: 'Blokken' }).getByText('echo').first().waitFor();
  });

  it('takes it away again', async () => {
    await visit.go('/settings/plugins');
    await page.getByRole('button', { name: 'Verwijderen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
    await page.getByText('Nog geen plugins van anderen').waitFor();
    expect(visit.trouble).toEqual([]);
  });
});
