import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Administration, administrations } from '../../core/domain/administrations/index.ts';
import { debtors } from '../../core/domain/debtors/index.ts';
import { systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { givenOwing } from './given-owing.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

const SCOPE = systemScope('a story in a browser');

describeInBrowser('overviews of flows at work', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-16', path: '/', prepare });
    page = visit.page;
  });
  afterAll(() => visit?.close());

  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  const dialog = () => page.getByRole('dialog');
  const openFile = async (name: string) => {
    await visit.go('/debtors?state=all');
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 2 }).waitFor();
  };

  it('shows the administration that ran longest ago first, and which is late or paused', async () => {
    await row('Van Vliet Installaties').getByText('zojuist').filter({ visible: true }).waitFor();
    const names = await page.locator('tbody [data-row-link]').allTextContents();
    expect(names).toEqual(['Stilgevallen', 'Met vakantie', 'Van Vliet Installaties']);
    await row('Stilgevallen').getByText('Loopt achter').waitFor();
    await row('Stilgevallen').getByText('3 uur geleden').filter({ visible: true }).waitFor();
    await row('Met vakantie')
      .getByText(/Gepauzeerd/)
      .waitFor();
    await row('Van Vliet').getByText('1 debiteur zonder flow').waitFor();
    await visit.picture('overview-runs');

    await visit.go('/administrations');
    await row('Stilgevallen').getByText('Loopt achter').waitFor();
    expect((await page.locator('tbody [data-row-link]').allTextContents())[0]).toBe('Stilgevallen');
    await visit.picture('administrations-runs');
    await visit.show(390);
    await row('Stilgevallen').getByText('uur geleden').waitFor();
    await visit.show(1440);
  });

  it('shows how many debtors each flow treats, for whom it is chosen, and who has none', async () => {
    await visit.go('/flows');
    await row('Neutraal').getByRole('cell', { name: '2', exact: true }).first().waitFor();
    await row('Neutraal').getByText('100').waitFor();
    await row('Neutraal').getByText('Gekozen in 3 administraties').waitFor();
    await visit.picture('flows-treated');

    await page.getByRole('link', { name: 'Bekijk wie dat zijn' }).click();
    await page.getByRole('link', { name: 'Dirk Zonderland' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await visit.picture('debtors-no-flow');

    await visit.go('/tasks');
    await page.getByText('Dirk Zonderland').waitFor();
  });

  it('switches the flow of a debtor: after the last letter, or from the start', async () => {
    await openFile('Anna Bakker');
    await page.getByRole('button', { name: 'Flow wisselen' }).click();
    await dialog().getByRole('combobox', { name: 'Flow' }).click();
    await page.getByRole('option', { name: 'Vriendelijk' }).click();
    await dialog().getByText('Na de laatste brief verder').waitFor();
    await visit.picture('switch-flow');
    await dialog().getByRole('button', { name: 'Flow wisselen' }).click();
    await dialog().waitFor({ state: 'detached' });
    await runEngine(visit.world);
    // Reminder 1 left on the 16th; Friendly sends reminder 2 fourteen days later.
    await page.getByText('ma 30 mrt 2026').first().waitFor();
    await page.getByText('Herinnering 2').first().waitFor();

    await page.getByRole('button', { name: 'Flow wisselen' }).click();
    await dialog().getByText('Opnieuw beginnen').click();
    await dialog().getByRole('button', { name: 'Flow wisselen' }).click();
    await dialog().waitFor({ state: 'detached' });
    await runEngine(visit.world);
    await page.getByText('Herinnering 1').first().waitFor();
  });

  it('marks a step that is set on another day: in the file, in the list of cases, on the path', async () => {
    await openFile('Bram de Wit');
    await page.getByRole('button', { name: 'Deze stap overnemen' }).click();
    await page.getByRole('menuitem', { name: 'Andere dag' }).click();
    await dialog().getByLabel('Datum').fill('do 2 apr 2026');
    await page.keyboard.press('Tab');
    await dialog().getByRole('button', { name: 'Andere dag' }).click();
    await page.getByText(/Verzet door .*, stond op/).waitFor();
    await visit.picture('deviating-file');

    await visit.go('/flows');
    await page.getByRole('link', { name: 'Neutraal' }).click();
    await page.getByRole('link', { name: 'Meekijken' }).click();
    await page.getByRole('region', { name: 'Aantallen per stap' }).waitFor();
    await page.locator('article', { hasText: '1 hier' }).first().click();
    const line = page.getByRole('listitem').filter({ hasText: 'Bram de Wit' });
    await line.getByText('Andere dag').waitFor();
    await visit.picture('deviating-cases');
    await line.getByRole('button').click();
    await page.getByText(/Verzet door .*, stond op/).waitFor();
    await page.getByText('Wacht tot do 2 apr 2026').first().waitFor();
    await page.locator('article', { hasText: /Andere dag: do 2 apr 2026, was/ }).waitFor();
    await visit.picture('deviating-path');
    expect(visit.trouble).toEqual([]);
  });
});

/** Three sets of books; in the first two debtors who had reminder 1, and one whom no flow treats. */
async function prepare(world: WebWorld): Promise<void> {
  const { rooms, store, flows } = world.app;
  const rows = store.table(administrations).in(SCOPE);
  const [books] = await rows.find();
  const { agencyId, creditorId, flowChoice } = books as Administration;
  await rows.updateOne(
    { _id: books!._id },
    { $set: { flowChoice: { ...flowChoice, erratic: null } } },
  );
  await owing(world, books!);
  // The hour at which letters leave has come.
  world.clock.moveTo(new Date('2026-03-16T08:30:00Z'));
  await flows.startDue(world.clock.now());
  await runEngine(world);

  const hoursAgo = (hours: number) => new Date(world.clock.now().getTime() - hours * 3_600_000);
  for (const [number, name] of ['Stilgevallen', 'Met vakantie'].entries()) {
    const news = { agencyId, creditorId, name, number: String(number + 2), flowChoice };
    await rooms.administrations.create(SCOPE, news);
  }
  const late = { lastRunAt: hoursAgo(3.5) };
  await rows.updateOne({ name: 'Stilgevallen' }, { $set: late });
  const paused = { lastRunAt: hoursAgo(3), pausedSince: hoursAgo(3), pauseReason: 'vakantie' };
  await rows.updateOne({ name: 'Met vakantie' }, { $set: paused });
}

/** Everything that is due at this moment. */
async function runEngine({ app, clock }: WebWorld): Promise<void> {
  while ((await app.dispatcher.drain()) + (await app.flows.wake(clock.now())) > 0);
}

async function owing(world: WebWorld, books: Administration): Promise<void> {
  for (const [index, name] of ['Anna Bakker', 'Bram de Wit', 'Dirk Zonderland'].entries()) {
    const debtor = await givenOwing(
      world,
      {
        number: `D${index}`,
        kind: 'consumer',
        name,
        email: `d${index}@example.nl`,
        owes: [
          {
            number: `F-${index}`,
            amountCents: 10_000,
            invoicedOn: '2026-02-01',
            dueOn: '2026-03-02',
          },
        ],
      },
      books,
    );
    if (name.startsWith('Dirk')) {
      const erratic = { 'behaviour.class': 'erratic' };
      const people = world.app.store.table(debtors).in(SCOPE);
      await people.updateOne({ _id: debtor._id }, { $set: erratic } as never);
    }
  }
}
