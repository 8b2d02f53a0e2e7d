/** What a line of a bank statement says about a payment, as the matcher sees it. */
export type Payment = {
  readonly transactionId: string;
  /** IBAN of the account on which it was booked. */
  readonly account: string;
  /** `YYYY-MM-DD`. */
  readonly bookedOn: string;
  /** Whole cents; negative is money that left. */
  readonly amountCents: number;
  readonly counterpartyName: string;
  readonly counterpartyAccount: string;
  readonly text: string;
  readonly structuredReference: string;
  readonly endToEndId: string;
  readonly mandateId: string;
  readonly isReversal: boolean;
};
