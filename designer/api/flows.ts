import type { FlowDocument, Localized } from '@inning/sdk';
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { Client } from './client.ts';
import type { Page } from './pages.ts';
import type { Instant } from './shapes.ts';

export type FlowRow = {
  readonly id: string;
  readonly slug: string;
  readonly name: Localized;
  readonly description: Localized | null;
  readonly country: string;
  /** Null is a flow for the whole agency. */
  readonly creditorId: string | null;
  /** Newest published version; 0 while there is none. */
  readonly publishedVersion: number;
  readonly runningCount: number;
  readonly debtorCount: number;
  /** Part of all debtors with a running flow, 0 to 1. */
  readonly share: number;
  /** Administrations that chose it for a payment behaviour, and debtors for whom it was chosen apart. */
  readonly chosenFor: { readonly administrations: number; readonly debtors: number };
};

export type FlowVersion = {
  readonly flowId: string;
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly note: string | null;
  readonly document: FlowDocument;
  /** The settings of each step in one line, in the reader's language. */
  readonly summaries?: Readonly<Record<string, string>>;
  readonly running?: Readonly<Record<string, number>>;
};

export type NodeKind = 'action' | 'condition' | 'wait' | 'group' | 'trigger';
/** A step type as the server offers it; the designer knows none by name. */
export type CatalogueItem = {
  readonly id: string;
  readonly kind: NodeKind;
  readonly version: number;
  readonly title: Localized;
  readonly description: Localized;
  readonly icon: string;
  /** Says the settings in one line. */
  readonly summary?: Localized;
  readonly outcomes: Readonly<Record<string, Localized>>;
  /** Who brings it; the server says it, a type as such does not know. */
  readonly plugin?: { readonly title: Localized; readonly description: Localized };
};

export function useFlows() {
  const client = useClient();
  return useQuery({
    queryKey: ['flows', 'list'],
    queryFn: ({ signal }) => client.get<Page<FlowRow>>('/api/flows', { limit: 200 }, signal),
    select: (page) => page.items,
  });
}

export function useFlow(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['flows', id],
    queryFn: ({ signal }) => client.get<FlowRow>(`/api/flows/${id}`, {}, signal),
  });
}

/** A published version never changes: once read, it is kept. */
export function useFlowVersion(id: string, version: number | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['flow-versions', id, version],
    queryFn: ({ signal }) =>
      client.get<FlowVersion>(`/api/flows/${id}/versions/${version}`, {}, signal),
    enabled: version !== undefined && version > 0,
  });
}

const catalogueQuery = (client: Client) =>
  queryOptions({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly CatalogueItem[] }>('/api/catalogue', {}, signal),
    staleTime: Infinity,
  });

/** Asks for the catalogue before a screen wants it. */
export function prefetchCatalogue(queries: QueryClient, client: Client): void {
  void queries.prefetchQuery(catalogueQuery(client));
}

export function useCatalogue() {
  return useQuery({ ...catalogueQuery(useClient()), select: byId });
}

/** One function for good, so that the same answer stays the same map. */
const byId = ({ items }: { readonly items: readonly CatalogueItem[] }) =>
  new Map(items.map((item) => [item.id, item]));
