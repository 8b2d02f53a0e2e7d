import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowDocument } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../project-dir.ts';
import { runCli } from '../cli.ts';

let folder: string;
let neutral: FlowDocument;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-lint-'));
  const shipped = join(PROJECT_DIR, 'templates', 'flows', 'neutral.flow.json');
  neutral = JSON.parse(await readFile(shipped, 'utf8')) as FlowDocument;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function lint(contents: string | Uint8Array, ...options: string[]) {
  await writeFile(join(folder, 'my.flow.json'), contents);
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCli(['flow', 'lint', 'my.flow.json', ...options], {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    env: { MONGODB_URI: 'mongodb://nowhere.invalid/needed' },
    cwd: folder,
  });
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

/** The flow with one thing changed. */
const changed = (change: (flow: FlowDocument) => void): string => {
  const copy = structuredClone(neutral);
  change(copy);
  return JSON.stringify(copy);
};

describe('inning flow lint', () => {
  it('needs no database, and says so when nothing is wrong', async () => {
    const { exitCode, out, err } = await lint(JSON.stringify(neutral));

    expect({ exitCode, out, err }).toEqual({
      exitCode: 0,
      out: '',
      err: 'my.flow.json: no problems found.',
    });
    expect((await lint(JSON.stringify(neutral), '--json')).out).toBe('[]');
  });

  it('answers 1 with the place of every error, in sentences or as JSON', async () => {
    const flow = changed(({ edges, nodes }) => {
      edges.splice(0, 1);
      (nodes['call'] as { type: string }).type = 'sms.send-sms';
    });

    const told = await lint(flow);
    expect(told.exitCode).toBe(1);
    expect(told.out).toContain('FLOW_UNKNOWN_STEP [call]: Blok call: het type sms.send-sms');
    const { exitCode, out } = await lint(flow, '--json', '--lang', 'en');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toContainEqual({
      code: 'FLOW_UNKNOWN_STEP',
      severity: 'error',
      nodeIds: ['call'],
      article: null,
      message: expect.stringContaining('the type sms.send-sms is unknown'),
      path: null,
    });
    expect(out).toContain('FLOW_OPEN_OUTCOME');
    expect(out).toContain('FLOW_UNREACHABLE_STEP');
  });

  it('checks the conditions in it, and shows the way of a loop', async () => {
    const flow = changed(({ nodes, edges }) => {
      nodes['ask'] = {
        type: 'routing.check-condition',
        version: 1,
        config: { condition: 'claim.nothing > 3' },
      };
      edges.push(
        { from: 'ask', outcome: 'yes', to: 'ask' },
        { from: 'ask', outcome: 'no', to: 'end' },
      );
      const first = edges[0];
      if (first) edges[0] = { ...first, to: 'ask' };
    });

    const problems = JSON.parse((await lint(flow, '--json')).out) as {
      code: string;
      path: string[];
    }[];
    expect(problems.map(({ code }) => code)).toContain('FLOW_INVALID_EXPRESSION');
    const loop = problems.find(({ code }) => code === 'FLOW_LOOP_WITHOUT_WAIT');
    expect(loop?.path).toEqual(['ask', 'ask']);
  });

  it('names what the law says, with a way, its days and what would mend it', async () => {
    const flow = changed(({ nodes }) => {
      const type = 'collection-costs.set-cost-state';
      nodes['call'] = { type, version: 1, config: { state: 'claimable' } };
    }).replaceAll('"outcome":"planned"', '"outcome":"changed"');
    const right = flow.replaceAll(
      '"from":"call","outcome":"skipped"',
      '"from":"call","outcome":"unchanged"',
    );

    const { exitCode, out } = await lint(right, '--country', 'nl', '--json', '--lang', 'en');
    expect(exitCode).toBe(1);
    const [found, ...others] = JSON.parse(out) as Record<string, unknown>[];
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'LAW_COSTS_NOT_ANNOUNCED',
      severity: 'error',
      nodeIds: ['call'],
      article: 'art. 6:96 lid 6 BW',
      message: expect.stringContaining('never announced'),
      fix: expect.stringContaining('announces costs'),
    });
    expect(found?.['path']).toEqual(expect.arrayContaining(['start', 'reminder-1', 'call']));
    expect((await lint(right, '--lang', 'de')).out).toMatch(/reminder-1 \w\w \d+ \w+ \d{4} → /);

    const abroad = await lint(right, '--country', 'zz');
    expect(abroad).toMatchObject({ exitCode: 2, out: '' });
    expect(abroad.err).toContain('There is no country zz. There are: nl.');
  });

  it('answers 0 to a warning', async () => {
    const flow = changed(({ nodes }) => {
      const { config } = nodes['wait-reminder-2'] as unknown as { config: { anchors: unknown[] } };
      config.anchors.push(config.anchors[0]);
    });

    const { exitCode, out } = await lint(flow);
    expect(exitCode).toBe(0);
    expect(out).toContain('warning FLOW_SAME_ANCHORS [wait-reminder-2]');
  });

  it('warns that nothing is known of the law of a country without a pack', async () => {
    const { exitCode, out } = await lint(changed((flow) => (flow.country = 'ZZ')));
    expect(exitCode).toBe(0);
    expect(out).toContain('warning FLOW_COUNTRY_UNKNOWN: Van het land ZZ zijn hier geen regels');
  });

  it('answers 2 with the place to a file that is no flow', async () => {
    expect(await lint('{"schema":1,\n')).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringMatching(/^my\.flow\.json: This is not JSON: .*line 2 column 1/),
    });
    expect((await lint('{"schema":1}')).err).toContain('The flow is not right at /');
    expect(await lint(Uint8Array.of(0xff, 0xfe, 0x00))).toMatchObject({ exitCode: 2 });
    expect(await lint('')).toMatchObject({ exitCode: 2 });
    expect((await lint(changed((flow) => (flow.nodes['call'] = {} as never)))).err).toContain(
      '/nodes/call',
    );
  });
});
