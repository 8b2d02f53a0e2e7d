import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { createPacker, newPublisher, trustPublisher } from '../kit/plugin-package.ts';
import {
  describeInBrowser,
  expectAccessible,
  listenForTrouble,
  openBrowser,
  signIn,
} from './browser.ts';
import { MARIEKE, openWebWorld, type WebWorld } from './web-world.ts';

const PICTURES = fileURLToPath(new URL('../output/screens/', import.meta.url));

describeInBrowser('plugins of others in a browser', () => {
  const database = testDatabase();
  const packer = createPacker();
  const publisher = newPublisher();
  let world: WebWorld;
  let browser: Browser;
  let page: Page;
  let trouble: string[];

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    world = await openWebWorld(database.uri, '2026-03-02');
    await trustPublisher(world.app, publisher);
    browser = await openBrowser();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    trouble = listenForTrouble(page);
    await page.goto(`${world.address}/settings/plugins`);
    await signIn(page, MARIEKE);
  });
  afterAll(async () => {
    await browser?.close();
    await packer.close();
    await world?.close();
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
    await expectAccessible(page);
    await page.screenshot({ path: `${PICTURES}plugins-1440.png`, fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: `${PICTURES}plugins-390.png` });
    await page.setViewportSize({ width: 1440, height: 900 });

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
    await page.goto(`${world.address}/settings/plugins`);
    await page.getByRole('button', { name: 'Verwijderen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
    await page.getByText('Nog geen plugins van anderen').waitFor();
    expect(trouble).toEqual([]);
  });
});
