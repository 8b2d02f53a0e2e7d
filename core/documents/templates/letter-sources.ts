import { LOCALES, type LetterSources } from '@inning/sdk';
import { TemplateInvalidError } from '../documents.errors.ts';
import { composeText, readTemplateFiles, type TemplateFiles } from './template-files.ts';

/** The letters of a folder as they are written, for whoever judges their words; read when first asked for. */
export function createLetterSources(templatesDir: string): LetterSources {
  let files: TemplateFiles | null = null;
  return {
    find(template) {
      const all = (files ??= readTemplateFiles(templatesDir));
      const known = LOCALES.filter((locale) => all.has(`${locale}/${template}.txt.liquid`));
      if (known.length === 0) return null;
      return known.map((language) => ({ language, text: textOf(all, `${language}/${template}`) }));
    },
  };
}

/** Subject and text; a letter that lacks a part is told about where it is made. */
function textOf(files: TemplateFiles, path: string): string {
  const meta = files.get(`${path}.meta.json`) ?? '';
  const plain = `${path}.txt.liquid`;
  try {
    return `${meta.split('"variables"')[0] ?? ''}\n${composeText(files, plain)}`;
  } catch (error) {
    if (!(error instanceof TemplateInvalidError)) throw error;
    return files.get(plain) ?? '';
  }
}
