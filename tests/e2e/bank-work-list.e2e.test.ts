import { cents } from '@inning/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

const scope = systemScope('a story in a browser');
const ACCOUNT = 'NL38RABO0123456703';

/** Five debtors, and a statement of which two lines are certain and five wait for a person. */
async function prepare({ app }: WebWorld) {
  const { rooms } = app;
  const [administration] = (await rooms.administrations.list(scope, {})).items;
  const { agencyId, creditorId, _id: administrationId } = administration!;
  const place = { agencyId, creditorId, administrationId };
  const owes = async (name: string, amounts: readonly number[]) => {
    const number = `D${name.length}${name.charCodeAt(0)}`;
    const debtor = await rooms.debtors.create(scope, place, { number, kind: 'business', name });
    const news = amounts.map((amount, at) => ({
      debtorId: debtor._id,
      number: `2026-${number.slice(1)}${at}`,
      currency: 'EUR',
      totalCents: cents(amount),
      invoicedOn: '2026-01-10',
      dueOn: '2026-02-09',
    }));
    await rooms.invoices.receive(scope, place, { news, by: 'test' });
    return news.map((one) => one.number);
  };
  const [bakery] = await owes('Bakkerij De Gouden Krakeling', [12_100, 8_450]);
  await owes('Garage Van den Berg', [45_000]);
  await owes('Timmerbedrijf Houtman', [33_310, 20_000]);
  await owes('Kapsalon Knip & Zo', [9_900]);
  const [butcher] = await owes('Slagerij Vos', [6_655]);
  const lines = [
    bankLine(12_100, {
      description: `Factuur ${bakery}`,
      counterpartyName: 'Bakkerij De Gouden Krakeling',
    }),
    bankLine(6_655, { description: `nota ${butcher}`, counterpartyName: 'Slagerij Vos' }),
    bankLine(45_050, { description: 'betaling', counterpartyName: 'Garage Van den Berg' }),
    bankLine(10_000, { description: 'deel', counterpartyName: 'Timmerbedrijf Houtman' }),
    bankLine(7_777, { description: 'verjaardag oma', counterpartyName: 'Familie Post' }),
    bankLine(9_900, { description: 'knippen', counterpartyName: 'P. de Wit' }),
    bankLine(5_000, { description: 'dubbel overgemaakt', counterpartyName: 'F. Dubbel' }),
  ];
  const balance = (opening: number, closing: number, day: string) => ({
    account: ACCOUNT,
    openingCents: cents(opening),
    closingCents: cents(closing),
    openingOn: day,
    closingOn: day,
  });
  const total = lines.reduce((sum, line) => sum + line.amountCents, 0);
  await rooms.statements.receive(scope, administrationId, [
    bankStatement([], balance(100_000, 150_000, '2026-02-25')),
    bankStatement(lines, balance(175_000, 175_000 + total, '2026-03-02')),
  ]);
}

describeInBrowser('the work list of the bank', () => {
  const database = testDatabase();
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-03', path: '/bank', prepare });
  });
  afterAll(() => visit?.close());
  /** The next line opens at once; the list behind it is read again a moment later. */
  const isAt = (position: RegExp) =>
    visit.page.getByRole('status').filter({ hasText: position }).waitFor();
  const isGone = (text: string) =>
    visit.page.getByRole('heading', { level: 2, name: text }).waitFor({ state: 'detached' });

  it('shows what waits, with proposals and why', async () => {
    const { page } = visit;
    await page.getByRole('heading', { level: 2, name: 'Garage Van den Berg' }).waitFor();

    await isAt(/^1 van 5$/);
    await page.getByText('De naam Garage Van den Berg past bij deze debiteur').waitFor();
    await page.getByText('Blijft over als tegoed').first().waitFor();
    await visit.picture('bank-work');
  });

  it('is worked through with the keys: accept, next, aside, and undo', async () => {
    const { page } = visit;
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { level: 2, name: 'Timmerbedrijf Houtman' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('heading', { level: 2, name: 'Garage Van den Berg' }).waitFor();
    await page.keyboard.press('a');
    await isGone('Garage Van den Berg');
    await isAt(/^1 van 4$/);

    await page.keyboard.press('z');
    await isAt(/^\d van 5$/);
    await page.getByRole('button', { name: /Familie Post/ }).click();
    await page.getByRole('button', { name: 'Niet voor ons' }).click();
    await page.getByRole('textbox', { name: 'Reden' }).fill('privé');
    await page.getByRole('dialog').getByRole('button', { name: 'Niet voor ons' }).click();
    await isGone('Familie Post');
    await isAt(/van 4$/);
  });

  it('assigns to a debtor whom nobody named, and proposes to pay back', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: /P\. de Wit/ }).click();
    await page.getByRole('button', { name: 'Debiteur kiezen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('Kapsalon');
    await dialog.getByRole('radio', { name: /Kapsalon/ }).click();
    await visit.picture('bank-assign', [1440, 390]);
    await dialog.getByRole('button', { name: 'Boeken' }).click();
    await isGone('P. de Wit');

    await page.getByRole('button', { name: /F\. Dubbel/ }).click();
    await page.getByRole('button', { name: 'Terugbetalen' }).click();
    await page.getByRole('textbox', { name: 'Reden' }).fill('twee keer betaald');
    await page.getByRole('dialog').getByRole('button', { name: 'Terugbetalen' }).click();
    await isGone('F. Dubbel');
  });

  it('shows every line with its reason, and undoes what went by itself', async () => {
    const { page } = visit;
    await page.getByRole('tab', { name: 'Alle regels' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Bakkerij De Gouden Krakeling' }).first();
    await row.getByRole('button', { name: 'Waarom?' }).click();
    await page.getByText('Het bedrag is precies wat open staat').waitFor();
    await visit.picture('bank-lines');
    await page.keyboard.press('Escape');
    await row.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('textbox', { name: 'Reden' }).fill('verkeerde factuur');
    await page.getByRole('dialog').getByRole('button', { name: 'Ongedaan maken' }).click();
    await row.getByRole('button', { name: 'Boeken' }).waitFor();
  });

  it('shows the accounts with their gaps, and what was learned, which can be forgotten', async () => {
    const { page } = visit;
    await page.getByRole('tab', { name: 'Rekeningen' }).click();
    await page.getByText('Er ontbreekt iets tussen').waitFor();
    await visit.picture('bank-accounts');

    await page.getByRole('tab', { name: 'Geleerd' }).click();
    await page.getByText('“knippen”').waitFor();
    await visit.picture('bank-learned');
    await page.getByRole('button', { name: 'Vergeet dit' }).first().click();
    await page.getByText('Nog niets geleerd').waitFor();
    expect(visit.trouble).toEqual([]);
  });
  it('takes back all that went by itself with a statement', async () => {
    const { page } = visit;
    await page.getByRole('tab', { name: 'Afschriften' }).click();
    const row = page.getByRole('row').filter({ hasText: '7 regels' });
    await row.getByText('1 vanzelf geboekt').waitFor();
    await visit.picture('bank-statements');
    await row.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('textbox', { name: 'Reden' }).fill('verkeerd bestand');
    await page.getByRole('dialog').getByRole('button', { name: 'Ongedaan maken' }).click();
    await row.getByText('0 vanzelf geboekt').waitFor();

    await page.getByRole('tab', { name: 'Te doen' }).click();
    await page.getByRole('button', { name: /Slagerij Vos/ }).waitFor();
    expect(visit.trouble).toEqual([]);
  });

  it('books what was paid too much on a later invoice, in the file of the debtor', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: /Garage Van den Berg/ }).click();
    await page.getByRole('button', { name: 'Accepteren' }).click();
    await isGone('Garage Van den Berg');
    const debtorId = await owesMore(visit.world, 'Garage Van den Berg', 9_000);

    await visit.go(`/debtors/${debtorId}?tab=payments`);
    await page.getByText('Tegoed van deze debiteur:').waitFor();
    await visit.picture('debtor-credit');
    await page.getByRole('button', { name: 'Op factuur boeken' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /LATER-1/ }).click();
    await visit.picture('debtor-credit-book', [1440, 390]);
    await dialog.getByRole('button', { name: 'Op factuur boeken' }).click();

    await page.getByText('Tegoed van deze debiteur:').waitFor({ state: 'detached' });
    expect(visit.trouble).toEqual([]);
  });

  it('asks to hear of what is paid, for some books only', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: /Marieke/ }).click();
    await page.getByRole('menuitem', { name: 'Mijn berichten' }).click();
    await page.getByRole('radio', { name: 'Ja, van de administraties die ik kies' }).click();
    await page.getByRole('combobox', { name: 'Administraties' }).click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await visit.picture('notices');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Opgeslagen.').waitFor();

    await page.reload();
    await page.getByRole('radio', { name: 'Ja, van de administraties die ik kies' }).waitFor();
    expect(await page.getByRole('radio', { name: /die ik kies/ }).isChecked()).toBe(true);
    expect(visit.trouble).toEqual([]);
  });
});

/** A new invoice for a debtor who is there already; answers who it is. */
async function owesMore({ app }: WebWorld, name: string, amount: number): Promise<string> {
  const { rooms } = app;
  const { debtor } = (await rooms.debtors.list(scope, { search: name })).items[0]!;
  const { agencyId, creditorId, administrationId } = debtor;
  const news = {
    debtorId: debtor._id,
    number: 'LATER-1',
    currency: 'EUR',
    totalCents: cents(amount),
    invoicedOn: '2026-03-01',
    dueOn: '2026-03-31',
  };
  const place = { agencyId, creditorId, administrationId };
  await rooms.invoices.receive(scope, place, { news: [news], by: 'test' });
  return debtor._id.toHexString();
}
