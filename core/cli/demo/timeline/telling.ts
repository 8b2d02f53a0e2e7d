import { type CalendarDate, type Locale, type Message, sayMessage } from '@inning/sdk';
import type { App } from '../../../app.ts';
import type { Administration } from '../../../domain/administrations/index.ts';
import { type Id, type TableDefinition, toId } from '../../../store/index.ts';
import { allTexts } from '../../../texts.ts';
import { commandScope } from '../../find-books.ts';
import { demoTexts } from './demo-texts.ts';

/** One thing that happened; what `--json` prints. */
export type TimelineLine = {
  readonly date: CalendarDate;
  readonly debtor: string | null;
  readonly flow: string | null;
  readonly node: string | null;
  /** `started`, `sent`, `parked`, `payment`, `ended`…: how a step was left, else what happened. */
  readonly event: string;
  readonly reason: string;
  /** The reason as a code, for scripts. */
  readonly code: string | null;
  readonly debtorNumber: string | null;
  readonly at: string;
  /** For people; null for what only a script wants to know, such as a wait that was over. */
  readonly label: string | null;
};

/** What it takes to tell something in somebody's language. */
export type Telling = {
  readonly app: App;
  readonly books: Administration;
  readonly locale: Locale;
  readonly say: (said: unknown) => string;
};

export function telling(app: App, books: Administration, locale: Locale): Telling {
  const texts = { ...allTexts(app.registries), ...demoTexts };
  const say = (said: unknown) => (said ? sayMessage(texts, said as Message, locale) : '');
  return { app, books, locale, say };
}

export const codeOf = (said: unknown): string | null => (said as Message | null)?.code ?? null;

/** Rows by their id, for those that are named. */
export async function rowsById<R extends { _id: Id }>(
  app: App,
  definition: TableDefinition<R>,
  ids: readonly Id[],
): Promise<Map<string, R>> {
  const distinct = [...new Set(ids.map(String))].map(toId);
  const rows = await app.store
    .table(definition)
    .in(commandScope)
    .find({ _id: { $in: distinct } } as never);
  return new Map(rows.map((row) => [String(row._id), row]));
}
