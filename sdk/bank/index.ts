export * from './bank-warnings.ts';
export * from './line-references.ts';
