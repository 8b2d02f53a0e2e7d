export * from './a-claim.ts';
