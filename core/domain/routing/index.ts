export * from './cursor.ts';
export * from './find-page.ts';
export * from './ids.ts';
export * from './routing.errors.ts';
export * from './schemas.ts';
