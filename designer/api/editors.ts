import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from './client-context.tsx';

export type Editor = {
  readonly name: string;
  /** The same person in another window. */
  readonly isSelf: boolean;
  readonly changedSecondsAgo: number | null;
};
export type Editors = {
  /** Of the draft as it is stored now. */
  readonly revision: number;
  readonly items: readonly Editor[];
};

const EVERY_MS = 20_000;

/** Says that this window draws, and hears who else does; at once when the live line tells so. */
export function useEditors(flowId: string, isDrawing: boolean) {
  const client = useClient();
  const [window] = useState(newWindowId);
  const hasChanged = useRef(false);
  const path = `/api/flows/${flowId}/editors/${window}`;
  const query = useQuery({
    queryKey: ['flow-editors', flowId, window],
    queryFn: () => {
      const body = { hasChanged: hasChanged.current };
      hasChanged.current = false;
      return client.send<Editors>('PUT', path, body);
    },
    enabled: isDrawing,
    refetchInterval: EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    if (!isDrawing) return undefined;
    return () => void client.send('DELETE', path).catch(() => undefined);
  }, [client, isDrawing, path]);
  const { refetch } = query;
  const tellChange = useCallback(() => {
    hasChanged.current = true;
    if (isDrawing) void refetch();
  }, [isDrawing, refetch]);
  return { editors: query.data ?? null, tellChange };
}

function newWindowId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
