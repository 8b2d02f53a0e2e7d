import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import { type BookBuilder, createBookBuilder } from '../book/create-book.ts';
import { MatchInputError } from './match-input.errors.ts';
import { fieldsOf, type Row } from './read-fields.ts';
import { parseObject, readJsonLines } from './read-json-lines.ts';

/** Fills a book from the reference files of a folder; throws `MatchInputError` naming file and line. */
export async function loadBook(folder: string): Promise<Book> {
  const builder = createBookBuilder();
  await addAdministrations(builder, join(folder, 'administrations.json'));
  await addRows(folder, 'debtors.json', (row, place) => addDebtor(builder, row, place));
  await addRows(folder, 'invoices.json', (row, place) => addInvoice(builder, row, place));
  if (existsSync(join(folder, 'plans.json'))) {
    await addRows(folder, 'plans.json', (row, place) => addPlan(builder, row, place));
  }
  if (existsSync(join(folder, 'settlements.json'))) {
    await addRows(folder, 'settlements.json', (row, place) => addSettlement(builder, row, place));
  }
  return builder.finish();
}

async function addRows(folder: string, name: string, add: (row: Row, place: string) => void) {
  const path = join(folder, name);
  if (!existsSync(path)) throw new MatchInputError(name, 'this file is missing');
  let at = 0;
  for await (const row of readJsonLines(path)) {
    at += 1;
    add(row, `${name}, object ${at}`);
  }
}

async function addAdministrations(builder: BookBuilder, path: string): Promise<void> {
  const name = 'administrations.json';
  if (!existsSync(path)) throw new MatchInputError(name, 'this file is missing');
  const all = fieldsOf(parseObject(await readFile(path, 'utf8'), name), name);
  for (const row of all.rows('administrations')) {
    const fields = fieldsOf(row, name);
    builder.addAdministration(fields.text('administrationId'), fields.maybeText('name') ?? '');
  }
  for (const row of all.rows('accounts')) {
    const fields = fieldsOf(row, name);
    builder.addAccount({
      iban: fields.text('iban'),
      holder: fields.maybeText('holder') ?? '',
      administrationIds: fields.texts('administrationIds'),
    });
  }
}

function addDebtor(builder: BookBuilder, row: Row, place: string): void {
  const fields = fieldsOf(row, place);
  builder.addDebtor({
    debtorId: fields.text('debtorId'),
    administrationId: fields.text('administrationId'),
    customerNumber: fields.maybeText('customerNumber') ?? '',
    isBusiness: row['type'] === 'business',
    name: fields.maybeText('name') ?? '',
    initials: fields.maybeText('initials') ?? '',
    lastName: fields.maybeText('lastName') ?? '',
    tradeNames: fields.texts('tradeNames'),
    ibans: fields.texts('ibans'),
  });
}

function addInvoice(builder: BookBuilder, row: Row, place: string): void {
  const fields = fieldsOf(row, place);
  const directDebit = fields.row('directDebit');
  builder.addInvoice({
    invoiceId: fields.text('invoiceId'),
    administrationId: fields.text('administrationId'),
    debtorId: fields.text('debtorId'),
    number: fields.text('number'),
    paymentReference: fields.maybeText('paymentReference'),
    dossierNumber: fields.maybeText('dossierNumber'),
    dueOn: fields.maybeText('dueDate') ?? '',
    period: fields.maybeText('period'),
    description: fields.maybeText('description'),
    amountCents: fields.cents('amountCents'),
    openCents: fields.cents('openCents'),
    costsCents: fields.cents('costsCents'),
    interestCents: fields.cents('interestCents'),
    isCollected: row['status'] === 'collected',
    endToEndId: directDebit ? fieldsOf(directDebit, place).maybeText('endToEndId') : null,
  });
}

function addPlan(builder: BookBuilder, row: Row, place: string): void {
  const fields = fieldsOf(row, place);
  builder.addPlan({
    planId: fields.text('planId'),
    debtorId: fields.text('debtorId'),
    dossierNumber: fields.maybeText('dossierNumber'),
    invoiceIds: fields.texts('invoiceIds'),
    termCents: fields.cents('termCents'),
  });
}

function addSettlement(builder: BookBuilder, row: Row, place: string): void {
  const fields = fieldsOf(row, place);
  builder.addSettlement({
    settlementId: fields.text('settlementId'),
    netCents: fields.cents('netCents'),
    lines: fields.rows('payments').map((line) => {
      const payment = fieldsOf(line, place);
      return {
        amountCents: payment.cents('amountCents'),
        description: payment.maybeText('description') ?? '',
        consumerName: payment.maybeText('consumerName') ?? '',
      };
    }),
  });
}
