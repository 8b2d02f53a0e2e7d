import { Anchor, Text } from '@mantine/core';
import { FlowSources } from '../gallery/FlowSources.tsx';
import { NewFlow } from './NewFlow.tsx';
import { localize } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type FlowRow, useFlows } from '../api/flows.ts';
import { Screen } from '../ui/layout/Screen.tsx';
import { Section } from '../ui/layout/Section.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { useFormat, useLocale } from '../ui/values/format.ts';
import { ChosenFor } from './ChosenFor.tsx';
import styles from './flows.module.css';
import { WithoutFlow } from './WithoutFlow.tsx';

/** The flows of the agency, and how much each treats. */
export function FlowsScreen() {
  const { t } = useTranslation();
  const flows = useFlows();
  return (
    <Screen
      title={t('flows.title')}
      help={t('flows.help')}
      filters={
        <Anchor component={Link} to="/flows/today">
          {t('today.title')}
        </Anchor>
      }
      action={
        <>
          <NewFlow />
          <FlowSources />
        </>
      }
    >
      <Section title={t('flows.list')}>
        <Loaded query={flows}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={Workflow} title={t('flows.none')} />
            ) : (
              <>
                <WithoutFlow />
                <FlowTable flows={rows} />
              </>
            )
          }
        </Loaded>
      </Section>
    </Screen>
  );
}

function FlowTable({ flows }: { flows: readonly FlowRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<FlowRow>[] = [
    {
      id: 'name',
      title: t('flows.name'),
      cell: (flow) => <NameCell flow={flow} />,
    },
    {
      id: 'debtors',
      title: t('treated.debtors'),
      isNumber: true,
      cell: (flow) => format.count(flow.debtorCount),
    },
    {
      id: 'running',
      title: t('flows.running'),
      isNumber: true,
      isWide: true,
      cell: (flow) => format.count(flow.runningCount),
    },
    {
      id: 'share',
      title: t('flows.share'),
      isNumber: true,
      isWide: true,
      cell: (flow) => (
        <>
          <span className={styles.share} aria-hidden>
            <span style={{ width: `${flow.share * 100}%` }} />
          </span>
          {format.percent(flow.share)}
        </>
      ),
    },
    {
      id: 'version',
      title: t('flows.versionColumn'),
      isNumber: true,
      isWide: true,
      cell: (flow) => (flow.publishedVersion === 0 ? t('flows.draftOnly') : flow.publishedVersion),
    },
  ];
  return (
    <RowTable caption={t('flows.list')} rows={flows} columns={columns} rowKey={(flow) => flow.id} />
  );
}

function NameCell({ flow }: { flow: FlowRow }) {
  const locale = useLocale();
  return (
    <>
      <Link to="/flows/$flowId" params={{ flowId: flow.id }} data-row-link>
        {localize(flow.name, locale)}
      </Link>
      {flow.description && (
        <Text className="quiet" fz="sm" maw={620}>
          {localize(flow.description, locale)}
        </Text>
      )}
      <ChosenFor flow={flow} />
    </>
  );
}
