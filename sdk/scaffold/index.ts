export * from './scaffold-plugin.ts';
