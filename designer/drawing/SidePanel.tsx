import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from '../api/drawing.ts';
import styles from './drawing.module.css';
import { FlowSettings } from './FlowSettings.tsx';
import { Outline } from './Outline.tsx';
import { ProblemList } from './ProblemList.tsx';
import { StepSettings } from './StepSettings.tsx';
import type { Drawing } from './use-drawing.ts';

type SidePanelProps = {
  readonly drawing: Drawing;
  readonly problems: readonly DraftProblem[];
  readonly hasErrors: boolean;
};

/** Settings of what is chosen, the flow as a list, and what is wrong with it. */
export function SidePanel({ drawing, problems, hasErrors }: SidePanelProps) {
  const { t } = useTranslation();
  const [only] = drawing.selected.length === 1 ? drawing.selected : [];
  return (
    <Tabs defaultValue="settings" className={styles.side} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="settings">{t('draw.settings')}</Tabs.Tab>
        <Tabs.Tab value="outline">{t('draw.outline')}</Tabs.Tab>
        <Tabs.Tab value="problems" {...(hasErrors ? { color: 'red' } : {})}>
          {t('draw.problemCount', { count: problems.length })}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="settings" pt="sm">
        {only ? <StepSettings drawing={drawing} id={only} /> : <FlowSettings drawing={drawing} />}
      </Tabs.Panel>
      <Tabs.Panel value="outline" pt="sm">
        <Outline drawing={drawing} />
      </Tabs.Panel>
      <Tabs.Panel value="problems" pt="sm">
        <ProblemList problems={problems} onJump={drawing.select} />
      </Tabs.Panel>
    </Tabs>
  );
}
