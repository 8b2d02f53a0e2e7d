import { addDays, type CalendarDate, type Country } from '@inning/sdk';
import type { Administration } from '../../../domain/administrations/index.ts';
import type { LawOfClaim } from '../../../domain/claims/index.ts';
import type { CollectionTermsRow } from '../../../domain/collection-terms/index.ts';
import type { Agency } from '../../../domain/agencies/index.ts';
import type { Creditor } from '../../../domain/creditors/index.ts';
import { type Debtor, debtorRow } from '../../../domain/debtors/index.ts';
import type { Invoice } from '../../../domain/invoices/index.ts';
import { newId } from '../../../store/index.ts';
import { claimFacts, type Facts } from '../../engine/facts/index.ts';
import type { Staged } from '../who-walks.ts';
import type { Example } from './examples.ts';

export type Stage = {
  readonly administration: Administration;
  readonly creditor: Creditor;
  readonly agency: Agency | null;
  /** What is agreed on costs and interest in those books. */
  readonly agreed: readonly CollectionTermsRow[];
  readonly country: Country;
  readonly today: CalendarDate;
  readonly now: Date;
};

/** The term that lies between the day of an invoice and its due date, where nothing else is said. */
const TERM_DAYS = 30;

/** An example as if it stood in the books of that administration; nothing of it is stored. */
export function stageExample(example: Example, stage: Stage): Staged {
  const { administration } = stage;
  const debtor = debtorOf(example, stage);
  const invoices = example.invoices.map((one, index) =>
    invoiceOf(one, { stage, debtor, number: index + 1 }),
  );
  const { creditor, country, agreed } = stage;
  const read = { agreed, entriesOf: bookedOn(invoices) };
  const claimOf = (some: readonly Invoice[]) =>
    claimFacts(some, { debtor, administration, creditor, country, read });
  // One set of facts for all that walks for this debtor: they share what was sent.
  const facts = { ...factsOf(debtor, stage), ...claimOf(invoices), allInvoices: invoices };
  return {
    debtor,
    administration,
    live: [],
    openInvoiceIds: invoices.map(({ _id }) => _id),
    factsOf: ({ invoiceId }) => ({
      ...facts,
      ...(invoiceId ? claimOf(invoices.filter((one) => one._id.equals(invoiceId))) : {}),
    }),
  };
}

function debtorOf({ name, kind, hasEmail }: Example, { administration, now }: Stage): Debtor {
  const { agencyId, creditorId, _id: administrationId, language } = administration;
  return debtorRow(
    { agencyId, creditorId, administrationId },
    {
      number: '0',
      kind,
      name,
      language,
      email: hasEmail ? 'debiteur@voorbeeld.example' : null,
    },
    now,
  );
}

type InvoiceOf = { readonly stage: Stage; readonly debtor: Debtor; readonly number: number };

function invoiceOf(
  { openCents, dueInDays }: Example['invoices'][number],
  { stage: { administration, today }, debtor, number }: InvoiceOf,
): Invoice {
  const { agencyId, creditorId, _id: administrationId, currency, paymentTermDays } = administration;
  const dueOn = addDays(today, dueInDays);
  const row: Partial<Invoice> = {
    _id: newId(),
    agencyId,
    creditorId,
    administrationId,
    debtorId: debtor._id,
    number: `${today.slice(0, 4)}-${String(number).padStart(4, '0')}`,
    currency,
    totalCents: openCents,
    invoicedOn: addDays(dueOn, -(paymentTermDays ?? TERM_DAYS)),
    dueOn,
    openCents,
    principalOpenCents: openCents,
    costsOpenCents: 0,
    interestOpenCents: 0,
    costState: 'none',
    disputedAt: null,
    handedOverAt: null,
    paymentReference: null,
  };
  return row as Invoice;
}

/** What a ledger would hold of them: what is owed since the day of the invoice. */
function bookedOn(invoices: readonly Invoice[]): LawOfClaim['entriesOf'] {
  return (invoiceId) =>
    invoices
      .filter(({ _id }) => _id.toHexString() === invoiceId)
      .map(({ _id, totalCents, invoicedOn }) => ({
        _id: newId(),
        invoiceId: _id,
        kind: 'owed' as const,
        part: 'principal' as const,
        amountCents: totalCents,
        bookedOn: invoicedOn,
        reversesId: null,
      }));
}

/** Nothing holds an example back but the flow itself and the days of its country. */
function factsOf(
  debtor: Debtor,
  stage: Stage,
): Omit<Facts, 'claimOn' | 'invoicesOn' | 'lawOn' | 'allInvoices'> {
  const { administration, creditor, agency, country, today } = stage;
  return {
    hasHandedOver: false,
    country,
    timeZone: administration.timeZone,
    debtorPause: null,
    administrationPause: null,
    bankDataOn: today,
    hasPlausiblePayment: false,
    contacts: [],
    debtor,
    administration,
    creditor,
    agency,
  };
}
