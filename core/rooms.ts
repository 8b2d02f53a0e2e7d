import type { Clock } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import {
  administrationRoutes,
  createAdministrationService,
} from './domain/administrations/index.ts';
import { createAgencyService } from './domain/agencies/index.ts';
import { createCreditorService, creditorRoutes } from './domain/creditors/index.ts';
import { createDebtorService, debtorRoutes } from './domain/debtors/index.ts';
import { createFileStore } from './domain/files/index.ts';
import { createInvoiceService, invoiceRoutes } from './domain/invoices/index.ts';
import { createLedgerService, ledgerRoutes } from './domain/ledger/index.ts';
import { createAutomaticTasks } from './domain/tasks/index.ts';
import {
  createSessionsService,
  createSignInLimit,
  createUsersService,
  sessionRoutes,
} from './domain/users/index.ts';
import type { EventPublisher, Listener } from './events/index.ts';
import type { FindPublicLetter } from './http/index.ts';
import type { Store } from './store/index.ts';

export type RoomsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
};
export type Rooms = ReturnType<typeof createRooms>;

/** The rooms of the nouns, each with what it needs of the others. */
export function createRooms(deps: RoomsDeps) {
  const ledger = createLedgerService(deps);
  const tasks = createAutomaticTasks(deps);
  const files = createFileStore(deps);
  const invoices = createInvoiceService({ ...deps, ledger, tasks, files });
  const { openTotals, paidTerms } = invoices;
  const debtors = createDebtorService({ ...deps, openTotals, paidTerms });
  const users = createUsersService(deps);

  return {
    agencies: createAgencyService(deps),
    creditors: createCreditorService(deps),
    administrations: createAdministrationService(deps),
    debtors,
    invoices,
    ledger,
    tasks,
    files,
    users,
    sessions: createSessionsService({ ...deps, users }),
    signInLimit: createSignInLimit(deps),
    publicLetter: (async () => null) as FindPublicLetter,
    listeners: [] as readonly Listener[],
  };
}

/** What the rooms answer over HTTP; registered under /api. */
export const roomRoutes =
  (rooms: Rooms) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(sessionRoutes(rooms));
    await app.register(creditorRoutes(rooms));
    await app.register(administrationRoutes(rooms));
    await app.register(debtorRoutes(rooms));
    await app.register(invoiceRoutes(rooms));
    await app.register(ledgerRoutes(rooms));
  };
