import { Button, Select, SegmentedControl } from '@mantine/core';
import { isCalendarDate, TASK_KINDS } from '@inning/sdk';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useColleagues } from '../api/colleagues.ts';
import { useMayWrite } from '../api/rights.ts';
import { useTasks } from '../api/tasks.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { Screen } from '../ui/layout/Screen.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useFormat } from '../ui/values/format.ts';
import { AddTask } from './AddTask.tsx';
import { TaskTable } from './TaskTable.tsx';

/** What people must do, as the list is today or would be on another day. */
export function TasksScreen() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/tasks' });
  const mayWrite = useMayWrite();
  const [isAdding, add] = useState(false);
  const tasks = useTasks({ ...search, state: search.state ?? 'open' });
  return (
    <Screen
      title={t('tasks.title')}
      help={t('tasks.help')}
      action={
        mayWrite && (
          <Button leftSection={<Plus size={16} />} onClick={() => add(true)}>
            {t('tasks.add')}
          </Button>
        )
      }
      filters={<TaskFilters />}
    >
      <Loaded query={tasks}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={ListChecks} title={t('tasks.empty')} hint={t('tasks.emptyHint')} />
          ) : (
            <>
              <TaskTable tasks={rows} />
              <MoreRows query={tasks} />
            </>
          )
        }
      </Loaded>
      {isAdding && <AddTask onClose={() => add(false)} />}
    </Screen>
  );
}

const EVERY = 'every';

function TaskFilters() {
  const { t } = useTranslation();
  const { today } = useFormat();
  const search = useSearch({ from: '/tasks' });
  const navigate = useNavigate({ from: '/tasks' });
  const colleagues = useColleagues();
  const choose = (change: Record<string, string>) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <>
      <DayInput
        label={t('tasks.asOn')}
        isLabelHidden
        value={isCalendarDate(search.on) ? search.on : today}
        onChange={(day) => choose({ on: day ?? '' })}
      />
      <AdministrationSelect
        withAll
        value={search.administrationId ?? null}
        onChange={(id) => choose({ administrationId: id ?? '' })}
      />
      <Select
        aria-label={t('tasks.kind')}
        value={search.kind ?? EVERY}
        data={[
          { value: EVERY, label: t('tasks.everyKind') },
          ...TASK_KINDS.map((value) => ({ value, label: t(`tasks.kinds.${value}`) })),
        ]}
        onChange={(value) => choose({ kind: value === EVERY ? '' : (value ?? '') })}
        w={{ base: '100%', xs: 190 }}
      />
      <Select
        aria-label={t('tasks.whose')}
        value={search.assigneeId ?? EVERY}
        data={[
          { value: EVERY, label: t('tasks.ofAll') },
          ...colleagues.map(({ id, name }, index) => ({
            value: id,
            label: index === 0 ? t('tasks.mine') : t('tasks.of', { name }),
          })),
        ]}
        onChange={(value) => choose({ assigneeId: value === EVERY ? '' : (value ?? '') })}
        w={{ base: '100%', xs: 190 }}
      />
      <SegmentedControl
        aria-label={t('common.state')}
        value={search.state ?? 'open'}
        data={[
          { value: 'open', label: t('tasks.states.open') },
          { value: 'done', label: t('tasks.states.done') },
        ]}
        onChange={(value) => choose({ state: value === 'open' ? '' : value })}
      />
    </>
  );
}
