import { type Locale, LOCALES } from '@inning/sdk';
import { readTemplateFiles, sourceOf, type TemplateFiles } from './template-files.ts';
import { parseTemplateMeta } from './template-meta.ts';

/** A letter that can be chosen, with what tells it from others in each language it exists in. */
export type ListedTemplate = {
  readonly name: string;
  /** First, second or last reminder. */
  readonly stage: number;
  readonly languages: readonly {
    readonly language: Locale;
    readonly title: string;
    /** As it is written, with its merge fields. */
    readonly subject: string;
  }[];
};

export type TemplateShelf = { all(): readonly ListedTemplate[] };

/** The letters of a folder, in the order of a series; read when first asked for. */
export function createTemplateShelf(templatesDir: string): TemplateShelf {
  let listed: readonly ListedTemplate[] | null = null;
  return { all: () => (listed ??= listTemplates(readTemplateFiles(templatesDir))) };
}

/** Throws a `TemplateInvalidError` naming the file that cannot be read. */
export function listTemplates(files: TemplateFiles): ListedTemplate[] {
  const names = new Set(
    [...files.keys()].flatMap((path) => /^[a-z]{2}\/([^/]+)\.meta\.json$/.exec(path)?.[1] ?? []),
  );
  const listed = [...names].map((name): ListedTemplate => {
    const metas = LOCALES.flatMap((language) => {
      const path = `${language}/${name}.meta.json`;
      return files.has(path) ? [{ language, ...parseTemplateMeta(path, sourceOf(files, path)) }] : [];
    });
    return {
      name,
      stage: metas[0]?.stage ?? 1,
      languages: metas.map(({ language, title, subject }) => ({ language, title, subject })),
    };
  });
  return listed.sort((a, b) => a.stage - b.stage || (a.name < b.name ? -1 : 1));
}
