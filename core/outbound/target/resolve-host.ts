import { Resolver } from 'node:dns/promises';

/** The addresses of a name. Rejects with an error that has a `code` when there are none. */
export type ResolveHost = (name: string) => Promise<readonly string[]>;

const TIMEOUT_MS = 2_000;
const TRIES = 2;

/**
 * Asks the name servers of this machine directly. The usual way (`dns.lookup`) would hold one of the
 * four threads of the process for as long as a name server of an attacker likes, and reads the hosts file.
 */
export const resolveHost: ResolveHost = async (name) => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const found = [four, six].flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (found.length > 0) return found;
  throw four.status === 'rejected'
    ? four.reason
    : Object.assign(new Error(), { code: 'ENOTFOUND' });
};
