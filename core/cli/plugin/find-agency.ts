import type { App } from '../../app.ts';
import { type Agency, agencies } from '../../domain/agencies/index.ts';
import { NotFoundHereError, UsageError } from '../cli.errors.ts';
import { commandScope } from '../find-books.ts';

/**
 * The agency of that name or short name; without one, the only one there is. Throws UsageError when it
 * is not clear which, NotFoundHereError when there is none.
 */
export async function findAgency(app: App, named: string | undefined): Promise<Agency> {
  const table = app.store.table(agencies).in(commandScope);
  const filter = named === undefined ? {} : { $or: [{ name: named }, { slug: named }] };
  const [only, ...others] = await table.find(filter as never, { sort: { name: 1 }, limit: 20 });
  if (!only) {
    throw new NotFoundHereError(
      named === undefined ? 'There is no agency yet.' : `There is no agency called ${named}.`,
    );
  }
  if (others.length === 0) return only;
  const names = [only, ...others].map(({ slug, name }) => `  ${slug.padEnd(20)} ${name}`);
  throw new UsageError(`Say which agency with --agency:\n${names.join('\n')}`);
}
