import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { packPlugin, readPackage } from '../../packages/index.ts';
import { defineSubcommand } from './subcommand.ts';
import { withSandbox } from './open-sandbox.ts';
import { sayPermissions } from './say-package.ts';

export const packSubcommand = defineSubcommand({
  name: 'plugin pack',
  summary: 'make a package of the folder of a plugin',
  usage: ['plugin pack DIR [--out FILE] [--json]'],
  about: [
    'Bundles the code into one file, asks it in the sandbox what it is, and writes a package with',
    'manifest, README.md and icon.svg. The same sources always give the same bytes. It is not signed',
    'yet: `inning plugin sign` does that.',
  ].join('\n'),
  options: {
    out: {
      type: 'string',
      value: 'FILE',
      help: 'the package to write; ID-VERSION.inning if left out',
    },
    json: { type: 'boolean', help: 'JSON instead of sentences' },
  },
  words: { min: 1, max: 1 },
  async run({ options, words: [dir = ''] }, io) {
    const packed = await withSandbox((sandbox) =>
      packPlugin({ dir: resolve(io.cwd, dir), sandbox }),
    );
    const { plugin } = packed.manifest;
    const file = resolve(io.cwd, options.out ?? `${plugin.id}-${plugin.version}.inning`);
    await writeFile(file, packed.bytes);
    const { manifestSha256 } = readPackage(packed.bytes);
    const { id, version } = plugin;
    if (options.json) {
      io.out(JSON.stringify({ file, id, version, size: packed.bytes.length, manifestSha256 }));
    } else {
      io.out(`${file}: ${id} ${version}, ${packed.bytes.length} bytes, content ${manifestSha256}`);
      for (const line of sayPermissions(packed.manifest)) io.err(line);
    }
    return 0;
  },
});
