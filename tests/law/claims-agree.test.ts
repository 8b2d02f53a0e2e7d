import { addDays, cents, type CalendarDate, DEBTOR_KINDS, type DebtorKind } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildClaim,
  type ClaimEntry,
  costEntries,
  dueCosts,
  interestBookings,
  interestEntries,
  specifyClaim,
} from '../../core/domain/claims/index.ts';
import { TERMS_BY_LAW } from '../../core/domain/collection-terms/index.ts';
import type { Invoice } from '../../core/domain/invoices/index.ts';
import { applyEntries, NOTHING_OWED, type Posting } from '../../core/domain/ledger/index.ts';
import { newId } from '../../core/store/index.ts';
import { netherlands } from '../../plugins/country-nl/netherlands.ts';

/** A file as days and amounts: invoices due on 1 March 2026, one letter, payments, and the day of asking. */
type File = {
  readonly euros: readonly number[];
  readonly kind: DebtorKind;
  readonly interest: 'never' | 'with-costs' | 'from-due';
  readonly bearer: 'debtor' | 'creditor' | 'shared';
  /** Days after the due day; null when no letter left. */
  readonly letter: number | null;
  readonly payments: readonly {
    readonly day: number;
    readonly share: number;
    readonly of: number;
  }[];
  readonly asked: number;
};
const DUE_ON = '2026-03-01';
const day = (after: number): CalendarDate => addDays(DUE_ON, after);

const files: fc.Arbitrary<File> = fc.record({
  euros: fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom(...DEBTOR_KINDS),
  interest: fc.constantFrom('never' as const, 'with-costs' as const, 'from-due' as const),
  bearer: fc.constantFrom('debtor' as const, 'creditor' as const, 'shared' as const),
  letter: fc.option(fc.integer({ min: 1, max: 40 })),
  payments: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 120 }),
      share: fc.integer({ min: 1, max: 100 }),
      of: fc.nat(2),
    }),
    { maxLength: 4 },
  ),
  asked: fc.integer({ min: 0, max: 200 }),
});

/** The file as the ledger holds it on the day of asking, with nothing claimed yet. */
function told(file: File) {
  const on = day(file.asked);
  const entries = new Map<string, ClaimEntry[]>();
  const invoices = file.euros.map((euros, index): Invoice => {
    const _id = newId();
    const its: ClaimEntry[] = [
      entryOf(_id, { kind: 'owed', amountCents: euros * 100, bookedOn: '2026-02-01' }),
    ];
    let left = euros * 100;
    const own = file.payments
      .filter((payment) => payment.of % file.euros.length === index && payment.day <= file.asked)
      .toSorted((a, b) => a.day - b.day);
    for (const payment of own) {
      const paid = Math.min(left, Math.ceil((left * payment.share) / 100));
      const credit = { kind: 'credited', amountCents: -paid, bookedOn: day(payment.day) } as const;
      if (paid > 0) its.push(entryOf(_id, credit));
      left -= paid;
    }
    entries.set(String(_id), its);
    return invoiceOf(file, { _id, index, totalCents: euros * 100, openCents: left });
  });
  const terms = {
    ...TERMS_BY_LAW,
    interest: file.interest,
    costsBearer: file.bearer,
    debtorPoints: file.bearer === 'shared' ? 3_333 : null,
  };
  const law = { country: netherlands, terms, entriesOf: (id: string) => entries.get(id) ?? [] };
  return { on, invoices, law, entries };
}

type Booked = Pick<ClaimEntry, 'kind' | 'amountCents' | 'bookedOn'>;

const entryOf = (invoiceId: Invoice['_id'], booking: Booked): ClaimEntry => ({
  _id: newId(),
  invoiceId,
  part: 'principal',
  reversesId: null,
  ...booking,
});

type Amounts = { _id: Invoice['_id']; index: number; totalCents: number; openCents: number };

function invoiceOf(
  { letter, asked }: File,
  { _id, index, totalCents, openCents }: Amounts,
): Invoice {
  const isAnnounced = letter !== null && letter <= asked;
  const sentOn = isAnnounced ? day(letter) : null;
  return {
    _id,
    number: `F${index}`,
    invoicedOn: '2026-02-01',
    dueOn: DUE_ON,
    totalCents,
    openCents,
    principalOpenCents: openCents,
    costsOpenCents: 0,
    interestOpenCents: 0,
    costState: isAnnounced ? 'announced' : 'none',
    announcedOn: sentOn,
    claimableOn: null,
    disputedAt: null,
    announcement: sentOn && {
      id: 'letter',
      on: sentOn,
      sentOn,
      channel: 'post',
      faults: [],
      by: 'x',
    },
  } as unknown as Invoice;
}

const debtorOf = ({ kind }: File) =>
  ({ _id: newId(), kind, name: 'X', number: 'D', contacts: [], behaviour: {} }) as never;
const administration = { _id: newId(), name: 'A', currency: 'EUR', country: 'NL' } as never;
const creditor = { _id: newId(), name: 'C' };

describe('a claim by law', () => {
  it('is the same for flows and letters as line by line in the file', () => {
    fc.assert(
      fc.property(files, (file) => {
        const { on, invoices, law } = told(file);
        const debtor = debtorOf(file);
        const claim = buildClaim({ debtor, invoices, administration, creditor, law }, on);
        const specified = specifyClaim({ debtor, invoices, administration, law }, on);

        expect(specified.openCents).toBe(claim.openCents);
        expect(specified.announcedCents).toBe(claim.announcedCents);
        expect(specified.totals.principal.openCents).toBe(claim.principalCents);
        expect(specified.totals.costs.openCents).toBe(claim.costsCents);
        expect(specified.totals.interest.openCents).toBe(claim.interestCents);
        const lines = specified.lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
        expect(lines).toBe(claim.openCents);
      }),
      { numRuns: 400 },
    );
  });

  it('is what the ledger holds once what is due was booked, and booking it adds nothing', () => {
    fc.assert(
      fc.property(files, (file) => {
        const { on, invoices, law, entries } = told(file);
        const debtor = debtorOf(file);
        const open = invoices.filter(({ openCents }) => openCents > 0);
        const sources = { debtor, administration, creditor, law };
        const before = buildClaim({ ...sources, invoices }, on);
        const due = dueCosts(open, { law, debtorKind: file.kind }, on);
        const postings = [
          ...costEntries(due, { on, by: 'test' }),
          ...interestEntries(interestBookings(before.invoices, open), open, { on, by: 'test' }),
        ];
        const dueIds = new Set(due.map(({ invoiceId }) => invoiceId));
        const after = open.map((one) => booked(one, { entries, postings, on, dueIds }));

        expect(after.reduce((sum, { openCents }) => sum + openCents, 0)).toBe(before.openCents);
        const again = buildClaim({ ...sources, invoices: after }, on);
        expect(again).toMatchObject({
          openCents: before.openCents,
          principalCents: before.principalCents,
          costsCents: before.costsCents,
          interestCents: before.interestCents,
          announcedCents: before.announcedCents,
        });
        const specified = specifyClaim({ debtor, invoices: after, administration, law }, on);
        expect(specified.openCents).toBe(before.openCents);
      }),
      { numRuns: 400 },
    );
  });
});

type Booking = {
  readonly entries: Map<string, ClaimEntry[]>;
  readonly postings: readonly Posting[];
  readonly on: CalendarDate;
  readonly dueIds: ReadonlySet<string>;
};

function booked(invoice: Invoice, { entries, postings, on, dueIds }: Booking): Invoice {
  const id = String(invoice._id);
  const news = postings
    .filter(({ invoiceId }) => String(invoiceId) === id)
    .flatMap((posting) => posting.entries)
    .map((entry): ClaimEntry => ({
      ...entry,
      _id: newId(),
      invoiceId: invoice._id,
      reversesId: null,
    }));
  const all = [...(entries.get(id) ?? []), ...news];
  entries.set(id, all);
  const amounts = all.map(({ part, amountCents }) => ({ part, amountCents: cents(amountCents) }));
  const claimed = dueIds.has(id) ? { costState: 'claimable' as const, claimableOn: on } : {};
  return { ...invoice, ...applyEntries(NOTHING_OWED, amounts, id), ...claimed };
}
