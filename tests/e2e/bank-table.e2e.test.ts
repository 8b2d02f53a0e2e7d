import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';

/** A bank of which nobody knows the headers, in the order of an American. */
const UNKNOWN = [
  'Wanneer;Hoeveel;Stand;Van;Waarover',
  '03/02/2026;1.500;11.500;P. Visser;factuur 2026-17',
  '03/04/2026;-7;11.493;Winkel om de hoek;koffie',
  '03/05/2026;250;11.743;J. Jansen-de Boer;nota 18 met dank voor de snelle levering',
].join('\r\n');
const MARCH = UNKNOWN.replaceAll('03/0', '03/1').replaceAll('1.500', '2.600,00');

describeInBrowser('a table of a bank that nobody knows', () => {
  const database = testDatabase();
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-20', path: '/import' });
  });
  afterAll(() => visit?.close());
  const drop = async (name: string, text: string) => {
    const { page } = visit;
    await page
      .getByRole('group', { name: /Sleep afschriften/ })
      .locator('input')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  };
  const choose = async (label: string, option: string) => {
    const { page } = visit;
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('is shown with its columns guessed, and says cell by cell what it cannot read', async () => {
    const { page } = visit;
    await page.getByRole('tab', { name: 'Bankafschriften' }).click();
    await drop('maart.csv', UNKNOWN);

    await page.getByText('3 regels kunnen niet worden gelezen').waitFor();
    await page.getByRole('cell', { name: 'regel 2, veld Hoeveel' }).waitFor();
    await page.getByRole('cell', { name: /Dit kan duizend zijn of een breuk/ }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Bedrag', exact: true }).inputValue()).toBe(
      'Hoeveel',
    );
    expect(await page.getByRole('button', { name: /inlezen/ }).isDisabled()).toBe(true);
    await visit.picture('bank-table-problems');
  });

  it('is read as a person says, and shows the rows so before anything is booked', async () => {
    const { page } = visit;
    await choose('Teken voor de centen', 'Komma: 1.250,00');
    await page.getByText('Dag en maand zijn niet te onderscheiden').first().waitFor();
    await choose('Volgorde van de datum', 'Maand, dag, jaar');
    await page.getByRole('row').filter({ hasText: 'P. Visser' }).getByText('1.500,00').waitFor();
    await page.getByText(/^3 regels\. Ontvangen .*1\.750,00, betaald .*7,00\.$/).waitFor();

    await choose('Naam tegenpartij', 'Waarover');
    await page.getByRole('row').filter({ hasText: 'P. Visser' }).waitFor({ state: 'detached' });
    await choose('Naam tegenpartij', 'Van');
    await page.getByRole('row').filter({ hasText: 'P. Visser' }).waitFor();
    const book = page.getByRole('button', { name: '3 regels inlezen' });
    await book.scrollIntoViewIfNeeded();
    await visit.picture('bank-table');
    await book.click();
    await page.getByText('Nieuwe regels').waitFor();
  });

  it('is read at once the next time, as it was remembered, until that is forgotten', async () => {
    const { page } = visit;
    await drop('april.csv', MARCH);
    await page.getByText(/Gelezen zoals Marieke .* eerder aanwees/).waitFor();
    await page.getByRole('heading', { name: 'Onthouden kolommen' }).waitFor();
    await visit.picture('bank-table-remembered');

    await page.getByRole('button', { name: 'Vergeet dit' }).click();
    await page.getByRole('heading', { name: 'Onthouden kolommen' }).waitFor({ state: 'detached' });
    await drop('mei.csv', MARCH);
    await page.getByText('Dit bestand kennen we niet').waitFor();
    expect(visit.trouble).toEqual([]);
  });
});
