import type { ClientSession } from 'mongoose';
import type { AdministrationKey, Id, Scope, Store } from '../../../store/index.ts';
import { debtors } from '../../debtors/index.ts';
import { InvoiceNotFoundError, invoices } from '../../invoices/index.ts';
import { placeOf } from '../../routing/index.ts';
import { TrustCurrencyError } from '../trust.errors.ts';

/** An invoice that money on the trust account is booked on, and whose it is. */
export type PaidInvoice = AdministrationKey & {
  readonly invoiceId: Id;
  readonly debtorId: Id;
  readonly debtorName: string;
  readonly number: string;
};

const FIELDS = [
  'agencyId',
  'creditorId',
  'administrationId',
  'debtorId',
  'number',
  'currency',
] as const;

/** By id. Throws `InvoiceNotFoundError` and `TrustCurrencyError`. */
export async function findPaidInvoices(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  paid: {
    readonly allocations: readonly { readonly invoiceId: Id }[];
    readonly line: { readonly agencyId: Id; readonly currency: string };
  },
): Promise<Map<string, PaidInvoice>> {
  const { agencyId, currency } = paid.line;
  const ids = paid.allocations.map((part) => part.invoiceId);
  const found = await store
    .table(invoices)
    .in(scope)
    .find({ agencyId, _id: { $in: ids } }, { session, fields: FIELDS });
  const people = await store
    .table(debtors)
    .in(scope)
    .find({ _id: { $in: found.map((one) => one.debtorId) } }, { session, fields: ['name'] });
  const names = new Map(people.map((one) => [one._id.toHexString(), one.name]));
  const byId = new Map(found.map((one) => [one._id.toHexString(), one]));
  return new Map(
    ids.map((id) => {
      const invoice = byId.get(id.toHexString());
      if (!invoice) throw new InvoiceNotFoundError(id.toHexString());
      if (invoice.currency !== currency) {
        throw new TrustCurrencyError(id.toHexString(), invoice.currency);
      }
      const { debtorId, number } = invoice;
      const debtorName = names.get(debtorId.toHexString()) ?? '';
      return [
        id.toHexString(),
        { ...placeOf(invoice), invoiceId: id, debtorId, debtorName, number },
      ];
    }),
  );
}
