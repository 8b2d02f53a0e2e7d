export * from './bytes.ts';
export * from './json.ts';
export * from './multipart.ts';
export * from './query.ts';
