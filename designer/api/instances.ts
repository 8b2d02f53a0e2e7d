import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { CalendarDate, Instant, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export type InstanceState = 'running' | 'held' | 'stuck' | 'ended';
export type InstanceRow = {
  readonly id: string;
  readonly flowId: string;
  readonly flowName: string;
  readonly flowVersion: number;
  readonly administrationId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly state: InstanceState;
  readonly nodeId: string;
  readonly nodeLabel: string;
  /** When it looks again; null while nothing but a person moves it. */
  readonly wakeAt: Instant | null;
  readonly plannedOn: CalendarDate | null;
  /** Another day than planned, chosen by a person. */
  readonly deviation: {
    readonly plannedOn: CalendarDate | null;
    readonly on: CalendarDate;
    readonly by: string;
  } | null;
  /** Why it does not go on now. */
  readonly waiting: Said | null;
  readonly startedOn: CalendarDate;
  readonly endedAt: Instant | null;
  readonly endedAs: string | null;
};

export type Intervention = 'hold' | 'release' | 'do-now' | 'skip' | 'reschedule' | 'retry' | 'stop';

export function useStuckInstances(isOn: boolean) {
  return usePages<InstanceRow>(
    { key: ['instances', 'stuck'], path: '/api/instances', query: { state: 'stuck' } },
    isOn,
  );
}

export function useInstancesOf(debtorId: string) {
  return usePages<InstanceRow>({
    key: ['instances', debtorId],
    path: '/api/instances',
    query: { debtorId },
  });
}

export function useIntervene(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, act, ...body }: { id: string; act: Intervention; reason?: string; on?: string }) =>
      client.send(
        'POST',
        `/api/instances/${id}/${act}`,
        Object.keys(body).length > 0 ? body : undefined,
      ),
    touches: [['watching'], ['instances'], ['debtors'], ['overview'], ['tasks']],
    done,
  });
}
