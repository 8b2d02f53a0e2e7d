import type { ScaffoldChoice, ScaffoldFile } from './scaffold-file.ts';

/** What every plugin has, whatever it does. */
export function sharedFiles({ id, kind, sdk }: ScaffoldChoice): ScaffoldFile[] {
  return [
    { path: 'package.json', text: packageJson(id, sdk) },
    { path: 'tsconfig.json', text: TSCONFIG },
    { path: '.gitignore', text: 'node_modules/\ndist/\n*.key\n' },
    { path: 'README.md', text: readme(id, kind) },
    { path: 'icon.svg', text: ICON },
  ];
}

const packageJson = (id: string, sdk: string) =>
  `${JSON.stringify(
    {
      name: `inning-plugin-${id}`,
      version: '1.0.0',
      private: true,
      type: 'module',
      scripts: {
        build: 'tsc -p .',
        test: 'npm run -s build && node --test dist/*.test.js',
      },
      dependencies: { '@inning/sdk': sdk },
      devDependencies: { '@types/node': '^24.0.0', typescript: '^7.0.2' },
    },
    null,
    2,
  )}\n`;

const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2024",
    "module": "nodenext",
    "types": ["node"],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "verbatimModuleSyntax": true,
    "rewriteRelativeImportExtensions": true,
    "skipLibCheck": true,
    "rootDir": "src",
    "outDir": "dist"
  },
  "include": ["src"]
}
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#0b6e99" stroke-width="2" stroke-linejoin="round"><path d="M4 8h6V4h4v4h6v12H4z"/></svg>
`;

const readme = (id: string, kind: ScaffoldChoice['kind']) => `# ${id}

What this plugin adds, in one sentence. People read this before they install it.

- **Adds**: ${kind === 'action' ? 'an action for flows' : 'a connector'}.
- **Sees of a claim**: what \`permissions\` in \`src/index.ts\` names, and nothing else.
- **Speaks to**: the hosts named there.

## For whoever changes it

\`npm install\` once, then \`npm test\`. \`examples.json\` holds the settings and contexts with which
\`inning plugin test\` and \`inning plugin check\` run it in the sandbox.
`;
