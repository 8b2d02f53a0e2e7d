import type { MatchBook, MatchDebtor, MatchInvoice } from '@inning/sdk';
import type { Book } from '../book/book.ts';
import { createBookBuilder } from '../book/create-book.ts';
import { createKnowledge, type Knowledge } from '../finding/knowledge.ts';
import { readText } from '../reading/read-text.ts';
import { lettersAndDigits } from '../reading/plain-text.ts';
import { splitPerson } from '../reading/split-person.ts';

/** Every line of a request is of this one administration, on whichever of its accounts. */
const HERE = 'here';
export const ACCOUNT = 'its account';

export type FilledBook = { readonly book: Book; readonly knowledge: Knowledge };

/** The columns and indexes of what is open, and what was learned about who pays. */
export function fillBook(from: MatchBook): FilledBook {
  const builder = createBookBuilder();
  builder.addAdministration(HERE, from.ownNames[0] ?? '');
  for (const name of from.ownNames.slice(1)) builder.addAdministration(HERE, name);
  builder.addAccount({ iban: ACCOUNT, holder: '', administrationIds: [HERE] });
  for (const iban of from.ownAccounts) {
    const plain = lettersAndDigits(iban);
    builder.addAccount({ iban: plain, holder: '', administrationIds: [HERE] });
  }
  const debtorRows = new Map<string, number>();
  for (const debtor of from.debtors) {
    debtorRows.set(debtor.debtorId, debtorRows.size);
    builder.addDebtor(debtorInput(debtor));
  }
  for (const invoice of from.invoices) builder.addInvoice(invoiceInput(invoice));
  for (const plan of from.plans) builder.addPlan({ ...plan, dossierNumber: null });
  const book = builder.finish();
  return { book, knowledge: knowledgeOf(from, book, debtorRows) };
}

function debtorInput({ debtorId, number, kind, name, accounts }: MatchDebtor) {
  const isBusiness = kind === 'business';
  const person = isBusiness ? { initials: '', lastName: '' } : splitPerson(name);
  const base = { debtorId, administrationId: HERE, customerNumber: number, isBusiness, name };
  return { ...base, ...person, tradeNames: [], ibans: accounts };
}

function invoiceInput(invoice: MatchInvoice) {
  const { invoiceId, debtorId, number, paymentReference, dueOn, description } = invoice;
  return {
    invoiceId,
    administrationId: HERE,
    debtorId,
    number,
    paymentReference,
    dossierNumber: null,
    dueOn,
    period: periodOf(description),
    description,
    amountCents: invoice.totalCents,
    openCents: invoice.principalCents,
    costsCents: invoice.costsCents,
    interestCents: invoice.interestCents,
    isCollected: false,
    endToEndId: null,
  };
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** The one month that the description of an invoice names, `YYYY-MM`. */
function periodOf(description: string | null): string | null {
  if (description === null) return null;
  const [month, another] = readText(description, NO_WORDS).months;
  if (!month || another || month.year === '') return null;
  return `${month.year}-${String(month.month).padStart(2, '0')}`;
}

function knowledgeOf(
  { facts }: MatchBook,
  book: Book,
  rows: ReadonlyMap<string, number>,
): Knowledge {
  const knowledge = createKnowledge(book.ownWords);
  for (const fact of facts) {
    const debtor = rows.get(fact.debtorId);
    if (debtor === undefined) continue;
    if (fact.kind === 'account') knowledge.learn(fact, debtor);
    else knowledge.learnText(fact.text, debtor);
  }
  return knowledge;
}
