/** Direct debits, as banks call them in CAMT (`RDDT`, `IDDT`) and MT940 (`NDDT`, `NINC`, `NCLI`). */
const DIRECT_DEBIT = /DDT|DDB|INC\b|CLI\b/i;

/** A collected direct debit: its payer can have it taken back for weeks (SEPA: eight). */
export const isReversible = (line: {
  readonly mandateId?: string | null | undefined;
  readonly typeCode?: string | null | undefined;
}): boolean => Boolean(line.mandateId) || DIRECT_DEBIT.test(line.typeCode ?? '');
