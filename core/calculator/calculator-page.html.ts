import { type Cents, formatCents, type Locale, LOCALES, localize } from '@inning/sdk';
import { escapeHtml, frame } from '../http/public-pages/frame.html.ts';
import { CALCULATOR_TEXTS, type CalculatorText } from './calculator-page.texts.ts';
import { CALCULATOR_STYLE } from './calculator-style.ts';
import { calculatorForm } from './calculator-form.html.ts';
import type { CalculatorView, Say } from './calculator-view.ts';
import type { FormProblem } from './read-form.ts';
import type { SaidDebt } from './say-debt.ts';

/** What is owed at most, how it is made up and where it is written; below it the form. */
export function calculatorPage(view: CalculatorView): string {
  const { locale, answer, problems, hasNoAnswer } = view;
  const say: Say = (name) => escapeHtml(localize(CALCULATOR_TEXTS[name], locale));
  return frame({ locale, title: say('title'), style: CALCULATOR_STYLE }, [
    answer ? answerPart(answer, locale, say) : `<p class="screen">${say('intro')}</p>`,
    problems.length > 0 ? problemsPart(problems, say) : '',
    hasNoAnswer ? `<p class="problems" role="alert">${say('noAnswer')}</p>` : '',
    calculatorForm(view, say),
    `<p class="soft">${say('help')}</p>`,
    languagesPart(view, say),
  ]);
}

function answerPart(answer: SaidDebt, locale: Locale, say: Say): string {
  const money = (amount: number) => escapeHtml(formatCents(amount as Cents, locale));
  const { costs, interest, warnings } = answer;
  const rows: [CalculatorText, number][] = [
    ['principal', answer.openPrincipalCents],
    ['interest', answer.openInterestCents],
    ['costs', answer.costsCents],
    ...(interest.excessCents > 0 ? ([['excess', interest.excessCents]] as const) : []),
  ] as [CalculatorText, number][];
  const periods = interest.periods.map(
    ({ sentence }) => `<p class="period">${escapeHtml(sentence)}</p>`,
  );
  const lines = costs.lines.map(({ sentence }) => `<p class="period">${escapeHtml(sentence)}</p>`);
  return `<section class="answer" aria-live="polite">
<p class="label">${say('answer')}</p><p class="amount">${money(answer.totalCents)}</p>
<dl>${rows.map(([name, amount]) => `<div><dt>${say(name)}</dt><dd>${money(amount)}</dd></div>`).join('')}</dl>
${warnings.length > 0 ? `<div class="warnings"><h2>${say('warnings')}</h2>${warnings.map(({ sentence }) => `<p>${escapeHtml(sentence)}</p>`).join('')}</div>` : ''}
<h2>${say('interest')}</h2>${periods.join('') || `<p>${say('noInterest')}</p>`}
<p class="soft">${groundOf(interest.ground)}</p>
<h2>${say('costs')}</h2>${lines.join('')}
<p class="soft">${groundOf(costs.ground)}</p>
</section>`;
}

const groundOf = ({ article, sentence }: { article: string; sentence: string }) =>
  `${escapeHtml(sentence)} (${escapeHtml(article)})`;

const problemsPart = (problems: readonly FormProblem[], say: Say) =>
  `<div class="problems" role="alert"><h2>${say('wrong')}</h2><ul>${problems
    .map(({ field, code }) => `<li><a href="#${escapeHtml(field)}">${say(code)}</a></li>`)
    .join('')}</ul></div>`;

const NAMES: Readonly<Record<Locale, string>> = {
  nl: 'Nederlands',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
};

/** The same question in another language. */
function languagesPart({ locale, fields, answer, problems }: CalculatorView, say: Say): string {
  const isAsked = answer !== null || problems.length > 0;
  const links = LOCALES.filter((one) => one !== locale).map((one) => {
    const query = new URLSearchParams({ language: one, ...(isAsked ? { ask: '1' } : {}) });
    for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
    const href = escapeHtml(`?${query.toString()}`);
    return `<a lang="${one}" hreflang="${one}" href="${href}">${NAMES[one]}</a>`;
  });
  return `<nav aria-label="${say('language')}">${links.join('')}</nav>`;
}
