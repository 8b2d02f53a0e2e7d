import type { Subcommand } from './subcommand.ts';

/**
 * What `inning plugin` can do, in the order of its help. Those that work on a database are named in
 * `bootstrap/needs-database.mjs` too, so that one is fetched for them and for no other.
 */
export const SUBCOMMANDS: Record<string, () => Promise<Subcommand>> = {
  new: async () => (await import('./new.ts')).newSubcommand,
  dev: async () => (await import('./dev.ts')).devSubcommand,
  test: async () => (await import('./test.ts')).testSubcommand,
  check: async () => (await import('./check.ts')).checkSubcommand,
  pack: async () => (await import('./pack.ts')).packSubcommand,
  keys: async () => (await import('./keys.ts')).keysSubcommand,
  sign: async () => (await import('./sign.ts')).signSubcommand,
  verify: async () => (await import('./verify.ts')).verifySubcommand,
  install: async () => (await import('./install.ts')).installSubcommand,
  update: async () => (await import('./install.ts')).updateSubcommand,
  uninstall: async () => (await import('./uninstall.ts')).uninstallSubcommand,
  list: async () => (await import('./list.ts')).listSubcommand,
  trust: async () => (await import('./trust.ts')).trustSubcommand,
};
