import { addDays, type CalendarDate } from '@inning/sdk';
import type { App } from '../../app.ts';
import { type Task, tasks } from '../../domain/tasks/index.ts';
import type { Random } from '../random.ts';
import type { MadeBooks } from '../agency/make-agency.ts';

/** Who does the work, as `by` of what they write. */
const STAFF = ['Thomas Bakker', 'Fatima El Amrani'];
/** Work of the last days is still on the list. */
const LEFT_OPEN_DAYS = 6;

type Call = { readonly text: string; readonly promiseDays?: number; readonly isReached: boolean };
const CALLS: readonly Call[] = [
  { text: 'Niet bereikt, voicemail ingesproken.', isReached: false },
  { text: 'Geen gehoor. Morgen opnieuw proberen.', isReached: false },
  { text: 'Zegt de betaling deze week te doen.', promiseDays: 7, isReached: true },
  {
    text: 'Wil in twee keer betalen, eerste helft volgende week.',
    promiseDays: 9,
    isReached: true,
  },
  { text: 'Had de herinneringen niet gezien; factuur is nogmaals toegelicht.', isReached: true },
  {
    text: 'Verwijst naar de boekhouder; daar teruggebeld en de vordering besproken.',
    isReached: true,
  },
];

/** What the people of the agency do on a day: they work off the task list, oldest first. */
export async function workInOffice(
  app: App,
  books: readonly MadeBooks[],
  { day, random }: { readonly day: CalendarDate; readonly random: Random },
): Promise<number> {
  let count = 0;
  for (const { scope, place } of books) {
    const due = await app.store
      .table(tasks)
      .in(scope)
      .find(
        {
          administrationId: place.administrationId,
          state: 'open',
          kind: { $in: ['call', 'to-do'] },
          dueOn: { $lte: addDays(day, -LEFT_OPEN_DAYS) },
        },
        { sort: { dueOn: 1 } },
      );
    for (const task of due) await workOff(app, { books: { scope }, task, day, random });
    count += due.length;
  }
  return count;
}

type Work = {
  readonly books: Pick<MadeBooks, 'scope'>;
  readonly task: Task;
  readonly day: CalendarDate;
  readonly random: Random;
};

async function workOff(app: App, { books, task, day, random }: Work): Promise<void> {
  const by = random.pick(STAFF);
  if (task.debtorId) {
    const record = task.kind === 'call' ? callRecord(random, day) : LETTER_BY_POST;
    await app.rooms.contactRecords.add(books.scope, task.debtorId, { ...record, by });
  }
  await app.rooms.taskList.done(books.scope, task._id, by);
}

const LETTER_BY_POST = {
  kind: 'note' as const,
  text: 'Geen e-mailadres bekend. Herinnering op papier verstuurd.',
};

function callRecord(random: Random, day: CalendarDate) {
  const { text, promiseDays, isReached } = random.pick(CALLS);
  if (promiseDays === undefined) {
    return { kind: isReached ? ('call' as const) : ('call-attempt' as const), text };
  }
  return { kind: 'payment-promise' as const, text, promisedOn: addDays(day, promiseDays) };
}
