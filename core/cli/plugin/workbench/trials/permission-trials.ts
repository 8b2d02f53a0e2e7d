import type { Claim, CredentialChoice, HttpRequest } from '@inning/sdk';
import { type FakeOutside, isHost } from '@inning/sdk/testing';
import { claimProjection } from '../../../../sandbox/index.ts';
import type { Workbench } from '../open-workbench.ts';
import { type ExampleRun, runExample } from '../run-example.ts';
import type { Trial } from '../trial.ts';

/** Filled in by the trials before these: every outside world that the plugin spoke to. */
export type Seen = { readonly outsides: FakeOutside[] };

/** What it asks for is what it uses: no less, and (as a remark) no more. */
export function permissionTrials(bench: Workbench, seen: Seen): Trial[] {
  const { permissions, credentials, nodes } = bench.description;
  const requests = () => seen.outsides.flatMap((outside) => outside.requests);
  return [
    {
      about: 'permissions',
      name: 'uses nothing of a claim that it does not ask for',
      run: () => findUndeclared(bench),
    },
    {
      about: 'permissions',
      name: 'speaks to no host that it does not ask for',
      run: async () =>
        told(
          requests()
            .filter((one) => !isDeclared(permissions.hosts, one))
            .map(hostOf),
        ),
    },
    {
      about: 'permissions',
      name: 'uses its credentials where they are for, and no others',
      run: async () => told(requests().flatMap((one) => misusedCredential(credentials, one))),
    },
    ...permissions.claim.map((path) => ({
      ...remark(`needs claim.${path}`),
      run: () => findUnused(bench, path),
    })),
    ...permissions.hosts.map((host) => ({
      ...remark(`needs the host ${host}`),
      run: async () =>
        requests().some((one) => isHost(host, hostOf(one))) ? null : 'it was never asked',
    })),
    ...Object.keys(credentials).map((name) => ({
      ...remark(`needs the credential ${name}`),
      run: async () =>
        requests().some(({ credential }) => credential === name) ? null : 'it was never used',
    })),
    ...nodes.flatMap(({ id, ports }) =>
      ports.map((port) => ({
        ...remark(`${id} needs the port ${port}`),
        run: () => findUnusedPort(bench, { node: id, port }),
      })),
    ),
  ];
}

const remark = (name: string) => ({ about: 'permissions', name, isRemark: true }) as const;
const told = (names: readonly string[]) =>
  names.length === 0 ? null : [...new Set(names)].join(', ');

const hostOf = ({ url }: HttpRequest) => (URL.canParse(url) ? new URL(url).hostname : url);
const isDeclared = (hosts: readonly string[], request: HttpRequest) =>
  hosts.some((host) => isHost(host, hostOf(request)));

function misusedCredential(
  credentials: Workbench['description']['credentials'],
  request: HttpRequest,
): string[] {
  const { credential = [] } = request;
  const choices = Array.isArray(credential) ? credential : [credential];
  return (choices as readonly CredentialChoice[]).flatMap((choice) =>
    misusedChoice(typeof choice === 'string' ? choice : choice.name, { credentials, request }),
  );
}

type Used = {
  readonly credentials: Workbench['description']['credentials'];
  readonly request: HttpRequest;
};

function misusedChoice(credential: string, { credentials, request }: Used): string[] {
  const declared = Object.hasOwn(credentials, credential) ? credentials[credential] : undefined;
  if (!declared) return [`"${credential}", which it does not declare`];
  const hosts = declared['hosts'] as readonly string[];
  return isDeclared(hosts, request) ? [] : [`"${credential}" at ${hostOf(request)}`];
}

/** With everything of a claim in sight it would do something else: then it looks at what it may not see. */
async function findUndeclared(bench: Workbench): Promise<string | null> {
  for (const example of bench.examples.nodes ?? []) {
    const asDeclared = await runExample(bench, example);
    const withAll = await runExample(bench, example, { project: (claim) => claim });
    if (essence(asDeclared) !== essence(withAll)) {
      return `${example.node}, ${example.name}: it looks at more of the claim than it asks for`;
    }
  }
  return null;
}

/** Without that part of a claim everything goes as before: then it does not need it. */
async function findUnused(bench: Workbench, path: string): Promise<string | null> {
  const others = bench.description.permissions.claim.filter((one) => one !== path);
  const project = claimProjection(others);
  for (const example of bench.examples.nodes ?? []) {
    const asDeclared = await runExample(bench, example);
    const without = await runExample(bench, example, { project: (claim: Claim) => project(claim) });
    if (essence(asDeclared) !== essence(without)) return null;
  }
  return 'no example goes differently without it';
}

async function findUnusedPort(bench: Workbench, { node, port }: { node: string; port: string }) {
  for (const example of (bench.examples.nodes ?? []).filter((one) => one.node === node)) {
    const { asked } = await runExample(bench, example);
    if (asked.some(({ call }) => call.startsWith(`${port}.`))) return null;
  }
  return 'no example uses it';
}

const essence = ({ result, error, asked, outside, tools }: ExampleRun) =>
  JSON.stringify([result, String(error), asked, outside.requests, [...tools.kept], tools.logged]);
