import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SDK_DIR = fileURLToPath(new URL('../', import.meta.url));
export const EXPORTS_FILE = join(SDK_DIR, 'exports.txt');

export type ListedExport = { readonly name: string; readonly kind: 'type' | 'value' };

const STAR = /^export (type )?\* from '(\.[^']+)';/;
const NAMED = /^export (type )?\{([^}]*)\}/;
const DECLARED =
  /^export (?:declare )?(?:(type|interface)|abstract class|class|async function\*?|function\*?|const|let) ([\w$]+)/;

/** Every export of an entry, also those that it passes on; `path` is seen from the SDK's folder. */
export function listExports(path: string): ListedExport[] {
  const text = readFileSync(join(SDK_DIR, path), 'utf8');
  const found = statementsOf(text).flatMap((statement) => exportsIn(statement, path));
  const byName = new Map(found.map((one) => [one.name, one]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

// The formatter puts every statement at the start of a line, and nothing else there.
const statementsOf = (text: string) =>
  text.split(/\n(?=export )/).filter((part) => part.startsWith('export '));

function exportsIn(statement: string, path: string): ListedExport[] {
  const star = STAR.exec(statement);
  if (star?.[2]) {
    const passed = listExports(join(dirname(path), star[2]));
    return star[1] ? passed.map(({ name }) => ({ name, kind: 'type' })) : passed;
  }
  const named = NAMED.exec(statement);
  if (named?.[2] !== undefined) return namesIn(named[2], named[1] ? 'type' : 'value');
  const declared = DECLARED.exec(statement);
  if (!declared?.[2]) throw new Error(`${path}: an export in a way that is not known here`);
  return [{ name: declared[2], kind: declared[1] ? 'type' : 'value' }];
}

function namesIn(list: string, kind: ListedExport['kind']): ListedExport[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({
      name: part.split(' ').at(-1) ?? part,
      kind: part.startsWith('type ') ? 'type' : kind,
    }));
}

/** The entries of the package: `@inning/sdk/bank` and the file it stands for. */
export function listEntries(): { readonly name: string; readonly path: string }[] {
  const own = JSON.parse(readFileSync(join(SDK_DIR, 'package.json'), 'utf8')) as {
    name: string;
    exports: Record<string, string>;
  };
  return Object.entries(own.exports).map(([entry, path]) => ({
    name: own.name + entry.slice(1),
    path: path.slice(2),
  }));
}

/** The whole list as it is kept in `exports.txt`. */
export function sayExports(): string {
  const blocks = listEntries().map(({ name, path }) =>
    [name, ...listExports(path).map((one) => `  ${one.kind.padEnd(5)} ${one.name}`)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

if (import.meta.main) writeFileSync(EXPORTS_FILE, sayExports());
