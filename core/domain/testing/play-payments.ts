import { cents, invariant, type PaymentStatus } from '@inning/sdk';
import type { Id } from '../../store/index.ts';
import type { Debtor } from '../debtors/index.ts';
import { createOnlinePaymentService, onlinePayments } from '../online-payments/index.ts';
import { payments } from '../payments/index.ts';
import { type PlayedProvider, playProvider } from './played-provider.ts';
import type { World } from './world.ts';

export type PlayedPayments = Awaited<ReturnType<typeof playPayments>>;

type Played = { readonly provider?: PlayedProvider; readonly debtor?: Debtor };

/** A debtor who pays online, to a provider that says what a test wants it to say. */
export async function playPayments(world: World, its: Played = {}) {
  const { provider = playProvider() } = its;
  const providersFor = async () => [{ pluginId: 'played', port: provider.port }];
  const paying = createOnlinePaymentService({
    ...world,
    claimToday: world.claims.openToday,
    providersFor,
    addresses: { backTo: (id) => `https://inning.example/${id}`, webhook: () => null },
  });
  const debtor = its.debtor ?? (await world.given.debtor());
  const debtorId = debtor._id;
  const table = world.store.table(onlinePayments).in(world.scope);
  const rows = () => table.find({ debtorId }, { sort: { _id: 1 } });
  const theRow = async () => {
    const [row] = await rows();
    invariant(row, 'somebody pays');
    return row;
  };
  return {
    provider,
    providersFor,
    paying,
    debtor,
    rows,
    theRow,
    invoice: (totalCents: number) =>
      world.given.invoice({ debtorId, totalCents: cents(totalCents) }),
    start: (...invoiceIds: readonly Id[]) =>
      paying.start(world.scope, {
        place: world.place,
        debtorId,
        communicationId: null,
        invoiceIds: invoiceIds.map((id) => id.toHexString()),
        language: 'nl',
        creditorName: 'Van Dijk',
      }),
    /** The provider says it of the first payment, and it is looked at. */
    async tell(status: Partial<PaymentStatus>) {
      provider.say(status);
      return paying.follow(world.scope, (await theRow())._id);
    },
    paymentsOf: () => world.store.table(payments).in(world.scope).find({ debtorId }),
  };
}
