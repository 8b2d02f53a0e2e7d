import { Alert, Space, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MigrationPlan, PlannedCase, PlannedNode } from '../../api/versions.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { type Column, RowTable } from '../../ui/lists/RowTable.tsx';
import { Day } from '../../ui/values/Day.tsx';
import type { Steps } from './steps.ts';

type ReckoningProps = { readonly plan: MigrationPlan; readonly steps: Steps };

/** What would happen to each group of cases; nothing has happened yet. */
export function Reckoning({ plan, steps }: ReckoningProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('versions.reckoned')}>
      <Text className="quiet" mb="sm">
        {t('versions.reckonedHint')}
      </Text>
      <Warnings plan={plan} />
      <Groups plan={plan} steps={steps} />
      <Space h="lg" />
      {plan.examples.length > 0 && <Examples plan={plan} steps={steps} />}
    </Section>
  );
}

function Warnings({ plan: { nodes } }: { plan: MigrationPlan }) {
  const { t } = useTranslation();
  const sum = (field: 'atOnce' | 'stays') => nodes.reduce((all, node) => all + node[field], 0);
  const [atOnce, stays] = [sum('atOnce'), sum('stays')];
  return (
    <>
      {atOnce > 0 && (
        <Alert color="late" mb="sm" title={t('versions.warnAtOnce', { count: atOnce })}>
          {t('versions.warnAtOnceHint')}
        </Alert>
      )}
      {stays > 0 && (
        <Alert color="late" mb="sm" title={t('versions.warnStays', { count: stays })}>
          {t('versions.warnStaysHint')}
        </Alert>
      )}
    </>
  );
}

function Groups({ plan, steps }: ReckoningProps) {
  const { t } = useTranslation();
  const { before, after, nameOf } = steps;
  const columns: Column<PlannedNode>[] = [
    {
      id: 'step',
      title: t('versions.step'),
      cell: ({ nodeId, to }) => (
        <>
          {nameOf(before, nodeId)}
          {to !== null && (
            <Text fz="sm" className="quiet">
              → {nameOf(after, to)}
            </Text>
          )}
        </>
      ),
    },
    { id: 'count', title: t('versions.cases'), isNumber: true, cell: ({ count }) => count },
    { id: 'effect', title: t('versions.effect'), cell: (node) => <Effect node={node} /> },
  ];
  return (
    <RowTable
      caption={t('versions.reckoned')}
      // In the order of the map above: the most cases first.
      rows={[...plan.nodes].sort((a, b) => b.count - a.count)}
      columns={columns}
      rowKey={({ nodeId }) => nodeId}
    />
  );
}

/** The groups that are there, each with its number and its days. */
function Effect({ node }: { node: PlannedNode }) {
  const { t } = useTranslation();
  const { atOnce, earlier, later, sameDay, stays } = node;
  const parts = [
    atOnce > 0 && t('versions.effects.atOnce', { count: atOnce }),
    later > 0 && t('versions.effects.later', { count: later, days: node.mostDaysLater }),
    earlier > 0 && t('versions.effects.earlier', { count: earlier, days: node.mostDaysEarlier }),
    sameDay > 0 && t('versions.effects.sameDay', { count: sameDay }),
    stays > 0 && t('versions.effects.stays', { count: stays }),
  ];
  return <>{parts.filter((part) => part !== false).join(' · ')}</>;
}

function Examples({ plan, steps }: ReckoningProps) {
  const { t } = useTranslation();
  const columns: Column<PlannedCase>[] = [
    {
      id: 'case',
      title: t('versions.example'),
      cell: ({ debtorId, debtorName, nodeId }) => (
        <>
          <Link to="/debtors/$debtorId" params={{ debtorId }} data-row-link>
            {debtorName}
          </Link>
          <Text fz="sm" className="quiet">
            {steps.nameOf(steps.before, nodeId)}
          </Text>
        </>
      ),
    },
    { id: 'from', title: t('versions.was'), cell: ({ fromOn }) => <Day on={fromOn} /> },
    { id: 'to', title: t('versions.becomes'), cell: ({ toOn }) => <Day on={toOn} /> },
  ];
  return (
    <Section title={t('versions.examples')}>
      <RowTable
        caption={t('versions.examples')}
        rows={plan.examples}
        columns={columns}
        rowKey={({ instanceId }) => instanceId}
      />
    </Section>
  );
}
