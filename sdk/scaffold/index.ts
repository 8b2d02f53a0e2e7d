export * from './scaffold-file.ts';
export * from './scaffold-plugin.ts';
