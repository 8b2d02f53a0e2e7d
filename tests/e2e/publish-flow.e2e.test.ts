import type { CalendarDate, FlowDocument } from '@inning/sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedFlows } from '../../core/flows/index.ts';
import { type Id, systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser, openSignedIn, PATIENCE_MS } from './browser.ts';
import { givenOwing } from './given-owing.ts';
import { handsFlowsOver } from './parts/hands-flows-over.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

const scope = systemScope('a story in a browser');

describeInBrowser('publishing a flow in which cases run', () => {
  const database = testDatabase();
  let visit: Visit;
  let world: WebWorld;
  let page: Page;
  let flowId: Id;

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows', prepare });
    ({ world, page } = visit);
  });
  afterAll(() => visit?.close());

  async function prepare(world: WebWorld): Promise<void> {
    const flows = await world.app.flows.definitions.list(scope);
    flowId = flows.find(({ slug }) => slug === 'neutral')!._id;
    await overdueSince(world, '2026-02-08', 3);
    await overdueSince(world, '2026-02-25', 4);
    await world.passTo('2026-03-05');
  }

  let number = 0;
  async function overdueSince(world: WebWorld, dueOn: CalendarDate, count: number) {
    for (let at = 0; at < count; at += 1) {
      number += 1;
      const owed = {
        number: `F-${number}`,
        amountCents: 12_500,
        invoicedOn: '2026-01-20',
        dueOn,
      } as const;
      await givenOwing(world, {
        number: `D${number}`,
        kind: 'business',
        name: `Bakkerij ${number}`,
        email: `bakkerij-${number}@example.nl`,
        owes: [owed],
      });
    }
  }

  /** Another name for the first wait, a longer second one, and a task more. */
  function calmer(): FlowDocument {
    const text = JSON.stringify(shippedFlows().get('neutral'));
    const flow = JSON.parse(text.replaceAll('"wait-reminder-1"', '"rust-1"')) as FlowDocument;
    const [first, second] = ['rust-1', 'wait-reminder-2'].map(
      (id) => flow.nodes[id]!.config['anchors'] as { days: number }[],
    );
    first![0]!.days = 21;
    second![0]!.days = 14;
    return flow;
  }
  const open = (path: string) => page.goto(`${world.address}/flows/${flowId.toHexString()}${path}`);

  it('shows the difference in words and the cases at each step, and asks what becomes of them', async () => {
    const { definitions } = world.app.flows;
    await definitions.saveDraft(scope, await definitions.get(scope, flowId), calmer());
    await open('/draw');
    await page.getByRole('button', { name: 'Publiceren' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/er staan 3 lopende dossiers/).waitFor();
    const counts = dialog.getByRole('list', { name: 'Lopende dossiers per blok' });
    await counts.waitFor();
    expect(await counts.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/Herinnering 1\s*4/),
      expect.stringMatching(/Herinnering 2\s*3/),
    ]);
    await dialog.getByLabel('Waarom deze wijziging?').fill('Rustiger voor bouwers');
    await dialog.getByLabel('Verplaatsen naar de nieuwe versie').check();
    await visit.picture('publish-cases');
    await dialog.getByRole('button', { name: 'Publiceren en verplaatsen…' }).click();
    await page.getByRole('heading', { name: 'Neutraal: dossiers van versie 1 naar 2' }).waitFor();
  });

  it('reckons what a move does to dates, moves the cases, and says how many', async () => {
    const first = page.getByRole('combobox', { name: /vóór Herinnering 1 gaat verder bij/ });
    await page.getByText('nog geen plaats gekozen').waitFor();
    await page.getByRole('button', { name: 'Doorrekenen' }).click();
    await page.getByText('4 dossiers blijven op de oude versie').waitFor();
    await first.focus();
    await first.selectOption('rust-1');
    await page.getByText('4 dossiers blijven op de oude versie').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Doorrekenen' }).click();
    await page.getByText('4 later, hoogstens 7 dagen').waitFor();
    await page.getByText('3 later, hoogstens 7 dagen').waitFor();
    await visit.picture('move-cases');
    await page.getByRole('button', { name: '7 dossiers verplaatsen' }).click();
    await page.getByText('7 dossiers zijn verplaatst').waitFor();
    await visit.picture('moved-cases');
  });

  it('lists the versions with their cases and shows any difference in words and on the drawing', async () => {
    await page.getByRole('link', { name: 'Terug naar de versies' }).click();
    const newest = page.getByRole('row', { name: /Versie 2/ });
    await newest.getByText('Rustiger voor bouwers').waitFor();
    await expect.poll(() => newest.innerText()).toMatch(/Marieke de Boer[\s\S]*7/);
    await page.getByText('wijzigingen', { exact: false }).first().waitFor();
    await page.locator('.react-flow__node').first().waitFor();
    const list = page.getByRole('list', { name: 'Verschillen' });
    await list.getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByText('Wijziging 2 van', { exact: false }).waitFor();
    await expect.poll(() => page.locator('article[data-mark="removed"]').count()).toBe(1);
    const cards = page.locator('.react-flow__node');
    await cards.filter({ hasText: 'Eerste herinnering' }).first().waitFor();
    expect(await cards.filter({ hasText: 'first-reminder' }).count()).toBe(0);
    expect(await page.evaluate(OVERLAPPING_LABELS)).toEqual([]);
    await visit.picture('versions');
  });

  it('goes back to an older version as the draft, and takes that back', async () => {
    await page.getByRole('button', { name: 'Acties voor versie 1' }).click();
    await page.getByRole('menuitem', { name: 'Weer als concept gebruiken' }).click();
    const said = page.getByText('Het concept is nu gelijk aan versie 1');
    await said.waitFor();
    const { definitions } = world.app.flows;
    const draftHas = async (id: string) =>
      Object.hasOwn(((await definitions.get(scope, flowId)).draft as FlowDocument).nodes, id);
    expect(await draftHas('rust-1')).toBe(false);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await said.waitFor({ state: 'detached' });
    expect(await draftHas('rust-1')).toBe(true);
    await page.getByRole('button', { name: 'Acties voor versie 1' }).click();
    await page.getByRole('menuitem', { name: 'Laten leeglopen' }).click();
    await page.getByText('leeg', { exact: true }).waitFor();
  });

  it('shows who else draws, and lets nobody overwrite the other without a choice', async () => {
    const anna = { email: 'anna@kantoor.example', password: 'nog een lang wachtwoord' };
    const { agencyId } = await world.app.flows.definitions.get(scope, flowId);
    const role = 'agency-employee' as const;
    await world.app.rooms.users.create({ ...anna, name: 'Anna Bakker', role, agencyId });
    const wide = { viewport: page.viewportSize()!, locale: 'nl-NL' };
    const other = await page.context().browser()!.newContext(wide);
    const hers = await other.newPage();
    hers.setDefaultTimeout(PATIENCE_MS);
    await open('/draw');
    await page.locator('.react-flow__node').first().waitFor();
    await openSignedIn(hers, page.url(), anna);
    await hers.getByText('Marieke de Boer bewerkt dit nu').waitFor();
    await page.getByText('Anna Bakker bewerkt dit nu').waitFor();

    await hers.getByLabel('Naam', { exact: true }).fill('Neutraal van Anna');
    await hers.getByText('Bewaard', { exact: true }).waitFor();
    await page.getByText('Anna Bakker heeft dit concept gewijzigd').waitFor();
    await page.getByText(/laatste wijziging zojuist/).waitFor();
    await visit.picture('second-editor');
    await page.getByRole('button', { name: 'Bijwerken' }).click();
    await page.getByRole('heading', { name: 'Neutraal van Anna tekenen' }).waitFor();

    await hers.getByLabel('Naam', { exact: true }).fill('Neutraal, nog eens');
    await page.getByLabel('Naam', { exact: true }).fill('Neutraal van mij');
    await page.getByText('Niet bewaard', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Bekijk het verschil en kies…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Neutraal, nog eens → Neutraal van mij/).waitFor();
    await visit.picture('choose-draft');
    await dialog.getByRole('button', { name: 'Mijn versie bewaren als kopie' }).click();
    await page.getByRole('heading', { name: /kopie van Marieke de Boer/ }).waitFor();
    const { draft } = await world.app.flows.definitions.get(scope, flowId);
    expect((draft as FlowDocument).name.nl).toBe('Neutraal, nog eens');
    await other.close();
    // A save that comes too late is refused: the browser calls that an error.
    expect(visit.trouble.filter((line) => !line.includes('status of 409'))).toEqual([]);
  });

  handsFlowsOver(() => ({ visit, flowId }));
});

/** Names on lines that lie over one another. */
const OVERLAPPING_LABELS = `(() => {
  const all = [...document.querySelectorAll('.react-flow__edge-textwrapper')];
  const boxes = all.map((one) => [one.textContent, one.getBoundingClientRect()]);
  return boxes.flatMap(([name, a], index) =>
    boxes.slice(index + 1).flatMap(([other, b]) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
        ? [name + ' over ' + other] : []));
})()`;
