import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Said } from '../api/shapes.ts';
import { useLocale } from '../ui/values/format.ts';
import { useSayProblem } from '../ui/values/say-problem.ts';
import { useSummaries } from '../ui/values/summary.ts';
import type { Telling } from './to-drawn.ts';
import type { Drawing } from './use-drawing.ts';

/** Words for what is drawn, in the language of the reader. */
export function useTelling(
  { flow, types }: Pick<Drawing, 'flow' | 'types'>,
  comments: ReadonlyMap<string, number>,
): Telling {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useSayProblem(flow, types);
  const summary = useSummaries(flow, types);
  return useMemo(
    () => ({
      locale,
      comments,
      unknownTitle: t('flows.unknownStep'),
      summary,
      say: ({ message }) => say(message as Said),
      sayLine: (line) => t('drawActions.spoken.lineSays', line),
      sayNote: (text) => t('drawActions.spoken.noteSays', { text }),
      sayStep: ({ name, ways, problemCount, commentCount }) =>
        [
          name,
          ...(problemCount > 0 ? [t('draw.problemCount', { count: problemCount })] : []),
          ...(commentCount > 0 ? [t('comments.count', { count: commentCount })] : []),
          ...ways.map((way) => `${way.name}: ${way.to ?? t('draw.leadsNowhere')}`),
        ].join('. '),
    }),
    [locale, comments, summary, say, t],
  );
}
