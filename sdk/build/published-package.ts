export type WorkspacePackage = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** The package.json of the built package: every entry as JavaScript with its declarations. */
export function publishedPackage(own: WorkspacePackage) {
  const { name, version, description, license, exports, peerDependencies } = own;
  const entries = Object.entries(exports).map(([entry, source]) => [entry, builtEntry(source)]);
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { ...Object.fromEntries(entries), './package.json': './package.json' },
    bin: { 'inning-plugin': './scaffold/main.js' },
    dependencies: peerDependencies,
  };
}

const builtEntry = (source: string) => ({
  types: source.replace(/\.ts$/, '.d.ts'),
  default: source.replace(/\.ts$/, '.js'),
});
