import { useMemo } from 'react';
import {
  type Administration,
  useAdministrations,
  useCreditors,
} from '../../api/administrations.ts';

type Group = { readonly creditor: string; readonly administrations: readonly Administration[] };

/** Names for the ids that rows carry. */
export function useAdministrationNames() {
  const administrations = useAdministrations().data;
  const creditors = useCreditors().data;
  return useMemo(() => {
    const byId = new Map((administrations ?? []).map((one) => [one.id, one]));
    const creditorNames = new Map((creditors ?? []).map((one) => [one.id, one.name]));
    const groups: Group[] = [...creditorNames]
      .map(([id, creditor]) => ({
        creditor,
        administrations: [...byId.values()].filter((one) => one.creditorId === id),
      }))
      .filter((group) => group.administrations.length > 0);
    return {
      groups,
      administrations: [...byId.values()],
      nameOf: (id: string) => byId.get(id)?.name ?? '',
      creditorOf: (id: string) => creditorNames.get(byId.get(id)?.creditorId ?? '') ?? '',
    };
  }, [administrations, creditors]);
}
