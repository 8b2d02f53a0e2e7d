import type { Payer } from '../finding/find-payers.ts';

const LEAST_PAYER = 3.6;
export const isPayer = (payer: Payer | null): boolean => (payer?.points ?? 0) >= LEAST_PAYER;
