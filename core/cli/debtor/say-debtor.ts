import { type CalendarDate, type Cents, formatCents, formatDay, type Locale } from '@inning/sdk';
import type { DebtorFile } from './debtor-file.ts';

/** The file of a debtor as lines for a person. */
export function sayDebtor(file: DebtorFile, locale: Locale): string[] {
  const money = (cents: number) => formatCents(cents as Cents, locale).padStart(12);
  const day = (on: CalendarDate | null) => (on ? formatDay(on, locale) : '').padEnd(16);
  const { administration: home } = file;

  const head = [
    `${file.name} (${file.number}), ${file.kind}, ${file.language}`,
    `${home.name} (${home.number})`,
    [file.email ?? 'no e-mail address', file.phone].filter(Boolean).join(', '),
    `open ${money(file.openCents).trim()}, overdue ${money(file.overdueCents).trim()}`,
    ...(file.isPaused ? ['paused'] : []),
    ...(file.behaviour ? [file.behaviour] : []),
  ];
  const invoices = file.invoices.map(
    (one) =>
      `  ${one.number.padEnd(20)} due ${day(one.dueOn)} ${money(one.totalCents)}  open ${money(one.openCents)}${one.paidOn ? `  paid ${formatDay(one.paidOn, locale)}` : ''}`,
  );
  const payments = file.payments.map(
    (one) =>
      `  ${day(one.receivedOn)} ${money(one.amountCents)}  ${one.isReversed ? 'reversed; ' : ''}${one.because ?? ''}`,
  );
  const flows = file.flows.flatMap((flow) => [
    `  ${flow.state} at ${flow.nodeId}${flow.plannedOn ? `, planned ${formatDay(flow.plannedOn, locale)}` : ''}${flow.waiting ? `: ${flow.waiting}` : ''}`,
    ...flow.steps.map(
      (step) =>
        `    ${day(step.on)} ${step.nodeId.padEnd(24)} ${step.because ?? step.outcome ?? step.kind}`,
    ),
  ]);
  return [
    ...head,
    ...section('Invoices', invoices),
    ...section('Payments', payments),
    ...section('Flows', flows),
  ];
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', title, ...lines];
