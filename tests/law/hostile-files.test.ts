import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowDocument } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../core/cli/cli.ts';
import { PROJECT_DIR } from '../../core/project-dir.ts';

let folder: string;
let neutral: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-hostile-'));
  await mkdir(join(folder, 'a-folder'));
  neutral = await readFile(join(PROJECT_DIR, 'templates/flows/neutral.flow.json'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the command answers about a file of that name; on stdout there is JSON or nothing. */
async function lintFile(name: string, country = 'nl') {
  const [out, err]: [string[], string[]] = [[], []];
  const words = ['flow', 'lint', name, '--country', country, '--json', '--lang', 'en'];
  const exitCode = await runCli(words, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    env: { MONGODB_URI: 'mongodb://nowhere.invalid/needed' },
    cwd: folder,
  });
  const answer = out.length > 0 ? (JSON.parse(out.join('\n')) as { code: string }[]) : null;
  return { exitCode, codes: answer?.map(({ code }) => code) ?? null, err: err.join('\n') };
}

async function lintText(text: string | Uint8Array) {
  await writeFile(join(folder, 'hostile.flow.json'), text);
  return lintFile('hostile.flow.json');
}
const changed = (change: (flow: FlowDocument) => void): string => {
  const flow = JSON.parse(neutral) as FlowDocument;
  change(flow);
  return JSON.stringify(flow);
};
const stop = { type: 'routing.stop-flow', version: 1, config: {} };
const withNodes = (count: number) =>
  changed(({ nodes }) => {
    for (let index = 0; index < count; index += 1) nodes[`n${index}`] = stop;
  });
const eachConfig = (config: Record<string, unknown>) =>
  changed(({ nodes }) => {
    for (const node of Object.values(nodes)) node.config = config;
  });

describe('a file that is no flow', () => {
  it.each<[string, () => string | Uint8Array, string]>([
    ['nothing at all', () => '', 'This is not JSON'],
    ['text', () => '{oops', 'line 1 column 2'],
    ['other bytes', () => Buffer.from(neutral, 'utf16le'), 'This is not'],
    ['null', () => 'null', 'at /: must be object'],
    ['a list', () => '[]', 'at /: must be object'],
    ['a number without end', () => '1e999', 'at /: must be object'],
    ['steps as a list', () => changed((flow) => void ((flow.nodes as unknown) = [])), '/nodes'],
    ['lines as an object', () => changed((flow) => void ((flow.edges as unknown) = {})), '/edges'],
    [
      'a number for an hour',
      () => changed(({ settings }) => void ((settings.sendAt as unknown) = 5)),
      '/settings/sendAt',
    ],
    [
      'a country of another kind',
      () => changed((flow) => (flow.country = '__proto__')),
      '/country',
    ],
    ['100,000 steps', () => withNodes(100_000), 'at most 4 MB'],
    ['3,000 steps', () => withNodes(3_000), 'at most 2000 steps'],
    [
      '100,000 goals',
      () => changed((flow) => void (flow.goals = Array.from({ length: 100_000 }, () => 'paid'))),
      'at most 50 goals',
    ],
    [
      'the key __proto__',
      () => neutral.replace('"nodes": {', '"nodes": { "__proto__": {},'),
      '__proto__ is not allowed',
    ],
    [
      'the name of what every object has',
      () => changed(({ nodes }) => void (nodes['toString'] = stop)),
      '/nodes/toString',
    ],
    [
      'nested without end',
      () => neutral.replace(/\}\s*$/, `,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      'at most 32 levels',
    ],
    ['a name of megabytes', () => changed((flow) => (flow.name.nl = 'x'.repeat(3e6))), '/name/nl'],
  ])('is refused with its place: %s', async (_name, text, place) => {
    const { exitCode, codes, err } = await lintText(text());
    expect({ exitCode, codes, err }).toEqual({
      exitCode: 2,
      codes: null,
      err: expect.stringContaining(place),
    });
    expect(err.split('\n')).toHaveLength(1);
  });

  it('is told apart from a folder, a file that is not there, and a country that is not known', async () => {
    expect(await lintFile('a-folder')).toMatchObject({ exitCode: 2, codes: null });
    expect(await lintFile('missing.json')).toMatchObject({ exitCode: 3, codes: null });
    await writeFile(join(folder, 'right.flow.json'), neutral);
    for (const country of ['xx', '', '__proto__', 'nl\n']) {
      const { exitCode, codes, err } = await lintFile('right.flow.json', country);
      expect({ exitCode, codes }).toEqual({ exitCode: 2, codes: null });
      expect(err).toContain('There are: nl.');
    }
    expect(await lintFile('right.flow.json')).toMatchObject({ exitCode: 0, codes: [] });
  });
});

describe('a flow that is not right', () => {
  it.each<[string, () => string, string]>([
    [
      'unknown types',
      () => changed(({ nodes }) => void (nodes['x'] = { ...stop, type: 'no.such' })),
      'FLOW_UNKNOWN_STEP',
    ],
    [
      'no steps',
      () => changed((flow) => void Object.assign(flow, { nodes: {}, edges: [] })),
      'FLOW_NO_START',
    ],
    [
      'settings of other types',
      () =>
        eachConfig({ template: {}, anchors: 'x', actions: 5, condition: 7, pick: [], days: '' }),
      'FLOW_INVALID_CONFIG',
    ],
    [
      'days that no calendar has',
      () =>
        eachConfig({
          anchors: [null, 5, { from: {}, days: 1e308 }, { from: 'step', step: 'no', days: -1e9 }],
          actions: [null, { type: 'timing.pause-debtor', config: { days: 1e308 } }],
          days: 1e308,
        }),
      'FLOW_INVALID_CONFIG',
    ],
    [
      'steps of another version',
      () => changed(({ nodes }) => Object.values(nodes).forEach((node) => (node.version = 99))),
      'FLOW_STEP_TOO_NEW',
    ],
    [
      'a condition of tens of kilobytes',
      () => eachConfig({ condition: `${'claim.openCents > 1 && '.repeat(2_000)}true` }),
      'FLOW_INVALID_CONFIG',
    ],
    [
      'a loop without a wait',
      () =>
        changed(({ edges }) => {
          for (const edge of edges.slice(1)) Object.assign(edge, { to: edge.from });
        }),
      'FLOW_LOOP_WITHOUT_WAIT',
    ],
  ])('is told as JSON with exit code 1: %s', async (_name, text, code) => {
    const { exitCode, codes, err } = await lintText(text());
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: '' });
    expect(codes).toContain(code);
  });
});
