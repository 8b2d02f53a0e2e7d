import { addDays, type CalendarDate, cents, invariant, weekday } from '@inning/sdk';
import { invoices } from '../../domain/invoices/index.ts';
import type { App } from '../../app.ts';
import type { Id } from '../../store/index.ts';
import { inventIban } from '../iban.ts';
import type { Random } from '../random.ts';
import type { PlannedInvoice } from './planned.ts';
import { lineOf } from './statement-of.ts';
import type { Incident, LivingBooks, Story } from './story.ts';

const DISPUTES = [
  'Monteur is niet op de afgesproken dag geweest; factuur klopt volgens ons niet.',
  'Er is minder geleverd dan op de pakbon staat.',
  'Wij hebben deze opdracht niet gegeven.',
  'De prijs is hoger dan in de offerte.',
  'Reparatie heeft het probleem niet verholpen.',
  'Factuur staat op de verkeerde naam.',
];
const NOTES = [
  'Belde zelf: vraagt om een kopie van de factuur. Verstuurd.',
  'Nieuw adres doorgegeven aan de opdrachtgever.',
  'Vraagt of in termijnen betalen kan; voorgelegd aan de opdrachtgever.',
  'Boekhouder is met vakantie tot volgende week.',
  'Heeft de factuur ontvangen en zegt dat de betaling klaarstaat.',
  'Wil voortaan facturen naar een ander e-mailadres.',
];
const STAFF = ['Thomas Bakker', 'Fatima El Amrani'];

/** Chooses what happens beside invoices, payments and reminders. */
export function planIncidents(
  random: Random,
  books: readonly LivingBooks[],
  today: CalendarDate,
): Incident[] {
  const unpaid = books.flatMap((one) =>
    one.plan.invoices
      .filter(({ payments, dueOn }) => payments.length === 0 && dueOn < addDays(today, -8))
      .map((invoice) => ({ one, invoice })),
  );
  const chosen = unpaid.filter((_, index) => index % 3 === 1).slice(0, 18);
  const pickedDay = (invoice: PlannedInvoice) =>
    workday(
      earlier(addDays(invoice.dueOn, random.between(6, 24)), addDays(today, -random.between(1, 5))),
    );
  return chosen.flatMap(({ one, invoice }, index): Incident[] => {
    const on = pickedDay(invoice);
    const by = random.pick(STAFF);
    if (index % 3 === 0) return disputed({ one, invoice, by, on }, random);
    if (index % 3 === 1) return [paused({ one, invoice, by, on }, today)];
    return [noted({ one, invoice, by, on }, random.pick(NOTES))];
  });
}

const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b);

/** The Friday before for a day in the weekend: nobody is at work then. */
const workday = (day: CalendarDate): CalendarDate => addDays(day, Math.min(0, 5 - weekday(day)));

/** What happens on this day, by hand. */
export async function addIncidents(story: Story, day: CalendarDate): Promise<void> {
  for (const incident of story.incidents) {
    if (incident.on === day) await incident.happen(story, day);
  }
  if (day !== story.days.today) return;
  await receivePuzzles(story);
  await leaveNotes(story);
}

type Case = {
  readonly one: LivingBooks;
  readonly invoice: PlannedInvoice;
  readonly by: string;
  readonly on: CalendarDate;
};

/** Half of the disputes are settled two weeks later. */
function disputed({ one, invoice, by, on }: Case, random: Random): Incident[] {
  const reason = random.pick(DISPUTES);
  let disputeId: Id | null = null;
  const open: Incident = {
    on,
    async happen({ world: { app } }) {
      const debtorId = debtorOf(one, invoice);
      const invoiceIds = [await invoiceIdOf(app, one, invoice)];
      const news = { debtorId, invoiceIds, reason, by };
      disputeId = (await app.rooms.disputes.open(one.scope, news))._id;
    },
  };
  if (random.chance(0.5)) return [open];
  const settle: Incident = {
    on: addDays(on, 14),
    async happen({ world: { app } }) {
      if (!disputeId) return;
      const note = 'Met de opdrachtgever nagegaan: de factuur klopt.';
      await app.rooms.disputes.settle(one.scope, disputeId, { outcome: 'rejected', note, by });
    },
  };
  return [open, settle];
}

const paused = ({ one, invoice, by, on }: Case, today: CalendarDate): Incident => ({
  on,
  async happen({ world: { app } }) {
    const debtorId = debtorOf(one, invoice);
    const reason = 'Persoonlijke omstandigheden; op verzoek even rust.';
    await app.rooms.debtors.pause(one.scope, debtorId, { until: addDays(today, 9), reason });
    const text = `Uitstel gegeven tot en met ${addDays(today, 9)}.`;
    await app.rooms.contactRecords.add(one.scope, debtorId, { kind: 'call', text, by });
  },
});

const noted = ({ one, invoice, by, on }: Case, text: string): Incident => ({
  on,
  async happen({ world: { app } }) {
    const news = { kind: 'call' as const, text, by };
    await app.rooms.contactRecords.add(one.scope, debtorOf(one, invoice), news);
  },
});

/** Money of this morning that a person must look at: an amount that is too high, and a stranger. */
async function receivePuzzles({ world: { app }, books, days }: Story): Promise<void> {
  const [first] = books;
  if (!first) return;
  const isLate = ({ payments, dueOn }: PlannedInvoice) =>
    payments.length === 0 && dueOn < addDays(days.today, -16) && dueOn > addDays(days.today, -45);
  const overpaid = first.plan.invoices.find(isLate);
  const yesterday = addDays(days.today, -1);
  const lines = [
    lineOf({
      bankReference: `onbekend-${yesterday}`,
      bookedOn: yesterday,
      amountCents: cents(8_750),
      counterpartyName: 'J.A. Hoekstra e/o',
      counterpartyAccount: inventIban('INGB', 940_000_000),
      description: 'zoals afgesproken',
    }),
    ...(overpaid
      ? [
          lineOf({
            bankReference: `teveel-${yesterday}`,
            bookedOn: yesterday,
            amountCents: cents(overpaid.totalCents + 1_500),
            counterpartyName: overpaid.debtor.name,
            counterpartyAccount: overpaid.debtor.iban,
            description: `Factuur ${overpaid.number}`,
          }),
        ]
      : []),
  ];
  await app.rooms.statements.receive(first.scope, first.place.administrationId, [
    {
      account: first.iban,
      currency: 'EUR',
      number: days.today,
      openingCents: null,
      openingOn: null,
      closingCents: null,
      closingOn: yesterday,
      lines,
      warnings: [],
    },
  ]);
}

/** Work that people gave each other. */
async function leaveNotes({ world: { app }, books, days }: Story): Promise<void> {
  const notes = [
    'Maandafsluiting bespreken met de opdrachtgever',
    'Contactgegevens nagaan van debiteuren zonder e-mailadres',
    'Betwistingen van deze maand doorgeven aan de opdrachtgever',
  ];
  for (const [index, one] of books.entries()) {
    await app.rooms.taskList.create(one.scope, {
      administrationId: one.place.administrationId,
      kind: 'to-do',
      title: notes[index] ?? 'Stand van zaken doornemen',
      dueOn: addDays(days.today, index),
      by: STAFF[index % STAFF.length] ?? 'De Brug',
    });
  }
}

function debtorOf(one: LivingBooks, { debtor }: PlannedInvoice): Id {
  const id = one.debtorIds.get(debtor.number);
  invariant(id, 'every planned debtor was stored');
  return id;
}

async function invoiceIdOf(app: App, one: LivingBooks, { number }: PlannedInvoice): Promise<Id> {
  const { administrationId } = one.place;
  const found = await app.store
    .table(invoices)
    .in(one.scope)
    .findOne({ administrationId, number }, { fields: ['_id'] });
  invariant(found, 'an invoice is there before anybody disputes it');
  return found._id;
}
