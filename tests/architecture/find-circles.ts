import { findImports } from './find-imports.ts';
import { type SourceFile, withoutTemplates } from './source-files.ts';

/**
 * A noun may name the type of a service that is handed to it by a noun that builds on it: the ledger keeps
 * the sums of invoices, and an invoice is received with entries. Running code leads one way all the same.
 */
const NOUN = /^core\/domain\/[^/]+\/index\.ts$/;

/** Groups of files that import each other in a circle, types included. */
export function findCircles(files: readonly SourceFile[]): string[][] {
  const paths = new Set(files.map(({ path }) => path));
  const targets = new Map(
    files.map((file) => {
      const found = findImports({ ...file, text: withoutTemplates(file.text) });
      const ours = found.filter(({ isOurs, isType, target }) => {
        return isOurs && paths.has(target) && !(isType && NOUN.test(target));
      });
      return [file.path, [...new Set(ours.map(({ target }) => target))]];
    }),
  );
  return circlesIn(targets);
}

type Targets = ReadonlyMap<string, readonly string[]>;

/** Each file is asked for its shortest way back to itself; most have none, and most fall away at once. */
function circlesIn(targets: Targets): string[][] {
  const left = onlyRound(targets);
  const rounds = [...left.keys()].map((path) => roundOf(path, left));
  const byName = new Map(rounds.map((round) => [round.join(' '), round]));
  return [...byName.values()].filter((round) => round.length > 0);
}

/** Without what imports nothing of the rest, again and again. */
function onlyRound(targets: Targets): Targets {
  const within = [...targets].map(
    ([path, all]) => [path, all.filter((one) => targets.has(one))] as const,
  );
  const left = new Map(within.filter(([, all]) => all.length > 0));
  return left.size === targets.size ? left : onlyRound(left);
}

/** The files on the shortest way from one back to itself, in order of name; none when there is no way. */
function roundOf(start: string, targets: Targets): string[] {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    const next = targets.get(way.at(-1) ?? start) ?? [];
    if (next.includes(start)) return way.toSorted();
    for (const target of next.filter((one) => !seen.has(one))) {
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return [];
}
