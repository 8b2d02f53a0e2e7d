import { expect, it } from 'vitest';
import { expectAccessible } from '../browser.ts';
import { focusedName, insertStep, textOfCard } from '../drawn-cards.ts';
import type { Visit } from '../visit.ts';

/** How a condition is written, tried, and typed without the editor; a part of a story that began elsewhere. */
export function asksConditions(story: () => Visit): void {
  it('a condition is helped along, its mistakes are pointed at, and it is right in the end', async () => {
    const visit = story();
    const { page } = visit;
    await insertStep(page, 'voorwaarde');
    const code = page.getByRole('textbox', { name: 'Voorwaarde' });
    await code.focus();
    await page.keyboard.type('claim.opnCents > 100000');
    await page.getByText('“opnCents” bestaat niet').waitFor();
    await page.getByRole('tab', { name: /Problemen \(/ }).waitFor();
    await visit.picture('step-condition-wrong', [1440, 1024]);

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('claim.debtor.kind == 3');
    await page.getByText('kunnen zo niet worden vergeleken (string == int)').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('claim.ope');
    const suggestions = page.locator('.suggest-widget');
    await suggestions.getByText('openCents').first().waitFor();
    // Monaco names a line “openCents, Field” and puts its type against it, and has no option for either.
    await expectAccessible(page, '.suggest-widget .monaco-list-row');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' > 100000');
    await page.keyboard.press('Escape');
    await page.getByText('De voorwaarde klopt.').waitFor();
    await expect.poll(() => textOfCard(page, 4)).toBe('claim.openCents > 100000');

    const debtor = page.getByRole('combobox', { name: 'Uitproberen met een debiteur' });
    await debtor.fill('Jansen');
    await page.getByRole('option', { name: /^Bouwbedrijf Jansen/ }).click();
    const said = page.getByText(/^Voor Bouwbedrijf Jansen is dit nu/);
    await expect.poll(() => said.textContent()).toMatch(/niet waar, want openCents = €\s200,00\.$/);
    await code.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('claim.openCents > 100 && claim.debtor.kind == "business"');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => said.textContent())
      .toMatch(/nu waar, want openCents = €\s200,00, debtor\.kind = business\.$/);
    await visit.picture('step-condition-tried', [1440, 1024]);
    await code.focus();
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).not.toBe('Voorwaarde');
  });

  it('a condition is typed in an ordinary field where the editor cannot be had', async () => {
    const { page } = story();
    const other = await page.context().newPage();
    await other.route(/CodeBox|load-monaco|editor\.api/, (route) => route.abort());
    await page.getByText('Bewaard', { exact: true }).waitFor();
    await other.goto(page.url());
    await other.locator('.react-flow__node').nth(4).locator('header').click();
    await other.getByText('De editor kon niet worden geladen').waitFor();
    const field = other.getByRole('textbox', { name: 'Voorwaarde' });
    await field.fill('claim.opnCents > 1');
    await other.getByText('“opnCents” bestaat niet').waitFor();
    await field.fill('claim.overdueCents > 1');
    await other.getByText('De voorwaarde klopt.').waitFor();
    await other.getByText('Bewaard', { exact: true }).waitFor();
    await expectAccessible(other);
    const saved = await other.request.get(
      page
        .url()
        .replace('/flows/', '/api/flows/')
        .replace(/\/draw.*$/, '/draft'),
    );
    expect(JSON.stringify((await saved.json()).document)).toContain('claim.overdueCents > 1');
    await other.close();
    await page.reload();
  });
}
