import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { describeInBrowser } from './browser.ts';
import { focusedName, insertStep, textOfCard } from './drawn-cards.ts';
import { givenOwing } from './given-owing.ts';
import { asksConditions } from './parts/asks-conditions.ts';
import { openVisit, type Visit } from './visit.ts';
import type { WebWorld } from './web-world.ts';

describeInBrowser('the settings of steps in a browser', () => {
  const database = testDatabase();
  let visit: Visit;
  let page: Visit['page'];
  const elsewhere: string[] = [];

  beforeAll(async () => {
    visit = await openVisit(database.uri, { on: '2026-03-02', path: '/flows', prepare: owing });
    page = visit.page;
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
    });
    await page.getByRole('button', { name: 'Nieuwe flow' }).click();
    await page.getByLabel('Naam van de flow').fill('Eigen instellingen');
    await page.getByRole('button', { name: 'Aanmaken' }).click();
    await page.getByRole('heading', { name: /Eigen instellingen/ }).waitFor();
    for (const words of ['start', 'wacht', 'e-mail', 'stop']) await insert(words);
  });
  afterAll(() => visit?.close());

  const insert = (words: string) => insertStep(page, words);
  const open = async (step: number) => {
    await page.locator('.react-flow__controls-fitview').click();
    await page.locator('.react-flow__node').nth(step).click();
  };
  const pick = async (label: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  const cardSays = (step: number) => expect.poll(() => textOfCard(page, step));
  const focused = () => focusedName(page);
  const leaveCanvas = () => page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } });

  it('a wait is built as a sentence, with the keyboard, and the card says the same', async () => {
    await open(1);
    await page.getByText('Er is nog geen dag om op te wachten.').waitFor();
    await page.getByRole('button', { name: 'Dag toevoegen' }).press('Enter');
    await expect.poll(focused).toBe('Aantal dagen 1');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('14');
    await page.getByRole('button', { name: 'Dag toevoegen' }).press('Enter');
    await page.getByLabel('Aantal dagen 2').fill('30');
    await pick('Welke dag 2', 'factuurdatum');
    await page
      .getByText('Wacht tot de laatste van: vervaldatum + 14 dagen en factuurdatum + 30 dagen.')
      .waitFor();
    await cardSays(1).toBe('de laatste van: vervaldatum + 14 dagen en factuurdatum + 30 dagen');

    await page.getByRole('button', { name: 'Dag toevoegen' }).press('Enter');
    await pick('Welke dag 3', 'een bepaald blok');
    await page.getByText('Kies een blok dat er is.').waitFor();
    await pick('Welk blok', 'Stuur e-mail');
    await pick('Soort dagen 3', 'werkdagen');
    await pick('Na of voor 3', 'voor');
    await page.getByLabel('Aantal dagen 3').fill('1');
    await cardSays(1).toContain('en Stuur e-mail − 1 werkdag');
    await visit.picture('step-wait', [1440, 1024]);
    await page.getByRole('button', { name: 'dag 3 verwijderen' }).press('Enter');
    await cardSays(1).toBe('de laatste van: vervaldatum + 14 dagen en factuurdatum + 30 dagen');
  });

  it('an amount is typed in euros, and taken back in one step', async () => {
    await open(2);
    await pick('Sjabloon', 'Eerste herinnering');
    const amount = page.getByLabel('Overslaan onder');
    await amount.click();
    await amount.press('ControlOrMeta+a');
    await amount.pressSequentially('1234,5');
    await amount.press('Tab');
    await cardSays(2).toMatch(/^Eerste herinnering, vanaf €\s1\.234,50$/);
    await leaveCanvas();
    await page.keyboard.press('Control+z');
    await cardSays(2).toBe('Eerste herinnering');
    await page.keyboard.press('Control+Shift+z');
    await cardSays(2).toContain('1.234,50');
  });

  it('what is marked in a list is what Enter takes, however fast the hand', async () => {
    await open(2);
    await page.getByRole('combobox', { name: 'Sjabloon' }).waitFor();
    const marked = await page.evaluate(FAST_HAND('Sjabloon'));
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Sjabloon' }).inputValue())
      .toBe(marked);
    expect(marked).not.toBe('Eerste herinnering');
    await cardSays(2).toContain(String(marked));
    await leaveCanvas();
    await page.keyboard.press('Control+z');
    await cardSays(2).toContain('Eerste herinnering');
  });

  it('a letter is chosen by its title and looked at; one that is gone stays, and is a problem', async () => {
    await open(2);
    await page.getByText('Onderwerp: Herinnering van …').waitFor();
    await page.getByText('Talen: NL, EN, DE, FR').waitFor();
    await page.getByRole('button', { name: 'Voorbeeld bekijken' }).click();
    const letter = page.getByRole('dialog').frameLocator('iframe');
    await letter.getByText('Kim Jansen').first().waitFor();
    await visit.picture('step-template', [1440, 1024]);
    await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await pasteFlow(page, GONE);
    await page.getByText('Dit sjabloon bestaat niet.').waitFor();
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Sjabloon' }).inputValue())
      .toBe('long-gone (bestaat niet)');
    await leaveCanvas();
    await page.keyboard.press('Control+z');
  });

  asksConditions(() => visit);

  it('the whole flow has its own hours of contact, within those of the law', async () => {
    await leaveCanvas();
    await page.getByText(/Zo ruim als de wet het laat: ma–za 07:00–20:00/).waitFor();
    await page.getByRole('switch', { name: 'Eigen uren voor deze flow' }).click();
    await page.getByText('Bericht gaat uit op ma–vr 09:00–17:00.').waitFor();
    await page.getByLabel('za', { exact: true }).check();
    await page.getByLabel('za vanaf').fill('10:00');
    await page.getByLabel('za tot').fill('12:30');
    await pick('Uren voor', 'telefoon');
    await page.getByRole('switch', { name: 'Andere uren voor dit kanaal' }).click();
    await page.getByLabel('za', { exact: true }).uncheck();
    await page
      .getByText(
        'Bericht gaat uit op ma–vr 09:00–17:00, za 10:00–12:30; telefoon: ma–vr 09:00–17:00.',
      )
      .waitFor();
    await page.getByLabel('ma tot').fill('08:00');
    await page.getByText('laat elke dag later eindigen dan hij begint').waitFor();
    await page.getByLabel('ma tot').fill('16:00');
    await page.getByLabel('Tijdstip waarop stappen lopen').fill('10:15');
    await visit.picture('flow-hours', [1440, 1024]);
    await page.getByText('Bewaard', { exact: true }).waitFor();

    await page.reload();
    await page.getByText(/telefoon: ma 09:00–16:00, di–vr 09:00–17:00/).waitFor();
    await page.getByRole('tab', { name: 'Lijst' }).click();
    await page.getByText('de laatste van: vervaldatum + 14 dagen').first().waitFor();
  });

  it('asked nothing of anybody else, and was refused nothing', () => {
    expect(elsewhere).toEqual([]);
    expect(visit.trouble).toEqual([]);
  });
});

/** A business that owes two hundred euros, to try conditions with. */
const owing = (world: WebWorld) =>
  givenOwing(world, {
    number: 'D1',
    kind: 'business',
    name: 'Bouwbedrijf Jansen',
    email: 'jansen@example.nl',
    owes: [{ number: 'F-1', amountCents: 20_000, invoicedOn: '2026-02-01', dueOn: '2026-02-20' }],
  });

/**
 * Opens a list, walks two lines down and takes that one; the list has no moment to itself before the
 * second line is marked. Tells which line was marked when Enter came.
 */
const FAST_HAND = (label: string) => `(async () => {
  const all = [...document.querySelectorAll('input')];
  const input = all.find((one) => one.labels?.[0]?.textContent.startsWith('${label}'));
  const later = () => new Promise((resolve) => setTimeout(resolve, 100));
  const press = (code) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true }));
  input.focus();
  await null;
  press('ArrowDown');
  await null;
  press('ArrowDown');
  await later();
  const marked = document.querySelector('[data-combobox-selected]')?.textContent;
  press('Enter');
  return marked;
})()`;

/** A step as another screen copied it, with a letter that is not here. */
const GONE = {
  kind: 'inning-flow-fragment',
  nodes: {
    mail: {
      type: 'reminders.send-email',
      version: 1,
      config: { template: 'long-gone' },
      position: { x: 0, y: 0 },
    },
  },
  edges: [],
  notes: {},
};

async function pasteFlow(page: Visit['page'], fragment: object): Promise<void> {
  await page.locator('.react-flow__pane').click({ position: { x: 8, y: 8 } });
  const paste = `(text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }`;
  await page.evaluate(`(${paste})(${JSON.stringify(JSON.stringify(fragment))})`);
}
