import type { App } from '../../app.ts';
import { agencies } from '../../domain/agencies/index.ts';
import { type Flow, flows } from '../../flows/index.ts';
import { type Id, toId } from '../../store/index.ts';
import { NotFoundHereError, UsageError } from '../cli.errors.ts';
import { commandScope } from '../find-books.ts';

/** The flow of that name or id, of one agency when it is named. Throws NotFoundHereError, UsageError. */
export async function findFlow(app: App, named: string, agencyId?: Id): Promise<Flow> {
  const table = app.store.table(flows).in(commandScope);
  const isId = /^[0-9a-f]{24}$/.test(named);
  const found = await table.find({
    ...(isId ? { _id: toId(named) } : { slug: named, archivedAt: null }),
    ...(agencyId ? { agencyId } : {}),
  });
  const [only, ...others] = found;
  if (!only) {
    const known = await table.find({ archivedAt: null }, { fields: ['slug'], sort: { slug: 1 } });
    const slugs = [...new Set(known.map(({ slug }) => slug))].join(', ') || 'none yet';
    throw new NotFoundHereError(`There is no flow ${named}. There are: ${slugs}.`);
  }
  if (others.length === 0) return only;
  const owners = await app.store
    .table(agencies)
    .in(commandScope)
    .find({}, { fields: ['name'] });
  const names = found.map((flow) => {
    const owner = owners.find((one) => one._id.equals(flow.agencyId))?.name ?? '';
    return `  ${flow._id.toHexString()}  ${owner}${flow.creditorId ? ', of one creditor' : ''}`;
  });
  throw new UsageError(
    `Several flows are called ${named}; name one by its id:\n${names.join('\n')}`,
  );
}
