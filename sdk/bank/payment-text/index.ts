export { COLUMN, joinColumns, joinLines } from './join-lines.ts';
export { readLabels } from './labels.ts';
export { paymentReferenceIn } from './payment-reference.ts';
export * from './payment-text.ts';
export { type Direction, readSlashCodes } from './slash-codes.ts';
