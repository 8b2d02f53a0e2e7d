import type { ProblemContext } from '@inning/sdk';
import { useMemo, useState } from 'react';
import { useTemplates } from '../api/templates.ts';
import { createConditionCheck } from '../ui/schema-form/editors/expression/condition-check.ts';

/** What the screen knows of settings besides their schemas: conditions, and which letters there are. */
export function useChecks(): Omit<ProblemContext, 'catalogue'> {
  const [check] = useState(createConditionCheck);
  const templates = useTemplates().data;
  return useMemo(() => {
    const names = templates && new Set(templates.map(({ name }) => name));
    return {
      checkExpression: (condition) => check(condition)?.message ?? null,
      ...(names ? { knowsTemplate: (name) => names.has(name) } : {}),
    };
  }, [check, templates]);
}
