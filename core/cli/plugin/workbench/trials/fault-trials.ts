import type { HttpRequest } from '@inning/sdk';
import { CANARY, describeFailure, type NodeExample, type OutsideFault } from '@inning/sdk/testing';
import type { Workbench } from '../open-workbench.ts';
import { type ExampleRun, runExample } from '../run-example.ts';
import type { About, Trial } from '../trial.ts';

/** What nodes do when the outside world fails, and when they are run twice. */
export function faultTrials(bench: Workbench): Trial[] {
  return (bench.examples.nodes ?? []).flatMap((example) => {
    const fault = (about: About, name: string, how: OutsideFault): Trial => ({
      about,
      name: `${example.node}, ${example.name}: ${name}`,
      run: async () => problemOf(await runExample(bench, example, { fault: how }), how),
    });
    return [
      twiceTrial(bench, example),
      fault('retry', 'can be tried again when a service is busy (503)', 'busy'),
      fault('timeouts', 'says so when no answer comes', 'lost'),
      fault('secrets', 'does not repeat a secret that a service repeats', 'echo'),
    ];
  });
}

const twiceTrial = (bench: Workbench, example: NodeExample): Trial => ({
  about: 'idempotency',
  name: `${example.node}, ${example.name}: does not act twice with one key`,
  async run() {
    const first = await runExample(bench, example);
    const before = first.outside.arrived.length;
    await runExample(bench, example, { earlier: first });
    const acts = first.outside.arrived.map(actOf);
    const [once, again] = [acts.slice(0, before), acts.slice(before)];
    const other = again.find((act) => act !== null && !once.includes(act));
    return other === undefined ? null : `the second time it asks for something else: ${other}`;
  },
});

/** A request that may change something outside, as text; null for one that only reads. */
function actOf({ method = 'GET', url, headers, body }: HttpRequest): string | null {
  return method === 'GET' || method === 'HEAD'
    ? null
    : JSON.stringify([method, url, headers, body]);
}

function problemOf({ result, error, tools, asked, outside }: ExampleRun, fault: OutsideFault) {
  if (fault === 'echo') {
    const said = JSON.stringify([result, tools.logged, [...tools.kept], asked, failureText(error)]);
    return said.includes(CANARY) ? 'the secret stands in what it answers, keeps or logs' : null;
  }
  if (error === null || outside.requests.length === 0) return null;
  const { code, retryable, message } = describeFailure(error);
  if (code === null || code === 'SANDBOX_FAILED')
    return `it fails without a typed error: ${message}`;
  if (fault === 'busy' && !retryable) return `it throws ${code}, which is not tried again`;
  return null;
}

function failureText(error: unknown): unknown {
  const { details } = (error ?? {}) as { details?: unknown };
  return [describeFailure(error), details ?? null];
}
