import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const keyOf = (flowId: string) => ['chosen-step', flowId];
const chosenIn = (queries: QueryClient, flowId: string) =>
  queries.getQueryData<string>(keyOf(flowId)) ?? null;

/**
 * The step one looks at while reading a flow. It goes along to the drawing: a click on a card while the
 * drawing is still on its way, and the reading stands there, is a click on that step all the same.
 */
export function useChosenStep(flowId: string) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => queries.removeQueries({ queryKey: keyOf(flowId) }), [queries, flowId]);
  const choose = (id: string | null) => {
    setChosen(id);
    if (id === null) queries.removeQueries({ queryKey: keyOf(flowId) });
    else queries.setQueryData(keyOf(flowId), id);
  };
  return [chosen, choose] as const;
}

/** What was chosen last while reading; from here on the drawing chooses itself. */
export function useStepChosenBefore(flowId: string): string | null {
  const queries = useQueryClient();
  const [chosen] = useState(() => chosenIn(queries, flowId));
  useEffect(() => queries.removeQueries({ queryKey: keyOf(flowId) }), [queries, flowId]);
  return chosen;
}
