import type { Claim, ClaimInvoice, Locale, OutgoingMail } from '@inning/sdk';
import type { Agency } from '../../domain/agencies/index.ts';
import type { Administration } from '../../domain/administrations/index.ts';
import type { Communication } from '../../domain/communications/index.ts';
import { claimTotals, type LawOfClaim } from '../../domain/claims/index.ts';
import type { Creditor } from '../../domain/creditors/index.ts';
import type { Debtor } from '../../domain/debtors/index.ts';
import type { DocumentRenderer, LetterValues, RenderedLetter } from '../../documents/index.ts';
import { interestLines } from './interest-lines.ts';
import { SenderMissingError } from './letters.errors.ts';

export type LetterLinks = (communicationId: string) => {
  readonly payUrl: string;
  readonly respondUrl: string;
};

export type LetterFacts = {
  readonly claim: Claim;
  readonly debtor: Debtor;
  readonly administration: Administration;
  readonly creditor: Creditor;
  readonly agency: Agency | null;
  readonly template: string;
  readonly language: Locale;
  readonly communicationId: string;
  readonly today: string;
  /** Costs that this letter announces; those that an earlier one did are not announced again. */
  readonly announcedCents: number;
  /** By what interest is computed on a day. */
  readonly lawOn: (today: string) => LawOfClaim;
};

type Totals = ReturnType<typeof claimTotals>;

/** Makes the letter about a claim: what is demanded is what is overdue and not disputed. */
export function createLetterMaker(deps: { renderer: DocumentRenderer; links: LetterLinks }) {
  return async (facts: LetterFacts): Promise<RenderedLetter> => {
    const links = deps.links(facts.communicationId);
    const values = { ...letterValues(facts), ...links } satisfies LetterValues;
    const { template, language } = facts;
    return deps.renderer.render({ template, language, values });
  };
}

function letterValues(facts: LetterFacts): Omit<LetterValues, 'payUrl' | 'respondUrl'> {
  const { claim, debtor, administration, creditor, today, language } = facts;
  if (!administration.iban) throw new SenderMissingError('IBAN', String(administration._id));
  const demanded = claim.invoices.filter((one) => one.daysOverdue > 0 && !one.isDisputed);
  const accountName = administration.accountName ?? creditor.name;
  const totals = claimTotals(demanded);

  return {
    currency: claim.currency,
    creditor: {
      name: creditor.name,
      logoUrl: creditor.logoUrl,
      address: addressLine(creditor),
      email: administration.replyTo ?? creditor.email,
      phone: creditor.phone,
      iban: administration.iban,
      accountName,
    },
    agency: agencyValues(facts),
    debtor: {
      name: debtor.name,
      attention: debtor.attention,
      salutation: salutationOf(debtor),
      language,
    },
    amounts: {
      openCents: totals.openCents,
      principalCents: totals.principalCents,
      costsCents: totals.costsCents,
      interestCents: totals.interestCents,
      totalCents: sum(demanded, (one) => one.totalCents),
      paidCents: sum(demanded, (one) => one.totalCents - one.principalCents),
      announcedCents: facts.announcedCents,
      costState: costStateOf(totals),
      lastDayOn: lastDayOf(demanded),
    },
    invoices: demanded.map(invoiceValues),
    interest: interestLines({ ...claim, invoices: demanded }, facts.lawOn(today), today),
    payment: {
      iban: administration.iban,
      name: accountName,
      reference:
        demanded
          .map((one) => one.number)
          .join(' ')
          .slice(0, 140) || debtor.number,
    },
    today,
  };
}

const invoiceValues = (one: ClaimInvoice): LetterValues['invoices'][number] => ({
  number: one.number,
  invoicedOn: one.invoicedOn,
  dueOn: one.dueOn,
  totalCents: one.totalCents,
  openCents: one.principalCents,
  paidCents: one.totalCents - one.principalCents,
  costsCents: one.costsCents,
  interestCents: one.interestCents,
  toPayCents: one.openCents,
  announcedCents: one.announcedCents,
});

const sum = (invoices: readonly ClaimInvoice[], of: (one: ClaimInvoice) => number) =>
  invoices.reduce((total, one) => total + of(one), 0);

/** Costs are announced where they may still come; what became due by law is demanded by this letter. */
function costStateOf({ costState, announcedCents, costsCents }: Totals): Claim['costState'] {
  if (costState !== 'announced' || announcedCents > 0) return costState;
  return costsCents > 0 ? 'claimable' : 'none';
}

/** The day is the same for all that one letter announced; of several the first one counts. Passed, it is none. */
function lastDayOf(demanded: Claim['invoices']): string | null {
  const days = demanded.flatMap(({ announcedCents, lastDayOn }) =>
    announcedCents > 0 && lastDayOn ? [lastDayOn] : [],
  );
  return days.toSorted()[0] ?? null;
}

/** A debtor must be able to look up who collects, and to complain (Wki): without that nothing leaves. */
function agencyValues({ agency, creditor, administration }: LetterFacts): LetterValues['agency'] {
  const { registrationNumber = null, complaints = null } = agency ?? {};
  if (agency?.collectsForOthers) {
    const where = String(administration._id);
    if (!registrationNumber) throw new SenderMissingError('register number of its agency', where);
    if (!complaints) throw new SenderMissingError('place for complaints of its agency', where);
  }
  return { name: agency?.name ?? creditor.name, registrationNumber, complaints };
}

function addressLine({ address }: Creditor): string | null {
  if (!address) return null;
  const street = [address.street, address.houseNumber].filter(Boolean).join(' ');
  const town = [address.postcode, address.city].filter(Boolean).join(' ');
  return [street, town].filter(Boolean).join(', ') || null;
}

function salutationOf(debtor: Debtor): LetterValues['debtor']['salutation'] {
  if (debtor.kind === 'business') return debtor.attention ? 'neutral' : 'organisation';
  if (debtor.gender === 'male') return 'mr';
  return debtor.gender === 'female' ? 'ms' : 'neutral';
}

/** The mail as it goes on the wire. In test mode it goes to the administration's own address. */
export function outgoingMail(
  row: Communication,
  letter: Pick<RenderedLetter, 'subject' | 'html' | 'text'>,
  administration: Administration,
): OutgoingMail {
  const address = administration.senderEmail;
  if (!address) throw new SenderMissingError('sender address', String(administration._id));
  const from = administration.senderName
    ? { name: administration.senderName, address }
    : { address };
  return {
    key: row.key,
    agencyId: row.agencyId.toHexString(),
    sentAt: row.reservedAt,
    messageId: messageIdOf(row, administration),
    from,
    to: { address: row.divertedTo ?? row.to },
    ...(administration.replyTo ? { replyTo: { address: administration.replyTo } } : {}),
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    attachments: [],
  };
}

export function messageIdOf(row: Communication, administration: Administration): string {
  const domain = administration.senderEmail?.split('@')[1] ?? 'inning.invalid';
  return `<${row._id.toHexString()}@${domain}>`;
}
