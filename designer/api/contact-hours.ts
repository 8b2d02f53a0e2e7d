import type { ContactHours } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

/** What the law of a country leaves open in a usual week. */
export function useLawfulHours(country: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['contact-hours', country],
    queryFn: ({ signal }) =>
      client.get<ContactHours>(`/api/countries/${country}/contact-hours`, {}, signal),
    enabled: country !== null,
    staleTime: Infinity,
    retry: false,
  });
}
