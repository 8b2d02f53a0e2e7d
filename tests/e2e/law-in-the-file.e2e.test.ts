import { cents } from '@inning/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administrations } from '../../core/domain/administrations/index.ts';
import { communications, createSentDocuments } from '../../core/domain/communications/index.ts';
import { newId, systemScope } from '../../core/store/index.ts';
import { bounceOf } from '../kit/bounce-of.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser, expectAccessible } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

const everything = systemScope('a world for tests');
const places = { administration: '', debtor: '', letter: '' };

/** A consumer whose costs were announced by post on 1 April: owed from the 21st, and nobody claimed them. */
async function prepare({ app, clock }: WebWorld): Promise<void> {
  const [home] = await app.store.table(administrations).in(everything).find();
  if (!home) throw new Error('the world has no books');
  const { agencyId, creditorId, _id: administrationId } = home;
  const place = { agencyId, creditorId, administrationId };
  const debtor = await app.rooms.debtors.create(everything, place, {
    number: 'D-600',
    kind: 'consumer',
    name: 'J. de Vries',
  });
  const debtorId = debtor._id;
  const invoice = (number: string, euros: number, dueOn: string) => ({
    debtorId,
    number,
    currency: 'EUR',
    totalCents: cents(euros * 100),
    invoicedOn: '2026-01-15',
    dueOn,
  });
  const news = [invoice('2026-0117', 600, '2026-03-01'), invoice('2026-0131', 148, '2026-03-08')];
  await app.rooms.invoices.receive(everything, place, { news, by: 'test' });
  clock.moveTo(new Date('2026-04-01T10:00:00Z'));
  await app.rooms.claims.recordLetter(everything, {
    debtorId,
    channel: 'post',
    sentOn: '2026-04-01',
    receivedOn: null,
    statedCents: null,
    reason: 'aangetekend verstuurd',
    by: 'Karin',
  });
  clock.moveTo(new Date('2026-04-10T10:00:00Z'));
  await app.rooms.payments.bookByHand(everything, {
    debtorId,
    amountCents: cents(10_000),
    receivedOn: '2026-04-10',
    by: 'Karin',
  });
  clock.moveTo(new Date('2026-04-22T08:00:00Z'));
  const letter = await sent(app, { ...place, debtorId });
  Object.assign(places, {
    administration: String(administrationId),
    debtor: String(debtorId),
    letter,
  });
}

/** A reminder that left by mail on the day of the story, with its text. */
async function sent(app: WebWorld['app'], place: object): Promise<string> {
  const _id = newId();
  const text = { subject: 'Herinnering', html: '<p>Beste J. de Vries</p>', text: 'Beste' };
  const row = await app.store
    .table(communications)
    .in(everything)
    .insert({
      ...place,
      _id,
      key: _id.toHexString(),
      channel: 'mail',
      template: 'first-reminder',
      language: 'nl',
      to: 'j.devries@example.nl',
      subject: text.subject,
      fingerprint: 'f',
      openCents: 64_800,
      state: 'sent',
      reservedAt: new Date('2026-04-21T07:00:00Z'),
      sentAt: new Date('2026-04-21T07:00:00Z'),
      sentOn: '2026-04-21',
    } as never);
  const documents = createSentDocuments(app.store);
  await documents.keepSent([{ row, letter: { ...text, fingerprint: 'f' } }], 'new');
  return _id.toHexString();
}

describeInBrowser('costs and interest on the screen', () => {
  const database = testDatabase();
  let visit: Visit;
  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-04-01', path: '/', prepare });
  });
  afterAll(() => visit?.close());

  it('tells what counts by law, and takes an agreement with its day and its reason', async () => {
    const { page } = visit;
    await visit.go(`/administrations/${places.administration}`);
    const section = page.getByRole('region', { name: 'Afspraken over kosten en rente' });
    await section.getByText('Er is niets afgesproken: de wet geldt.').waitFor();
    await section.getByRole('button', { name: 'Nieuwe afspraak' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Samen').check();
    const agree = dialog.getByRole('button', { name: 'Afspraak vastleggen' });
    await dialog.getByLabel('Waarom, of waar staat het?').fill('voorwaarden 2026');
    // Shared costs without a share are no agreement.
    expect(await agree.isDisabled()).toBe(true);
    await dialog.getByLabel('Deel van de debiteur').fill('50');
    await dialog.getByLabel(/deel van de hoofdsom/).fill('12,5');
    await dialog.getByLabel('Vanaf de vervaldatum').check();
    await dialog.getByRole('combobox', { name: 'Rente bij een bedrijf' }).click();
    await page.getByRole('option', { name: 'Boven op de wettelijke rente' }).click();
    await dialog.getByLabel('Procent per jaar').fill('2');
    await visit.picture('terms-form');
    await agree.click();

    await section.getByText('Samen: de debiteur draagt 50 %').first().waitFor();
    await section.getByText('12,5 % van de hoofdsom').first().waitFor();
    await section.getByText('2 % boven op de wettelijke rente').first().waitFor();
    await section.getByText('Geldt nu').waitFor();
    await section.getByText('voorwaarden 2026').waitFor();
    await section.scrollIntoViewIfNeeded();
    await visit.picture('terms');
  });

  it('keeps what was agreed before, and lets an own agreement go before that of the creditor', async () => {
    const { page } = visit;
    const section = page.getByRole('region', { name: 'Afspraken over kosten en rente' });
    await section.getByRole('button', { name: 'Nieuwe afspraak' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Alle administraties van/).check();
    await dialog.getByLabel('De opdrachtgever', { exact: true }).check();
    await dialog.getByLabel('Waarom, of waar staat het?').fill('voor alle administraties');
    await dialog.getByRole('button', { name: 'Afspraak vastleggen' }).click();

    await section.getByText('voor alle administraties').waitFor();
    expect(await section.getByRole('listitem').count()).toBe(2);
    const current = section.getByRole('listitem').filter({ hasText: 'Geldt nu' });
    expect(await current.textContent()).toContain('voorwaarden 2026');
    await section.getByText('Samen: de debiteur draagt 50 %').first().waitFor();
  });

  it('says line by line why a claim is this much, also on paper', async () => {
    const { page } = visit;
    await visit.go(`/debtors/${places.debtor}?tab=claim`);
    const table = page.getByRole('table', { name: 'De vordering, regel voor regel' });
    await table.getByText('Samen te betalen').waitFor();
    await page.getByText('Opeisbaar vanaf', { exact: true }).waitFor();
    // The head of the file asks for the same.
    const openNow = page.getByRole('region', { name: 'Openstaand' });
    await openNow.getByText('€ 700,53').waitFor();
    await table.getByText('Hiervan te betalen op factuur 2026-0131: € 11,10').waitFor();
    await visit.picture('claim');
    await page.emulateMedia({ media: 'print' });
    await expectAccessible(page);
    const path = new URL('../output/screens/claim-print.png', import.meta.url).pathname;
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.screenshot({ path, fullPage: true });
    expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(visit.trouble).toEqual([]);
  });

  it('takes it from a colleague that a mail did not arrive, and takes that back', async () => {
    const { page } = visit;
    await visit.show(1440);
    await visit.go(`/debtors/${places.debtor}?tab=correspondence`);
    const open = () => page.getByRole('button', { name: 'Herinnering' }).click();
    await open();
    await page.getByRole('button', { name: 'Kwam niet aan' }).click();
    const asking = page.getByRole('dialog', { name: 'Kwam niet aan' });
    await asking.getByLabel('Reden').fill('550 onbekend adres');
    await asking.getByRole('button', { name: 'Kwam niet aan' }).click();
    const table = page.getByRole('table', { name: 'Correspondentie' });
    await table.getByText('Kwam terug').waitFor();
    await open();
    await page.getByText('550 onbekend adres').waitFor();
    await visit.picture('letter-returned');
    await page.getByRole('button', { name: 'Toch aangekomen' }).click();
    const undoing = page.getByRole('dialog', { name: 'Toch aangekomen' });
    await undoing.getByLabel('Reden').fill('vergissing');
    await undoing.getByRole('button', { name: 'Toch aangekomen' }).click();
    await table.getByText('Verstuurd').waitFor();
    expect(visit.trouble).toEqual([]);
  });

  it('takes what a mail server sent back, and says of each file what became of it', async () => {
    const { page } = visit;
    await visit.go('/import');
    await page.getByRole('tab', { name: 'Teruggekomen mails' }).click();
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'message/rfc822',
      buffer: Buffer.from(text),
    });
    const panel = page.getByRole('tabpanel', { name: 'Teruggekomen mails' });
    await panel
      .getByLabel('Bestanden kiezen')
      .setInputFiles([
        file('onbestelbaar.eml', bounceOf(places.letter)),
        file('antwoord.eml', 'Subject: Re: Herinnering\r\n\r\nIk heb betaald.'),
      ]);
    await panel.getByText('550 5.1.1').waitFor();
    await panel.getByText('Kwam terug').waitFor();
    await panel.getByRole('alert').waitFor();
    await visit.picture('bounces');
    await panel.getByRole('link', { name: 'Herinnering' }).click();
    await page.getByRole('heading', { name: 'J. de Vries' }).waitFor();
    expect(visit.trouble.filter((one) => !one.includes('422'))).toEqual([]);
  });
});
