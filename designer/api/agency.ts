import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { useChange } from './use-change.ts';

export type AgencySettings = {
  readonly name: string;
  readonly collectsForOthers: boolean;
  readonly registrationNumber: string | null;
  readonly complaints: string | null;
};

export function useAgency() {
  const client = useClient();
  return useQuery({
    queryKey: ['agency'],
    queryFn: ({ signal }) => client.get<AgencySettings>('/api/agency', {}, signal),
  });
}

export function useChangeAgency(done: string) {
  const client = useClient();
  return useChange({
    run: (change: AgencySettings) => client.send('PATCH', '/api/agency', change),
    touches: [['agency'], ['session']],
    done,
  });
}
