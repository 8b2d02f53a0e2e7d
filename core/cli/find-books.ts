import type { App } from '../app.ts';
import { type Administration, administrations } from '../domain/administrations/index.ts';
import { type Scope, systemScope, toId } from '../store/index.ts';
import { NotFoundHereError, UsageError } from './cli.errors.ts';

/** Whoever may start the command on this machine may see everything on it. */
export const commandScope: Scope = systemScope('a person at the command line of the server');

/**
 * The administration of that number or id; without one, the only one there is.
 * Throws UsageError when it is not clear which, NotFoundHereError when there is none.
 */
export async function findBooks(app: App, named: string | undefined): Promise<Administration> {
  const table = app.store.table(administrations).in(commandScope);
  const filter = named === undefined ? {} : filterFor(named);
  const found = await table.find(filter as never, { sort: { name: 1 }, limit: 20 });
  const [only, ...others] = found;
  if (!only) {
    throw new NotFoundHereError(
      named === undefined
        ? 'There is no administration yet.'
        : `There is no administration with number or id ${named}.`,
    );
  }
  if (others.length === 0) return only;
  const lines = found.map(
    (one) => `  ${one.number.padEnd(12)} ${one._id.toHexString()}  ${one.name}`,
  );
  throw new UsageError(
    `Say which administration with --administration, by number or id:\n${lines.join('\n')}`,
  );
}

const filterFor = (named: string) =>
  /^[0-9a-f]{24}$/.test(named) ? { _id: toId(named) } : { number: named };
