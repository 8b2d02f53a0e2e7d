import { createHash } from 'node:crypto';
import { Agent } from 'undici';
import { type ClientCertificate, type ConnectDeps, createConnector } from './connect.ts';

/** Open connections, kept for a while for the next request of the same plugin, agency and certificate. */
export type Agents = {
  for(owner: string, certificate: ClientCertificate | null): Agent;
  close(): Promise<void>;
};

const MOST_AGENTS = 200;

export function createAgents(deps: ConnectDeps): Agents {
  const known = new Map<string, Agent>();

  /** The one that was not used for the longest time lets its work end and closes. */
  function makeRoom(): void {
    const [oldest] = known;
    if (known.size < MOST_AGENTS || !oldest) return;
    known.delete(oldest[0]);
    void oldest[1].close();
  }

  return {
    for(owner, certificate) {
      const key = `${owner}/${certificate ? fingerprintOf(certificate) : ''}`;
      const found = known.get(key);
      known.delete(key);
      if (!found) makeRoom();
      const agent =
        found ?? new Agent({ connect: createConnector(deps, certificate), maxHeaderSize: 32_768 });
      known.set(key, agent);
      return agent;
    },
    async close() {
      const agents = [...known.values()];
      known.clear();
      await Promise.all(agents.map((agent) => agent.destroy()));
    },
  };
}

const fingerprintOf = (certificate: ClientCertificate) =>
  createHash('sha256').update(JSON.stringify(certificate)).digest('base64');
