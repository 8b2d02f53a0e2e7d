import type { Subcommand } from './subcommand.ts';

/**
 * What `inning plugin` can do, in the order of its help. Those that work on a database are named in
 * `bootstrap/needs-database.mjs` too, so that one is fetched for them and for no other.
 */
export const SUBCOMMANDS: Record<string, () => Promise<Subcommand>> = {
  keys: async () => (await import('./keys.ts')).keysSubcommand,
};
