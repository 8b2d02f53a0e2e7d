import { DEBTOR_KINDS } from '@inning/sdk';
import { escapeHtml } from '../http/public-pages/frame.html.ts';
import type { CalculatorText } from './calculator-page.texts.ts';
import type { CalculatorView, Say } from './calculator-view.ts';
import { PAYMENT_ROWS } from './read-form.ts';

/** The questions, with what was filled in and what is wrong with it beside each field. */
export function calculatorForm(view: CalculatorView, say: Say): string {
  const { locale, fields, problems } = view;
  const input = (field: string, label: CalculatorText, attributes: string) => {
    const problem = problems.find((one) => one.field === field);
    const wrong = problem ? ` aria-invalid="true" aria-describedby="${field}-problem"` : '';
    const said = problem ? `<p class="problem" id="${field}-problem">${say(problem.code)}</p>` : '';
    const value = escapeHtml(fields[field] ?? '');
    return `<div><label for="${field}">${say(label)}</label><input id="${field}" name="${field}" value="${value}" ${attributes}${wrong}>${said}</div>`;
  };
  const choice = (field: string, label: CalculatorText, values: readonly CalculatorText[]) => {
    const chosen = values.find((one) => one === fields[field]) ?? values[0];
    const options = values.map(
      (value) =>
        `<label class="choice"><input type="radio" name="${field}" value="${value}"${value === chosen ? ' checked' : ''}>${say(value)}</label>`,
    );
    return `<fieldset><legend>${say(label)}</legend>${options.join('')}</fieldset>`;
  };
  const isPaid = problems.some(({ field }) => field.startsWith('paid')) || hasPayment(view);
  const rows = Array.from({ length: PAYMENT_ROWS }, (_, row) => {
    const on = input(`paidOn${row}`, 'paidOn', 'type="date"');
    return `<div class="row">${on}${input(`paid${row}`, 'paid', AMOUNT)}</div>`;
  });

  return `<form method="get" action="calculator">
<input type="hidden" name="language" value="${locale}">
<input type="hidden" name="ask" value="1">
${input('amount', 'amount', `${AMOUNT} placeholder="${say('amountHint')}"`)}
${input('dueOn', 'dueOn', 'type="date"')}
${input('until', 'until', 'type="date"')}
${choice('kind', 'kind', DEBTOR_KINDS)}
${choice('letter', 'letter', ['yes', 'no'])}
${choice('vat', 'vat', ['yes', 'no'])}
<p class="soft">${say('vatHint')}</p>
<details${isPaid ? ' open' : ''}><summary>${say('payments')}</summary>${rows.join('')}</details>
<button type="submit">${say('calculate')}</button>
</form>`;
}

const AMOUNT = 'type="text" inputmode="decimal" autocomplete="off" maxlength="30"';

const hasPayment = ({ fields }: CalculatorView) =>
  Object.entries(fields).some(([name, value]) => name.startsWith('paid') && value);
