import type { App } from '../../app.ts';
import { administrations } from '../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../domain/debtors/index.ts';
import { NotFoundHereError, UsageError } from '../cli.errors.ts';
import { commandScope, findBooks } from '../find-books.ts';

/** The debtor with that number; the administration is needed only when several have one. */
export async function findDebtor(
  app: App,
  number: string,
  administration: string | undefined,
): Promise<Debtor> {
  const books = administration === undefined ? null : await findBooks(app, administration);
  const all = await app.store
    .table(administrations)
    .in(commandScope)
    .find({}, { fields: ['name', 'number'] });
  const ids = books ? [books._id] : all.map((one) => one._id);
  const found = await app.store
    .table(debtors)
    .in(commandScope)
    .find({ administrationId: { $in: ids }, number }, { limit: 20 });

  const [only, ...others] = found;
  if (!only) throw new NotFoundHereError(`There is no debtor with number ${number}.`);
  if (others.length === 0) return only;
  const names = found.map((debtor) => {
    const home = all.find((one) => one._id.equals(debtor.administrationId));
    return `  ${home?.number ?? ''}  ${home?.name ?? ''}`;
  });
  throw new UsageError(
    `Several administrations have a debtor ${number}; name one with --administration:\n${names.join('\n')}`,
  );
}
