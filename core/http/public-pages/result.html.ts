import { formatCents } from '@inning/sdk';
import { escapeHtml, frame } from './frame.html.ts';
import type { PublicLetter, PublicResult } from './public-letter.ts';
import { sayIn } from './say.ts';

const LOOK_AGAIN_SECONDS = 5;

/** Leads to the page of the provider: by itself, and by a button where that does not work. */
export function goingPage({ language }: PublicLetter, payUrl: string): string {
  const say = sayIn(language);
  const url = escapeHtml(payUrl);
  return frame({ locale: language, title: say('goingTitle'), goTo: `0;url=${url}` }, [
    `<p><a class="button" href="${url}" rel="noreferrer">${say('going')}</a></p>`,
  ]);
}

/** What became of it, for the payer who comes back. `payLink` leads to the letter's page. */
export function resultPage(result: PublicResult, payLink: string | null): string {
  const { state, language, creditorName, paidCents, currency } = result;
  const say = sayIn(language);
  const title = say(TITLES[state], { creditor: creditorName });
  const amount = `<p class="amount">${escapeHtml(formatCents(paidCents, language, currency))}</p>`;
  const again = payLink === null ? '' : `<a class="link" href="${escapeHtml(payLink)}">`;
  const parts = {
    paid: [amount, `<p class="notice good">${say('paidText')}</p>`],
    'under-way': [`<p class="notice" role="status">${say('underWay')}</p>`],
    'not-paid': [`<p>${say('notPaidText')}</p>`, again && `${again}${say('tryAgain')}</a>`],
  }[state];
  const goTo = state === 'under-way' ? { goTo: String(LOOK_AGAIN_SECONDS) } : {};
  return frame({ locale: language, title, ...goTo }, parts);
}

const TITLES = {
  paid: 'paidTitle',
  'under-way': 'underWayTitle',
  'not-paid': 'notPaidTitle',
} as const;
