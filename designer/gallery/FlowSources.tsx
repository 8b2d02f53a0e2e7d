import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EllipsisVertical, FileUp, GalleryVerticalEnd } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayDraw } from '../api/rights.ts';
import { ImportFlow } from './ImportFlow.tsx';

/** Where a flow may come from besides an empty canvas. */
export function FlowSources() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isImporting, setImporting] = useState(false);
  if (!useMayDraw()) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('flowFiles.more')}>
            <EllipsisVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<GalleryVerticalEnd size={15} />}
            onClick={() => void navigate({ to: '/flows/gallery' as never })}
          >
            {t('flowFiles.gallery')}
          </Menu.Item>
          <Menu.Item leftSection={<FileUp size={15} />} onClick={() => setImporting(true)}>
            {t('flowFiles.import')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isImporting && <ImportFlow onClose={() => setImporting(false)} />}
    </>
  );
}
