import type { CalendarDate, ClaimInvoice, ClaimPart, DebtorKind, LegalRemark } from '@inning/sdk';
import type { Administration } from '../../administrations/index.ts';
import type { Debtor } from '../../debtors/index.ts';
import type { Invoice } from '../../invoices/index.ts';
import { claimInvoice } from '../claim-invoice.ts';
import { dueCosts } from '../law/due-costs.ts';
import type { LawOfClaim } from '../law/law-of-claim.ts';
import { withLaw } from '../law/with-law.ts';
import { type LegalClock, legalClocks } from './legal-clocks.ts';
import { linesOfInvoice, type SpecificationLine } from './lines-of-invoice.ts';
import { openOn } from './open-on.ts';

export type SpecifySources = {
  readonly debtor: Pick<Debtor, '_id' | 'kind' | 'name' | 'number'>;
  readonly invoices: readonly Invoice[];
  readonly administration: Pick<Administration, 'currency'>;
  readonly law: LawOfClaim;
};
export type PartTotals = {
  readonly owedCents: number;
  readonly paidCents: number;
  readonly waivedCents: number;
  readonly openCents: number;
};
/** A claim as it can be read and checked: every line adds to what is open. */
export type ClaimSpecification = {
  readonly on: CalendarDate;
  readonly currency: string;
  readonly debtor: { readonly name: string; readonly number: string; readonly kind: DebtorKind };
  readonly lines: readonly SpecificationLine[];
  readonly totals: Readonly<Record<ClaimPart, PartTotals>>;
  readonly openCents: number;
  /** Costs that come on top when the debtor pays too late. */
  readonly announcedCents: number;
  readonly clocks: readonly LegalClock[];
  readonly remarks: readonly LegalRemark[];
};

/**
 * The claim on any day, line by line with its legal ground and arithmetic. Pure, and of the same parts as
 * the claim that flows and letters know, so that they cannot differ.
 */
export function specifyClaim(sources: SpecifySources, on: CalendarDate): ClaimSpecification {
  const { debtor, law } = sources;
  const present = sources.invoices.filter(({ invoicedOn }) => invoicedOn <= on);
  const asItWas = present
    .map((invoice) => openOn(invoice, law, on))
    .filter(({ openCents }) => openCents > 0);
  const booked = asItWas.map((invoice) => claimInvoice(invoice, on));
  const computed = withLaw(booked, { debtor, invoices: asItWas, law }, on);
  const asking = { law, debtorKind: debtor.kind, on };
  const due = new Map(dueCosts(asItWas, asking, on).map((one) => [one.invoiceId, one]));
  const told = computed.map((one, index) =>
    linesOfInvoice(one, asItWas[index] as Invoice, { ...asking, due: due.get(one.id) ?? null }),
  );
  const lines = told.flatMap((one) => one.lines).sort(byDay);
  return {
    on,
    currency: sources.administration.currency,
    debtor: { name: debtor.name, number: debtor.number, kind: debtor.kind },
    lines,
    totals: {
      principal: totalsOf(lines, 'principal'),
      costs: totalsOf(lines, 'costs'),
      interest: totalsOf(lines, 'interest'),
    },
    openCents: sum(computed.map(({ openCents }) => openCents)),
    announcedCents: sum(computed.map(announced)),
    clocks: legalClocks(asItWas, computed, { ...asking, due: new Set(due.keys()) }),
    remarks: uniqueRemarks(told.flatMap((one) => one.remarks)),
  };
}

const announced = ({ announcedCents }: ClaimInvoice) => announcedCents;

function totalsOf(all: readonly SpecificationLine[], part: ClaimPart): PartTotals {
  const lines = all.filter((line) => line.part === part);
  const of = (belongs: (line: SpecificationLine) => boolean) =>
    sum(lines.filter(belongs).map(({ amountCents }) => amountCents));
  // What was taken back is no longer owed; a payment that was taken back is no longer paid.
  const isTakenBack = ({ kind, amountCents }: SpecificationLine) =>
    kind === 'reversed' && amountCents < 0;
  return {
    owedCents: of((line) => line.kind === 'owed' || isTakenBack(line)),
    paidCents: none(
      -of((line) => line.kind === 'paid' || (line.kind === 'reversed' && !isTakenBack(line))),
    ),
    waivedCents: none(-of(({ kind }) => kind === 'waived')),
    openCents: sum(lines.map(({ amountCents }) => amountCents)),
  };
}

/** Minus zero is no amount. */
const none = (amount: number) => (amount === 0 ? 0 : amount);

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

const PARTS: readonly ClaimPart[] = ['principal', 'costs', 'interest'];
const byDay = (a: SpecificationLine, b: SpecificationLine) =>
  a.on.localeCompare(b.on) ||
  a.number.localeCompare(b.number) ||
  PARTS.indexOf(a.part) - PARTS.indexOf(b.part);

function uniqueRemarks(remarks: readonly LegalRemark[]): LegalRemark[] {
  return [...new Map(remarks.map((one) => [one.code, one])).values()];
}
