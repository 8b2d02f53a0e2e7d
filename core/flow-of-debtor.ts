import { localize } from '@inning/sdk';
import type { Debtor, DebtorFlow } from './domain/debtors/index.ts';
import { administrations } from './domain/administrations/index.ts';
import { idText } from './domain/routing/index.ts';
import { chooseFlow, type Flows } from './flows/index.ts';
import type { Scope, Store } from './store/index.ts';

/** Which flow treats a debtor and why, for the file; the room of debtors knows no flows itself. */
export const flowOfDebtor =
  ({ store, flows }: { readonly store: Store; readonly flows: Flows }) =>
  async (scope: Scope, debtor: Debtor): Promise<DebtorFlow | null> => {
    const home = await store.table(administrations).in(scope).byId(debtor.administrationId);
    if (!home) return null;
    const { flowId, because } = chooseFlow(debtor, home);
    if (!flowId) return { flowId: null, name: '', because };
    const { draft, slug } = await flows.definitions.get(scope, flowId);
    const { name } = draft as { name?: Parameters<typeof localize>[0] };
    return { flowId: idText(flowId), name: name ? localize(name, debtor.language) : slug, because };
  };
