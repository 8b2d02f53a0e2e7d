import { Group, Switch, Text, Timeline } from '@mantine/core';
import {
  Banknote,
  CircleDot,
  FileText,
  History,
  ListChecks,
  type LucideIcon,
  Mail,
  NotebookPen,
  Scale,
  TriangleAlert,
  Workflow,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TimelineItem, useTimeline } from '../../api/case-file.ts';
import type { Debtor } from '../../api/debtors.ts';
import { MoreRows } from '../../ui/lists/MoreRows.tsx';
import { EmptyState } from '../../ui/states/EmptyState.tsx';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { By } from '../../ui/values/By.tsx';
import { Instant } from '../../ui/values/Day.tsx';
import { useSay } from '../../ui/values/say.ts';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  step: Workflow,
  communication: Mail,
  ledger: Banknote,
  invoice: FileText,
  task: ListChecks,
  dispute: Scale,
  flag: TriangleAlert,
  'contact-record': NotebookPen,
};

/** What happened to this debtor, newest first, in sentences. */
export function TimelineOfDebtor({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const timeline = useTimeline(debtor.id);
  return (
    <Loaded query={timeline}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState icon={History} title={t('file.timelineEmpty')} />
        ) : (
          <Told items={items} more={<MoreRows query={timeline} />} />
        )
      }
    </Loaded>
  );
}

function Told({ items, more }: { items: readonly TimelineItem[]; more: React.ReactNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const [onlyPeople, show] = useState(false);
  const shown = onlyPeople ? items.filter((item) => item.source === 'contact-record') : items;
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <Switch
          label={t('file.onlyPeople')}
          checked={onlyPeople}
          onChange={({ currentTarget }) => show(currentTarget.checked)}
        />
      </Group>
      <Timeline bulletSize={24} lineWidth={1}>
        {shown.map((item) => {
          const Icon = ICONS[item.source] ?? CircleDot;
          return (
            <Timeline.Item
              key={item.id}
              bullet={<Icon size={13} aria-hidden />}
              title={<Text style={{ whiteSpace: 'pre-line' }}>{say(item.said)}</Text>}
            >
              <Text className="quiet" fz="sm">
                <Instant at={item.at} />
                <By who={item.by} />
              </Text>
            </Timeline.Item>
          );
        })}
      </Timeline>
      {more}
    </>
  );
}
