import { Button, Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedFile, ImportedItem, ItemStatus } from '../api/imports.ts';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { StateBadge, type Tone } from '../ui/values/StateBadge.tsx';
import { useSayPlace } from './say-place.ts';

type PreviewedFileProps = { readonly file: ImportedFile; readonly children?: ReactNode };

const STATUSES: readonly ItemStatus[] = ['new', 'changed', 'unchanged', 'refused'];
const TONES: Record<ItemStatus, Tone> = {
  new: 'good',
  changed: 'late',
  unchanged: 'quiet',
  refused: 'broken',
};
const SHOWN = 10;
const MORE = 100;

/** What a file would bring, line by line; refused lines say where and why. */
export function PreviewedFile({ file, children }: PreviewedFileProps) {
  const { t } = useTranslation();
  const [status, show] = useState<ItemStatus>(firstInteresting(file));
  const [most, setMost] = useState(SHOWN);
  const items = file.items.filter((item) => item.status === status);
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} fz="md">
            {file.name}
          </Title>
          <Text className="quiet" fz="sm">
            {file.format ?? t('imports.noFormat')}
          </Text>
        </div>
        <SegmentedControl
          aria-label={t('common.state')}
          value={status}
          onChange={(value) => show(value as ItemStatus)}
          data={STATUSES.map((value) => ({
            value,
            label: `${t(`imports.statuses.${value}`)} ${file.counts[value]}`,
          }))}
        />
      </Group>
      {children}
      {items.length > 0 && <ItemTable items={items.slice(0, most)} status={status} />}
      {items.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + MORE)}>
          {t('common.showMore')}
        </Button>
      )}
      {items.length < file.counts[status] && items.length > 0 && items.length <= most && (
        <Text className="quiet" mt="xs">
          {t('imports.firstOnly', { shown: items.length, count: file.counts[status] })}
        </Text>
      )}
      {items.length === 0 && <Text className="quiet">{t('imports.noneOfThese')}</Text>}
    </Paper>
  );
}

function firstInteresting({ counts }: ImportedFile): ItemStatus {
  if (counts.refused > 0) return 'refused';
  return STATUSES.find((status) => counts[status] > 0) ?? 'new';
}

function ItemTable({ items, status }: { items: readonly ImportedItem[]; status: ItemStatus }) {
  const { t } = useTranslation();
  const sayPlace = useSayPlace();
  const columns: Column<ImportedItem>[] = [
    {
      id: 'status',
      title: t('common.state'),
      cell: (item) => (
        <StateBadge tone={TONES[item.status]}>{t(`imports.statuses.${item.status}`)}</StateBadge>
      ),
    },
    {
      id: 'number',
      title: t('common.invoice'),
      cell: (item) => (
        <>
          {item.number ?? '–'}
          {item.warnings.map((warning) => (
            <Text key={warning} fz="sm" c="var(--late)">
              {warning}
            </Text>
          ))}
        </>
      ),
    },
    { id: 'debtor', title: t('common.debtor'), cell: (item) => item.debtor ?? '–' },
    {
      id: 'place',
      title: t('imports.place'),
      isWide: true,
      cell: (item) => sayPlace(item.place),
    },
  ];
  const why: Column<ImportedItem> = {
    id: 'why',
    title: status === 'changed' ? t('imports.changes') : t('common.reason'),
    cell: (item) => item.reason ?? item.changes.join(', '),
  };
  const withWhy = status === 'refused' || status === 'changed';
  return (
    <RowTable
      caption={t(`imports.statuses.${status}`)}
      rows={items}
      columns={withWhy ? [...columns, why] : columns}
      rowKey={(item) => String(item.ordinal)}
    />
  );
}
