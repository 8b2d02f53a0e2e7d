import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import { type BookBuilder, createBookBuilder } from '../book/create-book.ts';
import { MatchInputError } from './match-input.errors.ts';
import { fieldsOf, type Row } from './read-fields.ts';
import { readAccounts } from './read-accounts.ts';
import { readJsonLines } from './read-json-lines.ts';

/** Whose invoices are wanted; of the debtors all are, since one who owes two creditors pays from one account. */
export type IsOwn = (administrationId: string) => boolean;

/** Fills a book from the reference files of a folder; throws `MatchInputError` naming file and line. */
export async function loadBook(folder: string, isOwn: IsOwn = () => true): Promise<Book> {
  const builder = createBookBuilder();
  const { administrations, accounts } = await readAccounts(folder);
  for (const { id, name } of administrations) builder.addAdministration(id, name);
  for (const account of accounts) builder.addAccount(account);
  const rows = rowsOf(folder, isOwn);
  await rows('debtors.json', (row, place) => addDebtor(builder, row, place));
  await rows('invoices.json', (row, place) => addInvoice(builder, row, place));
  if (existsSync(join(folder, 'plans.json'))) {
    await rows('plans.json', (row, place) => addPlan(builder, row, place));
  }
  if (existsSync(join(folder, 'settlements.json'))) {
    await rows('settlements.json', (row, place) => addSettlement(builder, row, place));
  }
  return builder.finish();
}

/** Those of others are passed over unread, which is most of the work of reading. */
const rowsOf =
  (folder: string, isOwn: IsOwn) =>
  async (name: string, add: (row: Row, place: string) => void): Promise<void> => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new MatchInputError(name, 'this file is missing');
    const isWanted = name === 'debtors.json' ? undefined : wantedBy(isOwn);
    for await (const { row, at } of readJsonLines(path, isWanted))
      add(row, `${name}, object ${at}`);
  };

/** By the text of a line. One that does not say it plainly is wanted, and judged once it is read. */
function wantedBy(isOwn: IsOwn): (line: string) => boolean {
  return (line) => {
    const [, id] = /"administrationId": ?"([^"\\]*)"/.exec(line) ?? [];
    return id === undefined || isOwn(id);
  };
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
