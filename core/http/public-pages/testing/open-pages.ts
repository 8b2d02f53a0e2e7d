import { cents } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Store } from '../../../store/index.ts';
import { createTestServer } from '../../test-server.ts';
import { letterToken } from '../letter-token.ts';
import type { PayOnline, PublicLetter } from '../public-letter.ts';

export const SECRET = 'a secret of thirty-two letters!!';
export const KNOWN = '64b0c0ffee0123456789abcd';
export const letter: PublicLetter = {
  language: 'nl',
  creditorName: 'Bakkerij <De Korst> & Zn.',
  openCents: cents(123_456),
  currency: 'EUR',
  iban: 'NL91ABNA0417164300',
  accountName: 'De Korst BV',
  reference: '2026-0042',
  paymentCode: null,
  items: [],
  isOnline: false,
  asksMandate: false,
};
export const item = (over: Partial<PublicLetter['items'][number]> = {}) => ({
  invoiceId: '64b0c0ffee0123456789aaaa',
  number: '2026-0042',
  dueOn: '2026-02-14' as const,
  principalCents: cents(10_000),
  costsCents: cents(4_000),
  interestCents: cents(25),
  openCents: cents(14_025),
  isAsked: true,
  ...over,
});

/** What the pages are told: a test says it before it looks. */
export type Shown = { letter: PublicLetter; pays: PayOnline };

/** A provider who knows of no payment. */
export const nobody: PayOnline = {
  start: async () => null,
  result: async () => null,
  changed: async () => false,
};

/** The public pages of one letter, as anybody with its link sees them. */
export async function openPages(store: Store) {
  const shown: Shown = { letter, pays: nobody };
  const publicLetter = async (id: string) => (id === KNOWN ? shown.letter : null);
  const payOnline: PayOnline = {
    start: (...asked) => shown.pays.start(...asked),
    result: (id) => shown.pays.result(id),
    changed: (...told) => shown.pays.changed(...told),
  };
  const { app } = await createTestServer(store, { secret: SECRET }, { publicLetter, payOnline });
  return { shown, app, page: pageOf(app) };
}

const pageOf =
  (app: FastifyInstance) =>
  (kind: 'pay' | 'respond', token = letterToken(SECRET, KNOWN)) =>
    app.inject(`/p/${token}/${kind}`);
