import { cents } from '@inning/sdk';
import { outbox } from '../../events/index.ts';
import {
  type AdministrationKey,
  agencyScope,
  type Id,
  newId,
  openStore,
  type Scope,
  type Store,
  systemScope,
  type TableDefinition,
} from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { agencies } from '../agencies/index.ts';
import { creditors } from '../creditors/index.ts';
import type { Debtor, NewDebtor } from '../debtors/index.ts';
import type { Invoice, NewInvoice } from '../invoices/index.ts';
import { nounTables } from '../tables.ts';
import { createTestRooms, type TestPorts, type TestRooms } from './rooms.ts';

/** The nouns on a real database, with one agency, creditor and administration: for tests of these rooms. */
export type World = TestRooms & {
  readonly scope: Scope;
  readonly place: AdministrationKey;
  /** Another administration, of the same agency or of another one. */
  newPlace(sameAgency?: boolean): Promise<AdministrationKey>;
  readonly given: {
    debtor(news?: Partial<NewDebtor>): Promise<Debtor>;
    invoice(news: Partial<NewInvoice> & { debtorId: Id }): Promise<Invoice>;
  };
  invoice(id: Id): Promise<Invoice>;
  /** Names of the events that were published since the last look, oldest first. */
  published(): Promise<string[]>;
  close(): Promise<void>;
};
export type WorldOptions = TestPorts & {
  /** Who comes second, such as another process: it finds its agency there. */
  readonly place?: AdministrationKey;
};

export async function openWorld(uri: string, options: WorldOptions = {}): Promise<World> {
  const store = await openStore(uri);
  for (const table of nounTables) store.table(table as TableDefinition<unknown>);
  await store.ensureIndexes();
  const place = options.place ?? (await newPlace(store, newId()));
  const scope = agencyScope(place.agencyId);
  const rooms = createTestRooms(store, options);
  return {
    ...rooms,
    scope,
    place,
    newPlace: (sameAgency = true) => newPlace(store, sameAgency ? place.agencyId : newId()),
    given: createGiven(rooms, scope, place),
    invoice: (id) => rooms.invoices.get(systemScope('a test looks at everything'), id),
    published: createPublished(store),
    close: () => store.close(),
  };
}

/** Builders with defaults, so that a test shows only what matters to it. */
function createGiven(rooms: TestRooms, scope: Scope, place: AdministrationKey): World['given'] {
  let counter = 0;
  return {
    debtor(news = {}) {
      counter += 1;
      const plain = { number: `D${counter}`, kind: 'business', name: `Debtor ${counter}` } as const;
      return rooms.debtors.create(scope, place, { ...plain, ...news });
    },
    async invoice(news) {
      counter += 1;
      const number = news.number ?? `F-2026-${String(counter).padStart(4, '0')}`;
      const complete: NewInvoice = {
        currency: 'EUR',
        totalCents: cents(10_000),
        invoicedOn: '2026-01-15',
        dueOn: '2026-02-14',
        ...news,
        number,
      };
      const made = await rooms.invoices.receive(scope, place, { news: [complete], by: 'test' });
      return rooms.invoices.get(scope, made.get(number) as Id);
    },
  };
}

function createPublished(store: Store): World['published'] {
  const rows = store.table(outbox).in(systemScope('a test looks at everything'));
  let seen = newId();
  return async () => {
    const found = await rows.find({ _id: { $gt: seen } }, { sort: { _id: 1 } });
    seen = found.at(-1)?._id ?? seen;
    return found.map((row) => row.name);
  };
}

async function newPlace(store: Store, agencyId: Id): Promise<AdministrationKey> {
  const scope = systemScope('a test makes its world');
  const number = newId().toHexString().slice(-8);
  const name = 'Van Dijk Installatie';
  const agencyTable = store.table(agencies).in(scope);
  if (!(await agencyTable.byId(agencyId))) {
    await agencyTable.insert({ _id: agencyId, name: 'Inning', slug: `agency-${number}` });
  }
  const creditor = await store.table(creditors).in(scope).insert({ agencyId, name, number });
  const administration = await store
    .table(administrations)
    .in(scope)
    .insert({ agencyId, creditorId: creditor._id, name, number });
  return { agencyId, creditorId: creditor._id, administrationId: administration._id };
}
