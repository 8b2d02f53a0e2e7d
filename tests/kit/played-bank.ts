import { type HttpAnswer, type HttpRequest, HttpUnavailableError } from '@inning/sdk';
import { fakeTools } from '@inning/sdk/testing';
import { createXs2aFeed } from '../../connectors/bank-xs2a/xs2a-feed.port.ts';

export type Booked = {
  readonly id: string | null;
  readonly on: string;
  readonly amount: string;
  readonly text: string;
};
type Failing = HttpAnswer | 'away';

const PER_PAGE = 2;
export const BANK_ACCOUNT = 'NL91KNAB0417164300';

/** A bank of the Berlin Group with one account, spoken to by the real connector. */
export function playBank() {
  const booked: Booked[] = [];
  const asked: HttpRequest[] = [];
  const consents = new Map<string, string>();
  const door = { isShut: false };
  const pages = {
    failing: new Map<number, Failing>(),
    isTwice: false,
    /** The second page leads back to the first. */
    isInCircles: false,
  };

  function answer(request: HttpRequest): HttpAnswer {
    asked.push(request);
    const url = new URL(request.url);
    const path = url.pathname.slice('/v1'.length);
    if (path === '/consents') return makeConsent();
    const [, consentId] = /^\/consents\/(.+)$/.exec(path) ?? [];
    if (consentId) {
      return json(200, {
        consentStatus: consents.get(consentId) ?? 'expired',
        validUntil: '2026-03-12',
      });
    }
    const under = request.headers?.['consent-id'] ?? '';
    if (consents.get(under) !== 'valid') return refusal(401, 'CONSENT_EXPIRED');
    if (path === '/accounts') return json(200, { accounts: [account(under)] });
    return transactions(url);
  }

  function makeConsent(): HttpAnswer {
    if (door.isShut) return refusal(503, 'SERVER_BUSY');
    const consentId = `consent-${consents.size + 1}`;
    consents.set(consentId, 'received');
    const scaRedirect = { href: `https://www.knab.nl/consent/${consentId}` };
    return json(201, { consentStatus: 'received', consentId, _links: { scaRedirect } });
  }

  function transactions(url: URL): HttpAnswer {
    const page = Number(url.searchParams.get('page') ?? 0);
    const failing = pages.failing.get(page);
    if (failing === 'away') throw new HttpUnavailableError('The connection broke.');
    return failing ?? pageOf(url, page);
  }

  function pageOf({ searchParams, pathname }: URL, page: number): HttpAnswer {
    const [from = '', until = ''] = ['dateFrom', 'dateTo'].map((name) => searchParams.get(name)!);
    const rows = booked.filter(({ on }) => on >= from && on <= until);
    // A bank that gives its first page twice goes on with the second.
    const start = Math.max(0, page - (pages.isTwice ? 1 : 0)) * PER_PAGE;
    const nextPage = pages.isInCircles && page > 0 ? 0 : page + 1;
    const more = new URLSearchParams({ ...Object.fromEntries(searchParams), page: `${nextPage}` });
    const isLast = !pages.isInCircles && start + PER_PAGE >= rows.length;
    const next = isLast ? {} : { next: { href: `${pathname}?${more.toString()}` } };
    const report = { booked: rows.slice(start, start + PER_PAGE).map(transaction), _links: next };
    return json(200, { transactions: report });
  }

  return {
    answer,
    port: createXs2aFeed(fakeTools({ answer }), {
      addresses: [{ bank: 'knab', url: 'https://xs2a.knab.nl/v1' }],
    }),
    booked,
    asked,
    consents,
    /** Shut, nobody is asked for consent. */
    door,
    pages,
  };
}
export type PlayedBank = ReturnType<typeof playBank>;

const account = (consent: string) => ({
  resourceId: `${consent}-a1`,
  iban: BANK_ACCOUNT,
  currency: 'EUR',
  ownerName: 'Van Dijk Installatie',
});

const transaction = ({ id, on, amount, text }: Booked) => ({
  ...(id === null ? {} : { transactionId: id }),
  bookingDate: on,
  transactionAmount: { currency: 'EUR', amount },
  debtorName: 'J. Jansen',
  debtorAccount: { iban: 'NL20INGB0001234567' },
  remittanceInformationUnstructured: text,
});

const json = (status: number, body: object, headers = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
export const refusal = (status: number, code: string, headers = {}): HttpAnswer =>
  json(status, { tppMessages: [{ category: 'ERROR', code }] }, headers);
export const A_PAGE_FOR_PEOPLE: HttpAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Onderhoud</title><h1>Even geduld</h1>',
};
export const HALF_AN_ANSWER: HttpAnswer = {
  status: 200,
  headers: {},
  body: '{"transactions":{"booked":[{"transactionId":"t9","transac',
};
