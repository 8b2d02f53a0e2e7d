import { Skeleton, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from '../api/drawing.ts';
import { SaidOfChosen, useOpenCount } from './SaidOfChosen.tsx';
import styles from './drawing.module.css';
import { Outline } from './Outline.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { Drawing } from './use-drawing.ts';
import { useIdle } from './use-idle.ts';

/** The forms come after the picture: whoever opens a flow sees it first. */
const ChosenSettings = lazy(async () => ({
  default: (await import('./settings/ChosenSettings.tsx')).ChosenSettings,
}));

type SidePanelProps = {
  readonly flowId: string;
  readonly drawing: Drawing;
  readonly problems: readonly DraftProblem[];
  readonly hasErrors: boolean;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
};

/** Settings of what is chosen, the flow as a list, and what is wrong with it. */
export function SidePanel({ flowId, drawing, problems, hasErrors, tab, onTab }: SidePanelProps) {
  const { t } = useTranslation();
  const isIdle = useIdle();
  return (
    <Tabs
      value={tab}
      onChange={(next) => next && onTab(next)}
      className={styles.side}
      keepMounted={false}
      data-part="side"
    >
      <Tabs.List>
        <Tabs.Tab value="settings">{t('draw.settings')}</Tabs.Tab>
        <Tabs.Tab value="outline">{t('draw.outline')}</Tabs.Tab>
        <Tabs.Tab value="problems" {...(hasErrors ? { color: 'red' } : {})}>
          {t('draw.problemCount', { count: problems.length })}
        </Tabs.Tab>
        <Tabs.Tab value="comments">{t('comments.tab', { count: useOpenCount(flowId) })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="settings" pt="sm">
        <Suspense fallback={<Skeleton height={200} />}>
          {isIdle ? <ChosenSettings drawing={drawing} /> : <Skeleton height={200} />}
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="outline" pt="sm">
        <Outline drawing={drawing} />
      </Tabs.Panel>
      <Tabs.Panel value="problems" pt="sm">
        <ProblemList problems={problems} drawing={drawing} />
      </Tabs.Panel>
      <Tabs.Panel value="comments" pt="sm">
        <SaidOfChosen flowId={flowId} drawing={drawing} />
      </Tabs.Panel>
    </Tabs>
  );
}
