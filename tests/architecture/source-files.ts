import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_DIR = fileURLToPath(new URL('../../', import.meta.url));
const LEFT_OUT = new Set(['node_modules', '.git', '.inning', 'dist', 'output', 'fixtures']);

/** One text file of the project; `path` is seen from the project folder, with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

/** All paths below `folder`, deep, without what is installed, built or recorded. */
export function listPaths(folder = ''): string[] {
  return readdirSync(join(PROJECT_DIR, folder), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? listPaths(path) : [path];
  });
}

export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(PROJECT_DIR, path), 'utf8') };
}

/** Our own code: TypeScript everywhere, and the plain JavaScript of the set-up. */
export function listCode(): SourceFile[] {
  return listPaths()
    .filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path))
    .map(readSource);
}

export const isTest = (path: string) => path.startsWith('tests/') || /\.test\.tsx?$/.test(path);

/** The text without comments, and of the same length in lines. Strings stay. */
export function withoutComments(text: string): string {
  const tokens =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replace(tokens, (token) =>
    token.startsWith('/') ? token.replace(/[^\n]/g, ' ') : token,
  );
}

/** The text without what stands in template strings: those may hold the code of another file. */
export function withoutTemplates(text: string): string {
  return withoutComments(text).replace(/`(?:\\.|[^`\\])*`/g, '``');
}

/** The lines where `pattern` stands, as `path:line`, to click on. */
export function findLines({ path, text }: SourceFile, pattern: RegExp): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []));
}
