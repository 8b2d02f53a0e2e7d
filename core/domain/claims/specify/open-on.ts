import { type CalendarDate, cents } from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import { applyEntries, NOTHING_OWED } from '../../ledger/index.ts';
import type { ClaimEntry, LawOfClaim } from '../law/law-of-claim.ts';

/** An invoice as it stood at the end of a day: its amounts by the ledger, and its costs by their days. */
export function openOn(invoice: Invoice, law: LawOfClaim, on: CalendarDate): Invoice {
  const entries = law.entriesOf(String(invoice._id)).filter(({ bookedOn }) => bookedOn <= on);
  const amounts = applyEntries(NOTHING_OWED, entries.map(amountOf), String(invoice._id));
  return { ...invoice, ...amounts, costState: costStateOn(invoice, on) };
}

const amountOf = ({ part, amountCents }: ClaimEntry) => ({
  part,
  amountCents: cents(amountCents),
});

function costStateOn(invoice: Invoice, on: CalendarDate): Invoice['costState'] {
  const { costState, announcedOn, claimableOn } = invoice;
  if (costState === 'claimable' && claimableOn && claimableOn <= on) return 'claimable';
  const isAnnounced = costState !== 'none' && announcedOn && announcedOn <= on;
  return isAnnounced ? 'announced' : 'none';
}
