import type { PluginDescription } from '@inning/sdk/package';
import { valid, validRange } from 'semver';
import { credentialHosts } from './asks-of.ts';

/** What is wrong with a description, and where: a JSON pointer into it. */
export type DescriptionProblem = { readonly place: string; readonly problem: string };

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const CLAIM_PATH = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const HOST_LENGTH_MAX = 253;

/** What the schema cannot say. The first problem is enough: a package is made by a program. */
export function checkDescription(plugin: PluginDescription): DescriptionProblem | null {
  return (
    checkNames(plugin) ?? checkWords(plugin) ?? checkPermissions(plugin) ?? checkCredentials(plugin)
  );
}

function checkNames({ id, version, sdk, nodes, texts }: PluginDescription) {
  if (!KEBAB_CASE.test(id)) return at('/id', 'is not lower-case words with hyphens');
  if (valid(version) !== version) return at('/version', 'is not one such as 1.0.0');
  if (validRange(sdk) === null) return at('/sdk', 'is not a range such as ^1.0.0');
  const foreign = nodes.findIndex((node) => !node.id.startsWith(`${id}.`));
  if (foreign !== -1) return at(`/nodes/${foreign}/id`, `does not start with "${id}."`);
  const double = nodes.findIndex((node, index) => nodes.findIndex(sameAs(node)) !== index);
  if (double !== -1) return at(`/nodes/${double}/id`, 'is there twice');
  const text = Object.keys(texts).find((code) => !code.startsWith(`${id}.`));
  return text === undefined ? null : at(`/texts/${text}`, `does not start with "${id}."`);
}

const sameAs =
  ({ id }: { readonly id: string }) =>
  (other: { readonly id: string }) =>
    other.id === id;

/** Names are shown to whoever decides; hidden signs could make them look like another. */
function checkWords({ title, description, nodes }: PluginDescription) {
  const shown = [
    ['/title', title],
    ['/description', description],
    ...nodes.map((node, index) => [`/nodes/${index}/title`, node.title] as const),
  ] as const;
  for (const [place, words] of shown) {
    if (!words['en']) return at(place, 'has no English text');
    if (Object.values(words).some(isDeceiving)) return at(place, 'has hidden signs in it');
  }
  return null;
}

/** Control characters (line breaks aside), and those that change the direction of reading. */
const isDeceiving = (text: string) =>
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(
    text,
  );

function checkPermissions({ permissions: { claim, hosts } }: PluginDescription) {
  const path = claim.findIndex((one) => one.length > 200 || !CLAIM_PATH.test(one));
  if (path !== -1) return at(`/permissions/claim/${path}`, 'is not a path such as debtor.name');
  const host = hosts.findIndex((one) => !isHost(one));
  return host === -1 ? null : at(`/permissions/hosts/${host}`, HOST_PROBLEM);
}

const HOST_PROBLEM = 'is not the name of a host, such as api.example.com or *.example.com';

/** Names in lower case (others as punycode), never an address, and no star above a domain. */
function isHost(host: string): boolean {
  const labels = host.replace(/^\*\./, '').split('.');
  return (
    host.length <= HOST_LENGTH_MAX &&
    labels.length >= 2 &&
    labels.every((label) => label.length <= 63 && LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** A secret travels to hosts that the plugin asks for, and to no other. */
function checkCredentials({ credentials, permissions }: PluginDescription) {
  for (const [name, credential] of Object.entries(credentials)) {
    const place = `/credentials/${name}`;
    if (!KEBAB_CASE.test(name)) return at(place, 'is not lower-case words with hyphens');
    const hosts = credentialHosts(credential);
    const bad = hosts.find((host) => !isHost(host));
    if (bad !== undefined) return at(place, `names "${bad}", which ${HOST_PROBLEM}`);
    const own = Array.isArray(credential['hosts']) ? credential['hosts'] : [];
    const undeclared = own.find((host) => !permissions.hosts.some((one) => covers(one, host)));
    if (undeclared !== undefined) {
      return at(place, `is for ${undeclared}, which is not among the hosts it asks for`);
    }
  }
  return null;
}

/** Whether what `host` allows includes all that `other` does. */
export const covers = (host: string, other: string): boolean =>
  host === other || (host.startsWith('*.') && other.replace(/^\*\./, '').endsWith(host.slice(1)));

const at = (place: string, problem: string): DescriptionProblem => ({ place, problem });
