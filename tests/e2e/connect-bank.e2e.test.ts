import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog } from '../../core/http/index.ts';
import { createOutbound, type Outbound } from '../../core/outbound/index.ts';
import {
  TEST_CLIENT_CERTIFICATE,
  TEST_CLIENT_KEY,
} from '../../core/outbound/testing/certificates.ts';
import { type BankServer, startBank } from '../kit/bank-server.ts';
import { testDatabase } from '../kit/database.ts';
import { refusal } from '../kit/played-bank.ts';
import { describeInBrowser } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';

describeInBrowser('connecting a bank', () => {
  const database = testDatabase();
  let bank: BankServer;
  let outbound: Outbound;
  let visit: Visit;

  beforeAll(async () => {
    bank = await startBank();
    for (let number = 1; number <= 5; number += 1) {
      const on = number < 4 ? '2026-01-20' : '2026-02-27';
      bank.booked.push({ id: `t${number}`, on, amount: `${number}0.00`, text: `regel ${number}` });
    }
    outbound = createOutbound({ log: createLog({ level: 'silent' }), loopback: bank.loopback });
    visit = await openVisit(database.uri, {
      on: '2026-03-02',
      path: '/bank?view=accounts',
      outbound,
    });
    await bank.welcome(visit.page.context());
  });
  afterAll(async () => {
    await visit?.close();
    await outbound?.close();
    await bank?.close();
  });
  const wait = (text: string | RegExp) => visit.page.getByText(text).first().waitFor();
  const press = (name: string | RegExp) => visit.page.getByRole('button', { name }).click();

  it('begins where the accounts are, and says what must be entered first', async () => {
    const { page } = visit;
    await wait('Nog geen bank gekoppeld');
    await page.getByRole('link', { name: 'Bank koppelen' }).click();
    await wait('Kies eerst een administratie.');
    await page.getByRole('combobox', { name: 'administratie' }).click();
    await page.getByRole('option', { name: 'Van Vliet Installaties' }).click();
    await page.getByRole('radio', { name: 'Knab' }).check();

    await wait('Nog nodig: Certificaat voor de verbinding (QWAC)');
    await visit.picture('connect-bank-needs');
    expect(await page.getByRole('button', { name: /^Naar Knab/ }).count()).toBe(0);
  });

  it('leads to the bank, and back with its consent and its accounts', async () => {
    const { page } = visit;
    await enterBank(page);
    await page.reload();
    await page.getByRole('radio', { name: 'Knab' }).check();
    await visit.picture('connect-bank-choose');
    await press('Naar Knab voor toestemming');
    await page.getByRole('heading', { name: 'Knab' }).waitFor();

    await page.getByRole('link', { name: 'Geef toestemming' }).click();

    await wait('Toestemming gegeven');
    await wait('NL91KNAB0417164300');
    await visit.picture('connect-bank-accounts');
  });

  it('reads a month at a time until today, and shows how far it is', async () => {
    await press('1 rekening ophalen');

    await wait('Alles is opgehaald');
    await wait('5 regels');
    await visit.picture('connect-bank-read');
    await visit.page.getByRole('link', { name: 'Bekijk de regels' }).click();
    await wait('regel 5');
  });

  it('shows how fresh the account is, when it is read again and until when there is consent', async () => {
    await visit.go('/bank?view=accounts');

    await wait('Vandaag gelezen');
    await wait('Verloopt binnenkort');
    await visit.picture('bank-connections');
  });

  it('says what is wrong when the bank is away, and tries again later', async () => {
    bank.pages.failing.set(0, refusal(503, 'SERVER_BUSY'));
    await press('Nu ophalen');

    await wait('1 keer mislukt');
    await visit.picture('bank-connections-away');
    bank.pages.failing.clear();
  });

  it('asks for consent again when it has ended, and goes on', async () => {
    for (const id of bank.consents.keys()) bank.consents.set(id, 'expired');
    await press('Nu ophalen');
    await wait('Toestemming verlopen');
    await visit.picture('bank-connections-ended');

    await press('Toestemming verlengen');
    await visit.page.getByRole('link', { name: 'Geef toestemming' }).click();
    await wait('Toestemming gegeven');
    await visit.go('/bank?view=accounts');
    await wait('Gekoppeld');
  });

  it('forgets the bank when somebody disconnects it', async () => {
    await press('Ontkoppelen');
    await visit.page.getByRole('dialog').getByRole('button', { name: 'Ontkoppelen' }).click();

    await wait('Nog geen bank gekoppeld');
    expect(visit.trouble).toEqual([]);
  });
});

/** As the administrator does at Plugins: the address of the bank and the certificate. */
async function enterBank(page: Page): Promise<void> {
  const certificate = { certificate: TEST_CLIENT_CERTIFICATE, key: TEST_CLIENT_KEY };
  const addresses = [{ bank: 'knab', url: 'https://xs2a.knab.nl/v1' }];
  const settings = { addresses, credentials: { certificate } };
  const status = await page.evaluate(async (sent) => {
    const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string };
    const answer = await fetch('/api/plugins/bank-xs2a', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
      body: JSON.stringify({ enabled: true, settings: sent }),
    });
    return answer.status;
  }, settings);
  expect(status).toBe(200);
}
