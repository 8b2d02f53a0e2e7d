import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateInvalidError } from '../documents.errors.ts';

/** Sources by path, such as `nl/first-reminder.mjml`; folders are languages, `parts` is shared. */
export type TemplateFiles = ReadonlyMap<string, string>;

const ENDINGS = ['.mjml', '.meta.json', '.txt.liquid'];
const INCLUDE = /<mj-include\s+path="([^"]*)"\s*\/>/g;
const TEXT_INCLUDE = /\{% include '([a-z0-9-]+)' %\}/g;
const PART = /^\.{1,2}\/parts\/[a-z0-9-]+\.mjml$/;

/** Reads a folder of templates once; what is written there later is not seen. */
export function readTemplateFiles(folder: string): TemplateFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => ENDINGS.some((ending) => path.endsWith(ending)))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/**
 * The MJML source with its parts filled in. A part comes from the same set of templates, from
 * `./parts/` (the language's own) or `../parts/` (shared), never from the file system.
 */
export function composeMjml(files: TemplateFiles, path: string): string {
  const language = path.split('/')[0] ?? '';
  const composed = sourceOf(files, path).replace(INCLUDE, (_, include: string) => {
    if (!PART.test(include)) throw new TemplateInvalidError(path, `cannot include "${include}"`);
    return sourceOf(files, include.replace(/^\.\.\//, '').replace(/^\.\//, `${language}/`));
  });
  if (/<mj-include\b/i.test(composed)) {
    throw new TemplateInvalidError(path, 'mj-include is written in a way that is not allowed');
  }
  return composed;
}

/** The plain-text source with its parts filled in, in the same way. */
export function composeText(files: TemplateFiles, path: string): string {
  const language = path.split('/')[0] ?? '';
  return sourceOf(files, path).replace(TEXT_INCLUDE, (_, name: string) =>
    sourceOf(files, `${language}/parts/${name}.txt.liquid`).trimEnd(),
  );
}

export function sourceOf(files: TemplateFiles, path: string): string {
  const source = files.get(path);
  if (source === undefined) throw new TemplateInvalidError(path, 'is not there');
  return source;
}
