import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { administrations } from '../../core/domain/administrations/index.ts';
import { bankStatement } from '../../core/domain/testing/bank.ts';
import { agencyScope, type Id, systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { afterDue, afterStep, costs, flowOf, mail } from '../scenarios/telling/flow-of.ts';
import { describeInBrowser } from './browser.ts';
import { givenOwing } from './given-owing.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

const SCOPE = systemScope('a story in a browser');

describeInBrowser('what a flow would do today, and what it may not do', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];
  const flows: Record<string, Id> = {};

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows', prepare });
    page = visit.page;
  });
  afterAll(() => visit?.close());

  const rows = () => page.getByRole('table').locator('tbody tr');

  it('tells by debtor what happens today, grouped, with the reason in a sentence', async () => {
    await page.getByRole('link', { name: 'Wat er vandaag zou gebeuren' }).click();
    await page.getByText('9 debiteuren').waitFor();
    await page.getByText('Vastgehouden 6', { exact: true }).click();
    await expect.poll(() => rows().count()).toBe(6);
    const first = await rows().first().innerText();
    expect(first).toContain('de bankgegevens zijn 3 dagen oud');
    await visit.picture('today');

    await page.getByText('Wacht 3', { exact: true }).click();
    await expect.poll(() => rows().count()).toBe(3);
    expect(await rows().first().innerText()).toMatch(/gaat verder op/);
  });

  it('finds a debtor by name and opens the file', async () => {
    await page.getByText('Alles', { exact: true }).click();
    await page.getByRole('searchbox', { name: 'Zoek op naam of nummer' }).fill('bakker 4');
    await expect.poll(() => rows().count()).toBe(1);
    await page.getByRole('link', { name: 'Bakker 4' }).click();
    await page
      .getByRole('heading', { name: /Bakker 4/ })
      .first()
      .waitFor();
  });

  it('opens the cases that are held, behind their count', async () => {
    await visit.go(`/flows/${hex('careful')}/watch`);
    await page.getByRole('button', { name: '6 vastgehouden' }).click();
    const held = page.getByRole('region', { name: 'Vastgehouden' });
    await expect.poll(() => held.getByRole('listitem').count()).toBe(6);
    await held.getByRole('listitem').first().getByRole('button').click();
    await page
      .getByText(/bankgegevens zijn 3 dagen oud/)
      .first()
      .waitFor();
    expect(await page.getByText('Terug naar de flow').count()).toBe(1);
  });

  it('shows what the law says apart, and plays how it goes wrong', async () => {
    await visit.go(`/flows/${hex('hasty')}/draw`);
    await page.getByRole('tab', { name: /Problemen/ }).click();
    const legal = page.getByRole('list', { name: 'Volgens de wet' });
    await legal.getByText(/BW/).first().waitFor();
    await legal
      .getByRole('button', { name: /Voorbeeld afspelen/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    const path = dialog.getByRole('list', { name: 'De weg in woorden' });
    await path.getByText('Hier gaat het mis').waitFor();
    expect(await path.getByText(/2026/).count()).toBeGreaterThan(1);
    await dialog.getByRole('slider', { name: 'De dagen' }).press('End');
    const mark = dialog.locator('article[data-mark="present"]');
    await expect.poll(() => isInside(mark, dialog.locator('.react-flow'))).toBe(true);
    await visit.picture('finding');
    await page.keyboard.press('Escape');
  });

  it('says why a draft with mistakes cannot be tried', async () => {
    await visit.go(`/flows/${hex('broken')}/try`);
    await page.getByText('Dit concept heeft nog fouten').waitFor();
    await page.getByRole('link', { name: 'Naar de tekening' }).waitFor();
    await visit.picture('cannot-try');
    // The browser tells of the refusal itself; of nothing else.
    expect(visit.trouble.filter((one) => !one.includes('422'))).toEqual([]);
  });

  const hex = (slug: string) => flows[slug]!.toHexString();

  /** Six whose letter is due while the bank is silent, three who wait; a hasty flow and a broken one. */
  async function prepare(world: WebWorld): Promise<void> {
    const { app } = world;
    const [books] = await app.store.table(administrations).in(SCOPE).find();
    const { agencyId } = books!;
    const scope = agencyScope(agencyId);
    const steps = { 'wait-1': afterDue(14), 'mail-1': mail() };
    const careful = flowOf(app, steps, { settings: { bankFreshnessDays: 2 } });
    const hasty = flowOf(app, {
      ...steps,
      announce: costs('announced'),
      notice: mail('final-reminder'),
      rest: afterStep(3),
      claim: costs('claimable'),
    });
    const broken = { ...careful, edges: careful.edges.slice(1) };
    for (const [slug, document] of Object.entries({ careful, hasty, broken })) {
      const made = { agencyId, creditorId: null, slug, document };
      flows[slug] = (await app.flows.definitions.create(scope, made))._id;
    }
    const { careful: flowId } = flows;
    await app.flows.definitions.publish(scope, flowId!, { who: 'test', note: null });
    await app.store
      .table(administrations)
      .in(scope)
      .updateOne({ _id: books!._id }, {
        $set: {
          flowChoice: { steady: flowId, unknown: flowId, fluctuating: flowId, erratic: flowId },
        },
      } as never);
    for (let index = 1; index <= 9; index += 1) {
      const dueOn = index > 6 ? '2026-03-10' : '2026-03-02';
      const owed = {
        number: `F-${index}`,
        amountCents: 10_000,
        invoicedOn: '2026-02-01',
        dueOn,
      } as const;
      const who = { number: `D${index}`, kind: 'consumer', name: `Bakker ${index}` } as const;
      await givenOwing(world, { ...who, email: `d${index}@example.nl`, owes: [owed] }, books!);
    }
    await world.passTo('2026-03-15');
    const statement = bankStatement([], { account: books!.iban!, closingOn: '2026-03-13' });
    await app.rooms.statements.receive(scope, books!._id, [statement]);
    await world.passTo('2026-03-16');
  }
});

/** Whether all of it stands within the other. */
async function isInside(one: Locator, other: Locator): Promise<boolean> {
  const [inner, outer] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!inner || !outer) return false;
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
