import { Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type InstanceRow, useIntervene, useStuckInstances } from '../api/instances.ts';
import { useMayWrite } from '../api/rights.ts';
import { Section } from '../ui/layout/Section.tsx';
import { MoreRows } from '../ui/lists/MoreRows.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useSay } from '../ui/values/say.ts';

/** Flows that cannot go on by themselves, with the reason and what one can do. */
export function StuckInstances() {
  const { t } = useTranslation();
  const say = useSay();
  const stuck = useStuckInstances(true);
  const columns: Column<InstanceRow>[] = [
    {
      id: 'debtor',
      title: t('common.debtor'),
      cell: (one) => (
        <>
          <Link to="/debtors/$debtorId" params={{ debtorId: one.debtorId }} data-row-link>
            {one.debtorName}
          </Link>
          <Text className="quiet" fz="sm">
            {one.flowName} · {one.nodeLabel}
          </Text>
        </>
      ),
    },
    { id: 'why', title: t('common.why'), cell: (one) => say(one.waiting) },
    { id: 'act', title: '', isNumber: true, cell: (one) => <RetryButton instance={one} /> },
  ];
  return (
    <Section title={t('overview.stuckTitle')}>
      <Loaded query={stuck}>
        {(rows) => (
          <>
            <RowTable
              caption={t('overview.stuckTitle')}
              rows={rows}
              columns={columns}
              rowKey={(one) => one.id}
            />
            <MoreRows query={stuck} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function RetryButton({ instance }: { instance: InstanceRow }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const intervene = useIntervene(t('overview.retried', { name: instance.debtorName }));
  if (!mayWrite) return null;
  return (
    <Group justify="flex-end">
      <Button
        size="xs"
        variant="default"
        leftSection={<RotateCw size={14} />}
        loading={intervene.isPending}
        onClick={() => intervene.mutate({ id: instance.id, act: 'retry' })}
      >
        {t('intervene.retry')}
      </Button>
    </Group>
  );
}
