import { useMemo } from 'react';
import type { FormWorld } from '../../ui/schema-form/editors/form-world.ts';
import { useLocale } from '../../ui/values/format.ts';
import { stepName } from '../names.ts';
import type { Drawing } from '../use-drawing.ts';

/** What the settings of a step can point at: the other steps, and every type there is. */
export function useFlowWorld({ flow, types }: Drawing, id: string | null): FormWorld {
  const locale = useLocale();
  return useMemo(
    () => ({
      steps: Object.keys(flow.nodes)
        .filter((other) => other !== id)
        .map((other) => ({ id: other, name: stepName(flow, other, { types, locale }) })),
      types,
      country: flow.country,
    }),
    [flow, types, locale, id],
  );
}
