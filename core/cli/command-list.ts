import type { ListedCommand } from './command.ts';

/** Every command of the core, in the order of `inning --help`. Plugins add theirs after these. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'start',
    summary: 'run the whole platform: web server, worker and database',
    load: async () => (await import('./commands/start.command.ts')).startCommand,
  },
  {
    name: 'serve',
    summary: 'run the web server only',
    load: async () => (await import('./commands/serve.command.ts')).serveCommand,
  },
  {
    name: 'work',
    summary: 'run a worker only; any number may share one database',
    load: async () => (await import('./commands/work.command.ts')).workCommand,
  },
  {
    name: 'import',
    summary: 'read invoices, debtors and bank statements from files',
    load: async () => (await import('./commands/import.command.ts')).importCommand,
  },
  {
    name: 'statement',
    summary: 'read bank statements and print them as JSON Lines',
    load: async () => (await import('./commands/statement.command.ts')).statementCommand,
  },
  {
    name: 'debtor',
    summary: 'show the file of a debtor',
    load: async () => (await import('./commands/debtor.command.ts')).debtorCommand,
  },
  {
    name: 'claim',
    summary: 'what a debtor owes on a day, line by line, and why',
    load: async () => (await import('./commands/claim.command.ts')).claimCommand,
  },
  {
    name: 'flow',
    summary: 'list flows, show one, or check one in a file',
    load: async () => (await import('./commands/flow.command.ts')).flowCommand,
  },
  {
    name: 'dry-run',
    summary: 'what would happen today, per administration',
    load: async () => (await import('./commands/dry-run.command.ts')).dryRunCommand,
  },
  {
    name: 'simulate',
    summary: 'one debtor through the days to come, on a virtual clock',
    load: async () => (await import('./commands/simulate.command.ts')).simulateCommand,
  },
  {
    name: 'demo',
    summary: 'the main job on sample files (or your own) and a virtual clock',
    load: async () => (await import('./commands/demo.command.ts')).demoCommand,
  },
  {
    name: 'plugin',
    summary: 'make, sign and verify plugins, and install those of others',
    load: async () => (await import('./commands/plugin.command.ts')).pluginCommand,
  },
  {
    name: 'events',
    summary: 'show events that a plugin could not handle, and pass them on again',
    load: async () => (await import('./commands/events.command.ts')).eventsCommand,
  },
];
