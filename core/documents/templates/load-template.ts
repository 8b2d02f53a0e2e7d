import { type Locale, LOCALES } from '@inning/sdk';
import type { Template as LiquidTemplate } from 'liquidjs';
import type { MjmlCompiler } from './compile-mjml.ts';
import { TemplateInvalidError } from '../documents.errors.ts';
import { createLiquidEngines, type LiquidEngines, parseForLetters } from './liquid-engines.ts';
import { composeMjml, composeText, sourceOf, type TemplateFiles } from './template-files.ts';
import { parseTemplateMeta, type TemplateMeta } from './template-meta.ts';

/** A template that only waits for values. */
export type LoadedTemplate = {
  readonly meta: TemplateMeta;
  readonly engines: LiquidEngines;
  readonly subject: LiquidTemplate[];
  readonly html: LiquidTemplate[];
  readonly text: LiquidTemplate[];
};

/** Compiles and parses templates of one set of files; throws a `TemplateInvalidError` naming the file. */
export function createTemplateLoader(files: TemplateFiles, compile: MjmlCompiler) {
  const engines = new Map(LOCALES.map((locale) => [locale, createLiquidEngines(locale)]));

  return async (locale: Locale, template: string): Promise<LoadedTemplate> => {
    const path = `${locale}/${template}`;
    const meta = parseTemplateMeta(`${path}.meta.json`, sourceOf(files, `${path}.meta.json`));
    const html = await compile(`${path}.mjml`, composeMjml(files, `${path}.mjml`));
    const own = engines.get(locale);
    if (!own) throw new TemplateInvalidError(path, 'is in a language that is not known');
    return {
      meta,
      engines: own,
      subject: parse(own.plain, { file: `${path}.meta.json`, locale, source: meta.subject }),
      html: parse(own.html, { file: `${path}.mjml`, locale, source: html }),
      text: parse(own.plain, {
        file: `${path}.txt.liquid`,
        locale,
        source: composeText(files, `${path}.txt.liquid`),
      }),
    };
  };
}

type Source = { readonly file: string; readonly locale: Locale; readonly source: string };

function parse(engine: LiquidEngines['html'], { file, locale, source }: Source): LiquidTemplate[] {
  try {
    return parseForLetters(engine, locale, source);
  } catch (cause) {
    throw new TemplateInvalidError(file, cause instanceof Error ? cause.message : String(cause), {
      cause,
    });
  }
}
