import { DomainError } from '@inning/sdk';
import type { AppConfig } from './app-config.ts';
import { createPublicLetters } from './domain/communications/index.ts';
import {
  createOnlinePaymentService,
  createPublicPaying,
  type OnlinePaymentService,
  type OnlinePaymentsDeps,
} from './domain/online-payments/index.ts';
import { createPaidNotices } from './domain/paid-notices/index.ts';
import { createNoticeWishes, createWhoHearsOfPaid } from './domain/users/index.ts';
import type { Listener } from './events/index.ts';
import type { Countries, Ports } from './host/index.ts';
import type { FindPublicLetter, PayOnline } from './http/index.ts';
import { createPayAddresses } from './http/public-pages/letter-token.ts';
import { type AdministrationKey, systemScope, toId } from './store/index.ts';

type Deps = Omit<OnlinePaymentsDeps, 'providersFor' | 'addresses'> & {
  readonly ports: Ports;
  readonly countries: Countries;
  readonly config: Pick<AppConfig, 'secret' | 'publicUrl'>;
};

/** Paying through the connectors that take payments, by the pages that stand in letters, and who hears of it. */
export function payingOf(deps: Deps) {
  const providersFor = (place: AdministrationKey) => deps.ports.all('payment-provider', place);
  const addresses = createPayAddresses(deps.config);
  const onlinePayments = createOnlinePaymentService({ ...deps, providersFor, addresses });
  const findLetter = createPublicLetters(deps);
  const publicPaying: { readonly letter: FindPublicLetter; readonly payOnline: PayOnline } =
    createPublicPaying({ ...deps, providersFor, onlinePayments, findLetter });
  const paidNotices = createPaidNotices({
    ...deps,
    publicUrl: deps.config.publicUrl,
    whoHearsOfPaid: createWhoHearsOfPaid(deps.store),
    mailFor: async (place) => (await deps.ports.one('mail', place)).port,
  });
  return {
    onlinePayments,
    publicPaying,
    paidNotices,
    noticeWishes: createNoticeWishes(deps),
    listeners: [payoutListener(onlinePayments), paidNotices.listener],
  };
}

/** A new statement may hold what a provider paid out: of that nothing is booked again. */
function payoutListener({ settlements }: OnlinePaymentService): Listener {
  const scope = systemScope('payouts of every administration are explained');
  return {
    id: 'explain-payouts',
    names: ['bank-statement.received'],
    batchSize: 100,
    async handle(events) {
      const ids = new Set(events.map(({ place }) => place.administrationId));
      for (const id of ids) {
        try {
          await settlements.explain(scope, toId(id));
        } catch (error) {
          // What a provider refuses for good is asked again with the next statement.
          if (!(error instanceof DomainError) || error.retryable) throw error;
        }
      }
    },
  };
}
