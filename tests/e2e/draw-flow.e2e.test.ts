import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { insertStep } from './drawn-cards.ts';
import { openVisit, type Visit } from './visit.ts';

describeInBrowser('drawing a flow in a browser', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows' });
    page = visit.page;
  });
  afterAll(() => visit?.close());

  const saved = () => page.getByText('Bewaard', { exact: true }).waitFor();
  const insert = (words: string) => insertStep(page, words);
  const cards = () => page.locator('.react-flow__node').count();
  const lead = async (outcome: string, to: RegExp) => {
    await page.getByRole('combobox', { name: outcome, exact: true }).click();
    await page.getByRole('option', { name: to }).click();
  };

  it('builds a flow from an empty canvas with the keyboard, and saves it by itself', async () => {
    await page.getByRole('button', { name: 'Nieuwe flow' }).click();
    await page.getByLabel('Naam van de flow').fill('Rustig voor bouwers');
    await page.getByRole('button', { name: 'Aanmaken' }).click();
    await page.getByRole('heading', { name: /Rustig voor bouwers/ }).waitFor();
    await page.getByRole('tab', { name: 'Problemen (1)' }).waitFor();

    for (const words of ['start', 'wacht', 'e-mail', 'stop']) await insert(words);
    expect(await cards()).toBe(4);
    await page.locator('.react-flow__controls-fitview').click();
    await page.locator('.react-flow__node').nth(2).click();
    await page.getByRole('combobox', { name: 'Sjabloon' }).click();
    await page.getByRole('option', { name: 'Eerste herinnering' }).click();
    for (const outcome of ['Overgeslagen', 'Geen e-mailadres', 'Mislukt'])
      await lead(outcome, /stop/i);
    await page.locator('.react-flow__controls-fitview').click();
    await page.locator('.react-flow__node').nth(1).click();
    await saved();
    await visit.picture('draw', [1440, 1024]);
  });

  it('takes back and does again, with what it is about in words', async () => {
    await insert('maak actie');
    expect(await cards()).toBe(5);
    await page.getByRole('button', { name: 'Ongedaan maken: blok toevoegen' }).click();
    expect(await cards()).toBe(4);
    await page.getByRole('button', { name: 'Opnieuw: blok toevoegen' }).click();
    expect(await cards()).toBe(5);
    await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } });
    await page.keyboard.press('Control+z');
    await expect.poll(cards).toBe(4);
  });

  it('drags a step onto the canvas and a line from its outcome with the mouse', async () => {
    await page.locator('.react-flow__controls-fitview').click();
    const type = page.getByRole('button', { name: 'Maak actie' });
    await type.dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 90, y: 90 } });
    await expect.poll(cards).toBe(5);
    const dot = page.locator('.react-flow__node').last().locator('.react-flow__handle.source');
    const end = page.locator('.react-flow__node').nth(3).locator('.react-flow__handle.target');
    const lines = await page.locator('.react-flow__edge').count();
    await dot.dragTo(end);
    await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(lines + 1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(cards).toBe(4);
  });

  it('shows what is wrong, jumps there, and publishes when nothing is', async () => {
    await page.getByRole('tab', { name: 'Problemen (1)' }).click();
    await page.getByRole('list', { name: 'Problemen' }).getByRole('button').click();
    await page.getByRole('tab', { name: 'Instellingen' }).click();
    // The wait has no day to wait for yet.
    await page.getByRole('button', { name: 'Dag toevoegen' }).click();
    await page.getByLabel('Aantal dagen 1').fill('14');
    await visit.picture('draw-step', [1440]);
    await page.getByRole('tab', { name: 'Problemen (0)' }).click();
    await page.getByText('Niets mis').waitFor();
    await saved();
    await page.getByRole('button', { name: 'Publiceren' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Dit is de eerste versie.').waitFor();
    await dialog.getByLabel('Waarom deze wijziging?').fill('Eerste opzet');
    await dialog.getByRole('button', { name: 'Publiceren' }).click();
    await page.getByText('Versie 1').waitFor();
    await page.getByRole('link', { name: 'Tekenen' }).click();
    await page.locator('.react-flow__node').first().waitFor();
  });

  it('shows the outline and says on a phone what can be done there', async () => {
    await page.getByRole('tab', { name: 'Lijst' }).click();
    await page.getByRole('list', { name: 'Lijst' }).waitFor();
    await visit.show(390);
    await page.getByText('Tekenen gaat op een tablet of een breder scherm').waitFor();
    await visit.picture('draw', [390]);
    expect(visit.trouble).toEqual([]);
  });
});
