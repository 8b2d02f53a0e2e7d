import { type Cents, DomainError } from '@inning/sdk';

export class PaymentNotFoundError extends DomainError {
  readonly code = 'PAYMENT_NOT_FOUND';
  readonly status = 404;

  constructor(paymentId: string) {
    super('There is no such payment.', { paymentId });
  }
}

export class PaymentAlreadyReversedError extends DomainError {
  readonly code = 'PAYMENT_ALREADY_REVERSED';
  readonly status = 409;

  constructor(paymentId: string) {
    super('This payment was reversed before.', { paymentId });
  }
}

/** What is booked on invoices can be less than what came in, never more. */
export class AllocationExceedsPaymentError extends DomainError {
  readonly code = 'ALLOCATION_EXCEEDS_PAYMENT';
  readonly status = 422;

  constructor(amountCents: Cents, allocatedCents: Cents) {
    super(
      `More is booked on invoices (${allocatedCents} cents) than came in (${amountCents} cents).`,
      {
        amountCents,
        allocatedCents,
      },
    );
  }
}

/** A payment of a debtor is booked on invoices of that debtor. */
export class AllocationOfOtherDebtorError extends DomainError {
  readonly code = 'ALLOCATION_OF_OTHER_DEBTOR';
  readonly status = 422;

  constructor(invoiceId: string) {
    super('This invoice belongs to another debtor or administration than the payment.', {
      invoiceId,
    });
  }
}

export class BankLineNotFoundError extends DomainError {
  readonly code = 'BANK_LINE_NOT_FOUND';
  readonly status = 404;

  constructor(bankLineId: string) {
    super('There is no such bank line.', { bankLineId });
  }
}

/** Only a line that waits for a person can be booked or set aside. */
export class BankLineSettledError extends DomainError {
  readonly code = 'BANK_LINE_SETTLED';
  readonly status = 409;

  constructor(bankLineId: string, state: string) {
    super(`This bank line was dealt with before (${state}).`, { bankLineId, state });
  }
}

export class BankStatementNotFoundError extends DomainError {
  readonly code = 'BANK_STATEMENT_NOT_FOUND';
  readonly status = 404;

  constructor(statementId: string) {
    super('There is no such bank statement.', { statementId });
  }
}

/** Nothing was decided about this line, so there is nothing to undo. */
export class BankLineNotDecidedError extends DomainError {
  readonly code = 'BANK_LINE_NOT_DECIDED';
  readonly status = 409;

  constructor(bankLineId: string) {
    super('Nothing was decided about this bank line yet.', { bankLineId });
  }
}

/** Money that was paid out cannot be booked as a payment that came in. */
export class BankLineNotReceivedError extends DomainError {
  readonly code = 'BANK_LINE_NOT_RECEIVED';
  readonly status = 422;

  constructor(bankLineId: string) {
    super('This bank line is money that was paid out, not received.', { bankLineId });
  }
}

/** The statement is of an account of other books; matching it here would book on the wrong invoices. */
export class StatementOfOtherAdministrationError extends DomainError {
  readonly code = 'STATEMENT_OF_OTHER_ADMINISTRATION';
  readonly status = 409;

  constructor(otherAdministrationId: string) {
    super('This statement is of the bank account of another administration.', {
      otherAdministrationId,
    });
  }
}
