import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isLocale, type Locale } from '@inning/sdk';
import {
  createDocumentRenderer,
  findTemplateVariables,
  findUnsafeMarkup,
  listLetterVariables,
  parseTemplateMeta,
  readTemplateFiles,
} from '../../core/documents/index.ts';
import { LETTER_SAMPLES } from './letter-samples.ts';

const files = readTemplateFiles(fileURLToPath(new URL('.', import.meta.url)));
const renderer = createDocumentRenderer({ templates: files });

const STAGES = { 'first-reminder': 1, 'second-reminder': 2, 'final-reminder': 3 } as const;
const templates = Object.keys(STAGES) as (keyof typeof STAGES)[];
const languages = [...new Set([...files.keys()].map((path) => path.split('/')[0]))].filter(isLocale);
const letters = languages.flatMap((language) =>
  templates.flatMap((template) =>
    Object.keys(LETTER_SAMPLES).map((sample) => ({ language, template, sample })),
  ),
);
const metaOf = (language: Locale, template: string) => {
  const path = `${language}/${template}.meta.json`;
  return parseTemplateMeta(path, files.get(path) ?? '');
};

describe('the messages that ship with the platform', () => {
  it('exist in Dutch and English at least, three reminders each', () => {
    expect(languages).toEqual(expect.arrayContaining(['nl', 'en']));
    const own = [...files.keys()].filter((path) => /^[a-z]{2}\/[a-z-]+\.mjml$/.test(path)).sort();
    expect(own).toEqual(
      languages.flatMap((language) => templates.map((name) => `${language}/${name}.mjml`)).sort(),
    );
  });

  it.each(languages)('say their stage and list exactly the merge fields they use (%s)', (language) => {
    for (const template of templates) {
      const meta = metaOf(language, template);

      expect(meta.stage).toBe(STAGES[template]);
      expect(meta.variables).toEqual(findTemplateVariables(files, language, template));
    }
  });

  it.each(languages)('use only merge fields that exist, the same as in Dutch (%s)', (language) => {
    const known = new Set(listLetterVariables().map(({ path }) => path));
    for (const template of templates) {
      const { variables } = metaOf(language, template);

      expect(variables.filter((path) => !known.has(path))).toEqual([]);
      expect(variables).toEqual(metaOf('nl', template).variables);
    }
  });

  it.each(letters)('compile strictly and fill in: $language $template, $sample', async (letter) => {
    const values = { ...LETTER_SAMPLES[letter.sample]! };

    const { subject, html, text, note } = await renderer.render({ ...letter, values });

    expect(note).toBeNull();
    expect(`${subject}${html}${text}`).not.toMatch(/\{\{|\{%|undefined|null|NaN|\[object/);
    expect(findUnsafeMarkup(html)).toEqual([]);
    expect(html.length).toBeLessThan(60_000); // Gmail cuts a mail off at 102 kB.
    for (const part of [html, text]) {
      expect(part).toContain(values.payUrl);
      expect(part).toContain(values.respondUrl);
      expect(part).toContain(values.payment.reference);
      expect(part).toContain(values.invoices[0]!.number);
    }
  });

  it.each(languages)('name the costs that come when they are announced, with the term (%s)', async (language) => {
    const values = LETTER_SAMPLES['announced']!;

    const { html, text } = await renderer.render({ template: 'second-reminder', language, values });

    for (const part of [html, text]) expect(part).toMatch(/\b14\b[\s\S]*899[.,]61/);
  });

  it.each(languages)('are no longer than a screen of plain sentences (%s)', async (language) => {
    const values = LETTER_SAMPLES['plain']!;

    const { text } = await renderer.render({ template: 'final-reminder', language, values });

    const sentences = text.split(/[.?!]\s/).filter((sentence) => !sentence.includes('http'));
    const longest = Math.max(...sentences.map((sentence) => sentence.split('\n').at(-1)!.split(' ').length));
    expect(longest).toBeLessThanOrEqual(25);
  });
});
