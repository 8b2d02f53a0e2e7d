export * from './describe-plugin.ts';
export * from './plugin-description.ts';
export * from './plugin-manifest.ts';
