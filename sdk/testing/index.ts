export * from './a-claim.ts';
export * from './fake-tools.ts';
