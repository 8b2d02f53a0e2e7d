import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Download, EllipsisVertical, GitCompare, History, MoveRight, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import type { VersionRow } from '../api/drawing.ts';
import { useChange } from '../api/use-change.ts';
import { DRAFT, type Pair } from './compare/CompareVersions.tsx';
import type { RollBack } from './use-roll-back.ts';

type VersionMenuProps = {
  readonly flowId: string;
  readonly row: VersionRow;
  readonly newest: number;
  readonly rollBack: RollBack;
  readonly onCompare: (pair: Pair) => void;
};

/** What can be done with one version. */
export function VersionMenu({ flowId, row, newest, rollBack, onCompare }: VersionMenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const drain = useDraining(flowId, row);
  const { version, runningCount } = row;
  const move = () => {
    const search = { from: String(version), to: String(newest) };
    void navigate({ to: '/flows/$flowId/move', params: { flowId }, search } as never);
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={t('versions.actionsOf', { version })}>
          <EllipsisVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<GitCompare size={15} />}
          onClick={() => onCompare({ from: version, to: DRAFT })}
        >
          {t('versions.compareWithDraft')}
        </Menu.Item>
        <Menu.Item
          leftSection={<History size={15} />}
          disabled={rollBack.isBusy}
          onClick={() => rollBack.start(version)}
        >
          {t('versions.rollBack')}
        </Menu.Item>
        {version !== newest && runningCount > 0 && (
          <Menu.Item leftSection={<MoveRight size={15} />} onClick={move}>
            {t('versions.moveTo', { count: runningCount, version: newest })}
          </Menu.Item>
        )}
        {version !== newest && (
          <Menu.Item leftSection={<Timer size={15} />} onClick={drain}>
            {t(row.drainingSince ? 'versions.open' : 'versions.drain')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Download size={15} />}
          component="a"
          href={`/api/flows/${flowId}/export?version=${version}`}
          download
        >
          {t('versions.download')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useDraining(flowId: string, { version, drainingSince }: VersionRow): () => void {
  const { t } = useTranslation();
  const client = useClient();
  const isDraining = drainingSince === null;
  const change = useChange({
    run: () =>
      client.send('PUT', `/api/flows/${flowId}/versions/${version}/draining`, { isDraining }),
    touches: [['flow-versions', flowId]],
    done: t(isDraining ? 'versions.drainDone' : 'versions.openDone', { version }),
  });
  return () => change.mutate(undefined);
}
