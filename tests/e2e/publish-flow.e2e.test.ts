import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { cents, type FlowDocument } from '@inning/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedFlows } from '../../core/flows/index.ts';
import { type Id, systemScope } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import {
  describeInBrowser,
  expectAccessible,
  listenForTrouble,
  openBrowser,
  PATIENCE_MS,
  signIn,
} from './browser.ts';
import { MARIEKE, openWebWorld, type WebWorld } from './web-world.ts';

const PICTURES = fileURLToPath(new URL('../output/screens/', import.meta.url));
const WIDE = { width: 1440, height: 900 };
const scope = systemScope('a story in a browser');

describeInBrowser('publishing a flow in which cases run', () => {
  const database = testDatabase();
  let world: WebWorld;
  let browser: Browser;
  let page: Page;
  let trouble: string[];
  let flowId: Id;

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    world = await openWebWorld(database.uri, '2026-03-02');
    const [neutral] = (await world.app.flows.definitions.list(scope)).filter(
      ({ slug }) => slug === 'neutral',
    );
    flowId = neutral!._id;
    await overdueSince('2026-02-08', 3);
    await overdueSince('2026-02-25', 4);
    await world.passTo('2026-03-05');
    browser = await openBrowser();
    const context = await browser.newContext({
      viewport: WIDE,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
    });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    trouble = listenForTrouble(page);
    await page.goto(`${world.address}/flows`);
    await signIn(page, MARIEKE);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  let number = 0;
  async function overdueSince(dueOn: string, count: number): Promise<void> {
    const { rooms } = world.app;
    const [administration] = (await rooms.administrations.list(scope, {})).items;
    const { agencyId, creditorId, _id: administrationId } = administration!;
    const place = { agencyId, creditorId, administrationId };
    for (let at = 0; at < count; at += 1) {
      number += 1;
      const { _id: debtorId } = await rooms.debtors.create(scope, place, {
        number: `D${number}`,
        kind: 'business',
        name: `Bakkerij ${number}`,
        email: `bakkerij-${number}@example.nl`,
      });
      const invoice = {
        number: `F-${number}`,
        currency: 'EUR',
        totalCents: cents(12_500),
        invoicedOn: '2026-01-20',
        dueOn,
        debtorId,
      };
      await rooms.invoices.receive(scope, place, { news: [invoice], by: 'test' });
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
  async function picture(name: string): Promise<void> {
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(150);
      await expectAccessible(page);
      await page.screenshot({ path: `${PICTURES}${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize(WIDE);
  }

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
    await picture('publish-cases');
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
    await picture('move-cases');
    await page.getByRole('button', { name: '7 dossiers verplaatsen' }).click();
    await page.getByText('7 dossiers zijn verplaatst').waitFor();
    await picture('moved-cases');
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
    await picture('versions');
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
    const other = await browser.newContext({ viewport: WIDE, locale: 'nl-NL' });
    const hers = await other.newPage();
    hers.setDefaultTimeout(PATIENCE_MS);
    await open('/draw');
    await page.locator('.react-flow__node').first().waitFor();
    await hers.goto(page.url());
    await signIn(hers, anna);
    await hers.getByText('Marieke de Boer bewerkt dit nu').waitFor();
    await page.getByText('Anna Bakker bewerkt dit nu').waitFor();

    await hers.getByLabel('Naam', { exact: true }).fill('Neutraal van Anna');
    await hers.getByText('Bewaard', { exact: true }).waitFor();
    await page.getByText('Anna Bakker heeft dit concept gewijzigd').waitFor();
    await page.getByText(/laatste wijziging zojuist/).waitFor();
    await picture('second-editor');
    await page.getByRole('button', { name: 'Bijwerken' }).click();
    await page.getByRole('heading', { name: 'Neutraal van Anna tekenen' }).waitFor();

    await hers.getByLabel('Naam', { exact: true }).fill('Neutraal, nog eens');
    await page.getByLabel('Naam', { exact: true }).fill('Neutraal van mij');
    await page.getByText('Niet bewaard', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Bekijk het verschil en kies…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Neutraal, nog eens → Neutraal van mij/).waitFor();
    await picture('choose-draft');
    await dialog.getByRole('button', { name: 'Mijn versie bewaren als kopie' }).click();
    await page.getByRole('heading', { name: /kopie van Marieke de Boer/ }).waitFor();
    const { draft } = await world.app.flows.definitions.get(scope, flowId);
    expect((draft as FlowDocument).name.nl).toBe('Neutraal, nog eens');
    await other.close();
    // A save that comes too late is refused: the browser calls that an error.
    expect(trouble.filter((line) => !line.includes('status of 409'))).toEqual([]);
  });

  it('hands a flow over as a file, and copies it for one creditor with what it needs', async () => {
    await open('');
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Concept downloaden' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('neutral.flow.json');
    const { draft } = await world.app.flows.definitions.get(scope, flowId);
    expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toEqual(draft);

    const copyFor = async (name: string) => {
      await page.getByRole('button', { name: 'Meer', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Kopiëren…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Sjablonen zijn van het hele bureau/).waitFor();
      await dialog.getByLabel('Naam van de flow').fill(name);
      await dialog.getByRole('combobox', { name: 'Voor wie' }).click();
      await page.getByRole('option', { name: 'Installatiebedrijf Van Vliet B.V.' }).click();
      await dialog.getByRole('button', { name: 'Flow kopiëren' }).click();
    };
    await copyFor('Neutraal voor Van Vliet');
    await page.getByRole('heading', { name: 'Neutraal voor Van Vliet tekenen' }).waitFor();
    const { definitions } = world.app.flows;
    const copied = (await definitions.list(scope)).find(
      ({ slug }) => slug === 'neutraal-voor-van-vliet',
    );
    expect(copied?.creditorId).not.toBeNull();
    expect((copied!.draft as FlowDocument).nodes).toEqual((draft as FlowDocument).nodes);

    const gone = { 'reminder-1': { template: 'brief-van-vroeger' } };
    const lacking = withConfig(draft as FlowDocument, gone);
    await definitions.saveDraft(scope, await definitions.get(scope, flowId), lacking);
    await open('');
    await copyFor('Neutraal zonder brief');
    await page.getByText('Wat hier ontbreekt of niet klopt').waitFor();
    await page.getByText(/er is geen sjabloon brief-van-vroeger/).waitFor();
    await picture('copied-flow');
    await page.getByRole('button', { name: 'Naar het concept' }).click();
    await page.getByRole('heading', { name: 'Neutraal zonder brief tekenen' }).waitFor();
  });

  it('begins with an example, and takes a file over with a step that nobody knows here', async () => {
    await page.goto(`${world.address}/flows/gallery`);
    await page.getByRole('img', { name: 'Tekening van Neutraal' }).waitFor();
    await picture('flow-gallery');
    await page.getByRole('button', { name: 'Streng gebruiken' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gebruik deze' }).click();
    await page.getByRole('heading', { name: 'Streng, eigen versie tekenen' }).waitFor();

    await page.goto(`${world.address}/flows`);
    const openFile = async (text: string) => {
      await page.getByRole('button', { name: 'Meer', exact: true }).last().click();
      await page.getByRole('menuitem', { name: 'Bestand openen…' }).click();
      const buffer = Buffer.from(text);
      const file = { name: 'vreemd.flow.json', mimeType: 'application/json', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
    };
    await openFile('{\n  "schema": 1,\n  "schema": 1\n}');
    await page.getByText('Plaats in het bestand: /schema, regel 3').waitFor();
    await page.getByRole('button', { name: 'Sluiten' }).click();

    const neutral = shippedFlows().get('neutral')!;
    const strange = { type: 'elders.fluister', version: 3, config: { zacht: [1, { ja: true }] } };
    const nodes = { ...neutral.nodes, strange };
    await openFile(JSON.stringify({ ...neutral, name: { en: 'Van elders' }, nodes }));
    await page.getByText(/Plugin elders ontbreekt: 1 blok blijft grijs/).waitFor();
    await picture('imported-flow');
    await page.getByRole('button', { name: 'Naar het concept' }).click();
    await page.locator('[data-kind="unknown"]').first().waitFor();
    await page.getByLabel('Naam', { exact: true }).fill('Van ver');
    await page.getByText('Bewaard', { exact: true }).waitFor();
    const made = (await world.app.flows.definitions.list(scope)).find(
      ({ slug }) => slug === 'van-elders',
    );
    const draft = made!.draft as FlowDocument;
    expect(draft.name.nl).toBe('Van ver');
    expect(draft.nodes['strange']).toEqual(strange);
  });
});

/** The same flow with other settings of some steps. */
const withConfig = (flow: FlowDocument, configs: Record<string, object>): FlowDocument => ({
  ...flow,
  nodes: Object.fromEntries(
    Object.entries(flow.nodes).map(([id, node]) => [
      id,
      { ...node, config: { ...node.config, ...configs[id] } },
    ]),
  ),
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
