import { type AdministrationKey, agencyScope, type Id } from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { compareBooks, type TrustAccount, trustBalances, trustLines } from '../trust/index.ts';
import { bankStatement } from './bank.ts';
import { numberMatcher } from './number-matcher.ts';
import { openWorld, type World } from './world.ts';

export const TRUST_IBAN = 'NL91ABNA0417164300';
const IBANS = ['NL20INGB0001234567', 'NL02ABNA0123456789', 'NL44RABO0123456789'] as const;

/** An agency with a trust account and creditors who are owed money; the first books are its own. */
export async function openTrustWorld(uri: string, creditorCount = 2) {
  const world = await openWorld(uri, { matcherFor: async () => numberMatcher });
  const places: AdministrationKey[] = [];
  for (let index = 0; index < creditorCount; index += 1) places.push(await place(world, index));
  const { trustAccounts } = world.trust;
  const account = await trustAccounts.create(world.scope, {
    name: 'Derdengelden',
    holderName: 'Stichting Derdengelden Noorderlicht',
    iban: TRUST_IBAN,
    administrationId: world.place.administrationId,
  });
  return { ...world, account, places, ...reading(world, account) };
}
export type TrustWorld = Awaited<ReturnType<typeof openTrustWorld>>;

async function place(world: World, index: number): Promise<AdministrationKey> {
  const made = await world.newPlace();
  await world.store
    .table(administrations)
    .in(world.scope)
    .updateOne({ _id: made.administrationId }, { $set: { iban: IBANS[index % 3] ?? null } });
  return made;
}

function reading(world: World, account: TrustAccount) {
  const { store, scope, trust } = world;
  return {
    /** An invoice of ten euros of one of the creditors. */
    async owed(place: AdministrationKey, number: string, totalCents = 10_000) {
      const debtor = await world.debtors.create(scope, place, {
        number: `D-${number}`,
        kind: 'business',
        name: `Debiteur ${number}`,
      });
      const news = {
        debtorId: debtor._id,
        number,
        currency: 'EUR',
        totalCents: totalCents as never,
        invoicedOn: '2026-01-15',
        dueOn: '2026-02-14',
      };
      const made = await world.invoices.receive(scope, place, { news: [news], by: 'test' });
      return made.get(number) as Id;
    },
    receive: (lines: Parameters<typeof bankStatement>[0], more = {}) =>
      trust.trustStatementFiles.receive(scope, account._id, [
        bankStatement(lines, { account: TRUST_IBAN, ...more }),
      ]),
    heldFor: async ({ agencyId, creditorId }: AdministrationKey) => {
      const filter = { trustAccountId: account._id, creditorId };
      const row = await store.table(trustBalances).in(agencyScope(agencyId)).findOne(filter);
      return row
        ? [row.heldCents, row.onItsWayCents, row.recoverableCents]
        : ([0, 0, 0] as number[]);
    },
    lineOf: async (bankReference: string) => {
      const filter = { trustAccountId: account._id, bankReference };
      const row = await store.table(trustLines).in(scope).findOne(filter);
      if (!row) throw new Error(`no line ${bankReference}`);
      return row;
    },
    /** What disagrees when everything is added up again. */
    problems: async () =>
      compareBooks(store, scope, await trust.trustAccounts.get(scope, account._id)),
  };
}
