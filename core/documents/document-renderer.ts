import { type Locale, message, type Message } from '@inning/sdk';
import { checkLetterValues } from './check-letter-values.ts';
import { createMjmlCompiler } from './templates/compile-mjml.ts';
import { TemplateInvalidError, TemplateMissingError } from './documents.errors.ts';
import { fingerprintOf, type LetterText } from './fingerprint.ts';
import type { LetterValues } from './letter-values.ts';
import { createTemplateLoader, type LoadedTemplate } from './templates/load-template.ts';
import { safeHeader } from './safe-header.ts';
import { readTemplateFiles, type TemplateFiles } from './templates/template-files.ts';

export type LetterRequest = {
  /** Name of the template without folder or ending, such as `first-reminder`. */
  readonly template: string;
  readonly language: Locale;
  readonly values: LetterValues;
};

export type RenderedLetter = LetterText & {
  /** SHA-256 over subject, HTML and text: the same letter always has the same fingerprint. */
  readonly fingerprint: string;
  /** The language it was made in, and why when that is not the language asked for. */
  readonly language: Locale;
  readonly note: Message | null;
};

export type DocumentRenderer = ReturnType<typeof createDocumentRenderer>;

/** Falls back to Dutch when a template does not exist in the debtor's language. */
const FALLBACK: Locale = 'nl';

/**
 * Makes letters from templates: from a folder that is read once, or from sources in memory.
 * A template is compiled at its first letter and kept; after that a letter takes well under 1 ms.
 */
export function createDocumentRenderer(
  from: { readonly templatesDir: string } | { readonly templates: TemplateFiles },
) {
  const files = 'templates' in from ? from.templates : readTemplateFiles(from.templatesDir);
  const load = createTemplateLoader(files, createMjmlCompiler());
  const loaded = new Map<string, Promise<LoadedTemplate>>();

  const templateIn = (language: Locale, template: string): Promise<LoadedTemplate> => {
    const key = `${language}/${template}`;
    let found = loaded.get(key);
    if (!found) {
      found = load(language, template);
      found.catch(() => loaded.delete(key));
      loaded.set(key, found);
    }
    return found;
  };

  return {
    /**
     * Makes one letter. Values are filled in once and never read as a template themselves.
     * Throws a `TemplateMissingError`, `TemplateInvalidError`, `LetterValuesInvalidError` or
     * `HeaderUnsafeError`; nothing half made is ever returned.
     */
    async render({ template, language, values }: LetterRequest): Promise<RenderedLetter> {
      const used = [language, FALLBACK].find((tried) => files.has(`${tried}/${template}.mjml`));
      if (used === undefined) throw new TemplateMissingError(template, language);
      checkLetterValues(values);
      const letter = fillIn(`${used}/${template}`, await templateIn(used, template), values);
      const note =
        used === language ? null : message('documents.other-language', { asked: language, used });
      return { ...letter, fingerprint: fingerprintOf(letter), language: used, note };
    },
  };
}

function fillIn(file: string, loaded: LoadedTemplate, values: LetterValues): LetterText {
  const { engines } = loaded;
  const text = (parsed: LoadedTemplate['text'], engine: typeof engines.html): string => {
    try {
      return String(engine.renderSync(parsed, values));
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause);
      throw new TemplateInvalidError(file, problem, { cause });
    }
  };
  return {
    subject: safeHeader('subject', text(loaded.subject, engines.plain)),
    html: text(loaded.html, engines.html),
    text: tidy(text(loaded.text, engines.plain)),
  };
}

/** Tags leave empty lines behind; a reader of plain text sees one at most. */
const tidy = (text: string) =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
