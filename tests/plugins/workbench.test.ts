import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../core/project-dir.ts';
import { inning, scratchDir, writeFiles } from './run-inning.ts';

type Report = {
  readonly score: number;
  readonly findings: readonly {
    readonly about: string;
    readonly name: string;
    readonly state: string;
    readonly problem: string | null;
  }[];
};

/** A plugin with one action, whose code is `run`. */
async function pluginWith(run: string, extra: { permissions?: string; ports?: string } = {}) {
  const dir = join(await scratchDir(), 'odd');
  await mkdir(dir);
  const { permissions = "{ claim: ['openCents'], hosts: ['api.example.com'] }", ports = '[]' } =
    extra;
  await writeFiles(dir, {
    'index.ts': `
import { ConnectorUnavailableError, defineAction, definePlugin, Type } from '@inning/sdk';
const words = { en: 'Odd' };
const act = defineAction({
  id: 'odd.act', version: 1, title: words, description: words, icon: 'x',
  config: Type.Object({}), outcomes: { done: words, large: words }, ports: ${ports} as never[],
  async run(context) { const { claim, tools, idempotencyKey } = context; ${run} },
});
export const plugin = definePlugin({
  id: 'odd', version: '1.0.0', sdk: '^0.1.0', title: words, description: words,
  settings: Type.Object({ token: Type.String({ secret: true, default: 'x' }) }),
  permissions: ${permissions},
  setup(host) { host.actions.add(act); },
});`,
    'examples.json': JSON.stringify({
      settings: { token: 'x' },
      outside: {
        recorded: [
          { method: 'POST', url: 'https://api.example.com/act', json: { ok: true } },
          { url: 'https://other.example.com/look', json: {} },
        ],
      },
      nodes: [{ node: 'odd.act', name: 'as ever', outcome: 'done' }],
    }),
  });
  return dir;
}

async function check(dir: string): Promise<Report & { code: number }> {
  const { code, out, err } = await inning(dir, 'plugin', 'check', dir, '--json');
  if (out === '') throw new Error(err);
  return { code, ...(JSON.parse(out) as Report) };
}

const problems = ({ findings }: Report, about: string) =>
  findings.filter((one) => one.about === about && one.state !== 'passed');

const POST = `await tools.http.request({ method: 'POST', url: 'https://api.example.com/act',
  headers: { 'idempotency-key': KEY }, body: String(claim.openCents) })`;
const post = (key: string) => POST.replace('KEY', key);
const typed = `if (answer.status !== 200) throw new ConnectorUnavailableError('Not now.');`;

describe('inning plugin check', () => {
  it('has nothing to say about a sound action', async () => {
    const dir = await pluginWith(
      `const answer = ${post('idempotencyKey')}; ${typed} return { outcome: 'done' };`,
    );
    const report = await check(dir);

    expect(report.code).toBe(0);
    expect(report.findings.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(report.score).toBeGreaterThanOrEqual(95);
  });

  it('finds an act that is repeated with another key', async () => {
    const dir = await pluginWith(
      `const count = Number((await tools.state.get('count')) ?? 0) + 1;
       await tools.state.set('count', String(count));
       const answer = ${post('String(count)')}; ${typed} return { outcome: 'done' };`,
    );
    const report = await check(dir);

    expect(report.code).toBe(1);
    expect(problems(report, 'idempotency')[0]?.problem).toContain('the second time');
  });

  it('finds errors that nobody can act upon', async () => {
    const dir = await pluginWith(
      `const answer = ${post('idempotencyKey')};
       if (answer.status !== 200) throw new Error('Oh no.'); return { outcome: 'done' };`,
    );

    expect(problems(await check(dir), 'retry')[0]?.problem).toContain('without a typed error');
  });

  it('finds secrets in what is logged, kept and answered', async () => {
    const echo = await pluginWith(
      `const answer = ${post('idempotencyKey')}; tools.log.info({}, answer.body); ${typed}
       return { outcome: 'done' };`,
    );
    const setting = await pluginWith(
      `await tools.state.set('t', tools.settings.token); return { outcome: 'done' };`,
      { permissions: '{}' },
    );

    expect(problems(await check(echo), 'secrets')).toHaveLength(1);
    expect(problems(await check(setting), 'secrets')).toHaveLength(1);
  });

  it('finds what it uses and does not ask for', async () => {
    const claim = await pluginWith(
      `return { outcome: (claim.debtor?.name ?? '') === '' ? 'done' : 'large' };`,
      { permissions: '{}' },
    );
    const host = await pluginWith(
      `await tools.http.request({ url: 'https://other.example.com/look' }); return { outcome: 'done' };`,
      { permissions: '{}' },
    );

    expect(problems(await check(claim), 'permissions')[0]?.problem).toContain('more of the claim');
    expect(problems(await check(host), 'permissions')[0]?.problem).toContain('other.example.com');
  });

  it('remarks on what it asks for and does not use, and that costs points only', async () => {
    const dir = await pluginWith(`return { outcome: 'done' };`, {
      permissions: "{ claim: ['openCents', 'debtor'], hosts: ['api.example.com'] }",
      ports: "['tasks']",
    });
    const report = await check(dir);

    expect(report.code).toBe(0);
    expect(report.score).toBeLessThan(95);
    expect(problems(report, 'permissions').map(({ name }) => name)).toEqual([
      'needs claim.openCents',
      'needs claim.debtor',
      'needs the host api.example.com',
      'odd.act needs the port tasks',
    ]);
    expect((await inning(dir, 'plugin', 'check', dir, '--min', '95')).code).toBe(1);
  });

  it('says in words what it cannot even open', async () => {
    const dir = await pluginWith('syntax error here');
    const { code, err } = await inning(dir, 'plugin', 'check', dir);

    expect(code).toBe(1);
    expect(err).toContain('index.ts');
    expect((await inning(dir, 'plugin', 'check', 'nowhere')).code).toBe(3);
    expect((await inning(dir, 'plugin', 'check', dir, '--min', 'many')).code).toBe(2);
  });

  it('names the place in examples that cannot be read', async () => {
    const dir = await pluginWith(`return { outcome: 'done' };`);
    await writeFiles(dir, { 'examples.json': '{ "nodes": [{ "node": 1 }] }' });
    const { code, err } = await inning(dir, 'plugin', 'test', dir);

    expect(code).toBe(1);
    expect(err).toContain('/nodes/0');
  });
});

describe('the example plugins', () => {
  it.each(['credit-rating', 'post-lob'])('%s is sound, in the sandbox', async (name) => {
    const dir = join(PROJECT_DIR, 'sdk', 'examples', name);
    const report = await check(dir);

    expect(report.findings.filter(({ state }) => state !== 'passed')).toEqual([]);
    expect(report.score).toBe(100);
  });
});
