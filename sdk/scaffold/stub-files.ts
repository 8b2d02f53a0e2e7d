import type { PortName } from '../ports/port-types.ts';
import { connectorIndex } from './connector-index.ts';
import type { ScaffoldFile } from './scaffold-file.ts';

/** A connector whose port is still to be written; its contract says what is left to do. */
export const stubFiles = (id: string, port: PortName): ScaffoldFile[] => [
  { path: 'src/index.ts', text: connectorIndex(id, port, 'createPort') },
  { path: `src/${port}.port.ts`, text: stub(port) },
  { path: `src/${port}.test.ts`, text: test(port) },
  { path: 'examples.json', text: '{\n  "outside": { "recorded": [] }\n}\n' },
];

const stub = (port: PortName) => `import type { PluginTools, PortTypes } from '@inning/sdk';

/**
 * What the port "${port}" promises stands in its docstrings (go to the definition of PortTypes).
 * Write its methods here; \`npm test\` says what is left of the contract.
 */
export function createPort(_tools: PluginTools): PortTypes['${port}'] {
  throw new Error('The port ${port} is still to be written.');
}
`;

const test = (port: PortName) => `import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contractOf, openInProcess, parseExamples } from '@inning/sdk/testing';
import { plugin } from './index.ts';

const examples = parseExamples(readFileSync(new URL('../examples.json', import.meta.url), 'utf8'));
const open = openInProcess(plugin, '${port}', { recorded: examples.outside?.recorded ?? [] });

for (const check of contractOf('${port}').checks) test(check.name, () => check.run(open));
`;
