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
  const flows = file.flows.map((flow) => {
    const planned = flow.plannedOn ? `, planned ${formatDay(flow.plannedOn, locale)}` : '';
    return `  ${flow.state} at ${flow.nodeId}${planned}${flow.waiting ? `: ${flow.waiting}` : ''}`;
  });
  const timeline = file.timeline.map(
    (one) => `  ${day(one.on)} ${one.text ?? one.source}${one.by ? ` (${one.by})` : ''}`,
  );
  return [
    ...head,
    ...section('Invoices', invoices),
    ...section('Payments', payments),
    ...section('Flows', flows),
    ...section('What happened', timeline),
  ];
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', title, ...lines];
