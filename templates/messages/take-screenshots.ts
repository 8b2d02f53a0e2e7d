// Pictures of every message in three widths, to look at after a change:
//   node templates/messages/take-screenshots.ts [language…]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { isLocale } from '@inning/sdk';
import { createDocumentRenderer } from '../../core/documents/index.ts';
import { LETTER_SAMPLES } from './letter-samples.ts';

const WIDTHS = { desktop: 1024, tablet: 700, phone: 390 };
const PAIRS = [
  ['first-reminder', 'plain'],
  ['second-reminder', 'announced'],
  ['final-reminder', 'claimable'],
] as const;

const out = fileURLToPath(new URL('../../tests/output/messages/', import.meta.url));
mkdirSync(out, { recursive: true });
const renderer = createDocumentRenderer({ templatesDir: fileURLToPath(new URL('.', import.meta.url)) });
const languages = process.argv.slice(2).filter(isLocale);

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
for (const language of languages.length > 0 ? languages : (['nl'] as const)) {
  for (const [template, sample] of PAIRS) {
    const values = LETTER_SAMPLES[sample];
    if (!values) continue;
    const { html } = await renderer.render({ template, language, values });
    for (const [name, width] of Object.entries(WIDTHS)) {
      const page = await browser.newPage({ viewport: { width, height: 844 }, offline: true });
      await page.setContent(html);
      await page.screenshot({ path: `${out}${language}-${template}-${name}.png`, fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
process.stdout.write(`${out}\n`);
