/** The words and letters of banks for money that leaves and money that comes in. */
export const PAID = /^(af|d|db|debet|debit|dbit|s|soll|-)$/i;
export const RECEIVED = /^(bij|c|cr|credit|crdt|h|haben|\+)$/i;
