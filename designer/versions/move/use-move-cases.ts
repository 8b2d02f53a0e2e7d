import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useClient } from '../../api/client-context.tsx';
import { useChange } from '../../api/use-change.ts';
import type { Between, MigrationPlan, NodeMap } from '../../api/versions.ts';
import { moveParts, NOTHING_DONE, type Progress } from './move-parts.ts';

export type MoveCases = ReturnType<typeof useMoveCases>;

/** The map as it is chosen, what was reckoned with it, and the move while it is under way. */
export function useMoveCases(flowId: string, between: Between, proposed: NodeMap) {
  const client = useClient();
  const queries = useQueryClient();
  const [map, setMap] = useState(proposed);
  const [plan, setPlan] = useState<MigrationPlan | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const order = { ...between, map };
  const reckon = useChange({
    run: () => client.send<MigrationPlan>('POST', `/api/flows/${flowId}/migration/try`, order),
    isQuiet: true,
  });
  const move = useChange({
    run: () =>
      moveParts(order, {
        client,
        flowId,
        from: progress ?? NOTHING_DONE,
        onProgress: setProgress,
      }),
    isQuiet: true,
  });
  useAskBeforeLeaving(move.isPending);
  const refresh = () => {
    for (const key of ['flow-versions', 'flows', 'instances']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
  return {
    map,
    plan,
    progress,
    result: move.data ?? null,
    isReckoning: reckon.isPending,
    isMoving: move.isPending,
    error: move.error ?? reckon.error,
    hasBrokenOff: move.isError,
    /** What was reckoned with another map says nothing any more. */
    choose(nodeId: string, to: string | null) {
      setMap((now) => ({ ...now, [nodeId]: to }));
      setPlan(null);
    },
    reckon: () => reckon.mutate(undefined, { onSuccess: setPlan }),
    start: () => move.mutate(undefined, { onSettled: refresh }),
  };
}

function useAskBeforeLeaving(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
}
