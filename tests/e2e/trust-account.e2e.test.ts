import { readFile } from 'node:fs/promises';
import { cents } from '@inning/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemScope } from '../../core/store/index.ts';
import { administrations } from '../../core/domain/administrations/index.ts';
import { creditors } from '../../core/domain/creditors/index.ts';
import { trustRemittances } from '../../core/domain/trust/index.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser, signIn } from './browser.ts';
import { nextDay, statement } from './trust-statements.ts';
import { openVisit, type Visit } from './visit.ts';
import { MARIEKE, type WebWorld } from './web-world.ts';

/** Of the creditor whose invoices these are, and of one who has nothing to do with it. */
const LOTTE = { email: 'lotte@vanvliet.example', password: 'een wachtwoord van Lotte' };
const OTTO = { email: 'otto@elders.example', password: 'een wachtwoord van Otto' };
const KEES = { email: 'kees@kantoor.example', password: 'nog een lang wachtwoord' };
const everything = systemScope('a world for tests');

/** A colleague who may approve, and an invoice that somebody pays on the trust account. */
async function prepare({ app }: WebWorld): Promise<void> {
  const [home] = await app.store.table(administrations).in(everything).find();
  if (!home) throw new Error('the world has no books');
  const { agencyId, creditorId, _id: administrationId } = home;
  await app.rooms.users.create({
    ...KEES,
    name: 'Kees Jansen',
    role: 'agency-employee',
    agencyId,
  });
  const name = 'Elders B.V.';
  const other = await app.store
    .table(creditors)
    .in(everything)
    .insert({ agencyId, name, number: '99' });
  const books = { agencyId, creditorId: other._id, name, number: '99' };
  await app.store.table(administrations).in(everything).insert(books);
  const guest = { name: 'Van buiten', role: 'creditor-employee', agencyId } as const;
  await app.rooms.users.create({ ...LOTTE, ...guest, creditorIds: [creditorId] });
  await app.rooms.users.create({ ...OTTO, ...guest, creditorIds: [other._id] });
  const place = { agencyId, creditorId, administrationId };
  const debtor = await app.rooms.debtors.create(everything, place, {
    number: 'D-77',
    kind: 'business',
    name: 'Bakkerij De Korenaar',
  });
  const invoice = (number: string) => ({
    debtorId: debtor._id,
    number,
    currency: 'EUR',
    totalCents: cents(12_150),
    invoicedOn: '2026-01-15',
    dueOn: '2026-02-14',
  });
  const news = [invoice('DERDEN-2026-001'), invoice('DERDEN-2026-002')];
  await app.rooms.invoices.receive(everything, place, { news, by: 'test' });
}

describeInBrowser('the trust account in a browser', () => {
  const database = testDatabase();
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-03', path: '/trust', prepare });
  });
  afterAll(() => visit?.close());

  /** Somebody at a screen of their own, and all that the live line tells them. */
  async function watching(person: typeof LOTTE, path: string) {
    const context = await visit.page.context().browser()!.newContext({ locale: 'nl-NL' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const heard: string[] = [];
    page.on('websocket', (line) =>
      line.on('framereceived', ({ payload }) => void heard.push(String(payload))),
    );
    const opened = page.waitForEvent('websocket');
    await page.goto(visit.world.address + path);
    await signIn(page, person);
    await opened;
    return { page, heard, close: () => context.close() };
  }

  it('is set up, with an own place for its tasks', async () => {
    const { page } = visit;
    await page.getByText('Nog geen derdengeldenrekening').waitFor();
    await visit.picture('trust-empty');
    await page.getByRole('button', { name: 'Rekening instellen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('IBAN').fill('NL91 ABNA 0417 1643 00');
    await dialog.getByLabel('Rekeninghouder').fill('Stichting Derdengelden Noorderlicht');
    await dialog
      .getByRole('combobox')
      .or(dialog.getByLabel('Acties komen te staan bij'))
      .first()
      .click();
    await page.getByRole('option', { name: 'Van Vliet Installaties' }).click();
    await dialog.getByRole('button', { name: 'Rekening instellen' }).click();
    await page.getByText('Nog geen bankafschrift met saldo').waitFor();
  });

  it('keeps what is agreed with a creditor: what the agency keeps and where the rest goes', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Afspraken' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Opdrachtgever' }).click();
    await page.getByRole('option', { name: 'Installatiebedrijf Van Vliet B.V.' }).click();
    await dialog.getByLabel('IBAN voor afdrachten').fill('NL38 RABO 0123 4567 03');
    await dialog.getByLabel('Incassokosten zijn voor het kantoor').check();
    await visit.picture('trust-terms', [1440, 390]);
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('De afspraken zijn vastgelegd.').waitFor();
  });

  it('takes a statement, books what it knows and agrees with the bank', async () => {
    const { page } = visit;
    const [own] = await visit.world.app.store.table(administrations).in(everything).find();
    const lotte = await watching(LOTTE, `/trust/${String(own?.creditorId)}`);
    const otto = await watching(OTTO, '/trust');
    await lotte.page.getByRole('heading', { name: /Derdengelden Installatiebedrijf/ }).waitFor();
    await otto.page.getByRole('link', { name: 'Elders B.V.' }).waitFor();
    expect(await lotte.page.getByText('DERDEN-2026-001').count()).toBe(0);
    const file = { name: 'maart.sta', mimeType: 'text/plain', buffer: Buffer.from(statement) };
    await page
      .getByRole('group', { name: /Sleep afschriften/ })
      .locator('input')
      .setInputFiles(file);
    await page.getByText('maart.sta: 3 nieuw, 0 al bekend').waitFor();
    await page.getByText(/Sluit met de bank op/).waitFor();
    await page.getByRole('cell', { name: 'sluit', exact: true }).waitFor();
    await page.getByText('J. de Vries').waitFor();

    // The creditor sees it come in, on a page that nobody loaded again; the other one hears nothing.
    await lotte.page.getByText('DERDEN-2026-001').first().waitFor();
    expect(lotte.heard.join()).toContain('trust.changed');
    expect(await otto.page.locator('body').innerText()).not.toContain('DERDEN');
    expect(otto.heard).toEqual([]);
    await Promise.all([lotte.close(), otto.close()]);
    await visit.picture('trust-account');
  });

  it('lets a person say for whom the rest is', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Toewijzen' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Bedrag voor factuur DERDEN-2026-002').click();
    await visit.picture('trust-allocate', [1440, 390]);
    await dialog.getByRole('button', { name: 'Toewijzen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'J. de Vries' }).waitFor({ state: 'detached' });
  });

  it('asks what money was that left the account', async () => {
    const { page } = visit;
    await page.getByText('Afgeschreven, nog niet verklaard').first().waitFor();
    await page.getByRole('button', { name: 'Verklaren' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Naar het kantoor, of kosten van de bank').check();
    await visit.picture('trust-explain', [1440, 390]);
    await dialog.getByRole('button', { name: 'Verklaren' }).click();
    await page.getByText('Alles is toegewezen.').waitFor();
  });

  it('is remitted by one and approved by another, who takes the file once', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: /Afdracht maken: €\s171,50/ }).click();
    await page.getByText('Iemand anders moet deze afdracht goedkeuren.').waitFor();
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: 'Uit de afdracht halen' }).click();
    await page.getByRole('textbox', { name: 'Reden' }).fill('Eerst bellen');
    await visit.picture('trust-cancel-payment', [1440, 390]);
    const asked = page.getByRole('dialog').getByRole('button', { name: 'Uit de afdracht halen' });
    await asked.click();
    await page.getByText('ingetrokken', { exact: true }).waitFor();
    await page.getByRole('button', { name: /Afdracht maken: €\s171,50/ }).click();
    await page.getByText('Iemand anders moet deze afdracht goedkeuren.').waitFor();

    await page.context().clearCookies();
    await page.goto(`${visit.world.address}/trust`);
    await signIn(page, KEES);
    await page.getByRole('button', { name: 'Goedkeuren' }).click();
    await page.getByText('goedgekeurd', { exact: true }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Bestand voor de bank' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('<CtrlSum>171.50</CtrlSum>');
    expect(text).toContain('<IBAN>NL38RABO0123456703</IBAN>');
    await page.getByRole('button', { name: 'Bestand nogmaals ophalen' }).click();
    await page.getByText(/Kees Jansen heeft dit bestand al opgehaald/).waitFor();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.locator('summary').first().click();
    await visit.picture('trust-remittance');
    const table = visit.world.app.store.table(trustRemittances).in(everything);
    const [row] = await table.find({}, { sort: { number: -1 } });
    expect(row?.filesTaken).toHaveLength(1);
  });

  it('shows the creditor what came in, with a running balance', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Installatiebedrijf Van Vliet B.V.' }).click();
    await page.getByRole('heading', { name: /Derdengelden Installatiebedrijf/ }).waitFor();
    await page.getByRole('cell', { name: '€ 171,50' }).first().waitFor();
    await visit.picture('trust-statement');
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const answer = await page.request.get(`${visit.world.address}${csv}`);
    expect(await answer.text()).toContain('DERDEN-2026-001;Bakkerij De Korenaar;121,50;0,00;');
    expect(visit.trouble).toEqual([]);
  });

  it('goes to another account than before once a second person has vouched for it', async () => {
    const { page } = visit;
    const comeIn = async (person: typeof KEES) => {
      await page.context().clearCookies();
      await page.goto(`${visit.world.address}/trust`);
      await signIn(page, person);
    };
    await comeIn(MARIEKE);
    await page
      .getByRole('group', { name: /Sleep afschriften/ })
      .locator('input')
      .setInputFiles({ name: 'dag-3.sta', mimeType: 'text/plain', buffer: Buffer.from(nextDay) });
    await page.getByText('dag-3.sta: 1 nieuw').waitFor();
    await page.getByRole('button', { name: 'Afspraken' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Opdrachtgever' }).click();
    await page.getByRole('option', { name: 'Installatiebedrijf Van Vliet B.V.' }).click();
    await dialog.getByLabel('IBAN voor afdrachten').fill('NL44 RABO 0123 4567 89');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();

    await page.getByText('Goedgekeurd door Marieke de Boer.').waitFor();
    await visit.picture('trust-new-account');
    expect(await page.getByRole('button', { name: 'Dit nummer klopt' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Afdracht maken/ }).count()).toBe(0);
    await comeIn(KEES);
    await page.getByRole('button', { name: 'Dit nummer klopt' }).click();
    await page.getByRole('button', { name: /Afdracht maken: €\s71,50/ }).click();
    await page.getByText('Iemand anders moet deze afdracht goedkeuren.').waitFor();
    expect(visit.trouble).toEqual([]);
  });
});
