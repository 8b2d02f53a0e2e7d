import { ActionIcon, Text } from '@mantine/core';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Debtor } from '../../api/debtors.ts';
import { useMayWrite } from '../../api/rights.ts';
import { useFinishTask, useTasks } from '../../api/tasks.ts';
import { useTaskTitle } from '../../tasks/use-task-title.ts';
import { Loaded } from '../../ui/states/Loaded.tsx';
import { RowSkeletons } from '../../ui/states/Skeletons.tsx';
import { Day } from '../../ui/values/Day.tsx';
import styles from './file.module.css';

/** The open tasks of this debtor. */
export function ExpectedOfMe({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const titleOf = useTaskTitle();
  const tasks = useTasks({ debtorId: debtor.id, state: 'open' });
  const finish = useFinishTask(t('tasks.finished'));
  return (
    <section aria-label={t('file.expected')}>
      <p className={styles.label}>{t('file.expected')}</p>
      <Loaded query={tasks} skeleton={<RowSkeletons rows={2} height={20} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Text className="quiet">{t('file.nothingExpected')}</Text>
          ) : (
            rows.map((task) => (
              <div key={task.id} className={styles.task}>
                <div>
                  <Text fw={600}>{titleOf(task)}</Text>
                  <Text className="quiet" fz="sm">
                    <Day on={task.dueOn} relative />
                  </Text>
                </div>
                {mayWrite && (
                  <ActionIcon
                    variant="default"
                    onClick={() => finish.mutate(task.id)}
                    title={t('tasks.done')}
                    aria-label={t('tasks.doneWith', { title: titleOf(task) })}
                  >
                    <Check size={15} aria-hidden />
                  </ActionIcon>
                )}
              </div>
            ))
          )
        }
      </Loaded>
    </section>
  );
}
