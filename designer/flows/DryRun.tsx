import { Stack, Text } from '@mantine/core';
import { localize, type Localized } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { CalendarCheck2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DryRunItem, useCatalogue, useDryRun, useFlows } from '../api/flows.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { Section } from '../ui/layout/Section.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Day } from '../ui/values/Day.tsx';
import { useLocale } from '../ui/values/format.ts';
import { Money } from '../ui/values/Money.tsx';
import { useSay } from '../ui/values/say.ts';
import { StateBadge, type Tone } from '../ui/values/StateBadge.tsx';

/** What the flows would do today in one administration. Nothing is sent by looking. */
export function DryRun() {
  const { t } = useTranslation();
  const [administrationId, choose] = useState<string | null>(null);
  const dryRun = useDryRun(administrationId);
  return (
    <Section
      title={t('flows.dryRun')}
      aside={<AdministrationSelect value={administrationId} onChange={choose} />}
    >
      {administrationId === null ? (
        <Text className="quiet">{t('flows.dryRunHint')}</Text>
      ) : (
        <Loaded query={dryRun}>
          {({ on, items }) =>
            items.length === 0 ? (
              <EmptyState icon={CalendarCheck2} title={t('flows.dryRunEmpty')} />
            ) : (
              <Stack gap="xs">
                <Text>
                  {t('flows.dryRunCount', { count: items.length })} <Day on={on} />
                </Text>
                <DryRunTable items={items} />
              </Stack>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

const TONES: Record<DryRunItem['event'], Tone> = {
  done: 'good',
  skipped: 'quiet',
  parked: 'quiet',
  held: 'paused',
  stuck: 'broken',
  ended: 'quiet',
};

function DryRunTable({ items }: { items: readonly DryRunItem[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const names = useFlowNames();
  const columns: Column<DryRunItem>[] = [
    {
      id: 'debtor',
      title: t('common.debtor'),
      cell: (item) => (
        <>
          <Link to="/debtors/$debtorId" params={{ debtorId: item.debtorId }} data-row-link>
            {item.debtorName}
          </Link>
          <Text className="quiet" fz="sm">
            {item.debtorNumber}
          </Text>
        </>
      ),
    },
    {
      id: 'flow',
      title: t('common.flow'),
      isWide: true,
      cell: (item) => names.flow(item.flow),
    },
    { id: 'step', title: t('common.step'), cell: (item) => names.step(item) },
    {
      id: 'event',
      title: t('flows.whatHappens'),
      cell: (item) => (
        <>
          <StateBadge tone={TONES[item.event]}>
            {item.outcome && item.event === 'done'
              ? names.outcome(item)
              : t(`flows.events.${item.event}`)}
          </StateBadge>
          <Text fz="sm">{say(item.because)}</Text>
        </>
      ),
    },
    {
      id: 'overdue',
      title: t('common.overdue'),
      isNumber: true,
      isWide: true,
      cell: (item) => <Money cents={item.overdueCents} />,
    },
  ];
  return (
    <RowTable
      caption={t('flows.dryRun')}
      rows={items}
      columns={columns}
      rowKey={(item) => `${item.instanceId}:${item.nodeId}:${item.event}`}
    />
  );
}

/** Names for the ids in a dry run. */
function useFlowNames() {
  const locale = useLocale();
  const flows = useFlows().data ?? [];
  const catalogue = useCatalogue().data;
  const said = (text: Localized | undefined, otherwise: string) =>
    text ? localize(text, locale) : otherwise;
  return {
    flow: (slug: string) => said(flows.find((one) => one.slug === slug)?.name, slug),
    step: ({ type, nodeId }: DryRunItem) => said(catalogue?.get(type)?.title, nodeId),
    outcome: ({ type, outcome }: DryRunItem) =>
      said(catalogue?.get(type)?.outcomes[outcome ?? ''], outcome ?? ''),
  };
}
