import { describe, expect, it } from 'vitest';
import { findImports } from './find-imports.ts';
import { refuseImport } from './import-rules.ts';
import { listCode, listPaths, withoutComments } from './source-files.ts';

const code = listCode();

function refusals(path: string, text: string): string[] {
  return findImports({ path, text }).flatMap((found) => {
    const reason = refuseImport(path, found);
    return reason ? [`${path} imports ${found.target}: ${reason}`] : [];
  });
}

describe('who may import whom', () => {
  it('is kept by every file', () => {
    expect(code.flatMap(({ path, text }) => refusals(path, text))).toEqual([]);
  });

  it('is a rule that bites', () => {
    const broken = [
      refusals('plugins/a/index.ts', "import { b } from '../b/index.ts';"),
      refusals('connectors/a/x.ts', "const core = await import('../../core/app.ts');"),
      refusals('sdk/x.ts', "import fastify from 'fastify';"),
      refusals('core/x.ts', "export * from '../plugins/a/index.ts';"),
      refusals('core/domain/a/x.ts', "import type { B } from '../b/b.model.ts';"),
      refusals('core/domain/a/x.ts', "import { reply } from '../../http/reply.ts';"),
      refusals('core/flows/x.ts', "import type { A } from './engine/moves/a.ts';"),
      refusals('designer/document/x.ts', "import {\n  useState,\n} from 'react';"),
    ];
    const allowed = [
      refusals('sdk/x.ts', "import type { FastifyInstance } from 'fastify';"),
      refusals('core/domain/a/x.ts', "import { b } from '../b/index.ts';"),
      refusals(
        'plugins/a/x.test.ts',
        "import { it } from 'vitest'; import '../../tests/kit/x.ts';",
      ),
      refusals('core/x.ts', "// import { a } from '../plugins/a/index.ts';"),
    ];

    expect(broken.map((found) => found.length)).toEqual(broken.map(() => 1));
    expect(allowed.flat()).toEqual([]);
  });

  it('leaves the kernel without the name of any plugin', () => {
    const ids = new Set(
      listPaths()
        .filter((path) => /^(plugins|connectors)\/[^/]+\/index\.ts$/.test(path))
        .map((path) => path.split('/')[1]),
    );
    const named = code
      .filter(({ path }) => path.startsWith('core/') && !path.endsWith('.test.ts'))
      .flatMap(({ path, text }) =>
        [
          ...withoutComments(text).matchAll(
            /['"`]([a-z0-9]+(?:-[a-z0-9]+)*)(\.[a-z][a-z-]*)?['"`]/g,
          ),
        ]
          .filter(([, id, node]) => ids.has(id) && (node !== undefined || id?.includes('-')))
          .map(([quoted]) => `${path} names ${quoted}`),
      );

    expect(named).toEqual([]);
  });
});
