import type { CalendarDate } from '@inning/sdk';
import type { Id } from '../../store/index.ts';
import type { MadeBooks } from '../agency/make-agency.ts';
import type { VirtualApp } from '../pass-time.ts';
import type { Random } from '../random.ts';
import type { PlannedBooks } from './plan-books.ts';
import type { Days } from './planned.ts';

/** Books with their plan and the debtors as they were stored. */
export type LivingBooks = MadeBooks & {
  readonly plan: PlannedBooks;
  readonly debtorIds: ReadonlyMap<string, Id>;
};

export type Story = {
  readonly world: VirtualApp;
  readonly books: readonly LivingBooks[];
  readonly days: Days;
  readonly random: Random;
  /** What happens by hand, by day. */
  readonly incidents: readonly Incident[];
};

/** Something that a person does, or that nobody planned. */
export type Incident = {
  readonly on: CalendarDate;
  readonly happen: (story: Story, day: CalendarDate) => Promise<void>;
};
