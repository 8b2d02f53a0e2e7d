import { addDays, cents, weekday } from '@inning/sdk';
import { debtorRow, debtors } from '../../domain/debtors/index.ts';
import type { NewInvoice } from '../../domain/invoices/index.ts';
import type { Id } from '../../store/index.ts';
import type { MadeBooks } from '../agency/make-agency.ts';
import { at, passTime, settle, type VirtualApp } from '../pass-time.ts';
import { addIncidents } from './incidents.ts';
import { workInOffice } from './office.ts';
import type { PlannedBooks } from './plan-books.ts';
import type { PlannedInvoice } from './planned.ts';
import { type Period, statementOf } from './statement-of.ts';
import type { LivingBooks, Story } from './story.ts';

/** Before the letters of the day leave: invoices, the bank, and what people do. */
const MORNING_HOUR = 8;
/** New invoices come on Mondays, bank statements on Tuesdays and Fridays. */
const MONDAY = 1;
const BANK_DAYS: readonly number[] = [2, 5];

/** Writes the debtors of some books. */
export async function meetDebtors(
  { app, clock }: VirtualApp,
  { place, scope }: MadeBooks,
  plan: PlannedBooks,
): Promise<ReadonlyMap<string, Id>> {
  const rows = plan.debtors.map(({ iban: _, ...news }) => debtorRow(place, news, clock.now()));
  await app.store.table(debtors).in(scope).insertRaw(rows);
  return new Map(rows.map((row) => [row.number, row._id]));
}

/** Everything from before the agency came: handed over at once, and paid as the bank says. */
export async function takeOver({ world, books, days }: Story): Promise<void> {
  const { takeoverOn } = days;
  world.clock.moveTo(at(takeoverOn, MORNING_HOUR));
  const past = { from: '2000-01-01', to: addDays(takeoverOn, -1) };
  await Promise.all(
    books.map(async (one) => {
      await receiveInvoices(world, one, ({ invoicedOn }) => invoicedOn < takeoverOn);
      await receiveStatement(world, one, past);
      await world.app.rooms.debtors.refreshBehaviour(one.scope, [...one.debtorIds.values()]);
    }),
  );
  await settle(world);
}

/** Day after day until the last one; the engine does what it would have done. */
export async function passDays(story: Story, now: Date): Promise<void> {
  const { world, books, days } = story;
  const known = { invoices: addDays(days.takeoverOn, -1), bank: addDays(days.takeoverOn, -1) };
  for (let day = days.takeoverOn; day <= days.today; day = addDays(day, 1)) {
    const isLast = day === days.today;
    const morning = at(day, MORNING_HOUR);
    await passTime(world, morning < now ? morning : now);
    const until = addDays(day, -1);
    if (isLast || weekday(day) === MONDAY) {
      const isNew = ({ invoicedOn }: PlannedInvoice) =>
        invoicedOn > known.invoices && invoicedOn <= until;
      await Promise.all(books.map((one) => receiveInvoices(world, one, isNew)));
      known.invoices = until;
    }
    if (isLast || BANK_DAYS.includes(weekday(day))) {
      const period = { from: addDays(known.bank, 1), to: until };
      await Promise.all(books.map((one) => receiveStatement(world, one, period)));
      known.bank = until;
      await workInOffice(world.app, books, { day, random: story.random });
    }
    await addIncidents(story, day);
  }
  await passTime(world, now);
  await settle(world);
}

async function receiveInvoices(
  { app }: VirtualApp,
  { place, scope, plan, debtorIds }: LivingBooks,
  which: (invoice: PlannedInvoice) => boolean,
): Promise<void> {
  const news = plan.invoices.filter(which).flatMap((invoice): NewInvoice[] => {
    const debtorId = debtorIds.get(invoice.debtor.number);
    const { number, invoicedOn, dueOn, totalCents, description, paymentReference } = invoice;
    const fields = { number, invoicedOn, dueOn, description, paymentReference };
    return debtorId
      ? [{ ...fields, debtorId, currency: 'EUR', totalCents: cents(totalCents) }]
      : [];
  });
  if (news.length > 0) await app.rooms.invoices.receive(scope, place, { news, by: 'import' });
}

async function receiveStatement(
  { app }: VirtualApp,
  { place, scope, plan, iban }: LivingBooks,
  period: Period,
): Promise<void> {
  if (period.to < period.from) return;
  const statement = statementOf(iban, plan, period);
  await app.rooms.statements.receive(scope, place.administrationId, [statement]);
}
