import type { AppConfig } from './app-config.ts';
import { createPublicLetters } from './domain/communications/index.ts';
import {
  createOnlinePaymentService,
  createPublicPaying,
  type OnlinePaymentsDeps,
} from './domain/online-payments/index.ts';
import type { Ports } from './host/index.ts';
import type { FindPublicLetter, PayOnline } from './http/index.ts';
import { createPayAddresses } from './http/public-pages/letter-token.ts';
import type { AdministrationKey } from './store/index.ts';

type Deps = Omit<OnlinePaymentsDeps, 'providersFor' | 'addresses'> & {
  readonly ports: Ports;
  readonly config: Pick<AppConfig, 'secret' | 'publicUrl'>;
};

/** Paying through the connectors that take payments, by the pages that stand in letters. */
export function payingOf(deps: Deps) {
  const providersFor = (place: AdministrationKey) => deps.ports.all('payment-provider', place);
  const addresses = createPayAddresses(deps.config);
  const onlinePayments = createOnlinePaymentService({ ...deps, providersFor, addresses });
  const findLetter = createPublicLetters(deps);
  const publicPaying: { readonly letter: FindPublicLetter; readonly payOnline: PayOnline } =
    createPublicPaying({ ...deps, providersFor, onlinePayments, findLetter });
  return { onlinePayments, publicPaying };
}
