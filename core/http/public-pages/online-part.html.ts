import { type Cents, formatCents, formatDay, sumCents } from '@inning/sdk';
import { escapeHtml } from './frame.html.ts';
import type { PublicItem, PublicLetter } from './public-letter.ts';
import type { Say } from './say.ts';

/** The buttons to pay online: all that the letter asked, or what the payer chooses. */
export function onlinePart(letter: PublicLetter, say: Say): string {
  const { items, isOnline } = letter;
  if (!isOnline || items.length === 0) return items.length === 0 ? '' : itemList(letter, say);
  const asked = items.filter((item) => item.isAsked);
  return `${asked.length > 0 ? payAll(letter, asked, say) : ''}${choosing(letter, say)}`;
}

function payAll(letter: PublicLetter, asked: readonly PublicItem[], say: Say): string {
  const amount = money(letter, sumCents(asked.map((item) => item.openCents)));
  const hidden = asked.map(
    (item) => `<input type="hidden" name="invoice" value="${item.invoiceId}">`,
  );
  return `<form method="post" action="pay">${hidden.join('')}<button>${say('payNow', { amount })}</button>${mandateBox(letter, say)}</form>`;
}

function choosing(letter: PublicLetter, say: Say): string {
  const rows = letter.items.map((item) => {
    const box = `<input type="checkbox" name="invoice" value="${item.invoiceId}"${item.isAsked ? ' checked' : ''}>`;
    return `<label class="item">${box}${itemOf(letter, item, say)}</label>`;
  });
  // Open when the letter itself is paid: then choosing is all there is to do.
  const isOpen = letter.items.some((item) => item.isAsked) ? '' : ' open';
  return `<details${isOpen}><summary>${say('choose')}</summary><form method="post" action="pay">${rows.join('')}<p></p>${mandateBox(letter, say)}<button class="second">${say('payChosen')}</button></form></details>`;
}

/** Never ticked beforehand: it is a permission. */
function mandateBox({ asksMandate, creditorName }: PublicLetter, say: Say): string {
  if (!asksMandate) return '';
  const creditor = creditorName;
  return `<label class="item"><input type="checkbox" name="mandate" value="yes"><span>${say('mandate', { creditor })}<span class="small">${say('mandateHow')}</span></span></label><p></p>`;
}

/** What it is about, also when nobody takes it online. */
function itemList(letter: PublicLetter, say: Say): string {
  const rows = letter.items
    .filter((item) => item.isAsked)
    .map((item) => `<div class="item">${itemOf(letter, item, say)}</div>`);
  return rows.length === 0
    ? ''
    : `<details><summary>${say('whatIsIt')}</summary>${rows.join('')}</details>`;
}

function itemOf(letter: PublicLetter, item: PublicItem, say: Say): string {
  const { number, dueOn, principalCents, costsCents, interestCents, isAsked } = item;
  const parts = [
    ['principal', principalCents],
    ['costs', costsCents],
    ['interest', interestCents],
  ] as const;
  const isSplit = costsCents > 0 || interestCents > 0;
  const split = parts
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => `${say(name)} ${escapeHtml(money(letter, amount))}`);
  const due = say('dueOn', { day: formatDay(dueOn, letter.language) });
  const lines = [
    due,
    ...(isSplit ? [split.join(' + ')] : []),
    ...(isAsked ? [] : [say('notInLetter')]),
  ];
  const small = lines.map((line) => `<span class="small">${line}</span>`);
  const title = say('invoice', { number });
  return `<span>${title}${small.join('')}</span><b>${escapeHtml(money(letter, item.openCents))}</b>`;
}

const money = ({ language, currency }: PublicLetter, amount: Cents) =>
  formatCents(amount, language, currency);
