export * from './bytes.ts';
export * from './multipart.ts';
export * from './query.ts';
