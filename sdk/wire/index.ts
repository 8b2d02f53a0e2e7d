export * from './bytes.ts';
export * from './crossing.ts';
export * from './query.ts';
