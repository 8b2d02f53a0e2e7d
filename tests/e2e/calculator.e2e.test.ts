import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import type { WebWorld } from './web-world.ts';
import { openVisit, type Visit } from './visit.ts';

describeInBrowser('costs, interest and what is noted of a debtor, in a browser', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/calculator' });
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('answers a colleague with every line, and where it is written', async () => {
    await page.getByLabel('Bedrag van de factuur').fill('3000');
    await page.getByLabel('Uiterste betaaldatum').fill('ma 1 dec 2025');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Berekenen' }).click();
    const answer = page.getByRole('region', { name: 'Te betalen' });
    await answer.getByText('art. 6:96 lid 2').waitFor();

    // 91 days from 2 December 2025 up to and with 2 March 2026, at 6 and at 4 %; costs by the scale.
    expect(await answer.innerText()).toMatch(/425,00/);
    await visit.picture('calculator');
    await page.getByLabel('De veertiendagenbrief is gestuurd').uncheck();
    await page.getByRole('button', { name: 'Berekenen' }).click();
    await answer.getByText('Zonder veertiendagenbrief').waitFor();
  });

  it('answers a debtor without an account, on a phone, by keyboard alone', async () => {
    const { address } = visit.world;
    await page.context().clearCookies();
    await visit.show(390);
    await page.goto(`${address}/p/calculator`);
    await visit.picture('calculator-public-empty', [390]);
    await page.getByRole('button', { name: 'Berekenen' }).click();
    await page.getByRole('alert').getByText('Vul een bedrag in.').waitFor();
    await visit.picture('calculator-public-wrong', [390]);

    await page.getByLabel('Bedrag van de factuur').focus();
    await page.keyboard.type('1.250,50');
    await page.getByLabel('Uiterste betaaldatum').fill('2025-06-30');
    await page.getByLabel('Uiterste betaaldatum').press('Enter');
    await page.getByText('Hooguit te betalen').waitFor();
    expect(await page.locator('.answer').innerText()).toContain('187,58');
    await visit.picture('calculator-public', [1440, 390]);

    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('To pay at most').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describeInBrowser('what is noted of a debtor, in a browser', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visit = await openVisit(database.uri, {
      on: '2026-03-02',
      path: '/debtors?state=all',
      prepare: owing,
    });
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('stands at the top of the file with who and why, and holds everything back', async () => {
    await page.getByRole('table').getByRole('link').first().click();

    await page.getByRole('button', { name: 'Omstandigheid' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Wat is er aan de hand?' }).click();
    await page.getByRole('option', { name: 'Overleden' }).click();
    await dialog.getByLabel('Reden').fill('Brief van de dochter');
    await visit.picture('flags-dialog', [1440, 390]);
    await dialog.getByRole('button', { name: 'Noteren' }).click();

    await page.getByRole('alert').getByText('Brief van de dochter').waitFor();
    await visit.picture('flags', [1440, 390]);
    await page.getByRole('button', { name: 'Geldt niet meer' }).click();
    await page.getByRole('dialog').getByLabel('Reden').fill('Verkeerde persoon');
    await page.getByRole('dialog').getByRole('button', { name: 'Geldt niet meer' }).click();
    await page.getByText('Bijzondere omstandigheden').waitFor({ state: 'detached' });
    expect(visit.trouble).toEqual([]);
  });

  it('lets an agency say under which number it is registered, before a letter may leave', async () => {
    await visit.go('/settings/agency');
    await page.getByRole('switch', { name: 'Wij incasseren voor anderen' }).click();
    await page.getByRole('alert').getByText('Er vertrekt geen brief').waitFor();
    await visit.picture('agency', [1440, 390]);
    await page.getByLabel('Nummer in het register').fill('RID-2026-0417');
    await page.getByLabel('Waar kan een klacht naartoe?').fill('klachten@noorderlicht.example');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Opgeslagen').first().waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByLabel('Nummer in het register').inputValue()).toBe('RID-2026-0417');
    expect(visit.trouble).toEqual([]);
  });
});

async function owing({ app: { rooms } }: WebWorld): Promise<void> {
  const scope = systemScope('a world for tests');
  const [home] = (await rooms.administrations.list(scope)).items;
  if (!home) return;
  const news = { number: '1001', kind: 'sole-trader', name: 'Timmerbedrijf Postma' } as const;
  await rooms.debtors.createIn(scope, home._id, { ...news, email: 'info@postma.example' });
}
