import { formatCents, type Locale } from '@inning/sdk';
import { codePart } from './code-part.html.ts';
import { escapeHtml, frame } from './frame.html.ts';
import { onlinePart } from './online-part.html.ts';
import type { PublicLetter } from './public-letter.ts';
import { type Say, sayIn } from './say.ts';

export type PageKind = 'pay' | 'respond';
/** Why the payer is back on the page without having been away. */
export type PayProblem = 'nothing' | 'away';

/** The page behind the buttons of a letter. Shows whom, how much and where to, and nothing of the debtor. */
export function letterPage(letter: PublicLetter, kind: PageKind, problem?: PayProblem): string {
  const { language, creditorName } = letter;
  const say = sayIn(language);
  const title = say(kind === 'pay' ? 'payTitle' : 'respondTitle', { creditor: creditorName });
  const other = kind === 'pay' ? 'respond' : 'pay';
  return frame({ locale: language, title }, [
    problem === undefined ? '' : `<p class="notice" role="alert">${say(PROBLEMS[problem])}</p>`,
    amountOf(letter, say),
    kind === 'pay' ? payPart(letter, say) : respondPart(say),
    `<a class="link" href="${other}">${say(kind === 'pay' ? 'cannotPay' : 'toPay')}</a>`,
  ]);
}

const PROBLEMS = { nothing: 'nothingChosen', away: 'providerAway' } as const;

/** For a link that we did not make, or whose letter is gone; says which of the two to nobody. */
export function gonePage(locale: Locale): string {
  const say = sayIn(locale);
  return frame({ locale, title: say('goneTitle') }, [`<p>${say('gone')}</p>`]);
}

function amountOf({ openCents, items, language, currency }: PublicLetter, say: Say): string {
  if (openCents > 0) {
    const amount = escapeHtml(formatCents(openCents, language, currency));
    return `<p class="label">${say('open')}</p><p class="amount">${amount}</p>`;
  }
  return `<p>${say(items.length > 0 ? 'lettersDone' : 'nothingOpen')}</p>`;
}

function payPart(letter: PublicLetter, say: Say): string {
  const online = onlinePart(letter, say);
  return `${online}${transferPart(letter, say, online !== '')}`;
}

function transferPart(letter: PublicLetter, say: Say, isOnline: boolean): string {
  const { openCents, iban, accountName, reference, language, currency } = letter;
  if (openCents <= 0) return '';
  const paid = `<p class="soft">${say('paidAlready')}</p>`;
  if (iban === null) return isOnline ? paid : `<p>${say('noAccount')}</p>${paid}`;
  const rows = [
    row(say('amount'), formatCents(openCents, language, currency)),
    row(say('iban'), inFours(iban)),
    accountName === null ? '' : row(say('accountName'), accountName),
    reference === null ? '' : row(say('reference'), reference),
  ];
  const how = isOnline ? `<h2>${say('orTransfer')}</h2>` : `<p>${say('payHow')}</p>`;
  return `${how}<dl>${rows.join('')}</dl>${codePart(letter, say)}${paid}`;
}

const respondPart = (say: Say) => `<p>${say('respondSoon')}</p><p>${say('respondNow')}</p>`;
const row = (name: string, value: string) =>
  `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`;
const inFours = (iban: string) => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');
