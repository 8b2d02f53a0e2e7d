export { BANK_LINE_STATES, type BankLineRow, bankLines } from './bank-line.model.ts';
export { type Payment, payments } from './payment.model.ts';
