import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Said } from '../../api/shapes.ts';
import { useLocale } from '../../ui/values/format.ts';
import { useSayProblem } from '../../ui/values/say-problem.ts';
import { useSummaries } from '../../ui/values/summary.ts';
import type { Telling } from './to-drawn.ts';
import type { Drawing } from '../use-drawing.ts';

/** Words for what is drawn, in the language of the reader. */
export function useTelling(
  { flow, types }: Pick<Drawing, 'flow' | 'types'>,
  comments: ReadonlyMap<string, number>,
): Telling {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useSayProblem(flow, types);
  const summary = useSummaries(flow, types);
  return useMemo(() => {
    const nowhere = t('draw.leadsNowhere');
    const sayLine = sentenceFor(t);
    return {
      locale,
      comments,
      unknownTitle: t('flows.unknownStep'),
      summary,
      say: ({ message }) => say(message as Said),
      sayLine,
      sayNote: (text) => t('drawActions.spoken.noteSays', { text }),
      sayStep: ({ name, ways, problemCount, commentCount }) =>
        [
          name,
          ...(problemCount > 0 ? [t('draw.problemCount', { count: problemCount })] : []),
          ...(commentCount > 0 ? [t('comments.count', { count: commentCount })] : []),
          ...ways.map((way) => `${way.name}: ${way.to ?? nowhere}`),
        ].join('. '),
    };
  }, [locale, comments, summary, say, t]);
}

/** A large flow has a thousand lines; looking the sentence up once is enough for all of them. */
function sentenceFor(t: TFunction): Telling['sayLine'] {
  const open = { from: '{{from}}', outcome: '{{outcome}}', to: '{{to}}' };
  const sentence = t('drawActions.spoken.lineSays', open);
  return (line) => sentence.replace(/\{\{(from|outcome|to)\}\}/g, (_, part) => line[part as 'to']);
}
