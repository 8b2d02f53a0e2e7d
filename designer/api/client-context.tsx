import { createContext, type ReactNode, useContext } from 'react';
import { invariant } from '@inning/sdk';
import type { Client } from './client.ts';

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  invariant(client, 'the screens live inside a ClientProvider');
  return client;
}
