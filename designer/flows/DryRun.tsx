import { Stack, Text } from '@mantine/core';
import { localize } from '@inning/sdk';
import { Link } from '@tanstack/react-router';
import { CalendarCheck2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DryRunItem, useDryRun } from '../api/flows.ts';
import { AdministrationSelect } from '../ui/AdministrationSelect.tsx';
import { Section } from '../ui/layout/Section.tsx';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { EmptyState } from '../ui/states/EmptyState.tsx';
import { Loaded } from '../ui/states/Loaded.tsx';
import { Day } from '../ui/values/Day.tsx';
import { useLocale } from '../ui/values/format.ts';
import { useSay } from '../ui/values/say.ts';

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

function DryRunTable({ items }: { items: readonly DryRunItem[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const say = useSay();
  const columns: Column<DryRunItem>[] = [
    {
      id: 'debtor',
      title: t('common.debtor'),
      cell: (item) => (
        <Link to="/debtors/$debtorId" params={{ debtorId: item.debtorId }} data-row-link>
          {item.debtorName}
        </Link>
      ),
    },
    {
      id: 'flow',
      title: t('common.flow'),
      isWide: true,
      cell: (item) => localize(item.flowName, locale),
    },
    { id: 'step', title: t('common.step'), cell: (item) => item.nodeLabel },
    { id: 'says', title: t('flows.whatHappens'), cell: (item) => say(item.says) },
  ];
  return (
    <RowTable
      caption={t('flows.dryRun')}
      rows={items}
      columns={columns}
      rowKey={(item) => `${item.debtorId}:${item.nodeLabel}`}
    />
  );
}
