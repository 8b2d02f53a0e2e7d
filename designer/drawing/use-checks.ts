import type { ProblemContext } from '@inning/sdk';
import { useEffect, useMemo, useState } from 'react';
import { useTemplates } from '../api/templates.ts';
import type { CheckCondition } from '../ui/schema-form/editors/expression/condition-check.ts';
import { useIdle } from './use-idle.ts';

/** What the screen knows of settings besides their schemas: conditions, and which letters there are. */
export function useChecks(): Omit<ProblemContext, 'catalogue'> {
  const check = useConditionCheck();
  const templates = useTemplates().data;
  return useMemo(() => {
    const names = templates && new Set(templates.map(({ name }) => name));
    return {
      ...(check ? { checkExpression: (text: string) => check(text)?.message ?? null } : {}),
      ...(names ? { knowsTemplate: (name: string) => names.has(name) } : {}),
    };
  }, [check, templates]);
}

/** Null until it is there: it reads a language of its own, which the picture does not wait for. */
function useConditionCheck(): CheckCondition | null {
  const isIdle = useIdle();
  const [check, setCheck] = useState<CheckCondition | null>(null);
  useEffect(() => {
    if (!isIdle) return;
    void import('../ui/schema-form/editors/expression/condition-check.ts').then(
      ({ createConditionCheck }) => setCheck(() => createConditionCheck()),
    );
  }, [isIdle]);
  return check;
}
