import {
  type CalendarDate,
  type Cents,
  cents,
  type ClaimPart,
  type Country,
  type DebtorKind,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import {
  type AdministrationKey,
  type Id,
  type Scope,
  type Store,
  systemScope,
} from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import { createTermsReader, termsOn } from '../../collection-terms/index.ts';
import { debtors } from '../../debtors/index.ts';
import { type Invoice, invoices } from '../../invoices/index.ts';
import { placeOf } from '../../routing/index.ts';
import { dueBeside, type DueCosts } from '../law/due-costs.ts';
import { asksInterest, interestOn } from '../law/interest-on.ts';
import { createEntryReader } from '../law/read-entries.ts';
import { bearsCostsOrInterest, type LawOfClaim } from '../law/law-of-claim.ts';

export type FindCountry = {
  find(code: string, place?: AdministrationKey): Country | null;
  refresh?(): Promise<void>;
};
export type SettledInvoice = Pick<
  Invoice,
  '_id' | 'debtorId' | 'dueOn' | 'costState' | 'interestOpenCents'
> &
  AdministrationKey;

/** How payments of some invoices are booked: what they reduce first, and what interest comes before them. */
export type Settlement = {
  orderOf(invoice: SettledInvoice, on: CalendarDate): readonly ClaimPart[];
  /**
   * Announced costs that the law made due by the day of the payment and nobody claimed yet: of every open
   * invoice in the same letter. `principalOf` knows what payments before it in the batch left.
   */
  dueOn(
    invoice: SettledInvoice,
    on: CalendarDate,
    principalOf?: (invoiceId: string) => number | undefined,
  ): readonly DueCosts[];
  /** Interest that has grown up to the payment and is not booked yet. */
  grownOn(invoice: SettledInvoice, on: CalendarDate): Cents;
  /** False when costs and interest are let go once the principal is paid. */
  keepsCostsOpen(invoice: SettledInvoice, on: CalendarDate): boolean;
};
export type ReadSettlement = (
  scope: Scope,
  /** That of the booking; none where nothing is booked. */
  session: ClientSession | undefined,
  invoices: readonly SettledInvoice[],
) => Promise<Settlement>;

/** Where no country pack is, nothing but the principal can be owed. */
const WITHOUT_COUNTRY: readonly ClaimPart[] = ['principal', 'interest', 'costs'];

/** Reads by what payments are booked: a few queries however many invoices there are. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createSettlementReader(deps: {
  readonly store: Store;
  readonly countries: FindCountry;
}): ReadSettlement {
  const { store, countries } = deps;
  const everywhere = systemScope(
    'settings of the administrations of invoices that were found in scope',
  );
  const readTerms = createTermsReader(store);
  const readEntries = createEntryReader(store);

  return async (scope, session, settled) => {
    const [books, agreed] = await Promise.all([
      store
        .table(administrations)
        .in(everywhere)
        .find(
          { _id: { $in: unique(settled.map((one) => one.administrationId)) } },
          { fields: ['country'] },
        ),
      readTerms(settled),
      countries.refresh?.(),
    ]);
    const codes = new Map(books.map((one) => [one._id.toHexString(), one.country]));
    const termsOf = (invoice: SettledInvoice, on: CalendarDate) => termsOn(agreed, invoice, on);
    const countryOf = (invoice: SettledInvoice) =>
      countries.find(codes.get(invoice.administrationId.toHexString()) ?? '', placeOf(invoice));

    const asksFromDue = agreed.some(({ interest }) => interest === 'from-due');
    const bearing = settled.filter((one) => asksFromDue || one.costState !== 'none');
    const kinds = await kindsOf(scope, session, bearing);
    const announced = await announcedBeside(scope, session, bearing);
    const byDebtor = Map.groupBy(announced, ({ debtorId }) => debtorId.toHexString());
    const all = unique([...bearing, ...announced].map(({ _id }) => _id));
    const entriesOf = await readEntries(scope, all, session);
    const lawFor = (invoice: SettledInvoice, on: CalendarDate) => {
      const country = countryOf(invoice);
      const debtorKind = kinds.get(invoice.debtorId.toHexString());
      const terms = termsOf(invoice, on);
      return country && debtorKind ? { law: { country, terms, entriesOf }, debtorKind } : null;
    };

    return {
      orderOf: (invoice, on) =>
        termsOf(invoice, on).paymentOrder ??
        countryOf(invoice)?.paymentOrder.parts ??
        WITHOUT_COUNTRY,
      keepsCostsOpen: (invoice, on) => termsOf(invoice, on).keepsCostsOpen,
      dueOn(invoice, on, principalOf = () => undefined) {
        const asking = invoice.costState === 'announced' ? lawFor(invoice, on) : null;
        if (!asking) return [];
        const its = (byDebtor.get(invoice.debtorId.toHexString()) ?? []).flatMap((one) =>
          withPrincipal(one, principalOf(one._id.toHexString())),
        );
        return dueBeside({ id: invoice._id.toHexString(), invoices: its }, asking, on);
      },
      grownOn(invoice, on) {
        const asking = lawFor(invoice, on);
        if (!asking || !bearsCostsOrInterest(invoice, asking.law.terms)) return cents(0);
        return grown(invoice, { ...asking, on });
      },
    };
  };

  /** What a letter announced together: its costs are one sum, whichever invoice is paid. */
  async function announcedBeside(
    scope: Scope,
    session: ClientSession | undefined,
    bearing: readonly SettledInvoice[],
  ): Promise<Invoice[]> {
    const ids = bearing.filter(isAnnounced).map(({ debtorId }) => debtorId);
    if (ids.length === 0) return [];
    return store
      .table(invoices)
      .in(scope)
      .find(
        {
          debtorId: { $in: unique(ids) },
          costState: 'announced',
          openCents: { $gt: 0 },
          disputedAt: null,
        },
        { session, sort: { dueOn: 1, number: 1 } },
      );
  }

  async function kindsOf(
    scope: Scope,
    session: ClientSession | undefined,
    bearing: readonly SettledInvoice[],
  ): Promise<Map<string, DebtorKind>> {
    if (bearing.length === 0) return new Map();
    const ids = unique(bearing.map((one) => one.debtorId));
    const found = await store
      .table(debtors)
      .in(scope)
      .find({ _id: { $in: ids } }, { session, fields: ['kind'] });
    return new Map(found.map((one) => [one._id.toHexString(), one.kind]));
  }
}

type Asking = {
  readonly law: LawOfClaim;
  readonly debtorKind: DebtorKind;
  readonly on: CalendarDate;
};

function grown(invoice: SettledInvoice, { law, debtorKind, on }: Asking): Cents {
  if (!asksInterest(invoice, law)) return cents(0);
  const bearer = { ...invoice, id: invoice._id.toHexString(), debtorKind };
  const openCents = interestOn(bearer, law, on)?.openInterestCents ?? 0;
  return cents(Math.max(0, openCents - invoice.interestOpenCents));
}

const isAnnounced = ({ costState }: SettledInvoice) => costState === 'announced';

/** With what payments before this one left of it; gone when that is nothing. */
function withPrincipal(one: Invoice, leftCents: number | undefined): Invoice[] {
  if (leftCents === undefined) return [one];
  return leftCents > 0 ? [{ ...one, principalOpenCents: leftCents }] : [];
}

const unique = (ids: readonly Id[]): Id[] => [
  ...new Map(ids.map((id) => [id.toHexString(), id])).values(),
];
