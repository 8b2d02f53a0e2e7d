import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from '../api/drawing.ts';
import { SaidOfChosen, useOpenCount } from './SaidOfChosen.tsx';
import { noteIdOf } from '../document/index.ts';
import styles from './drawing.module.css';
import { FlowSettings } from './FlowSettings.tsx';
import { Outline } from './Outline.tsx';
import { NoteSettings } from './NoteSettings.tsx';
import { ProblemList } from './ProblemList.tsx';
import { StepSettings } from './StepSettings.tsx';
import type { Drawing } from './use-drawing.ts';

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
        <Chosen drawing={drawing} />
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

/** Settings of the one thing that is selected; else of the whole flow. */
function Chosen({ drawing }: { readonly drawing: Drawing }) {
  const [only] = drawing.selected.length === 1 ? drawing.selected : [];
  if (only === undefined) return <FlowSettings drawing={drawing} />;
  return noteIdOf(only) === null ? (
    <StepSettings drawing={drawing} id={only} />
  ) : (
    <NoteSettings drawing={drawing} noteKey={only} />
  );
}
