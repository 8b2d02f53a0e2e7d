import { type FlowDocument, nameOfStep } from '@inning/sdk';
import { useCallback } from 'react';
import { useCatalogue } from '../api/flows.ts';
import { useLocale } from '../ui/values/format.ts';

/** What a step is called in a list, away from the drawing. */
export function useStepNames(): (flow: FlowDocument, id: string) => string {
  const locale = useLocale();
  const types = useCatalogue().data;
  return useCallback(
    (flow, id) => nameOfStep(flow, id, { titleOf: (type) => types?.get(type)?.title, locale }),
    [types, locale],
  );
}
