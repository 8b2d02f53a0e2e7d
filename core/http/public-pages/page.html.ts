import { formatCents, type Locale, localize } from '@inning/sdk';
import type { PublicLetter } from './public-letter.ts';
import { PAGE_TEXTS } from './public-pages.texts.ts';

type TextName = keyof typeof PAGE_TEXTS;
export type PageKind = 'pay' | 'respond';

const STYLE = `
:root{color-scheme:light dark;--ground:#f4f6f8;--card:#fff;--ink:#1c2733;--soft:#586675;--line:#dde3e9;--accent:#1f5f8b}
@media (prefers-color-scheme:dark){:root{--ground:#12181e;--card:#1b232b;--ink:#eef2f5;--soft:#a3b0bc;--line:#33404c;--accent:#7fbbe3}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:34rem;margin:0 auto;padding:2.5rem 1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.5rem}
h1{font-size:1.45rem;line-height:1.25;margin:0 0 1.25rem}
.label{color:var(--soft);font-size:.95rem;margin:0}
.amount{font-size:2.3rem;font-weight:650;margin:0 0 1.25rem;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
dl{margin:.75rem 0 1.25rem;border-top:1px solid var(--line)}
dl div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft)}
dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;user-select:all}
p{margin:0 0 1rem}
.soft{color:var(--soft);font-size:.95rem}
.link{display:inline-block;min-height:44px;padding:.6rem 0;color:var(--accent);font-weight:600}
a:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
`;

/** The page behind the buttons of a letter. Shows whom, how much and where to, and nothing of the debtor. */
export function letterPage(letter: PublicLetter, kind: PageKind): string {
  const { language, creditorName } = letter;
  const say = (name: TextName) => escapeHtml(localize(PAGE_TEXTS[name], language));
  const title = say(kind === 'pay' ? 'payTitle' : 'respondTitle').replace('{creditor}', () =>
    escapeHtml(creditorName),
  );
  const other = kind === 'pay' ? 'respond' : 'pay';
  const otherText = say(kind === 'pay' ? 'toRespond' : 'toPay');

  return page(language, title, [
    amountOf(letter, say),
    kind === 'pay' ? payPart(letter, say) : respondPart(say),
    `<a class="link" href="${other}">${otherText}</a>`,
  ]);
}

/** For a link that we did not make, or whose letter is gone; says which of the two to nobody. */
export function gonePage(locale: Locale): string {
  const say = (name: TextName) => escapeHtml(localize(PAGE_TEXTS[name], locale));
  return page(locale, say('goneTitle'), [`<p>${say('gone')}</p>`]);
}

type Say = (name: TextName) => string;

function amountOf({ openCents, language, currency }: PublicLetter, say: Say): string {
  if (openCents <= 0) return `<p>${say('nothingOpen')}</p>`;
  const amount = escapeHtml(formatCents(openCents, language, currency));
  return `<p class="label">${say('open')}</p><p class="amount">${amount}</p>`;
}

function payPart(letter: PublicLetter, say: Say): string {
  const { openCents, iban, accountName, reference, language, currency } = letter;
  if (openCents <= 0) return '';
  const soon = `<p>${say('paySoon')}</p><p class="soft">${say('paidAlready')}</p>`;
  if (iban === null) return `<p>${say('noAccount')}</p>${soon}`;
  const rows = [
    row(say('amount'), formatCents(openCents, language, currency)),
    row(say('iban'), inFours(iban)),
    accountName === null ? '' : row(say('accountName'), accountName),
    reference === null ? '' : row(say('reference'), reference),
  ];
  return `<p>${say('payHow')}</p><dl>${rows.join('')}</dl>${soon}`;
}

const respondPart = (say: Say) => `<p>${say('respondSoon')}</p><p>${say('respondNow')}</p>`;
const row = (name: string, value: string) =>
  `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`;
const inFours = (iban: string) => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

function page(locale: Locale, title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body><main><div class="card"><h1>${title}</h1>
${parts.join('\n')}
</div></main></body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
