import { Badge, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VersionRow } from '../api/drawing.ts';
import { useMayDraw } from '../api/rights.ts';
import { type Column, RowTable } from '../ui/lists/RowTable.tsx';
import { By } from '../ui/values/By.tsx';
import { Instant } from '../ui/values/Day.tsx';
import { useFormat } from '../ui/values/format.ts';
import type { Pair } from './compare/CompareVersions.tsx';
import type { RollBack } from './use-roll-back.ts';
import { VersionMenu } from './VersionMenu.tsx';

type VersionTableProps = {
  readonly flowId: string;
  readonly versions: readonly VersionRow[];
  readonly pair: Pair;
  readonly rollBack: RollBack;
  readonly onCompare: (pair: Pair) => void;
};

/** Who published what, when and why, and who still runs on it. A row opens what it changed. */
export function VersionTable(props: VersionTableProps) {
  const { flowId, versions, pair, rollBack, onCompare } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const mayDraw = useMayDraw();
  const newest = versions[0]?.version ?? 0;
  const beforeOf = (version: number) =>
    versions.find((one) => one.version < version)?.version ?? version;
  const columns: Column<VersionRow>[] = [
    {
      id: 'version',
      title: t('flows.versionColumn'),
      cell: (row) => (
        <>
          <UnstyledButton
            data-row-link
            onClick={() => onCompare({ from: beforeOf(row.version), to: row.version })}
          >
            {t('flows.version', { version: row.version })}
          </UnstyledButton>{' '}
          <VersionState row={row} isNewest={row.version === newest} />
          <Text fz="sm" className="quiet">
            <Instant at={row.publishedAt} />
            <By who={row.publishedBy} />
          </Text>
          {row.note && <Text fz="sm">{row.note}</Text>}
        </>
      ),
    },
    {
      id: 'running',
      title: t('versions.cases'),
      isNumber: true,
      cell: ({ runningCount }) => format.count(runningCount),
    },
  ];
  const menu: Column<VersionRow> = {
    id: 'menu',
    title: t('versions.actions'),
    isNumber: true,
    cell: (row) => <VersionMenu {...{ flowId, row, newest, rollBack, onCompare }} />,
  };
  return (
    <RowTable
      caption={t('versions.all')}
      rows={versions}
      columns={mayDraw ? [...columns, menu] : columns}
      rowKey={({ version }) => String(version)}
      isActive={({ version }) => version === pair.to}
    />
  );
}

function VersionState({ row, isNewest }: { row: VersionRow; isNewest: boolean }) {
  const { t } = useTranslation();
  if (isNewest) {
    return (
      <Badge size="sm" variant="light" color="good">
        {t('versions.newest')}
      </Badge>
    );
  }
  if (row.drainingSince === null) return null;
  return (
    <Badge size="sm" variant="light" color="gray">
      {t(row.runningCount === 0 ? 'versions.drained' : 'versions.draining')}
    </Badge>
  );
}
