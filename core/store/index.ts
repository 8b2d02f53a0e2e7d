export * from './duplicate-key.ts';
export * from './fields.ts';
export * from './scope.ts';
export type * from './scoped-table.ts';
export * from './store.ts';
export * from './table.ts';
