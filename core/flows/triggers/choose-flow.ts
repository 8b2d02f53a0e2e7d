import { type Message, message } from '@inning/sdk';
import type { Administration } from '../../domain/administrations/index.ts';
import type { Debtor } from '../../domain/debtors/index.ts';
import type { Id } from '../../store/index.ts';

export type FlowChoice = { readonly flowId: Id | null; readonly because: Message };

/**
 * Which flow treats a debtor (FLOW-01): the one chosen for this debtor alone, else the one the
 * administration has for debtors who pay like this. The reason names the numbers behind it.
 */
export function chooseFlow(
  debtor: Pick<Debtor, 'flowId' | 'behaviour'>,
  administration: Pick<Administration, 'flowChoice'>,
): FlowChoice {
  if (debtor.flowId) {
    return { flowId: debtor.flowId, because: message('flow.choice.own') };
  }
  const { class: kind, averageTermDays = null, variationDays = null, paidCount } = debtor.behaviour;
  const params = { averageTermDays, variationDays, paidCount };
  const flowId = administration.flowChoice?.[kind] ?? null;
  if (!flowId) return { flowId: null, because: message('flow.choice.none', params) };
  return { flowId, because: message(`flow.choice.${kind}`, params) };
}
