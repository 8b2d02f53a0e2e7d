import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import {
  describeInBrowser,
  expectAccessible,
  listenForTrouble,
  openBrowser,
  signIn,
  PATIENCE_MS,
} from './browser.ts';
import { MARIEKE, openWebWorld, sample, type WebWorld } from './web-world.ts';

describeInBrowser('the main job in a browser', () => {
  const database = testDatabase();
  let world: WebWorld;
  let browser: Browser;
  let page: Page;
  let trouble: string[];

  beforeAll(async () => {
    world = await openWebWorld(database.uri, '2026-03-02');
    browser = await openBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
    });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    trouble = listenForTrouble(page);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const go = async (path: string) => {
    await page.goto(world.address + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };

  const chooseFiles = async (hint: RegExp, paths: readonly string[]) => {
    const drop = page.getByRole('group', { name: hint });
    await drop.waitFor();
    await drop.locator('input[type=file]').setInputFiles(paths.map(sample));
  };
  const passTo = async (day: string) => {
    await world.passTo(day);
    await page.goto(world.address);
    await signIn(page, MARIEKE);
    await page.getByRole('heading', { name: 'Overzicht' }).waitFor();
  };

  it('opens the door to who knows the password, and to nobody else', async () => {
    await page.goto(`${world.address}/debtors`);
    await signIn(page, { ...MARIEKE, password: 'iets anders dan dat' });
    await page.getByText('horen niet bij elkaar').waitFor();
    await expectAccessible(page);

    await signIn(page, MARIEKE);

    await page.getByRole('heading', { name: 'Debiteuren' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/debtors');
  });

  it('takes invoices over after showing what would change', async () => {
    await go('/import');
    await chooseFiles(/^Sleep CSV/, ['invoices/facturen-2025.csv', 'invoices/facturen-2026.csv']);
    await page.getByRole('heading', { name: 'facturen-2026.csv' }).waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: /regels overnemen/ }).click();

    await page.getByText('Overgenomen', { exact: true }).first().waitFor();
  });

  it('reads bank statements and says what was found', async () => {
    await go('/import');
    await page.getByRole('tab', { name: 'Bankafschriften' }).click();
    await chooseFiles(/^Sleep afschriften/, [
      'statements/bankafschriften-2025.xml',
      'statements/bankafschrift-2026-02.sta',
    ]);

    await page.getByRole('heading', { name: 'bankafschriften-2025.xml' }).waitFor();
    await page.getByText('Geboekt').first().waitFor();
    await expectAccessible(page);
  });

  it('shows what was sent to a debtor, why, and what comes next', async () => {
    await passTo('2026-04-02');
    await go('/debtors');
    await page.getByLabel('Zoek op naam, nummer of plaats').fill('sanne');
    await page.getByRole('link', { name: 'Sanne de Vries' }).click();

    await page.getByRole('heading', { name: 'Sanne de Vries' }).waitFor();
    await page
      .getByText(/€\u00a0184,50/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Correspondentie' }).click();
    await page
      .getByRole('button', { name: /herinnering/i })
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  it('keeps the mail in the test mailbox, as its reader would see it', async () => {
    await go('/mailbox');
    await page.locator('[data-row-link]').first().click();

    await page.locator('iframe').waitFor();
    await expectAccessible(page);
  });

  it.each(['/', '/tasks', '/debtors', '/invoices', '/bank', '/flows', '/administrations'])(
    '%s can be used by everybody, also on a phone',
    async (path) => {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 860 });
        await go(path);
        await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
        await expectAccessible(page);
      }
      await page.setViewportSize({ width: 1280, height: 860 });
    },
  );

  it('shows at once what somebody does on another screen', async () => {
    await go('/tasks');
    const other = await page.context().newPage();
    other.setDefaultTimeout(PATIENCE_MS);
    await other.goto(`${world.address}/tasks`);
    await other.getByRole('button', { name: 'Actie toevoegen' }).click();
    await other.getByRole('dialog').getByLabel(/^Wat/).fill('Vraag naar de nieuwe directeur');
    await other.getByRole('dialog').getByLabel('Administratie').first().click();
    await other.getByRole('option', { name: 'Van Vliet Installaties' }).click();
    await other.getByRole('button', { name: 'Opslaan' }).click();

    await page.getByText('Vraag naar de nieuwe directeur').waitFor();
    await other.close();
  });

  it('draws a flow and tells it in sentences', async () => {
    await go('/flows');
    await page.getByRole('link', { name: 'Neutraal' }).click();

    await page.locator('.react-flow__node').first().waitFor();
    expect(await page.locator('.react-flow__node').count()).toBeGreaterThan(8);
    await expectAccessible(page);
  });

  it('finds a debtor with the keyboard alone', async () => {
    await go('/');
    await page.keyboard.press('Control+k');
    await page.locator(':focus[placeholder^="Zoek een debiteur"]').waitFor();
    await page.keyboard.type('anker');
    await page.getByText('Eetcafé Het Anker').waitFor();
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Eetcafé Het Anker' }).waitFor();
  });

  it('speaks four languages', async () => {
    for (const [name, title] of [
      ['English', 'Overview'],
      ['Deutsch', 'Übersicht'],
      ['Français', 'Aperçu'],
      ['Nederlands', 'Overzicht'],
    ] as const) {
      await go('/');
      await page.getByRole('button', { name: /Marieke/ }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    }
  });

  it('lets nobody see the screens after signing out', async () => {
    await go('/');
    await page.getByRole('button', { name: /Marieke/ }).click();
    await page.getByRole('menuitem', { name: 'Uitloggen' }).click();

    await page.getByRole('heading', { name: 'Inloggen bij Inning' }).waitFor();
  });

  it('did all this without a complaint of the page or its content policy', () => {
    expect(trouble).toEqual([]);
  });
});
