import { posix } from 'node:path';
import { type SourceFile, withoutComments } from './source-files.ts';

/** `target` is a path in the project for our own files, else the name of a package. */
export type FoundImport = {
  readonly target: string;
  readonly isOurs: boolean;
  readonly isType: boolean;
};

const STATEMENT =
  /\b(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;

/** What a file imports, re-exports or loads later. */
export function findImports({ path, text }: SourceFile): FoundImport[] {
  return [...withoutComments(text).matchAll(STATEMENT)].flatMap((match): FoundImport[] => {
    const specifier = match[3] ?? match[4];
    if (specifier === undefined) return [];
    const isType = match[2] !== undefined;
    if (!specifier.startsWith('.'))
      return [{ target: packageOf(specifier), isOurs: false, isType }];
    const target = posix.join(posix.dirname(path), specifier);
    return [{ target, isOurs: true, isType }];
  });
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
