import type { CalendarDate, Clock } from '@inning/sdk';
import type { Filter, Id, Scope, Store } from '../../store/index.ts';
import { administrationIdsIn, todaysOf } from '../administrations/index.ts';
import { debtorIdsNamed, type DebtorName, debtorNames } from '../debtors/index.ts';
import { findPage, type Page, type PageRequest } from '../routing/index.ts';
import { type Invoice, invoices } from './invoice.model.ts';
import { normaliseReference } from './match-keys.ts';

export type InvoiceQuery = {
  readonly administrationId?: Id;
  readonly debtorId?: Id;
  /** The beginning of a number or reference, or words of the debtor's name. */
  readonly search?: string;
  /** Closed invoices too, newest first; otherwise only open ones, longest due first. */
  readonly history?: boolean;
  readonly page?: PageRequest;
};
export type ListedInvoice = {
  readonly invoice: Invoice;
  readonly debtor: DebtorName | null;
  /** In the administration of the invoice. */
  readonly today: CalendarDate;
};
type Deps = { readonly store: Store; readonly clock: Clock };

/** Invoices in scope, with the name of their debtor. */
export async function listInvoices(
  deps: Deps,
  scope: Scope,
  query: InvoiceQuery,
): Promise<Page<ListedInvoice>> {
  const { store } = deps;
  const administrationIds = await administrationIdsIn(store, scope, query.administrationId);
  const where: Filter<Invoice>[] = [
    query.debtorId
      ? { debtorId: query.debtorId }
      : { administrationId: { $in: administrationIds } },
  ];
  if (!query.history) where.push({ openCents: { $gt: 0 } });
  if (query.search) {
    where.push(await searchFilter(store, scope, { administrationIds, search: query.search }));
  }
  const page = await findPage(
    store.table(invoices).in(scope),
    { $and: where },
    { order: query.history ? { invoicedOn: -1 } : { dueOn: 1 }, page: query.page ?? {} },
  );
  return { ...page, items: await withDebtors(deps, scope, page.items) };
}

/** Adds the debtor's name and what day it is in the books of each invoice. */
export async function withDebtors(
  deps: Deps,
  scope: Scope,
  found: readonly Invoice[],
): Promise<ListedInvoice[]> {
  const debtorIds = found.map((invoice) => invoice.debtorId);
  const names = await debtorNames(deps.store, scope, debtorIds);
  const administrationIds = found.map((invoice) => invoice.administrationId);
  const days = await todaysOf(deps, administrationIds);
  return found.map((invoice) => ({
    invoice,
    debtor: names.get(invoice.debtorId.toHexString()) ?? null,
    today: days.get(invoice.administrationId.toHexString()) ?? '',
  }));
}

async function searchFilter(
  store: Store,
  scope: Scope,
  asked: { readonly administrationIds: readonly Id[]; readonly search: string },
): Promise<Filter<Invoice>> {
  const administrationId = { $in: [...asked.administrationIds] };
  const key = normaliseReference(asked.search);
  const debtorIds = await debtorIdsNamed(store, scope, asked);
  const ways: Filter<Invoice>[] = [{ debtorId: { $in: debtorIds } }];
  // The key holds capitals and digits only, so it cannot be a pattern.
  if (key) ways.push({ administrationId, matchKeys: new RegExp(`^${key}`) });
  return { $or: ways };
}
