import { type BankStatement, cents } from '@inning/sdk';
import { bankLine, bankStatement } from '../../../core/domain/testing/bank.ts';

/** The number and amount of an invoice; no two are alike enough to be mistaken for each other. */
export const invoiceAt = (at: number) => ({
  number: `2026${String((at + 11) * 7919).padStart(9, '0')}`,
  totalCents: cents(1_000 + ((at * 37) % 90_000)),
});

/** The same statement however often it is made: every line pays one invoice, every tenth is a stranger's. */
export const statementOfThousands = (count: number): BankStatement =>
  bankStatement(
    Array.from({ length: count }, (_, at) => {
      const { number, totalCents } = invoiceAt(at);
      const isStranger = at % 10 === 9;
      return bankLine(isStranger ? 4_242 + at : totalCents, {
        bankReference: `line-${at}`,
        description: isStranger ? 'verkoop marktplaats' : `factuur ${number}`,
        counterpartyName: isStranger ? 'Vreemdeling' : `Debtor ${at % 300}`,
      });
    }),
    { format: 'MT940', closingOn: '2026-03-02' },
  );
