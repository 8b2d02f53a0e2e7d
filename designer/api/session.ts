import type { CalendarDate, Locale, RequestUser } from '@inning/sdk';
import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { Client } from './client.ts';
import { hasStatus } from './errors.ts';

export type Session = {
  readonly user: RequestUser;
  readonly csrfToken: string;
  readonly locale: Locale;
  /** The civil day it is for the agency. */
  readonly today?: CalendarDate;
  readonly agency?: { readonly name: string; readonly colour: string } | null;
};

const KEY = ['session'];

const sessionQuery = (client: Client) =>
  queryOptions({
    queryKey: KEY,
    queryFn: () => readSession(client),
    staleTime: 5 * 60_000,
    retry: false,
  });

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useQuery(sessionQuery(useClient()));
}

/** Asks who is signed in before any screen does; false as well when the server does not answer. */
export async function askWhetherSignedIn(queries: QueryClient, client: Client): Promise<boolean> {
  await queries.prefetchQuery(sessionQuery(client));
  return Boolean(queries.getQueryData(KEY));
}

async function readSession(client: Client): Promise<Session | null> {
  try {
    const session = await client.get<Session | { user: null }>('/api/session');
    if (session.user === null) return null;
    client.useToken(session.csrfToken);
    return session;
  } catch (error) {
    if (hasStatus(error, 401)) return null;
    throw error;
  }
}

export function useSignIn() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) =>
      client.send('POST', '/api/session', credentials),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
    meta: { isQuiet: true },
  });
}

/** The page starts anew, so that the next person at this screen finds nothing of the one before. */
export function useSignOut() {
  const client = useClient();
  return useMutation({
    mutationFn: () => client.send('DELETE', '/api/session'),
    onSuccess: () => window.location.assign('/'),
  });
}
