import { cents } from '@inning/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { communications } from '../../core/domain/communications/index.ts';
import { administrations } from '../../core/domain/administrations/index.ts';
import { placeOf } from '../../core/domain/routing/index.ts';
import { createLetterLinks, createLog } from '../../core/http/index.ts';
import { createOutbound, type Outbound } from '../../core/outbound/index.ts';
import { systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { MOLLIE_DESCRIPTION, type MollieServer, startMollie } from '../kit/mollie-server.ts';
import { describeWithShared } from '../kit/shared.ts';
import { describeInBrowser, expectAccessible } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

const SCOPE = systemScope('a world for tests');

describeWithShared('paying online', MOLLIE_DESCRIPTION, () => {
  describeInBrowser('from the letter to the file', () => {
    const database = testDatabase();
    let mollie: MollieServer;
    let outbound: Outbound;
    let visit: Visit;
    let link: string;
    let debtorId: string;
    /** The debtor's phone: no account, and the page of Mollie is played. */
    let phone: Page;

    beforeAll(async () => {
      mollie = await startMollie();
      outbound = createOutbound({
        log: createLog({ level: 'silent' }),
        loopback: mollie.loopback,
      });
      visit = await openVisit(database.uri, {
        on: '2026-03-02',
        path: '/',
        outbound,
        prepare: async (world) => ({ link, debtorId } = await writeLetter(world)),
      });
      const context = await visit.page
        .context()
        .browser()!
        .newContext({
          viewport: { width: 390, height: 844 },
          locale: 'nl-NL',
        });
      phone = await context.newPage();
      phone.setDefaultTimeout(15_000);
      await phone.route('https://www.mollie.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<h1>Betaalpagina</h1>' }),
      );
    });
    afterAll(async () => {
      await visit?.close();
      await outbound?.close();
      await mollie?.server.close();
    });

    const picture = async (name: string) => {
      await expectAccessible(phone);
      const path = new URL(`../output/screens/${name}-390.png`, import.meta.url).pathname;
      await phone.screenshot({ path, fullPage: true });
    };

    it('shows the account to transfer to as long as no provider takes payments', async () => {
      await phone.goto(link);
      await phone.getByText('NL38 RABO 0123 4567 03').waitFor();
      expect(await phone.getByRole('button').count()).toBe(0);
    });

    it('offers to pay online once the agency entered its key', async () => {
      await enterKey(visit.page);
      await phone.reload();
      await phone.getByRole('button', { name: /Betaal €\s150,00 nu online/ }).waitFor();
      await phone.getByText('Kies zelf wat u nu betaalt').click();
      await picture('pay');
    });

    it('asks for what was ticked and leads to the page of the provider', async () => {
      await phone.getByRole('checkbox', { name: /F-2/ }).uncheck();
      await phone
        .getByRole('checkbox', { name: /Ik machtig/ })
        .last()
        .check();
      await phone.getByRole('button', { name: 'Betaal wat is aangevinkt' }).click();
      await phone.getByRole('heading', { name: 'Betaalpagina' }).waitFor();

      const [made] = mollie.payments.values();
      expect(made).toMatchObject({
        amount: { value: '100.00', currency: 'EUR' },
        sequenceType: 'first',
      });
    });

    it('waits for the bank, and says thanks by itself when it was paid', async () => {
      const [made] = mollie.payments.values();
      await phone.goto(String(made?.['redirectUrl']));
      await phone.getByText('We wachten op bericht van de bank').waitFor();

      const paidAt = '2026-03-02T10:00:00+01:00';
      mollie.change('tr_1', { status: 'paid', paidAt, method: 'ideal' });

      await phone.getByText('Bedankt voor uw betaling').waitFor();
      await picture('paid');
    });

    it('shows the payment in the file of the debtor, and sends money back', async () => {
      const { page } = visit;
      await visit.go(`/debtors/${debtorId}?tab=payments`);
      await page.getByText('Online betaald (ideal)').waitFor();
      await page.getByRole('button', { name: 'Terugbetalen' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Bedrag').fill('25,00');
      await dialog.getByLabel('Reden').fill('Te veel berekend');
      await dialog.getByRole('button', { name: /€\s25,00 terugbetalen/ }).click();
      await page.getByText('Het geld is terugbetaald.').waitFor();
      expect(mollie.refunds).toMatchObject([{ amount: { value: '25.00' } }]);
      await visit.picture('file-payments');
    });

    it('collects the rest on the mandate that came with the payment', async () => {
      const { page } = visit;
      await page.getByText('Machtiging voor NL91ABNA0417164300').waitFor();
      await page.getByRole('button', { name: 'Incasseren' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: /F-2/ }).check();
      await visit.picture('collect', [1440, 390]);
      await dialog.getByRole('button', { name: /€\s50,00 incasseren/ }).click();
      await page.getByText('De incasso is gestart.').waitFor();
      await page.getByText(/automatische incasso/).waitFor();

      expect([...mollie.payments.values()].at(-1)).toMatchObject({
        sequenceType: 'recurring',
        amount: { value: '50.00' },
      });
      await visit.picture('file-mandate');
    });

    it('asks today’s amount from the old link', async () => {
      await phone.goto(link);
      await phone.getByRole('button', { name: /Betaal €\s50,00 nu online/ }).waitFor();
    });

    it('says it calmly when the provider is away', async () => {
      mollie.fail(503);
      await phone.getByRole('button', { name: /Betaal €\s50,00 nu online/ }).click();
      await phone.getByText('Er is niets afgeschreven').waitFor();
      await picture('pay-away');
      expect(visit.trouble).toEqual([]);
    });
  });
});

/** A debtor with two invoices overdue, and a letter about them. */
async function writeLetter({ app, address }: WebWorld) {
  const [books] = await app.store.table(administrations).in(SCOPE).find({});
  const place = { ...placeOf({ ...books!, administrationId: books!._id }) };
  await app.store
    .table(administrations)
    .in(SCOPE)
    .updateOne({ _id: books!._id }, { $set: { offersDirectDebit: true } });
  const debtor = await app.rooms.debtors.create(SCOPE, place, {
    number: 'D1',
    kind: 'consumer',
    name: 'Sanne de Vries',
    email: 'sanne@example.nl',
  });
  const invoice = (number: string, amount: number) => ({
    debtorId: debtor._id,
    number,
    currency: 'EUR',
    totalCents: cents(amount),
    invoicedOn: '2026-01-05' as const,
    dueOn: '2026-02-04' as const,
  });
  await app.rooms.invoices.receive(SCOPE, place, {
    news: [invoice('F-1', 10_000), invoice('F-2', 5_000)],
    by: 'test',
  });
  const letter = await app.store
    .table(communications)
    .in(SCOPE)
    .insert({
      ...place,
      key: 'letter-1',
      debtorId: debtor._id,
      channel: 'mail',
      template: 'first-reminder',
      language: 'nl',
      to: 'sanne@example.nl',
      subject: 'Herinnering',
      fingerprint: 'x',
      openCents: 15_000,
      state: 'sent',
      reservedAt: app.clock.now(),
      sentAt: app.clock.now(),
    });
  const { secret } = app.config;
  const links = createLetterLinks({ secret, publicUrl: address });
  return { link: links.pay(letter._id.toHexString()), debtorId: debtor._id.toHexString() };
}

/** As the screen of plugins does it. */
async function enterKey(page: Page): Promise<void> {
  const status = await page.evaluate(async () => {
    const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string };
    const settings = { methods: [], credentials: { key: { key: 'test_abc' } } };
    const answer = await fetch('/api/plugins/psp-mollie', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
      body: JSON.stringify({ enabled: true, settings }),
    });
    return answer.status;
  });
  expect(status).toBe(200);
}
