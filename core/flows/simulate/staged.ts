import type { Clock } from '@inning/sdk';
import {
  type Administration,
  administrations,
  findAdministration,
  keyOfAdministration,
} from '../../domain/administrations/index.ts';
import { agencies } from '../../domain/agencies/index.ts';
import { createTermsReader } from '../../domain/collection-terms/index.ts';
import { creditors } from '../../domain/creditors/index.ts';
import { debtors } from '../../domain/debtors/index.ts';
import { invoices } from '../../domain/invoices/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { FactsDeps, LoadFacts } from '../engine/facts/index.ts';
import { dayAt } from '../../time/index.ts';
import { instances } from '../instances/instance.model.ts';
import type { Example } from './examples/examples.ts';
import { stageExample } from './examples/stage-example.ts';
import type { Staged, Who } from './who-walks.ts';

export type StagingDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly loadFacts: LoadFacts;
  readonly countries: FactsDeps['countries'];
};

type InTheBooks = Extract<Who, { debtorId: Id }>;

/** Null for a debtor who is not seen here, or when there are no books to stand in. */
export function createStaging({ store, clock, loadFacts, countries }: StagingDeps) {
  const readTerms = createTermsReader(store);

  return (scope: Scope, who: Who): Promise<Staged | null> =>
    'debtorId' in who ? stageDebtor(scope, who) : stageFromExample(scope, who);

  async function stageDebtor(scope: Scope, who: InTheBooks): Promise<Staged | null> {
    const { debtorId } = who;
    const debtor = await store.table(debtors).in(scope).byId(debtorId);
    if (!debtor) return null;
    if (who.administrationId && !who.administrationId.equals(debtor.administrationId)) return null;
    const administration = await findAdministration(store, scope, { id: debtor.administrationId });
    const { administrationId, creditorId, agencyId } = debtor;
    const subject = { debtorId, invoiceId: null, administrationId, creditorId, agencyId };
    const open = { debtorId, openCents: { $gt: 0 } };
    const [live, owed, factsOf] = await Promise.all([
      store.table(instances).in(scope).find({ debtorId, isLive: true }),
      store.table(invoices).in(scope).find(open),
      loadFacts(scope, [subject], clock.now()),
    ]);
    return {
      debtor,
      administration,
      live,
      openInvoiceIds: owed.map(({ _id }) => _id),
      factsOf: ({ invoiceId }) => factsOf({ ...subject, invoiceId }),
    };
  }

  async function stageFromExample(
    scope: Scope,
    { example, administrationId }: Extract<Who, { example: Example }>,
  ): Promise<Staged | null> {
    const administration = await booksFor(scope, administrationId);
    const country =
      administration && countries.find(administration.country, keyOfAdministration(administration));
    const agency =
      administration && (await store.table(agencies).in(scope).byId(administration.agencyId));
    const creditor =
      administration && (await store.table(creditors).in(scope).byId(administration.creditorId));
    if (!administration || !country || !creditor) return null;
    const place = keyOfAdministration(administration);
    const agreed = await readTerms([place]);
    const now = clock.now();
    const today = dayAt(now, administration.timeZone);
    return stageExample(example, { administration, creditor, agency, agreed, country, today, now });
  }

  async function booksFor(scope: Scope, id: Id | undefined): Promise<Administration | null> {
    if (id) return findAdministration(store, scope, { id });
    const [first] = await store
      .table(administrations)
      .in(scope)
      .find({}, { sort: { name: 1 }, limit: 1 });
    return first ?? null;
  }
}
