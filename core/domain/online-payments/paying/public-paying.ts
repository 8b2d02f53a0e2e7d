import { type Cents, DomainError, sumCents } from '@inning/sdk';
import { systemScope, toId } from '../../../store/index.ts';
import type { FindCountry } from '../../claims/index.ts';
import type { LetterOfToday } from '../../communications/index.ts';
import type { OnlinePaymentsDeps } from '../online-payments.deps.ts';
import { NothingToPayError } from '../online-payments.errors.ts';
import type { OnlinePaymentService } from '../online-payments.service.ts';
import { createPublicResults } from './public-results.ts';

type Deps = Pick<OnlinePaymentsDeps, 'store' | 'providersFor'> & {
  readonly onlinePayments: OnlinePaymentService;
  readonly findLetter: (communicationId: string) => Promise<LetterOfToday | null>;
  readonly countries: FindCountry;
};

type Chosen = { readonly invoiceIds: readonly string[]; readonly givesMandate: boolean };
type Shown = Pick<LetterOfToday, 'iban' | 'accountName' | 'currency' | 'reference'> & {
  readonly openCents: Cents;
};

/** Paying by whoever holds a letter: what its page shows, and what its buttons do. */
export function createPublicPaying(deps: Deps) {
  const { providersFor, onlinePayments: service, findLetter, countries } = deps;
  const scope = systemScope('whoever holds a letter may pay what it is about');

  /** The letter with everything that can be paid today; null when there is no such letter. */
  async function letter(communicationId: string) {
    const found = await findLetter(communicationId);
    if (!found) return null;
    const { place, debtorId, isTest, askedIds, country, offersDirectDebit, ...shown } = found;
    const [items, providers] = await Promise.all([
      service.items(scope, debtorId),
      isTest ? [] : providersFor(place),
    ]);
    const asked = new Set(askedIds);
    const demanded = items.filter(({ invoiceId }) => asked.has(invoiceId.toHexString()));
    // What the letter asks for today, of the same claim as everything below it.
    const openCents = sumCents(demanded.map((one) => one.openCents));
    return {
      ...shown,
      openCents,
      paymentCode: codeOf(country, { ...shown, openCents }),
      isOnline: providers.length > 0,
      asksMandate: offersDirectDebit && providers[0]?.port.collects === true,
      items: items.map(({ invoiceId, invoicedOn: _, ...item }) => {
        const id = invoiceId.toHexString();
        return { ...item, invoiceId: id, isAsked: asked.has(id) };
      }),
    };
  }

  /** The same transfer as the page spells out, for the app of a bank. */
  function codeOf(country: string, { openCents, ...to }: Shown): string | null {
    const { iban, accountName, currency, reference } = to;
    if (openCents <= 0 || iban === null || accountName === null) return null;
    const transfer = { name: accountName, iban, amountCents: openCents, currency, reference };
    return countries.find(country)?.paymentCode?.(transfer) ?? null;
  }

  async function start(communicationId: string, { invoiceIds, givesMandate }: Chosen) {
    const found = await findLetter(communicationId);
    if (!found) return null;
    if (found.isTest) return { problem: 'away' as const };
    try {
      return await service.start(scope, {
        place: found.place,
        debtorId: found.debtorId,
        communicationId: toId(communicationId),
        invoiceIds,
        givesMandate,
        language: found.language,
        creditorName: found.creditorName,
      });
    } catch (error) {
      if (error instanceof NothingToPayError) return { problem: 'nothing' as const };
      if (error instanceof DomainError) return { problem: 'away' as const };
      throw error;
    }
  }

  return { letter, payOnline: { start, ...createPublicResults(deps) } };
}
