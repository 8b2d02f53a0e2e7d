import { keysOfDebtor } from '../reading/compare-names.ts';
import { familyWords, nameWords } from '../reading/name-words.ts';
import { digitsOf, lettersAndDigits, plainText } from '../reading/plain-text.ts';
import type {
  AccountInput,
  DebtorInput,
  InvoiceInput,
  PlanInput,
  SettlementInput,
} from './book-input.ts';
import type { Book, DebtorColumns, InvoiceColumns, Plan, ReferenceKind, Scope } from './book.ts';
import { packReference } from './book.ts';
import { createHashIndex } from './hash-index.ts';

export type BookBuilder = {
  addAdministration(administrationId: string, name: string): void;
  addAccount(account: AccountInput): void;
  addDebtor(debtor: DebtorInput): void;
  /** An invoice of a debtor that was not added gets a nameless debtor of its own. */
  addInvoice(invoice: InvoiceInput): void;
  addPlan(plan: PlanInput): void;
  addSettlement(settlement: SettlementInput): void;
  finish(): Book;
};

/** Collects accounts, debtors, invoices, plans and settlements, in that order, and indexes them as they come. */
export function createBookBuilder(): BookBuilder {
  const parts = createParts();
  return {
    addAdministration(administrationId, name) {
      administrationOf(parts, administrationId);
      addOwnName(parts, name);
    },
    addAccount(account) {
      const numbers = new Set(account.administrationIds.map((id) => administrationOf(parts, id)));
      const scope: Scope = numbers;
      parts.accounts.set(account.iban, { ...account, scope });
      addOwnName(parts, account.holder);
    },
    addDebtor: (debtor) => void addDebtor(parts, debtor),
    addInvoice: (invoice) => addInvoice(parts, invoice),
    addPlan: (plan) => addPlan(parts, plan),
    addSettlement: (settlement) => parts.settlements.set(settlement.settlementId, settlement),
    finish() {
      parts.debtorRows.clear();
      parts.dossiers.clear();
      parts.invoiceRows = createHashIndex();
      return parts;
    },
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts() {
  const invoices: InvoiceColumns = {
    id: [],
    number: [],
    reference: [],
    administration: [],
    debtor: [],
    dossier: [],
    dueOn: [],
    period: [],
    amount: [],
    principal: [],
    costs: [],
    interest: [],
    paid: [],
    isCollected: [],
    next: [],
  };
  const debtors: DebtorColumns = {
    id: [],
    administration: [],
    customerNumber: [],
    names: [],
    ibans: [],
    first: [],
  };
  return {
    invoices,
    debtors,
    plans: [] as Plan[],
    accounts: new Map<string, AccountInput & { readonly scope: Scope }>(),
    settlements: new Map<string, SettlementInput>(),
    references: createHashIndex(),
    ibans: createHashIndex(),
    names: createHashIndex(),
    families: { words: [] as string[], index: createHashIndex(), known: new Set<string>() },
    amounts: createHashIndex(),
    endToEndIds: createHashIndex(),
    planOfDebtor: new Map<number, Plan>(),
    numberLengths: new Set<number>(),
    ownWords: new Set<string>(),
    ownNames: new Set<string>(),
    // Only while the book is filled.
    administrations: new Map<string, number>(),
    debtorRows: new Map<string, number>(),
    invoiceRows: createHashIndex(),
    dossiers: new Map<string, string>(),
    descriptions: new Set<string>(),
  };
}

function administrationOf({ administrations }: Parts, id: string): number {
  const known = administrations.get(id);
  if (known !== undefined) return known;
  administrations.set(id, administrations.size);
  return administrations.size - 1;
}

function addOwnName(parts: Parts, name: string): void {
  if (name === '') return;
  parts.ownNames.add(nameWords(name).join(' '));
  for (const word of nameWords(name)) parts.ownWords.add(word);
}

function addDebtor(parts: Parts, debtor: DebtorInput): number {
  const row = parts.debtors.administration.length;
  const { isBusiness, name, lastName, initials, tradeNames, ibans } = debtor;
  parts.debtorRows.set(debtor.debtorId, row);
  parts.debtors.id.push(debtor.debtorId);
  parts.debtors.administration.push(administrationOf(parts, debtor.administrationId));
  parts.debtors.customerNumber.push(debtor.customerNumber);
  const named = { isBusiness, name, lastName, initials, tradeNames };
  parts.debtors.names.push(named);
  parts.debtors.ibans.push(ibans);
  parts.debtors.first.push(-1);
  addReference(parts, 'customer', { text: debtor.customerNumber, row });
  for (const iban of ibans) parts.ibans.add(lettersAndDigits(iban), row);
  if (name !== '') for (const key of keysOfDebtor(named)) parts.names.add(key, row);
  if (!isBusiness && name !== '') addFamily(parts, familyWords(lastName || name)[0] ?? '');
  return row;
}

function addFamily({ families }: Parts, word: string): void {
  if (word.length < 4 || families.known.has(word)) return;
  families.known.add(word);
  const at = families.words.length;
  families.words.push(word);
  for (const key of withoutOneLetter(word)) families.index.add(key, at);
}

/** The word, and the word without each of its letters: two words with one typing error share one of these. */
export function withoutOneLetter(word: string): string[] {
  const left = [word];
  for (let at = 0; at < word.length; at += 1) left.push(word.slice(0, at) + word.slice(at + 1));
  return left;
}

function addInvoice(parts: Parts, invoice: InvoiceInput): void {
  const { invoices, debtors } = parts;
  const row = invoices.id.length;
  const debtor = parts.debtorRows.get(invoice.debtorId) ?? addDebtor(parts, nameless(invoice));
  invoices.id.push(invoice.invoiceId);
  invoices.number.push(invoice.number);
  invoices.reference.push(invoice.paymentReference ?? '');
  invoices.administration.push(administrationOf(parts, invoice.administrationId));
  invoices.debtor.push(debtor);
  invoices.dueOn.push(invoice.dueOn);
  invoices.period.push(invoice.period ?? '');
  invoices.amount.push(invoice.amountCents);
  invoices.principal.push(invoice.openCents);
  invoices.costs.push(invoice.costsCents);
  invoices.interest.push(invoice.interestCents);
  invoices.paid.push(0);
  invoices.isCollected.push(invoice.isCollected);
  invoices.next.push(debtors.first[debtor] ?? -1);
  debtors.first[debtor] = row;
  invoices.dossier.push(dossierOf(parts, invoice.dossierNumber, row));
  indexInvoice(parts, invoice, row);
}

function dossierOf(parts: Parts, number: string | null, row: number): string {
  if (number === null) return '';
  const key = `${parts.invoices.administration[row] ?? 0} ${number}`;
  const known = parts.dossiers.get(key);
  if (known !== undefined) return known;
  parts.dossiers.set(key, number);
  addReference(parts, 'dossier', { text: number, row });
  return number;
}

function indexInvoice(parts: Parts, invoice: InvoiceInput, row: number): void {
  const digits = digitsOf(invoice.number);
  if (digits.length >= 3) parts.numberLengths.add(digits.length);
  addReference(parts, 'number', { text: invoice.number, row });
  addReference(parts, 'kenmerk', { text: invoice.paymentReference ?? '', row });
  if (invoice.endToEndId !== null) parts.endToEndIds.add(lettersAndDigits(invoice.endToEndId), row);
  parts.invoiceRows.add(invoice.invoiceId, row);
  const { openCents, costsCents, interestCents, description } = invoice;
  const amounts = new Set([
    openCents,
    openCents + costsCents,
    openCents + costsCents + interestCents,
  ]);
  for (const amount of amounts) if (amount > 0) parts.amounts.add(String(amount), row);
  if (description !== null) addOwnWords(parts, description);
}

/** Descriptions differ in a month or a number; a bounded number of them teaches the words. */
function addOwnWords(parts: Parts, description: string): void {
  const words = description.replace(/\d+/g, '');
  if (parts.descriptions.size > 5_000 || parts.descriptions.has(words)) return;
  parts.descriptions.add(words);
  for (const word of plainText(words).match(/[A-Z]{3,}/g) ?? []) parts.ownWords.add(word);
}

const nameless = ({ debtorId, administrationId }: InvoiceInput): DebtorInput => ({
  debtorId,
  administrationId,
  customerNumber: '',
  isBusiness: true,
  name: '',
  initials: '',
  lastName: '',
  tradeNames: [],
  ibans: [],
});

function addPlan(
  parts: Parts,
  { planId, debtorId, dossierNumber, invoiceIds, termCents }: PlanInput,
): void {
  const debtor = parts.debtorRows.get(debtorId);
  if (debtor === undefined) return;
  const rows = invoiceIds.flatMap((id) => parts.invoiceRows.find(id, 1));
  const plan = { planId, debtor, dossier: dossierNumber ?? '', rows, termCents };
  addReference(parts, 'plan', { text: planId, row: parts.plans.length });
  parts.plans.push(plan);
  parts.planOfDebtor.set(debtor, plan);
}

function addReference(
  parts: Parts,
  kind: ReferenceKind,
  { text, row }: { readonly text: string; readonly row: number },
): void {
  const digits = digitsOf(text);
  if (digits.length >= 3) parts.references.add(digits, packReference(kind, row));
}
