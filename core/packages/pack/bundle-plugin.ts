import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildFailure, BuildOptions, BuildResult } from 'esbuild';
import { PROJECT_DIR } from '../../project-dir.ts';
import { PluginNotPackableError } from '../packages.errors.ts';

export type BundleOptions = {
  /** The folder of the plugin. */
  readonly dir: string;
  /** What its entry exports; our own plugins have names of their own. */
  readonly exportName?: string;
  /** Put behind its version, for trials that are not published. */
  readonly versionSuffix?: string;
};

const ENTRIES = ['plugin.ts', 'plugin.js', 'index.ts', 'index.js', 'src/plugin.ts', 'src/index.ts'];
const MOST_TOLD = 5;

/**
 * The plugin as one ES module that exports `plugin` and imports nothing. Where the folder lies, and
 * on what day, makes no difference. Throws PluginNotPackableError naming the lines that are wrong.
 */
export async function bundlePlugin(options: BundleOptions): Promise<Uint8Array> {
  const { dir } = options;
  const contents = entryText(await findEntry(dir), options);
  const result = await runBuild({
    ...FIXED,
    absWorkingDir: dir,
    stdin: { contents, resolveDir: dir, sourcefile: 'package-entry.js' },
  });
  const [output, ...others] = result.outputFiles;
  const left = Object.values(result.metafile.outputs).flatMap(({ imports }) => imports);
  if (left[0]) throw new PluginNotPackableError(`The code still imports "${left[0].path}".`);
  if (!output || others.length > 0) {
    throw new PluginNotPackableError('The plugin does not become one file: it brings styles too.');
  }
  return output.contents;
}

function entryText(entry: string, { exportName = 'plugin', versionSuffix }: BundleOptions): string {
  if (versionSuffix === undefined) return `export { ${exportName} as plugin } from './${entry}';`;
  const version = `made.version + ${JSON.stringify(versionSuffix)}`;
  return [
    `import { ${exportName} as made } from './${entry}';`,
    `export const plugin = { ...made, version: ${version} };`,
  ].join('\n');
}

/** Nothing here may depend on the machine: no project file that lies above the folder, no paths. */
const FIXED = {
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2024',
  charset: 'utf8',
  // White space carries the paths of the sources in comments.
  minifyWhitespace: true,
  lineLimit: 160,
  legalComments: 'inline',
  tsconfigRaw: '{}',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
  // A folder without packages of its own gets the SDK of this Inning.
  nodePaths: [join(PROJECT_DIR, 'node_modules')],
} satisfies BuildOptions;

type Built = BuildResult<typeof FIXED>;

async function runBuild(options: typeof FIXED & BuildOptions): Promise<Built> {
  const { build } = await import('esbuild');
  try {
    return (await build(options)) as Built;
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!Array.isArray(errors)) throw error;
    const lines = errors.slice(0, MOST_TOLD).map(({ text, location }) => {
      const place = location ? `${location.file}:${location.line}: ` : '';
      return `  - ${place}${text}`;
    });
    const cause = { cause: error };
    throw new PluginNotPackableError(
      `The plugin cannot be bundled:\n${lines.join('\n')}`,
      {},
      cause,
    );
  }
}

async function findEntry(dir: string): Promise<string> {
  for (const entry of ENTRIES) {
    const isThere = await access(join(dir, entry)).then(
      () => true,
      () => false,
    );
    if (isThere) return entry;
  }
  throw new PluginNotPackableError(
    `There is no plugin in ${dir}: it has none of ${ENTRIES.join(', ')}.`,
  );
}
