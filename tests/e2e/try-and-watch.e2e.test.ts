import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Administration, administrations } from '../../core/domain/administrations/index.ts';
import { instances } from '../../core/flows/index.ts';
import { agencyScope, type Id, systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser, signIn } from './browser.ts';
import { givenOwing } from './given-owing.ts';
import { openVisit, type Visit } from './visit.ts';
import { MARIEKE, type WebWorld } from './web-world.ts';

const SCOPE = systemScope('a story in a browser');

describeInBrowser('trying a flow and watching it run', () => {
  const database = testDatabase();
  let visit: Visit;
  let world: WebWorld;
  let page: Page;

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows' });
    ({ world, page } = visit);
  });
  afterAll(() => visit?.close());

  it('tries a flow with a payment on a day, and shows what that changes', async () => {
    await page.getByRole('link', { name: 'Neutraal' }).click();
    await page.getByRole('link', { name: 'Uitproberen' }).click();
    await page.getByRole('region', { name: 'Wat de betaling verandert' }).waitFor();
    await page.getByText('Door de betaling gaan er 2 brieven minder uit.').waitFor();

    await page.getByRole('textbox', { name: 'Op dag' }).fill('2');
    await page.getByText('Door de betaling gaan er 3 brieven minder uit.').waitFor();
    await page.getByRole('textbox', { name: 'Op dag' }).fill('20');
    await page.getByText('Door de betaling gaan er 2 brieven minder uit.').waitFor();
  });

  it('plays the days with the keyboard, on the canvas and as a list', async () => {
    const path = page.getByRole('list', { name: 'De weg in woorden' });
    const steps = await path.getByRole('listitem').count();
    const slider = page.getByRole('slider', { name: 'De dagen' });

    await slider.focus();
    await page.keyboard.press('End');
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(String(steps - 1));
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('1');
    expect(await page.locator('article[data-mark="present"]').count()).toBe(1);
    expect(await page.locator('article[data-mark="visited"]').count()).toBe(1);

    await page.getByRole('button', { name: 'Afspelen' }).click();
    await page.getByRole('status').filter({ hasText: 'Herinnering 1' }).waitFor();
    await page.getByRole('button', { name: 'Pauze' }).click();
    await slider.focus();
    await page.keyboard.press('End');
    await visit.picture('try');
  });

  it('shows a mail as it would be, in a frame in which nothing runs', async () => {
    await page
      .getByRole('button', { name: /Bekijk de mail/ })
      .first()
      .click();
    const frame = page.getByRole('dialog').locator('iframe');
    await frame.waitFor();
    expect(await frame.getAttribute('sandbox')).not.toContain('allow-scripts');
    const text = frame
      .contentFrame()
      .getByText(/250,00/)
      .filter({ visible: true })
      .first();
    await text.waitFor();
    await visit.picture('try-mail', [1440]);
    await page.getByRole('button', { name: 'Sluiten' }).click();
    expect(visit.trouble).toEqual([]);
  });

  it('watches cases move without a reload, and opens those behind a count', async () => {
    const [books] = await world.app.store.table(administrations).in(SCOPE).find();
    const scope = agencyScope(books!.agencyId);
    const flows = await world.app.flows.definitions.list(scope);
    const neutral = flows.find(({ slug }) => slug === 'neutral')!;
    const watch = `/flows/${neutral._id.toHexString()}/watch`;
    await world.passTo('2026-03-04');
    await comeBack(watch);
    const counts = page.getByRole('region', { name: 'Aantallen per stap' });
    await counts.getByText('0 dossiers lopen').waitFor();

    await owedBy(12, books!);
    await runEngine();
    await counts.getByText('12 dossiers lopen').waitFor();

    await world.passTo('2026-03-19');
    await comeBack(watch);
    await counts.getByRole('button', { name: 'Verstuurd 12' }).waitFor();
    await visit.picture('watch');

    await counts.getByRole('button', { name: 'Verstuurd 12' }).click();
    const cases = page.getByRole('region', { name: 'Herinnering 1: Verstuurd' });
    await expect.poll(() => cases.getByRole('listitem').count()).toBe(12);
    await cases.getByRole('button', { name: /Debiteur 3/ }).click();
    await page.getByText('Staat bij “Wacht tot”.').waitFor();
    await page.getByText('Gaat verder op').waitFor();
    await page.getByRole('list', { name: 'De weg in woorden' }).waitFor();
    await visit.picture('watch-case');
  });

  it('gets a case going again that stands still, with a reason', async () => {
    await stickOne();
    await page.getByRole('button', { name: 'Terug naar de flow' }).click();
    await page.getByRole('button', { name: 'Alle stappen' }).click();
    await page.reload();
    await page.getByRole('button', { name: '1 staat stil' }).click();
    await page.getByRole('region', { name: 'Staat stil' }).getByRole('listitem').click();
    await page.getByText('Gaat pas verder als iemand iets doet.').waitFor();
    await visit.picture('watch-stuck', [1440]);

    await page.getByRole('button', { name: 'Verder laten gaan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reden').fill('Met de hand verstuurd');
    await dialog.getByRole('button', { name: 'Verder laten gaan' }).click();

    await page.getByText(/liet de flow verdergaan zonder deze stap/).waitFor();
    expect(visit.trouble).toEqual([]);
  });

  it('tries a stuck case again, passes its step over, or ends it, and tells who and why', async () => {
    const rows = world.app.store.table(instances).in(SCOPE);
    const flowPage = page.url().split('?')[0];
    const openStuck = async () => {
      const id = await stickOne();
      await page.goto(`${flowPage}?case=${id.toHexString()}`);
      await page.getByText('De sjabloon is stuk', { exact: false }).first().waitFor();
      return id;
    };
    const takeOver = async (what: string, reason?: string) => {
      await page.getByRole('button', { name: 'Deze stap overnemen' }).click();
      await page.getByRole('menuitem', { name: what }).click();
      const dialog = page.getByRole('dialog');
      if (reason) await dialog.getByLabel('Reden').fill(reason);
      await dialog.getByRole('button', { name: what, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    const path = page.getByRole('list', { name: 'De weg in woorden' });

    const again = await openStuck();
    await takeOver('Opnieuw proberen');
    await path
      .getByText(/Losgelaten door Marieke de Boer/)
      .first()
      .waitFor();
    await runEngine();
    expect((await rows.byId(again))?.state).toBe('running');
    await page.getByText('Gaat verder op').waitFor();

    const over = await openStuck();
    await takeOver('Overslaan', 'Is al gebeld');
    await path
      .getByText(/slaat de volgende stap over: Is al gebeld/)
      .first()
      .waitFor();
    await runEngine();
    expect((await rows.byId(over))?.state).toBe('running');

    const ended = await openStuck();
    await takeOver('Flow stoppen', 'Anders geregeld');
    await page.getByText('Geëindigd op').waitFor();
    await path.getByText('Gestopt door Marieke de Boer: Anders geregeld').first().waitFor();
    expect(await page.getByRole('button', { name: 'Deze stap overnemen' }).count()).toBe(0);
    expect(await rows.byId(ended)).toMatchObject({ state: 'ended', endedAs: 'stopped' });
    await visit.picture('watch-ended');
    expect(visit.trouble).toEqual([]);
  });

  /** Debtors with an invoice that falls due on the second day. */
  async function owedBy(count: number, books: Administration): Promise<void> {
    for (let index = 1; index <= count; index += 1) {
      const owed = { number: `F-${index}`, amountCents: 10_000 };
      const dates = { invoicedOn: '2026-02-01', dueOn: '2026-03-03' } as const;
      const who = { number: `D${index}`, kind: 'consumer', name: `Debiteur ${index}` } as const;
      const email = `d${index}@example.nl`;
      await givenOwing(world, { ...who, email, owes: [{ ...owed, ...dates }] }, books);
    }
  }

  /** The engine as it runs by itself, at this moment. */
  async function runEngine(): Promise<void> {
    const { flows, dispatcher } = world.app;
    await flows.startDue(world.clock.now());
    while ((await dispatcher.drain()) + (await flows.wake(world.clock.now())) > 0);
  }

  /** Days went by, so the session is over. */
  async function comeBack(path: string): Promise<void> {
    await page.goto(`${world.address}${path}`);
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    await signIn(page, MARIEKE);
  }

  /** As a mistake in a plugin would leave it. */
  async function stickOne(): Promise<Id> {
    const rows = world.app.store.table(instances).in(SCOPE);
    const [one] = await rows.find({ isLive: true });
    const waiting = { code: 'flow.stuck.error', params: { problem: 'De sjabloon is stuk' } };
    const change = { state: 'stuck', waiting, wakeAt: null, plannedOn: null };
    await rows.updateOne({ _id: one!._id }, { $set: change } as never);
    return one!._id;
  }
});
