import { type CalendarDate, cents } from '@inning/sdk';
import { type Administration, administrations } from '../../core/domain/administrations/index.ts';
import type { Debtor } from '../../core/domain/debtors/index.ts';
import { systemScope } from '../../core/store/index.ts';
import type { WebWorld } from './web-world.ts';

const scope = systemScope('a story in a browser');

type Owed = {
  readonly number: string;
  readonly amountCents: number;
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
};
type Owing = {
  readonly number: string;
  readonly kind: Debtor['kind'];
  readonly name: string;
  readonly email?: string;
  readonly owes: readonly Owed[];
};

/** Somebody who owes; in the first books of the world when no others are named. */
export async function givenOwing(
  { app }: WebWorld,
  { owes, ...who }: Owing,
  books?: Administration,
): Promise<Debtor> {
  const home = books ?? (await app.store.table(administrations).in(scope).find())[0]!;
  const { agencyId, creditorId, _id: administrationId } = home;
  const place = { agencyId, creditorId, administrationId };
  const debtor = await app.rooms.debtors.create(scope, place, who);
  const news = owes.map(({ amountCents, ...one }) => ({
    ...one,
    debtorId: debtor._id,
    currency: 'EUR',
    totalCents: cents(amountCents),
  }));
  await app.rooms.invoices.receive(scope, place, { news, by: 'test' });
  return debtor;
}
