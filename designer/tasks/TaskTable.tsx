import { Box, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTaskTitle } from './use-task-title.ts';
import { useMayWrite } from '../api/rights.ts';
import { type Task, useFinishTask } from '../api/tasks.ts';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { useAdministrationNames } from '../ui/values/administration-names.ts';
import { Day, Instant } from '../ui/values/Day.tsx';
import { useFormat } from '../ui/values/format.ts';
import { useSay } from '../ui/values/say.ts';
import { StateBadge } from '../ui/values/StateBadge.tsx';

/** Tasks in rows: what, for whom, why, by when. */
export function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const { nameOf } = useAdministrationNames();
  const columns: Column<Task>[] = [
    { id: 'what', title: t('tasks.what'), cell: (task) => <What task={task} /> },
    {
      id: 'kind',
      title: t('tasks.kind'),
      isWide: true,
      cell: (task) => t(`tasks.kinds.${task.kind}`),
    },
    {
      id: 'administration',
      title: t('common.administration'),
      isWide: true,
      cell: (task) => nameOf(task.administrationId),
    },
    { id: 'due', title: t('tasks.due'), cell: (task) => <Due task={task} /> },
    { id: 'done', title: '', isNumber: true, cell: (task) => <DoneButton task={task} /> },
  ];
  return (
    <RowTable
      caption={t('tasks.title')}
      rows={tasks}
      columns={columns}
      rowKey={(task) => task.id}
    />
  );
}

function What({ task }: { task: Task }) {
  const { t } = useTranslation();
  const say = useSay();
  const title = useTaskTitle()(task);
  const because = say(task.because);
  return (
    <>
      {task.debtorId ? (
        <Link to="/debtors/$debtorId" params={{ debtorId: task.debtorId }} data-row-link>
          {title}
        </Link>
      ) : (
        <Text fw={600} fz="inherit">
          {title}
        </Text>
      )}
      <Text className="quiet" fz="sm" lineClamp={2}>
        {[task.debtorName, task.note, because === title ? '' : because].filter(Boolean).join(' · ')}
      </Text>
      {task.isDebtorPaused && <StateBadge tone="paused">{t('tasks.debtorPaused')}</StateBadge>}
      {task.isDisputed && <StateBadge tone="broken">{t('invoices.disputed')}</StateBadge>}
    </>
  );
}

function Due({ task }: { task: Task }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (task.state === 'done') return <Instant at={task.doneAt} />;
  return (
    <>
      <Day on={task.dueOn} />
      {task.dueOn < format.today && (
        <div>
          <StateBadge tone="late">{t('common.overdue')}</StateBadge>
        </div>
      )}
    </>
  );
}

function DoneButton({ task }: { task: Task }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const finish = useFinishTask(t('tasks.finished'));
  if (task.state === 'done') return <span className="quiet">{task.doneBy}</span>;
  if (!mayWrite) return null;
  return (
    <Button
      variant="default"
      size="xs"
      px={10}
      loading={finish.isPending}
      onClick={() => finish.mutate(task.id)}
      aria-label={t('tasks.doneWith', { title: task.title })}
    >
      <Check size={15} aria-hidden />
      <Box component="span" visibleFrom="sm" ml={6}>
        {t('tasks.done')}
      </Box>
    </Button>
  );
}
